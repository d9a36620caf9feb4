package script

import (
	"bytes"
	"strings"
	"testing"
)

// A script that asks for more memory than there is gets an error, and the
// functions that were made to say so work as the engine's own.
func TestAllocations(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{`"x".repeat(1e12)`, "RangeError: a string of 1000000000000 characters: the most is 536870912"},
		{`"ab".padStart(1e10, "x")`, "RangeError: a string of 10000000000 characters: the most is 536870912"},
		{`"ab".padEnd(1e10)`, "RangeError: a string of 10000000000 characters: the most is 536870912"},
		{`new Float64Array(1e12)`, "RangeError: new Float64Array(1000000000000): the most is 268435456"},
		{`new ArrayBuffer(1e13)`, "RangeError: new ArrayBuffer(10000000000000): the most is 2147483648"},
		{`new (class extends Uint8Array {})(1e11)`, "RangeError: new Uint8Array(100000000000): the most is 2147483648"},
		{`"x".repeat(Infinity)`, "RangeError: Invalid count value"},
		{`"ab".repeat(3) + "x".padStart(3) + "x".padEnd(3, "ab") + String.prototype.repeat.call(7, 2)`, "ababab  xxab77"},
		{`const f = new Float64Array(3); f[1] = 5; [f instanceof Float64Array, f.constructor === Float64Array, f.map((x) => 2 * x)[1]].join()`, "true,true,10"},
		{`[Float64Array.from([1, 2]).length, Float64Array.of(3)[0], Float64Array.BYTES_PER_ELEMENT, Float64Array.name].join()`, "2,3,8,Float64Array"},
		{`class X extends Float64Array { twice() { return this.map((x) => 2 * x) } }; const x = new X([1, 2]).twice(); [x instanceof X, x[1]].join()`, "true,4"},
		{`[new Uint8Array(new ArrayBuffer(8), 2, 3).length, ArrayBuffer.isView(new Int8Array(1)), new ArrayBuffer(4).slice(1).byteLength].join()`, "3,true,3"},
	} {
		rt := New(Options{Stdout: &bytes.Buffer{}, Stderr: &bytes.Buffer{}})
		v, err := rt.RunString("t.js", c.code)
		got := ""
		if err != nil {
			_, got, _ = strings.Cut(err.Error(), ": ")
		} else {
			got = v.String()
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.code, got, c.want)
		}
		rt.Close()
	}
}
