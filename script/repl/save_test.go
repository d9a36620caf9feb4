package repl

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/gneuron/gneuron/script"
)

// Each case is a session and the script that it is saved as, which prints what the
// session had in its last input.
func TestScript(t *testing.T) {
	for _, c := range []struct {
		name   string
		inputs []string
		want   string
		prints string
	}{
		{"as entered", []string{"const a = 1", "let b = a + 1 // more", "b"}, "const a = 1;\nlet b = a + 1 // more\n;\nb;\n", "2"},
		{"without what failed", []string{"const a = 1", "nope", "let let", "a"}, "const a = 1;\na;\n", "1"},
		{"without help", []string{"1", "help(n)", "help('hh')", "2"}, "1;\n2;\n", "2"},
		{"declared again", []string{"const a = 1, b = 2", "const a = b + 3", "let a", "a = 7", "a"},
			"var a = 1, b = 2;\nvar a = b + 3;\nvar a = undefined;\na = 7;\na;\n", "7"},
		{"classes and functions", []string{"class A { f() { return 1 } }", "class A { f() { return 2 } }", "function g() { return 1 }", "async function g() { return 3 }", "new A().f()"},
			"var A = class A { f() { return 1 } };\nvar A = class A { f() { return 2 } };\nvar g = function g() { return 1 };\nvar g = async function g() { return 3 };\nnew A().f();\n", "2"},
		{"patterns", []string{"const {a, b: [c]} = {a: 1, b: [2]}", "const {c} = {c: a + 4}", "[a, c]"},
			"var {a, b: [c]} = {a: 1, b: [2]};\nvar {c} = {c: a + 4};\n[a, c];\n", "[ 1, 5 ]"},
		{"last value", []string{"(1 + 2) * 3", "_ + 1", "for (const x of [1]) x", "_ * 2"},
			"let _\n_ = (1 + 2) * 3;\n_ = _ + 1;\nfor (const x of [1]) x;\n_ = _ * 2;\n", "20"},
		{"objects", []string{"{a: 1}", "_.a"}, "let _\n_ = ({a: 1});\n_ = _.a;\n", "1"},
		{"await", []string{"const a = await Promise.resolve(1)", "const a = await Promise.resolve(2)", "a"},
			"var a = await Promise.resolve(1);\nvar a = await Promise.resolve(2);\na;\n", "2"},
		{"imports", []string{"import { n } from 'neuron'", "import { n } from 'neuron';", "import { ms } from 'neuron/units'", "typeof n.Section + ms"},
			"import { n } from 'neuron';\nimport { ms } from 'neuron/units';\ntypeof n.Section + ms;\n", "function1"},
		{"imports over several lines", []string{"import {\n  n\n} from 'neuron'; const a = 1", "const a = 2", "a"},
			"import {\n  n\n} from 'neuron'; var a = 1;\nvar a = 2;\na;\n", "2"},
		{"what a name owned", []string{"const soma = n.Section('soma')", "const ic = n.IClamp(soma(0.5))", "const ic = n.IClamp(soma(0.5))", "soma(0.5).point_processes().length"},
			"const soma = n.Section('soma');\nvar ic = n.IClamp(soma(0.5));\nic.delete();\nvar ic = n.IClamp(soma(0.5));\nsoma(0.5).point_processes().length;\n", "1"},
		{"semicolons", []string{"const a = 3", "[1, 2].map(x => x * a);", "(x => x)(a)"}, "const a = 3;\n[1, 2].map(x => x * a);\n(x => x)(a);\n", "3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := session(t)
			for _, code := range c.inputs {
				s.Eval(code)
			}
			got, err := s.Script()
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want || err != nil {
				t.Errorf("saved\n%s(%v), want\n%s", got, err, c.want)
			}
			// The value of the last input, printed.
			last := c.inputs[len(c.inputs)-1]
			var out bytes.Buffer
			rt := script.New(script.Options{Stdout: &out, Stderr: &out, Dir: t.TempDir()})
			code := got[:len(got)-len(last)-2]
			if c.name == "last value" || c.name == "objects" {
				code, last = got, "_"
			}
			if err := rt.RunSource(filepath.Join(rt.Dir(), "saved.mjs"), code+"\nprint("+last+")"); err != nil {
				t.Fatalf("%s\n%s", script.Report(err), got)
			}
			if out.String() != c.prints+"\n" {
				t.Errorf("the script prints %q, want %q", out.String(), c.prints)
			}
		})
	}
	// A file that was loaded twice.
	s, _ := session(t)
	for range 2 {
		if err := s.Load("cell.js", "import { n } from 'neuron'\nexport const size = 2\nexport default class Cell {}\nexport function make() {}\nexport { size as x }"); err != nil {
			t.Fatal(err)
		}
	}
	text, err := s.Script()
	if err == nil {
		err = script.New(script.Options{}).RunSource("/saved.js", text)
	}
	if err != nil {
		t.Errorf("%s\n%s", script.Report(err), text)
	}
	s, _ = session(t)
	if _, err := s.Script(); err == nil {
		t.Error("a session without inputs is saved")
	}
}
