package script

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// failing gives a Runtime with functions that fail in every way.
func failing() *Runtime {
	rt := New(Options{Stdout: &bytes.Buffer{}, Stderr: &bytes.Buffer{}})
	rt.Global("fail", func(call goja.FunctionCall) goja.Value {
		e := fault.New(fault.Kind(call.Argument(0).ToInteger()), "soma has no property %q", "gnabr_hh").DidYouMean("gnabar_hh")
		e.Section, e.Mechanism, e.Variable, e.Value = "soma", "hh", "gnabar_hh", -1
		rt.Throw(e)
		return nil
	})
	rt.Global("modFail", func(goja.FunctionCall) goja.Value {
		rt.Throw(&fault.Error{Kind: fault.Syntax, Msg: `"gbarr" is not defined`,
			Pos: fault.Pos{File: "kv.mod", Line: 12, Column: 7}, Source: "\tik = gbarr*m"})
		return nil
	})
	rt.Global("plain", func(goja.FunctionCall) goja.Value { rt.Throw(errors.New("disk full")); return nil })
	rt.Global("bug", func(goja.FunctionCall) goja.Value { panic("the table is empty") })
	rt.Global("call", func(call goja.FunctionCall) goja.Value {
		f, _ := goja.AssertFunction(call.Argument(0))
		v, err := f(goja.Undefined())
		if err != nil {
			rt.Throw(err)
		}
		return v
	})
	return rt
}

func TestHostErrorReport(t *testing.T) {
	for _, c := range []struct{ name, code, want string }{
		{"type", "const a = 1\n\tfail(1)", "m.js:2:2: TypeError: soma has no property \"gnabr_hh\"\n" +
			"    2 | \tfail(1)\n      | \t^\nhint: did you mean \"gnabar_hh\"?\n"},
		{"model", "function g() { fail(0) }\ng()", "m.js:1:16: ModelError: soma has no property \"gnabr_hh\"\n" +
			"    1 | function g() { fail(0) }\n      |                ^\nhint: did you mean \"gnabar_hh\"?\n" +
			"    at g (m.js:1:16)\n    at m.js:2:1\n"},
		{"mod", "modFail()", "m.js:1:1: SyntaxError: kv.mod:12:7: \"gbarr\" is not defined\n    1 | modFail()\n      | ^\n" +
			"   12 | \tik = gbarr*m\n      | \t     ^\n"},
		{"plain", "plain()", "m.js:1:1: Error: disk full\n    1 | plain()\n      | ^\n"},
		{"callback", "call(() => fail(2))", "m.js:1:12: RangeError: soma has no property \"gnabr_hh\"\n" +
			"    1 | call(() => fail(2))\n      |            ^\nhint: did you mean \"gnabar_hh\"?\n    at m.js:1:12\n    at m.js:1:1\n"},
		{"bug", "bug()", "m.js: internal error of gneuron: the table is empty; please report it with the script\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := failing().RunSource("/nowhere/m.js", c.code)
			if got := strings.ReplaceAll(Report(err), "/nowhere/", ""); err == nil || got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A script can catch a host error and read what it carries.
func TestHostErrorFields(t *testing.T) {
	rt := failing()
	v, err := rt.RunString("t.js", `
let out = []
for (const kind of [0, 1, 2, 3, 4]) {
  try { fail(kind) } catch (e) {
    out.push([e.name, e instanceof Error, e.section, e.mechanism, e.variable, e.value, e.hint, Object.keys(e).length].join(" "))
  }
}
try { plain() } catch (e) { out.push(String(e)) }
out.join("\n")`)
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, class := range []string{"ModelError", "TypeError", "RangeError", "ReferenceError", "SyntaxError"} {
		want += class + " true soma hh gnabar_hh -1 did you mean \"gnabar_hh\"? 0\n"
	}
	want += "Error: disk full"
	if v.String() != want {
		t.Errorf("got\n%s\nwant\n%s", v, want)
	}
}

// After a bug in host code the Runtime still works.
func TestRuntimeSurvivesHostPanic(t *testing.T) {
	rt := failing()
	for range 3 {
		_, err := rt.RunString("t.js", `try { call(() => [1].map(() => bug())) } finally { 1 }`)
		var e *Error
		if !errors.As(err, &e) || e.GoStack == "" || !strings.Contains(e.Message, "please report") {
			t.Fatalf("got %v", err)
		}
		if v, err := rt.RunString("t.js", `(() => { let s = 0; for (const x of [1, 2]) s += x; return s })()`); err != nil || v.ToInteger() != 3 {
			t.Fatalf("then %v, %v", v, err)
		}
	}
}

// A Go loop that polls the flag, and the JavaScript loop around it, both end.
func TestStopEndsHostLoop(t *testing.T) {
	rt := failing()
	steps := 0
	rt.Global("simulate", func(goja.FunctionCall) goja.Value {
		for !rt.StopFlag().Load() {
			steps++
			time.Sleep(10 * time.Microsecond)
		}
		rt.CheckStop()
		return nil
	})
	rt.Global("steps", func(goja.FunctionCall) goja.Value { return rt.VM().ToValue(steps) })
	for range 2 {
		timer := time.AfterFunc(20*time.Millisecond, func() { rt.Interrupt(TimedOut) })
		err := rt.RunSource("/nowhere/m.js", "for (;;) {\n  try { simulate() } catch { } finally { console.log('never') }\n}")
		timer.Stop()
		var stopped *Stopped
		if !errors.As(err, &stopped) || stopped.Reason != TimedOut || stopped.Line != 2 || stopped.Column != 9 {
			t.Fatalf("got %#v", err)
		}
		if out := rt.Stdout().(*bytes.Buffer).String(); out != "" {
			t.Errorf("printed %q after the stop", out)
		}
		rt.ClearStop()
		if v, err := rt.RunString("t.js", "steps() > 0"); err != nil || !v.ToBoolean() {
			t.Fatalf("after the stop: %v, %v", v, err)
		}
	}
}

// Runtimes share nothing: several may run at once (go test -race sees to it).
func TestRuntimesInParallel(t *testing.T) {
	done := make(chan error)
	for range 4 {
		go func() {
			rt := New(Options{Stdout: &bytes.Buffer{}})
			err := rt.RunSource("/nowhere/m.ts", `import { assert } from "gneuron/test"
const xs: number[] = [1, 2, 3]
assert.equal(xs.map(x => x * 2).join(), "2,4,6")
console.log(new Map([[1, xs]]), new Error("x"))`)
			done <- err
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(Report(err))
		}
	}
}

func TestNestingIsBounded(t *testing.T) {
	for _, code := range []string{strings.Repeat("(", 1e6), strings.Repeat("[", 1e5) + strings.Repeat("]", 1e5)} {
		_, err := New(Options{}).RunString("t.js", code)
		var e *Error
		if !errors.As(err, &e) || e.Message != "the brackets are nested too deep" || e.Column != maxNesting+1 {
			t.Errorf("got %v", err)
		}
	}
}

// strictObject refuses every property, as the model's objects refuse misspelt ones.
type strictObject struct{ rt *Runtime }

func (o *strictObject) refuse(key string) {
	o.rt.Throw(fault.New(fault.Type, "soma has no property %q", key).DidYouMean("gnabar_hh"))
}
func (o *strictObject) Get(key string) goja.Value         { o.refuse(key); return nil }
func (o *strictObject) Set(key string, _ goja.Value) bool { o.refuse(key); return false }
func (o *strictObject) Has(string) bool                   { return false }
func (o *strictObject) Delete(string) bool                { return false }
func (o *strictObject) Keys() []string                    { return nil }

// A misspelt property is reported at its name, read or written, of a dynamic
// object or a proxy.
func TestMisspeltPropertyPosition(t *testing.T) {
	for _, object := range []string{"soma", "pSoma"} {
		for _, c := range []struct{ before, rest string }{
			{"", ".gnabr_hh = 0.1"},
			{"const a = 1 + ", ".gnabr_hh * 2"},
			{"print(", ".gnabr_hh)"},
			{"", ".gnabr_hh(0.5)"},
			{"", ".gnabr_hh += 2"},
		} {
			rt := failing()
			vm := rt.VM()
			strict := &strictObject{rt}
			rt.Global("soma", vm.NewDynamicObject(strict))
			rt.Global("pSoma", vm.NewProxy(vm.NewObject(), &goja.ProxyTrapConfig{
				Get: func(_ *goja.Object, key string, _ goja.Value) goja.Value { return strict.Get(key) },
				Set: func(_ *goja.Object, key string, v, _ goja.Value) bool { return strict.Set(key, v) },
			}))
			code := c.before + object + c.rest
			err := rt.RunSource("/nowhere/model.js", "\n\n"+code)
			column := len(c.before) + len(object) + 2
			want := fmt.Sprintf("/nowhere/model.js:3:%d: TypeError: soma has no property \"gnabr_hh\"\n    3 | %s\n      | %s^\nhint: did you mean \"gnabar_hh\"?\n",
				column, code, strings.Repeat(" ", column-1))
			if got := Report(err); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		}
	}
}
