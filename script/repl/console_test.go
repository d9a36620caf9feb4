package repl

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/script"
	"github.com/peterh/liner"
)

// typed gives lines to a console; ^C drops what was typed.
type typed struct {
	lines   []string
	prompts []string
	texts   []string
}

func (l *typed) PromptWithSuggestion(prompt, text string, _ int) (string, error) {
	if len(l.lines) == 0 {
		return "", io.EOF
	}
	l.prompts, l.texts = append(l.prompts, prompt), append(l.texts, text)
	line := l.lines[0]
	l.lines = l.lines[1:]
	if line == "^C" {
		return "", liner.ErrPromptAborted
	}
	return line, nil
}

// play types lines into a console in a folder, and gives what it shows and its exit
// code.
func play(t *testing.T, dir string, lines ...string) (*console, string, int) {
	t.Helper()
	var out bytes.Buffer
	rt := script.New(script.Options{Stdout: &out, Stderr: &out, Dir: dir})
	t.Cleanup(rt.Close)
	c := &console{Session: NewSession(rt), out: &out, err: &out, lines: &typed{lines: lines}}
	rt.OnShow(c.show)
	code := c.loop()
	return c, strings.TrimSuffix(out.String(), "\n"), code
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

const leak = `NEURON { SUFFIX leak2 NONSPECIFIC_CURRENT i RANGE g }
PARAMETER { g = .001 (S/cm2) }
ASSIGNED { v (mV) i (mA/cm2) }
BREAKPOINT { i = g*v }
`

// Each case is a session and all that it shows.
func TestConsole(t *testing.T) {
	more := string(moreMark)
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"values", []string{"1 + 1", "", "'text'", "undefined"}, "2\n'text'\n"},
		{"several lines", []string{"[1,", "2", "].length"}, "2\n"},
		{"left half-typed", []string{"[1,", "^C", "3"}, "3\n"},
		{"a paste", []string{"if (0) {" + more, "\u20031" + more, "}" + more, "" + more, "else {" + more, "'a\u2003b'" + more, "}"}, "'a\\tb'\n"},
		{"recalled", []string{"const a = [⏎\u20031⏎]; a"}, "[ 1 ]\n"},
		{"an error", []string{"nope", "1"}, "In[1]:1:1: ReferenceError: nope is not defined\n    1 | nope\n      | ^\n1\n"},
		{"exit is none", []string{"exit()"}, "In[1]:1:1: ReferenceError: exit is not defined\n    1 | exit()\n      | ^\nhint: .exit or Ctrl-D leaves\n"},
		{"an unknown command", []string{".laod x", ".xyzzy", "..."}, "there is no command .laod\nhint: did you mean \".load\"?\nthere is no command .xyzzy\nhint: .help lists the commands\n" +
			"In[1]:1:1: SyntaxError: Unexpected \"...\"\n    1 | ...\n      | ^\n"},
		{"arguments", []string{".load", ".exit now", ".5 + 1"}, ".load needs an argument: .load FILE\n.exit takes no argument\n1.5\n"},
		{"load", []string{".load model.js", "radius * 2", `.load "model.js"`, ".load modle.js", ".load no/x.js", ".load bad.js"},
			"loaded\n84\nloaded\ncannot read modle.js: no such file or directory\nhint: did you mean \"model.js\"?\n" +
				"cannot read no/x.js: no such file or directory\nbad.js:2:1: ReferenceError: nope is not defined\n    2 | nope\n      | ^\n"},
		{"load what has types and exports", []string{".load typed.ts", "twice(y)", ".load bad.ts"}, "14\nbad.ts:2:11: SyntaxError: Unexpected \";\"\n    2 | const x = ;\n      |           ^\n"},
		{"load with exports", []string{".load lib.mjs", "[area(2), other, typeof Main]"}, "[ 4, 1, 'function' ]\n"},
		{"names of n", []string{"IClamp", "-65 * mV", "a = 1; 2", "s"}, "In[1]:1:1: ReferenceError: IClamp is not defined\n    1 | IClamp\n      | ^\nhint: did you mean \"n.IClamp\"?\n" +
			"In[2]:1:7: ReferenceError: mV is not defined\n    1 | -65 * mV\n      |       ^\nhint: import { mV } from \"neuron/units\"\n" +
			"In[3]:1:1: ReferenceError: a is not defined\n    1 | a = 1; 2\n      | ^\nhint: declare a variable where it is first set: let a = ...\n" +
			"In[4]:1:1: ReferenceError: s is not defined\n    1 | s\n      | ^\n"},
		{"names of many sections", []string{"for (let i = 0; i < 60; i++) n.Section('s' + i)", "n.allsec().toString().length > 0; n.allsec()"}, "*... 10 more]\n"},
		{"a large matrix", []string{"n.Matrix(100, 100)"}, "*...\n"},
		{"mod", []string{".mod mods", ".mod mods/leak2.mod", "n.leak2", ".mod mosd"},
			"loaded leak2\nloaded leak2\n[mechanism leak2]\nModelError: n.load_mechanisms: there is no folder \"mosd\"\nhint: did you mean \"mods\"?\n"},
		{"nothing to plot", []string{".plot"}, "ModelError: there is nothing to plot: no figure, and no Vector that recorded something\nhint: record before the run: const v = n.Vector().record(soma(0.5)._ref_v)\n"},
		{"plot into files", []string{"plt.plot([1, 2])", ".plot a.png", ".plot a.html", ".plot a.xyz"},
			"saved a.png\nsaved a.html\nRangeError: \"xyz\" is none of the picture formats png, svg, pdf, html\nhint: use .png, .svg, .pdf or .html\n"},
		{"save", []string{"const a = 1", ".save x", ".save no/x.js"}, "saved x.js\ncannot write no/x.js: no such file or directory\n"},
		{"nothing to save", []string{".save x"}, "there is nothing to save: no input has run without an error\n"},
		{"help", []string{".help gnabar_hh", ".help gnabr_hh", "n.hh.nope?"}, "gnabar_hh: parameter of hh, 0.12 S/cm2 by default\nallowed: 0 to 1e+09\nlargest sodium conductance\n" +
			"of a whole section: soma.gnabar_hh; of a segment: soma(0.5).hh.gnabar\nthere is no help on \"gnabr_hh\"\nhint: did you mean \"gnabar_hh\"?\n"},
		{"an empty figure is a text", []string{"plt.figure()"}, "Figure of 720 x 480 pixels: 0 axes, 0 series\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "model.js"), "const radius = 42\nprint('loaded')\n")
			write(t, filepath.Join(dir, "bad.js"), "1\nnope\n")
			write(t, filepath.Join(dir, "typed.ts"), "interface P { x: number }\nexport const p: P = { x: 3 }, y = 7\nfunction twice(a: number): number { return 2 * a }\n")
			write(t, filepath.Join(dir, "bad.ts"), "type T = number\nconst x = ;\n")
			write(t, filepath.Join(dir, "lib.mjs"), "#!/usr/bin/env gneuron\nexport function area(x) { return x * x }\nexport default class Main {}\nconst other = 1\nexport { other }\n")
			write(t, filepath.Join(dir, "mods", "leak2.mod"), leak)
			_, got, code := play(t, dir, c.lines...)
			if end, ok := strings.CutPrefix(c.want, "*"); ok && strings.HasSuffix(got, end) && len(got) < 2000 {
				return
			}
			if got != c.want || code != 0 {
				t.Errorf("shown (exit code %d)\n%s\nwant\n%s", code, got, c.want)
			}
		})
	}
}

func TestConsoleExit(t *testing.T) {
	for line, want := range map[string]int{".exit": 0, "process.exit(7)": 7} {
		if _, _, code := play(t, t.TempDir(), line, "print('not reached')"); code != want {
			t.Errorf("%s: exit code %d, want %d", line, code, want)
		}
	}
}

// The lines of a statement that was dropped can be recalled.
func TestConsoleRemembersDropped(t *testing.T) {
	c, _, _ := play(t, t.TempDir(), "function f() {", "  return 1", "^C", "^C", "2")
	if want := []string{"function f() {⏎  return 1", "2"}; !slices.Equal(c.history.entries, want) {
		t.Errorf("the history is %q", c.history.entries)
	}
}

// What is behind the cursor of a paste stands behind the paste.
func TestPasteInTheMiddle(t *testing.T) {
	c, got, _ := play(t, t.TempDir(), "f(1,"+string(moreMark)+")", "2)")
	l := c.lines.(*typed)
	if l.texts[1] != ")" || !strings.Contains(got, "f is not defined") {
		t.Errorf("the second line starts with %q; shown: %s", l.texts[1], got)
	}
}

// A figure as a value, and what was recorded, are drawn.
func TestConsoleDraws(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	for _, lines := range [][]string{
		{"const f = plt.figure(); f.line([1, 2], [3, 4]); f"},
		{"plt.plot([1, 2], [3, 4])", "plt.show()"},
		{"plt.plot([1, 2], [3, 4])", ".plot"},
		{"const s = n.Section('soma'); const v = n.Vector().record(s(0.5)._ref_v); n.finitialize(-65); for (let i = 0; i < 9; i++) n.fadvance(); null", ".plot"},
	} {
		_, got, _ := play(t, t.TempDir(), lines...)
		if !strings.ContainsFunc(got, func(r rune) bool { return r > 0x2800 && r < 0x2900 }) {
			t.Errorf("%q shows\n%s", lines, got)
		}
		if strings.Contains(lines[0], "record") && !strings.Contains(got, "soma(0.5)") && !strings.Contains(got, "t (ms)") {
			t.Errorf("what was recorded has no names:\n%s", got)
		}
	}
}

// What is told of an interrupted run.
func TestConsoleAfterInterrupt(t *testing.T) {
	var c *console
	var out bytes.Buffer
	rt := script.New(script.Options{Stdout: &out, Stderr: &out})
	c = &console{Session: NewSession(rt), out: &out, err: &out, lines: &typed{lines: []string{
		"const soma = n.Section('soma'); n.finitialize(-65); n.cvode.event(1, () => stop())", "n.continuerun(1e6)", "n.t < 100"}}}
	rt.Global("stop", func() { c.signal(os.Interrupt) })
	c.loop()
	if got := out.String(); !strings.Contains(got, "In[2]:1:3: interrupted\n    1 | n.continuerun(1e6)\n      |   ^\nn.t is 1") || !strings.HasSuffix(got, "\ntrue\n\n") {
		t.Errorf("shown:\n%s", got)
	}
}

func TestColours(t *testing.T) {
	p := paint{on: true}
	short := strings.NewReplacer("\x1b[", "<", "m", ">").Replace
	for text, want := range map[string]string{
		"2":                                 "<33>2<0>",
		"-1.5e-3":                           "<33>-1.5e-3<0>",
		"{ a: 'b', c: null }":               "{ <34>a<0>: <32>'b'<0>, <34>c<0>: <90>null<0> }",
		"[ true, [Function: f] ]":           "[ <33>true<0>, <36>[Function: f]<0> ]",
		"Section so1: L 20 u, hh2":          "<1>Section<0> <34>so1<0>: L <33>20<0> u, hh2",
		"'it\\'s 1'":                        "<32>'it\\'s 1'<0>",
		"[ 'it\\'s', x2 ]":                  "[ <32>'it\\'s'<0>, x2 ]",
		"<ref *1> { a: [Circular *1], b: 1": "<36><ref *1><0> { <34>a<0>: <36>[Circular *1]<0>, <34>b<0>: <33>1<0>",
	} {
		if got := short(p.value(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
		if got := (paint{}).value(text); got != text {
			t.Errorf("without colours %q became %q", text, got)
		}
	}
	report := "a.js:1:2: TypeError: no\n    1 | x y\n      |  ^\nhint: do\n    at f (a.js:1:2)\n"
	want := "<90>a.js:1:2: <0><1;31>TypeError:<0> no\n    1 | x y\n      |  <1;31>^<0>\n<36>hint:<0> do\n<90>    at f (a.js:1:2)<0>\n"
	if got := short(p.report(report)); got != want {
		t.Errorf("the report is\n%s, want\n%s", got, want)
	}
}

func TestFold(t *testing.T) {
	if got, want := fold("Section a: one two three\n  b", 14), "Section a: one\n    two three\n  b"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := fold("onewordthatiswide", 5); got != "onewordthatiswide" {
		t.Errorf("a word became %q", got)
	}
}

func TestListNames(t *testing.T) {
	var out bytes.Buffer
	c := &console{out: &out}
	var names []string
	for i := range 400 {
		names = append(names, "name"+strconv.Itoa(1000+i))
	}
	c.listNames(names)
	lines := strings.Split(out.String(), "\n")
	if first := strings.Fields(lines[1]); first[0] != "name1000" || strings.Contains(out.String(), "name1300") || lines[len(lines)-2] != "... and 100 more" {
		t.Errorf("listed:\n%s", out.String())
	}
	if got := commonPrefix(names); got != "name1" {
		t.Errorf("all begin with %q", got)
	}
}
