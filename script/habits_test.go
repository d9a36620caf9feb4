package script

import (
	"strings"
	"testing"
)

// What people write who know Python, NEURON's HOC or another tool, with the hint that
// they get.
func TestHabits(t *testing.T) {
	for _, c := range []struct{ code, message, hint string }{
		{"n = 5", "n is the simulator and cannot be assigned", "declare a variable of another name: let x = ..."},
		{"h += 5", "h is the simulator and cannot be assigned", "declare a variable of another name: let x = ..."},
		{"for (plt of [1]) {}", "plt draws and cannot be assigned", "declare a variable of another name: let x = ..."},
		{"print(n.t)\nconst n = 5", "n is a variable of the script, which line 2 declares", "to use the simulator's n, give the variable another name"},
		{"print(dose)\n\nconst dose = 5", "dose is not yet there: line 3 declares it", ""},
		{"def f(x):\n  return x", `Expected ";" but found "f"`, "this is Python: JavaScript writes function name(x) { ... }"},
		{"from neuron import h\nimport numpy as np\ndef f(x):\n  if x > 3:\n    return x", `Expected ";" but found "neuron"`, portHint},
		{"const f = lambda x: x", `Expected ";" but found "x"`, "this is Python: JavaScript writes (x) => ..."},
		{"import numpy as np", `Expected "from" but found "as"`, "this is Python: n.Vector, Math and gneuron/analysis stand for NumPy"},
		{"import neuron as h", `Expected "from" but found "as"`, "this is Python: n, h and plt are there without an import"},
		{"print 'a'", `Expected ";" but found "'a'"`, "JavaScript writes print(x)"},
		{"print(f\"a{1}\")", `Expected ")" but found "\"a{1}\""`, "JavaScript writes `v = ${v}`"},
		{"if (1) {} elif (2) {}", `Expected ";" but found "{"`, "this is Python: JavaScript writes else if (x > 0) { ... }"},
		{"if (1 and 2) print(1)", `Expected ")" but found "and"`, "JavaScript writes && for and, || for or, !x for not"},
		{"const x = not true", `Expected ";" but found "true"`, "JavaScript writes && for and, || for or, !x for not"},
		{"# a comment", `Syntax error " "`, "JavaScript writes // for a comment"},
		{"%matplotlib inline", `Unexpected "%"`, "there are no magic commands; a notebook shows plots and values without them"},
		{"!ls", "ls is not defined", "there are no shell commands here: a terminal runs them"},
		{"None", "None is not defined", "JavaScript writes null"},
		{"const on = True", "True is not defined", "JavaScript writes true"},
		{"len([])", "len is not defined", "JavaScript writes x.length"},
		{"for (const i of range(3)) print(i)", "range is not defined", "JavaScript writes for (let i = 0; i < 10; i++), or [...Array(10).keys()] for a list"},
		{"np.zeros(3)", "np is not defined", "there is no NumPy: n.Vector, Math and gneuron/analysis do such work"},
		{"print(sqrt(2))", "sqrt is not defined", `did you mean "Math.sqrt"?`},
		{"finitialize(-65)", "finitialize is not defined", `did you mean "n.finitialize"?`},
		{"IClamp(0.5)", "IClamp is not defined", `did you mean "n.IClamp"?`},
		{"a, b = 1, 2", "a is not defined", "several variables at once are const [a, b] = [1, 2]"},
		{"print(1, end='')", "end is not defined", "process.stdout.write(text) prints without a new line"},
		{"[].append(3)", "append is not a function", `did you mean "push"?`},
		{"'a'.upper()", "upper is not a function", `did you mean "toUpperCase"?`},
		{"fs.writeFileSync('a', 'b')", "fs.writeFileSync is not a function", `did you mean "writeText"?`},
		{"n.tstop(40)", "n.tstop is not a function but 5", "it is a number: n.tstop = ... sets it"},
		{"n.Section('a').v(0.5)", "v is not a function but -65", ""},
		{"n.Section('a').length", `a has no property "length"`, `did you mean "L"?`},
		{"n.Section('a').diameter", `a has no property "diameter"`, `did you mean "diam"?`},
		{"[1].sum()", "sum is not a function", "n.Vector(list).sum() adds the numbers of a list"},
		{"if x == 3: print(1)", `Expected "(" but found "x"`, "JavaScript writes if (x > 0) { ... }, and while alike"},
		{"exit", "exit is not defined", "process.exit() ends a script"},
		{"quit()", "quit is not defined", "process.exit() ends a script"},
		{"import { spikeTime } from 'gneuron/analysis'", `the module "gneuron/analysis" exports no "spikeTime"`, `did you mean "spikeTimes"?`},
		{"let x = (1", `Expected ")" but found end of file`, ""}, // no habit, but a slip
	} {
		rt := New(Options{Stdout: new(strings.Builder), Stderr: new(strings.Builder), Dir: t.TempDir()})
		err := rt.RunSource(rt.Dir()+"/model.js", c.code)
		rt.Close()
		e, ok := err.(*Error)
		if !ok || e.Message != c.message || e.Hint != c.hint {
			t.Errorf("%q: %#v", c.code, err)
		}
	}
}

// What is right stays right: the simulator's names can be declared, and shadowed.
func TestSimulatorNames(t *testing.T) {
	for _, code := range []string{
		"const n = 5; print(n)", "function f(h) { h = 3; return h }; f(1)", "let plt; plt = 3",
		"const { n, h } = require('neuron')", "import h from 'neuron'\nif (h !== n) throw 1", "const x = { n: 1 }; x.n = 2",
		"const soma = n.Section(); const f = (x) => x; let y; f(y = 3)",
	} {
		rt := New(Options{Stdout: new(strings.Builder), Stderr: new(strings.Builder), Dir: t.TempDir()})
		if err := rt.RunSource(rt.Dir()+"/model.js", code); err != nil {
			t.Errorf("%q: %v", code, err)
		}
		rt.Close()
	}
}
