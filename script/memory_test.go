package script

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/gneuron/gneuron/fault"
)

// What grows without end is stopped with an error that says so, and the Runtime goes
// on.
func TestOutOfMemory(t *testing.T) {
	defer LimitMemory(0)
	for _, c := range []struct{ name, code string }{
		{"string", "let s = 'a'; while (true) s += s"},
		{"array", "const a = []; while (true) a.push(new Array(100).fill(1))"},
		{"Vector", "const v = n.Vector(), w = n.Vector(1000); while (true) v.append(w)"},
		{"caught", "const a = []; while (true) try { a.push(new Array(100).fill(1)) } catch {}"},
		{"timer", "const a = []; setInterval(() => { for (let i = 0; i < 1e3; i++) a.push(new Array(100).fill(i)) }, 0)"},
		{"record", "const soma = n.Section('soma'); for (let i = 0; i < 100; i++) n.Vector().record(soma(0.5)._ref_v); n.finitialize(-65); n.continuerun(1e9)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			runtime.GC()
			heap, _ := heapAndStack()
			LimitMemory(heap + 70e6)
			rt := New(Options{Stdout: io.Discard, Stderr: io.Discard})
			defer rt.Close()
			stop := time.AfterFunc(2*time.Minute, func() { rt.Interrupt(TimedOut) })
			defer stop.Stop()
			_, err := rt.RunString("grow.js", c.code)
			var e *Error
			if !errors.As(err, &e) || e.Fault == nil || e.Fault.Kind != fault.Range || !strings.HasPrefix(e.Message, "out of memory: the script holds ") ||
				!strings.Contains(e.Hint, "GNEURON_MEMORY") {
				t.Fatalf("error %v", err)
			}
			if c.name != "timer" && e.Line != 1 {
				t.Errorf("the place is %s:%d", e.File, e.Line)
			}
			rt.ClearStop()
			if v, err := rt.RunString("after.js", "1 + 1"); err != nil || v.String() != "2" {
				t.Errorf("afterwards: %v, %v", v, err)
			}
		})
	}
}

// A heap of garbage is no reason to stop.
func TestMemoryOfGarbage(t *testing.T) {
	defer LimitMemory(0)
	runtime.GC()
	heap, _ := heapAndStack()
	LimitMemory(heap + 100e6)
	rt := New(Options{Stdout: io.Discard, Stderr: io.Discard})
	defer rt.Close()
	if _, err := rt.RunString("garbage.js", "for (let i = 0; i < 80; i++) { const a = []; for (let k = 0; k < 2e4; k++) a.push([k]) }"); err != nil {
		t.Error(err)
	}
}

// Generators that nest without end are an error of the script, which it can catch.
func TestNestedGenerators(t *testing.T) {
	rt := New(Options{Stdout: io.Discard, Stderr: io.Discard})
	defer rt.Close()
	for code, want := range map[string]string{
		"function* g() { yield* g() }; let e1; try { [...g()] } catch (e) { e1 = e }; `${e1.name}: ${e1.message}`":                             "RangeError: the generators are nested more than 4000 deep",
		"function* h() { for (const x of h()) yield x }; let e2; try { [...h()] } catch (e) { e2 = e }; e2.hint":                               "a generator that delegates to itself needs a condition that ends it",
		"function* d(k) { if (k) yield* d(k - 1); yield k }; [...d(2000)].length":                                                              "2001",
		"const it = (function* () { const x = yield 1; return x + 1 })(); it.next(); JSON.stringify(it.next(4))":                               `{"value":5,"done":true}`,
		"let caught = ''; const th = (function* () { throw new Error('mine') })(); try { th.next() } catch (e) { caught = e.message }; caught": "mine",
	} {
		if v, err := rt.RunString("gen.js", code); err != nil || v.String() != want {
			t.Errorf("%s: %v, %v; want %s", code, v, err, want)
		}
	}
}
