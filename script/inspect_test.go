package script

import (
	"bytes"
	"testing"

	"github.com/dop251/goja"
)

func TestInspect(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{`"it's"`, `"it's"`},
		{`"a\nb"`, `'a\nb'`},
		{`"'\"` + "`" + `"`, `'\'"` + "`'"},
		{`-0`, `-0`},
		{`10n`, `10n`},
		{`Symbol("s")`, `Symbol(s)`},
		{`[]`, `[]`},
		{`({})`, `{}`},
		{`[undefined, null, true]`, `[ undefined, null, true ]`},
		{`({a: 1, "b-c": "x", [Symbol("k")]: 2})`, `{ a: 1, 'b-c': 'x', [Symbol(k)]: 2 }`},
		{`({a: {b: {c: {d: 1}}}, x: [[[[]]]]})`, `{ a: { b: { c: [Object] } }, x: [ [ [Array] ] ] }`},
		{`({get a() { throw 1 }, set a(x) {}, get b() { return 1 }, set c(x) {}})`, `{ a: [Getter/Setter], b: [Getter], c: [Setter] }`},
		{`const c = {}; c.self = c; c`, `<ref *1> { self: [Circular *1] }`},
		{`[1, , , 4]`, `[ 1, <2 empty items>, 4 ]`},
		{`const l = [1]; l.name = "x"; l`, `[ 1, name: 'x' ]`},
		{`new Map([["a", {b: 1}]])`, `Map(1) { 'a' => { b: 1 } }`},
		{`new Set([1, "x"])`, `Set(2) { 1, 'x' }`},
		{`new (class Cells extends Map {})([[1, 2]])`, `Cells(1) { 1 => 2 }`},
		{`new WeakMap()`, `WeakMap { <items unknown> }`},
		{`Float64Array.of(1, 2.5)`, `Float64Array(2) [ 1, 2.5 ]`},
		{`new ArrayBuffer(8)`, `ArrayBuffer { byteLength: 8 }`},
		{`function f() {}; f`, `[Function: f]`},
		{`(() => 1)`, `[Function (anonymous)]`},
		{`(async () => 1)`, `[AsyncFunction (anonymous)]`},
		{`class A {}; class B extends A { static x = 1 }; B`, `[class B extends A] { x: 1 }`},
		{`new (class Soma { L = 10 })`, `Soma { L: 10 }`},
		{`Object.create(null)`, `[Object: null prototype] {}`},
		{`new Date(0)`, `1970-01-01T00:00:00.000Z`},
		{`new Date(NaN)`, `Invalid Date`},
		{`/a+/g`, `/a+/g`},
		{`Promise.resolve([1])`, `Promise { [ 1 ] }`},
		{`new Promise(() => {})`, `Promise { <pending> }`},
		{`Object(1)`, `[Number: 1]`},
		{`[new TypeError("no")]`, `[ [TypeError: no] ]`},
		{`new Proxy({a: 1}, {get() { throw 1 }})`, `{ a: 1 }`},
		{`Array.from({length: 7}, (_, i) => i)`, `[ 0, 1, 2, 3, 4, 5, 6 ]`},
		{`({a: "x".repeat(40), b: "y".repeat(40)})`, "{\n  a: '" + repeat("x", 40) + "',\n  b: '" + repeat("y", 40) + "'\n}"},
	} {
		rt := New(Options{})
		v, err := rt.RunString("t.js", c.code)
		if err != nil {
			t.Errorf("%s: %v", c.code, err)
			continue
		}
		if got := rt.Inspect(v); got != c.want {
			t.Errorf("Inspect(%s)\n got %s\nwant %s", c.code, got, c.want)
		}
	}
}

func repeat(s string, n int) string { return string(bytes.Repeat([]byte(s), n)) }

// A proxy made in Go may say what it stands for, one made by a script may not
// run its traps.
func TestInspectProxy(t *testing.T) {
	rt := New(Options{})
	vm := rt.VM()
	p := vm.NewProxy(vm.NewObject(), &goja.ProxyTrapConfig{
		GetSym: func(_ *goja.Object, sym *goja.Symbol, _ goja.Value) goja.Value {
			return rt.hostValue(sym, &shown{"c"})
		},
	})
	rt.Global("p", vm.ToValue(p))
	v, err := rt.RunString("t.js", `[p, new Proxy({a: 1}, {get() { throw 1 }, getPrototypeOf() { throw 2 }, ownKeys() { throw 3 }})]`)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := rt.Inspect(v), "[ <cell c>, { a: 1 } ]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestInspectCutsLongArrays(t *testing.T) {
	rt := New(Options{})
	v, err := rt.RunString("t.js", `new Array(1e6).fill(12.5)`)
	if err != nil {
		t.Fatal(err)
	}
	got := rt.Inspect(v)
	if len(got) > 2000 || !bytes.HasSuffix([]byte(got), []byte("... 999900 more items\n]")) {
		t.Errorf("got %d bytes ending %q", len(got), got[max(0, len(got)-40):])
	}
}

// shown is a host object that shows itself.
type shown struct{ name string }

func (c *shown) Inspect() string             { return "<cell " + c.name + ">" }
func (c *shown) Get(string) goja.Value       { return nil }
func (c *shown) Set(string, goja.Value) bool { return false }
func (c *shown) Has(string) bool             { return false }
func (c *shown) Delete(string) bool          { return false }
func (c *shown) Keys() []string              { return []string{"L"} }

func TestInspectHost(t *testing.T) {
	var out bytes.Buffer
	rt := New(Options{Stdout: &out})
	rt.Global("dyn", rt.VM().NewDynamicObject(&shown{"a"}))
	fn := rt.VM().ToValue(func(goja.FunctionCall) goja.Value { return nil }).(*goja.Object)
	rt.SetHost(fn, &shown{"b"})
	rt.Global("fn", fn)
	if _, err := rt.RunString("t.js", `console.log(dyn, [fn]); console.log("%o|%s|%d%%|%j", fn, "x", "4", {a: 1}, "rest"); console.warn`); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "<cell a> [ <cell b> ]\n<cell b>|x|4%|{\"a\":1} rest\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if names := rt.PropertyNames(rt.VM().Get("dyn")); len(names) != 1 || names[0] != "L" {
		t.Errorf("PropertyNames = %v, want [L]", names)
	}
}

func TestConsoleTable(t *testing.T) {
	var out bytes.Buffer
	rt := New(Options{Stdout: &out})
	if _, err := rt.RunString("t.js", `console.table([{a: 1, b: "x"}, {a: 2.5}, 7]); console.table({p: [1]}, ["0"]); console.table(3)`); err != nil {
		t.Fatal(err)
	}
	want := `┌─────────┬─────┬─────┬────────┐
│ (index) │ a   │ b   │ Values │
├─────────┼─────┼─────┼────────┤
│ 0       │ 1   │ 'x' │        │
│ 1       │ 2.5 │     │        │
│ 2       │     │     │ 7      │
└─────────┴─────┴─────┴────────┘
┌─────────┬───┐
│ (index) │ 0 │
├─────────┼───┤
│ p       │ 1 │
└─────────┴───┘
3
`
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
}
