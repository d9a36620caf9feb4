package script

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// vectorRuntime is a Runtime with the global V, the constructor of Vectors.
func vectorRuntime(out *bytes.Buffer) *Runtime {
	rt := New(Options{Stdout: out, Stderr: out})
	rt.Global("V", rt.vectorClass())
	return rt
}

// TestVsNEURON_VectorCalls makes the calls of vector/testdata/oracle.py in
// NEURON's own form from JavaScript, and compares what comes back, the receiver
// afterwards, what is printed, and which calls are refused.
func TestVsNEURON_VectorCalls(t *testing.T) {
	text, err := os.ReadFile("../vector/testdata/oracle.json")
	if err != nil {
		t.Fatal(err)
	}
	var oracle struct {
		Calls []struct{ Call, Printed string }
	}
	if err := json.Unmarshal(text, &oracle); err != nil {
		t.Fatal(err)
	}
	if len(oracle.Calls) < 500 {
		t.Fatalf("only %d calls", len(oracle.Calls))
	}
	var out bytes.Buffer
	rt := vectorRuntime(&out)
	defer rt.Close()
	rt.Global("oracle", string(text))
	// check(i) makes call i and gives what differs.
	_, err = rt.RunString("check.js", `
const { vectors, calls } = JSON.parse(oracle)
const number = (x) => x === "nan" ? NaN : x === "inf" ? Infinity : x === "-inf" ? -Infinity : x
const make = (name) => V(vectors[name].map(number))
const close = (a, b, allowed = 0) => Object.is(a, b) || a === b || Math.abs(a - b) <= Math.max(allowed, 2 ** -51 * Math.abs(b))
// Results of fast Fourier transforms are uncertain by some units in the last place of the largest number.
const rounded = ["fft", "correl", "convlv", "filter", "spctrm", "smhist", "sumgauss"]
let part = 0
const same = (got, want) => {
  const allowed = part * Math.max(0, ...want.map(number).map(Math.abs))
  return got.length === want.length && [...got].every((x, i) => close(x, number(want[i]), allowed))
}
globalThis.check = (i) => {
  const c = calls[i]
  const v = make(c.receiver)
  const args = c.args.map((a) => typeof a !== "object" ? a : "vector" in a ? make(a.vector) : a.text)
  part = rounded.includes(c.method) ? 1e-14 : 0
  let got
  try {
    got = v[c.method](...args)
  } catch (e) {
    if (!c.refused) return "thrown: " + e.message
    return (e instanceof TypeError || e instanceof RangeError) && same(v, vectors[c.receiver]) ? "" : "refused, but " + e + " and " + [...v]
  }
  if (c.refused) return "NEURON refuses this; got " + got
  if (Array.isArray(c.result)) {
    if (!same(got, c.result)) return "result " + [...got] + ", want " + c.result
    if ((got === v) !== c.same) return "the result is the receiver: " + (got === v)
  } else if (!(typeof got === "number" ? close(got, number(c.result)) : got === c.result)) {
    return "result " + got + ", want " + c.result
  }
  return same(v, c.after) ? "" : "receiver " + [...v] + ", want " + c.after
}`)
	if err != nil {
		t.Fatal(Report(err))
	}
	check, _ := goja.AssertFunction(rt.vm.Get("check"))
	for i, c := range oracle.Calls {
		out.Reset()
		v, err := check(goja.Undefined(), rt.vm.ToValue(i))
		if err != nil {
			t.Fatal(err)
		}
		if v.String() != "" {
			t.Errorf("%s: %s", c.Call, v)
		} else if out.String() != c.Printed {
			t.Errorf("%s: printed %q, want %q", c.Call, out.String(), c.Printed)
		}
	}
}

// TestVectorErrors holds the exact words of a user's mistakes.
func TestVectorErrors(t *testing.T) {
	for _, c := range []struct{ code, want, hint string }{
		{`V(1e12)`, "RangeError: a Vector of 1000000000000 elements: the size must be from 0 to 268435456", ""},
		{`V(-1)`, "RangeError: a Vector of -1 elements: the size must be from 0 to 268435456", ""},
		{`V("abc")`, "TypeError: n.Vector takes a size or something to iterate over, not 'abc'", ""},
		{`V([1, "2"])`, "TypeError: n.Vector: element 1 is '2', not a number", ""},
		{`v[3]`, "RangeError: Vector[0] has 3 elements: index 3 is outside 0 to 2", ""},
		{`v[3] = 1`, "RangeError: Vector[0] has 3 elements: index 3 is outside 0 to 2", ""},
		{`v[-4]`, "RangeError: Vector[0] has 3 elements: index -4 is outside 0 to 2", ""},
		{`v[0.5]`, "RangeError: Vector[0]: an index must be a whole number, not 0.5", ""},
		{`v.x[7]`, "RangeError: Vector[0] has 3 elements: index 7 is outside 0 to 2", ""},
		{`v.clear()[0]`, "RangeError: Vector[0] is empty: it has no element 0", ""},
		{`v.get(3)`, "RangeError: Vector.get: index 3 is outside 0 to 2", ""},
		{`v[0] = "a"`, "TypeError: Vector[0][0] must be a number, not 'a'", ""},
		{`v.resise(3)`, `TypeError: Vector has no property "resise"`, `did you mean "resize"?`},
		{`v.lenght`, `TypeError: Vector has no property "lenght"`, `did you mean "length"?`},
		{`v.foo = 1`, `TypeError: Vector has no property "foo"`, ""},
		{`v.sise = 1`, `TypeError: Vector has no property "sise"`, `did you mean "size"?`},
		{`v.size = 1`, "TypeError: Vector[0].size cannot be set", ""},
		{`v.length = 1`, "TypeError: Vector[0].length cannot be set", "use resize(n)"},
		{`v.fill()`, "TypeError: Vector.fill: argument 1 is missing", ""},
		{`v.fill("1")`, "TypeError: Vector.fill: argument 1 must be a number, not '1'", ""},
		{`v.add({})`, "TypeError: Vector.add: argument 1 must be a number, not {}", ""},
		{`v.dot(3)`, "TypeError: Vector.dot: argument 1 must be a Vector, not 3", ""},
		{`v.add([1, 2])`, "RangeError: Vector.add: the Vectors differ in size: 3 and 2", ""},
		{`v.apply("sine")`, `ReferenceError: Vector.apply knows no function "sine"`, `did you mean "sin"?`},
		{`v.apply(3)`, "TypeError: Vector.apply needs a function, not 3", ""},
		{`v.apply((x) => "a")`, "TypeError: the function given to Vector.apply returned 'a', not a number", ""},
		{`v.map(String)`, "TypeError: the function given to Vector.map returned '3', not a number", "v.toArray().map(...) makes an array of anything"},
		{`V.prototype.fill.call([], 1)`, "TypeError: fill() is a method of a Vector: write it behind one and a dot", ""},
		{`v.fft(2)`, "RangeError: Vector.fft: the sign is 1, or -1 for the inverse, not 2", ""},
		{`v.spctrm(v, 3)`, "RangeError: Vector.spctrm: the number of frequencies must be from 1 to below the size of the data, 3, not 3", ""},
		{`v.convlv(v, [])`, "RangeError: Vector.convlv: the response has no elements", ""},
		{`v.sumgauss(0, 1, 0.1, 0)`, "RangeError: Vector.sumgauss: the variance must be above 0, not 0", ""},
		{`v.smhist(v, 0, 4, 1, 1, [1])`, "RangeError: Vector.smhist: 3 elements with 1 weights", ""},
		{`v.medfltr(0)`, "RangeError: Vector.medfltr: the points on either side must be at least 1, not 0", ""},
		{`v.resample(v, 2)`, "RangeError: Vector.resample: the factor must be from 0 to half the size, 1, not 2", ""},
		{`v.spikebin(v, 0, 0)`, "RangeError: Vector.spikebin: a bin must have at least 1 sample, not 0", ""},
		{`v.psth([0, 1, 0, 0, 0, 0, 0, 0], 1, 1, 3)`, "RangeError: Vector.psth: 3 spikes cannot be taken together where there are 1", ""},
		{`v.trigavg(v, [1], 3, 0)`, "RangeError: Vector.trigavg: the samples before and after a trigger must be from 0 to 2, not 3", ""},
		{`v.inf(v, 0, 1, 1, 1, 1, 1)`, "RangeError: Vector.inf: the step must be above 0 ms, not 0", ""},
		{`v.buffer_size(2)`, "RangeError: Vector.buffer_size: room for 2 elements is too small for the 3 that there are", ""},
		{`v.from_double(4, v)`, "RangeError: Vector.from_double: 4 numbers of a source that has 3", ""},
		{`v.plot()`, "ModelError: gneuron has no Vector.plot: it has no Graph", "draw with plt.plot(v) or plt.plot(x, v)"},
		{`v.copy(v, 1, 2, 3, 4)`, "TypeError: Vector.copy takes (src), (src, dest), (src, first, last), (src, dest, first, last) or (src, dest, first, last, dest_inc, src_inc)", ""},
	} {
		var out bytes.Buffer
		rt := vectorRuntime(&out)
		v, err := rt.RunString("t.js", "const v = V([3, 1, 2]);\n"+c.code)
		if err == nil {
			t.Errorf("%s gave %v", c.code, v)
			continue
		}
		e, ok := err.(*Error)
		if !ok || e.Class+": "+e.Message != c.want || e.Hint != c.hint || e.Line != 2 {
			t.Errorf("%s: %v (hint %q), want %s (hint %q)", c.code, err, e.Hint, c.want, c.hint)
		}
		rt.Close()
	}
}

// TestVectorSharesMemory: the Float64Array and the Go slice are the same memory.
func TestVectorSharesMemory(t *testing.T) {
	var out bytes.Buffer
	rt := vectorRuntime(&out)
	defer rt.Close()
	if _, err := rt.RunString("t.js", "globalThis.v = V([1, 2, 3]); globalThis.a = v.as_numpy()"); err != nil {
		t.Fatal(err)
	}
	xs := rt.toVector(rt.vm.Get("v")).Data()
	xs[1] = 7
	v, err := rt.RunString("t.js", "a[2] = 9; v[0] = 5; [...a] + ' ' + [...v]")
	if err != nil || v.String() != "5,7,9 5,7,9" || xs[2] != 9 {
		t.Errorf("%v, %v, %v", v, err, xs)
	}
}

func TestVectorInspect(t *testing.T) {
	var out bytes.Buffer
	rt := vectorRuntime(&out)
	defer rt.Close()
	for _, c := range []struct{ code, want string }{
		{"V()", "Vector of 0"},
		{"V([3, 1, 2])", "Vector of 3: 1 ... 3 [3, 1, 2]"},
		{"V().indgen(-65, 40.9, 0.1).sub(0)", "Vector of 1060: -65 ... 40.9 [-65, -64.9, -64.8, -64.7, -64.6, -64.5, ...]"},
		{"V([1 / 3, NaN])", "Vector of 2: 0.333333 ... 0.333333 [0.333333, NaN]"},
		{"({ v: V(1) })", "{ v: Vector of 1: 0 ... 0 [0] }"},
	} {
		v, err := rt.RunString("t.js", c.code)
		if err != nil {
			t.Errorf("%s: %v", c.code, err)
		} else if got := rt.Inspect(v); got != c.want {
			t.Errorf("%s is shown as %s, want %s", c.code, got, c.want)
		}
	}
	if text, ok := rt.Help(rt.vectorClass()); !ok || !strings.Contains(text, "\nVector: ") {
		t.Errorf("the class has no help but %q", text)
	}
	names := fmt.Sprint(rt.PropertyNames(rt.newVector(rt.makeVector(nil))))
	if !strings.Contains(names, "indvwhere") || strings.Contains(names, "toStringTag") {
		t.Errorf("names for completion: %s", names)
	}
}
