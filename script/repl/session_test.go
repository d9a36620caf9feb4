package repl

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/script"
)

func session(t *testing.T) (*Session, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	return NewSession(script.New(script.Options{Stdout: &out, Stderr: &out, Dir: t.TempDir()})), &out
}

// Each case is a sequence of inputs; want is what the last one shows.
func TestEval(t *testing.T) {
	for _, c := range []struct {
		name   string
		inputs []string
		want   string
	}{
		{"value", []string{"1 + 1"}, "2"},
		{"nothing", []string{"const a = 1"}, ""},
		{"const twice", []string{"const a = 1", "const a = 2", "a"}, "2"},
		{"let twice", []string{"let a = 1", "let a", "a"}, ""},
		{"kind changes", []string{"const a = 1", "let a = 2", "var a = 3", "function a() {}", "class a { static x = 4 }", "a.x"}, "4"},
		{"const over function", []string{"function a() {}", "const a = 5", "a"}, "5"},
		{"class twice", []string{"class A { f() { return 1 } }", "class A { f() { return 2 } }", "new A().f()"}, "2"},
		{"class names itself", []string{"class A { static make() { return new A() } }", "A.make() instanceof A"}, "true"},
		{"object pattern", []string{"const {a, b: {c = 3}, ...rest} = {a: 1, b: {}, d: 4}", "const {a, b: {c}, e = 9} = {a: 7, b: {c: 8}}", "[a, c, e, rest]"}, "[ 7, 8, 9, { d: 4 } ]"},
		{"array pattern", []string{"let [a, , b = 2, ...c] = [1, 5, undefined, 4]", "[a, b, c]"}, "[ 1, 2, [ 4 ] ]"},
		{"several", []string{"let a = 1, b = 2; const c = 3", "a + b + c"}, "6"},
		{"closures see the new value", []string{"let a = 1; const f = () => a", "let a = 2", "f()"}, "2"},
		{"a loop has no value", []string{"for (let i = 0; i < 3; i++) i"}, ""},
		{"blocks stay blocks", []string{"let a = 1; { let a = 2 } for (const a of [3]) ;", "a"}, "1"},
		{"object", []string{"{a: 1}"}, "{ a: 1 }"},
		{"empty object", []string{"{}"}, "{}"},
		{"block", []string{"{ let x = 1; x + 1 }"}, "2"},
		{"last value", []string{"6 * 7", "_ + 1"}, "43"},
		{"last value stays", []string{"5", "undefined", "_"}, "5"},
		{"strict", []string{"try { undeclared = 1 } catch (e) { e.name }"}, "'ReferenceError'"},
		{"await", []string{"await Promise.resolve(3)"}, "3"},
		{"await declares", []string{"const a = await 1, {b, c: [d]} = await {b: 2, c: [3]}; class E { x = a }; function f() { return a + d }", "[a, b, d, new E().x, f()]"}, "[ 1, 2, 3, 1, 4 ]"},
		{"await twice", []string{"const a = await 1", "const a = await 2", "a"}, "2"},
		{"await keeps closures", []string{"await null; let k = 0; function inc() { k++ }", "inc(); k"}, "1"},
		{"await and var", []string{"var v = await 4; for (var w of [5]) ;", "v"}, "4"},
		{"await a timer", []string{"await new Promise(r => setTimeout(r, 1, 'done'))"}, "'done'"},
		{"import", []string{`import { assert as check, test } from "gneuron/test"`, "typeof check.equal + typeof test"}, "'functionfunction'"},
		{"import and await", []string{"import * as t from 'gneuron/test'; await 1", "typeof t.test"}, "'function'"},
		{"timer", []string{"let hit = 0; setTimeout(() => { hit = 1 }, 1)", "hit"}, "1"},
		{"promise", []string{"let p = 0; Promise.resolve(8).then(x => { p = x }); p", "p"}, "8"},
		{"var keeps its value", []string{"var q = 3", "var q", "q"}, "3"},
		{"shadow a global", []string{"const print = 3", "print"}, "3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, out := session(t)
			var got Result
			for _, code := range c.inputs {
				var err error
				if got, err = s.Eval(code); err != nil {
					t.Fatalf("%s: %s", code, script.Report(err))
				}
			}
			if got.Text != c.want || out.Len() > 0 {
				t.Errorf("got %q (printed %q), want %q", got.Text, out, c.want)
			}
		})
	}
}

// Rewriting moves nothing: errors are where the text has them.
func TestEvalPositions(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"const a = nope", "1:11"},
		{"let a; const {b = nope} = {}", "1:19"},
		{"class A { static x = nope }", "1:22"},
		{"class A { f() { return nope } }; class B {}; new A().f()", "1:24"},
		{"\n  class A extends nope {}", "2:19"},
		{"{a: nope}", "1:5"},
		{"{a: 1,\n b: nope}", "2:5"},
		{"await null; nope", "1:13"},
		{"await nope()", "1:7"},
		{"const a = await null;\n  let b = nope", "2:11"},
		{"import { test } from 'gneuron/test'\nlet a = nope", "2:9"},
		{"let a = 1; let a", "1:16"},
		{"await 1; const {a} = {}; class a {}", "1:32"},
		{"let a = ;", "1:9"},
		{"f(1 2)", "1:5"},
		{"await f(1 2)", "1:11"},
	} {
		s, _ := session(t)
		_, err := s.Eval(c.code)
		var e *script.Error
		if !errors.As(err, &e) {
			t.Errorf("%q: error %v", c.code, err)
			continue
		}
		if got := fmt.Sprintf("%d:%d", e.Line, e.Column); got != c.want || e.File != "In[1]" {
			t.Errorf("%q: at %s:%s, want %s\n%s", c.code, e.File, got, c.want, e.Report())
		}
	}
}

func TestIsComplete(t *testing.T) {
	s, _ := session(t)
	for code, want := range map[string]string{
		"":                                  Complete,
		"1 + 1":                             Complete,
		"f(":                                Incomplete,
		"[1, 2":                             Incomplete,
		"{a: 1":                             Incomplete,
		"if (a) {":                          Incomplete,
		"if (a) {\n}":                       Complete,
		"if (a)":                            Incomplete,
		"`abc":                              Incomplete,
		"`a${":                              Incomplete,
		"`a${b}\n":                          Incomplete,
		"`a${b}\n`":                         Complete,
		"/* abc":                            Incomplete,
		"a +":                               Incomplete,
		"x =>":                              Incomplete,
		"const a =":                         Incomplete,
		"class A { f() {":                   Incomplete,
		"async function f() {":              Incomplete,
		"await f(":                          Incomplete,
		"await f(1)":                        Complete,
		"for (const x of xs) {\nawait f(x)": Incomplete,
		"const a = await {":                 Incomplete,
		"import { a } from 'x'":             Complete,
		"a b":                               Invalid,
		"f(]":                               Invalid,
		")":                                 Invalid,
		"'abc":                              Invalid,
		"let x = ;":                         Invalid,
		"await f(]":                         Invalid,
	} {
		if got := s.IsComplete(code); got != want {
			t.Errorf("IsComplete(%q) = %s, want %s", code, got, want)
		}
	}
}

func TestComplete(t *testing.T) {
	s, _ := session(t)
	dir := s.Runtime().Dir()
	for _, name := range []string{"cell.js", "cable.ts", "notes.txt", "lib/x.js"} {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777)
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	rt := s.Runtime()
	soma := rt.VM().ToValue(func(call goja.FunctionCall) goja.Value {
		return rt.VM().ToValue(map[string]any{"gnabar": 1, "gkbar": call.Argument(0)})
	}).(*goja.Object)
	rt.SetHost(soma, "a section")
	rt.Global("soma", soma)
	if _, err := s.Eval(`const obj = {alpha: {beta: 1, gamma: 2}, albedo: [{x1: 1}], "not a name": 1, _hidden: 1}
Object.defineProperty(obj, "boom", {get() { called++; return {x: 1} }, enumerable: true})
const trap = new Proxy({inside: 1}, {get() { called++ }, ownKeys() { called++; return [] }, getPrototypeOf() { called++; return null }})
const big = new Array(2000).fill(0), axon = n.Section("axon"), axon2 = n.Section("axon2"), cells = [axon2, axon]; axon.insert(n.hh)
class Cell { grow() {} get size() { return 1 } }
const cell = new Cell(); var called = 0; const fn = (x) => { called++; return {inside: 1} }`); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code  string
		start int
		want  []string
	}{
		{"obj.al", 4, []string{"albedo", "alpha"}},
		{"obj.", 4, []string{"albedo", "alpha", "boom"}},
		{"obj._", 4, []string{"_hidden"}},
		{"f(obj.alpha.b", 12, []string{"beta"}},
		{"obj['alpha'].g", 13, []string{"gamma"}},
		{"obj.albedo[0].x", 14, []string{"x1"}},
		{"cell.", 5, []string{"grow", "size"}},
		{"soma(0.5).gk", 10, []string{"gkbar"}},
		{"fn(1).in", 6, nil},
		{"nothing.x", 8, nil},
		{"const q = conso", 10, []string{"console"}},
		{"retu", 0, []string{"return"}},
		{"console.lo + 1", 8, []string{"log"}},
		{`require("gneu`, 9, []string{"gneuron/analysis", "gneuron/data", "gneuron/integrators", "gneuron/numpy", "gneuron/python", "gneuron/test"}},
		{`require('c`, 9, []string{"cable.ts", "cell.js"}},
		{`import x from "li`, 15, []string{"lib/"}},
		{`import x from "lib/`, 15, []string{"lib/x.js"}},
		{"trap.in", 5, []string{"inside"}},
		{"obj.boom.", 9, nil},
		{"obj['not", 5, []string{"not a name"}},
		{"big.leng", 4, []string{"length"}},
		{"cells[1](0.5).hh.gn", 17, []string{"gna", "gnabar"}},
		{"axon?.nse", 6, []string{"nseg"}},
		{"axon.insert('k", 13, []string{"k_ion"}},
		{`axon.insert("ext`, 13, []string{"extracellular"}},
		{"n.ICl", 2, []string{"IClamp"}},
		{"n.IClamp(axon(0.5), {de", 21, []string{"delay"}},
		{"n.IClamp(axon(0.5), {delay: 1, du", 31, []string{"dur"}},
		{"n.Section('x', {ns", 16, []string{"nseg"}},
		{"n.Vector().record({ns", 19, nil},
		{"f('ax", 3, []string{"axon", "axon2"}},
		{"n.load_morphology('li", 19, []string{"lib/"}},
		{"File('no", 6, []string{"notes.txt"}},
		{"help('gnab", 6, []string{"gnabar_hh"}},
		{"// it's n.ICl", 10, []string{"IClamp"}},
	} {
		pos := len(c.code)
		if i := strings.Index(c.code, " + 1"); i > 0 {
			pos = i
		}
		start, got := s.Complete(c.code, pos)
		if c.want == nil && len(got) == 0 {
			continue
		}
		if start != c.start || !slices.Equal(got, c.want) {
			t.Errorf("Complete(%q) = %d %v, want %d %v", c.code, start, got, c.start, c.want)
		}
	}
	for _, code := range []string{"trap", "trap.inside", "obj.boom", "obj"} {
		s.HelpAt(code, len(code))
	}
	if v, err := s.Eval("called"); err != nil || v.Text != "0" {
		t.Errorf("completion called a function: %v %v", v.Text, err)
	}
}

func TestOnRedeclare(t *testing.T) {
	rt := script.New(script.Options{})
	var log []string
	rt.OnRedeclare(func(name string, old goja.Value) { log = append(log, fmt.Sprintf("%s=%v", name, old)) })
	s := NewSession(rt)
	for _, code := range []string{"const a = 1, {b} = {b: 2}", "a", "const a = 3", "let b", "var a", "class C {}", "await 0; const a = 4", "a = 5", "const a = 6", "b + c"} {
		s.Eval(code)
	}
	want := []string{"a=1", "b=2", "a=3", "a=5"}
	if !slices.Equal(log, want) {
		t.Errorf("got %v, want %v", log, want)
	}
}

func TestInterruptKeepsSession(t *testing.T) {
	s, _ := session(t)
	if _, err := s.Eval("let n1 = 0"); err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"for (;;) n1++", "await new Promise(() => setInterval(() => {}, 1))", "setInterval(() => { n1++ }, 1)"} {
		timer := time.AfterFunc(20*time.Millisecond, func() { s.Runtime().Interrupt(script.Interrupted) })
		_, err := s.Eval(code)
		timer.Stop()
		var stopped *script.Stopped
		if !errors.As(err, &stopped) || stopped.Reason != script.Interrupted {
			t.Errorf("%s: %v", code, err)
		}
	}
	if v, err := s.Eval("n1 > 0"); err != nil || v.Text != "true" {
		t.Errorf("afterwards: %v, %v", v.Text, err)
	}
}

func TestEvalErrorsKeepSession(t *testing.T) {
	s, _ := session(t)
	for _, code := range []string{"throw 1", "await Promise.reject(new Error('x'))", "Promise.reject(new Error('y'))", "setTimeout(() => nope, 1)", "a b", "let a; let a", "(function f() { f() })()"} {
		if _, err := s.Eval(code); err == nil {
			t.Errorf("%s: no error", code)
		}
	}
	var exit *script.Exit
	if _, err := s.Eval("process.exit(4)"); !errors.As(err, &exit) || exit.Code != 4 {
		t.Errorf("process.exit: %v", err)
	}
	if v, err := s.Eval("1 + 1"); err != nil || v.Text != "2" {
		t.Errorf("afterwards: %v, %v", v.Text, err)
	}
}

// With many sections a completion is still at once.
func TestCompleteIsQuick(t *testing.T) {
	s, _ := session(t)
	if _, err := s.Eval("const cells = []; for (let i = 0; i < 10000; i++) cells.push(n.Section('cell' + i))"); err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]int{"n.al": 2, "cells[9999].ns": 1, "f('cell999": 11, "cells[5](0.5).di": 1, "cel": 1} {
		least := time.Hour
		for range 3 {
			start := time.Now()
			if _, names := s.Complete(code, len(code)); len(names) < want {
				t.Errorf("%s: %v", code, names)
			}
			least = min(least, time.Since(start))
		}
		if least > 100*time.Millisecond { // what people take for at once
			t.Errorf("%s: %v", code, least)
		}
	}
}

type clamp struct{}

func (clamp) Help() string { return "IClamp: a current\n" }

func TestHelp(t *testing.T) {
	s, out := session(t)
	fn := s.Runtime().VM().ToValue(func() {}).(*goja.Object)
	s.Runtime().SetHost(fn, clamp{})
	s.Runtime().Global("IClamp", fn)
	for _, code := range []string{"help(IClamp)", "help({a: 1, b() {}})", "help(3)"} {
		if v, err := s.Eval(code); err != nil || v.Text != "" {
			t.Fatalf("%s: %v %v", code, v.Text, err)
		}
	}
	want := "IClamp: a current\n{ a: 1, b: [Function: b] }\na b\n3\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out, want)
	}
	if _, err := s.Eval("help()"); err != nil || !strings.Contains(out.String(), "n.finitialize") {
		t.Errorf("help() printed %q, %v", out, err)
	}
}

// Each case is an input and what it prints.
func TestHelpOnNames(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"help('gnabar_hh')", "gnabar_hh: parameter of hh, 0.12 S/cm2 by default"},
		{"help('ena')", "soma(0.5).ena: number\n\nReversal potential [mV], default 50.\n"},
		{"help('usetable_hh')", "n.usetable_hh: number\n\n1: rates come from the table"},
		{"help('IClamp')", "IClamp: point process"},
		{"help('n.IClamp')", "IClamp: point process"},
		{"help('continuerun')", "n.continuerun(t: number)"},
		{"help('plt.plot')", "plt.plot("},
		{"help('Vector.record')", "Vector.record("},
		{"help('connect')", "Section.connect("},
		{"help('soma')", "Section: "},
		{"help(soma)", "Section: "},
		{"help(plt.plot)", "plt.plot("},
		{"help(n)", "n is the simulator"},
		{"help(help)", "gneuron runs JavaScript."},
		{"help()", "gneuron runs JavaScript."},
		{"help(double)", "double = (x, {by = 2} = {}) => ...\n\nDoubles a number.\nIt is quick.\n"},
		{"help('double')", "double = (x, {by = 2} = {}) => ...\n\nDoubles a number.\nIt is quick.\n"},
		{"help(area)", "async function area(d)\n\narea of a sphere\n[um2]\n"},
		{"help(bare)", "function bare()\n"},
		{"help(Ball)", "class Ball\n\nA soma alone.\n\nmembers: grow\n"},
		{"help(3)", "3\n"},
	} {
		s, out := session(t)
		if _, err := s.Eval("const soma = n.Section('soma')\n/**\n * Doubles a number.\n * It is quick.\n */\nconst double = (x, {by = 2} = {}) => x * by\n\n" +
			"// area of a sphere\n// [um2]\nasync function area(d) { return 3.14 * d * d }\nlet other = 1\nfunction bare() {}\n// A soma alone.\nclass Ball { grow() {} }"); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Eval(c.code); err != nil {
			t.Errorf("%s: %v", c.code, err)
		} else if !strings.HasPrefix(out.String(), c.want) {
			t.Errorf("%s prints\n%swant\n%s", c.code, out, c.want)
		}
	}
}

func TestHelpOnUnknownNames(t *testing.T) {
	for name, near := range map[string]string{"gnabr_hh": "gnabar_hh", "IClmp": "IClamp", "n.finitialise": "n.finitialize", "plt.plto": "plt.plot", "Vector.recrod": "Vector.record", "conect": "connect"} {
		s, _ := session(t)
		_, err := s.Eval("help('" + name + "')")
		var e *script.Error
		if !errors.As(err, &e) || e.Hint != fmt.Sprintf("did you mean %q?", near) || e.Message != fmt.Sprintf("there is no help on %q", name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestQuestion(t *testing.T) {
	s, _ := session(t)
	for code, want := range map[string]string{"n.IClamp?": "IClamp: point process", " gnabar_hh ?": "gnabar_hh: ", "1 ?": "", "a ? b : c": "", "nothing?": ""} {
		if text, ok := s.Question(code); ok != (want != "") || !strings.HasPrefix(text, want) {
			t.Errorf("%s: %v %q", code, ok, text)
		}
	}
}
