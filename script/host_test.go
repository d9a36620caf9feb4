package script

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// runHost runs a script as the file /m/model.js and gives its value, what it
// printed and the report of its error.
func runHost(t *testing.T, code string) (rt *Runtime, out, report string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	rt = New(Options{Stdout: &stdout, Stderr: &stderr, Dir: "/m"})
	if err := rt.RunSource("/m/model.js", code); err != nil {
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("%T: %v", err, err)
		}
		if e.GoStack != "" {
			t.Fatalf("%v\n%s", e, e.GoStack)
		}
		report = e.Report()
	}
	return rt, stdout.String() + stderr.String(), report
}

// A mistake is reported with its line and a caret under it.
func TestMistakesArePointedAt(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"const soma = n.Section('soma')\nsoma.nsge = 3\n", `
model.js:2:6: TypeError: soma has no property "nsge"
    2 | soma.nsge = 3
      |      ^
hint: did you mean "nseg"?
`},
		{"const soma = n.Section('soma')\nsoma.insert('hh')\nsoma(0.5).hh.gnabar = -1\n", `
model.js:3:14: RangeError: soma(0.5).gnabar_hh = -1 is outside 0 to 1e+09
    3 | soma(0.5).hh.gnabar = -1
      |              ^
`},
		{"const soma = n.Section('soma')\nconst ic = n.IClamp(soma(1.2))\n", `
model.js:2:21: RangeError: soma(1.2): x must be from 0 to 1
    2 | const ic = n.IClamp(soma(1.2))
      |                     ^
hint: x is the fraction of the length: soma(0.012) is 1.2 um from the 0 end
`},
	} {
		_, _, report := runHost(t, c.code)
		if want := c.want[1:]; report != want {
			t.Errorf("report\n%swant\n%s", report, want)
		}
	}
}

// A second process of one type, from the same line, at the same node is told
// once; elsewhere it is not.
func TestSecondPlacementWarns(t *testing.T) {
	_, out, report := runHost(t, `
const soma = n.Section("soma", { nseg: 3 })
const make = (seg) => n.IClamp(seg)
for (const seg of soma) make(seg)
n.IClamp(soma(0.5)); n.SEClamp(soma(0.5))
make(soma(0.4))
make(soma(0.5))
`)
	want := "warning: model.js:3 places IClamp[4] at soma(0.4) beside IClamp[1], which the same line placed before; both act. " +
		"Objects live until delete() or n.reset()\n"
	if report != "" || out != want {
		t.Errorf("%s%q, want %q", report, out, want)
	}
	_, out, _ = runHost(t, `
const soma = n.Section("soma")
for (let i = 0; i < 3; i++) n.IClamp(soma(0.5)).delete()
`)
	if out != "" {
		t.Errorf("deleted ones are warned about: %q", out)
	}
}

// Beyond the limits of a user's own mechanism there is one warning.
func TestLimitsOfUserMechanismsWarn(t *testing.T) {
	_, out, report := runHost(t, `
n.load_mechanism("NEURON { SUFFIX mine  RANGE g }\nPARAMETER { g = 1 <0, 2> }\n")
const s = n.Section("s")
s.insert("mine")
s.g_mine = 3
s(0.5).mine.g = -1
console.log(s.g_mine)
`)
	if want := "-1\nwarning: s.g_mine = 3 is outside 0 to 2\n"; report != "" || out != want {
		t.Errorf("%s%q, want %q", report, out, want)
	}
}

func TestInspectModelObjects(t *testing.T) {
	rt, _, report := runHost(t, `
globalThis.soma = n.Section("soma", { L: 20, diam: 20, nseg: 3 })
soma.insert("pas")
globalThis.dend = n.Section("dend")
dend.connect(soma(1))
globalThis.ic = n.IClamp(soma(0.5), { delay: 5, dur: 1, amp: 0.1 })
globalThis.ref = soma(0.5)._ref_v
globalThis.gone = n.Section("gone")
gone.delete()
globalThis.free = n.IClamp()
`)
	if report != "" {
		t.Fatal(report)
	}
	for code, want := range map[string]string{
		"soma": `Section soma: L 20 um, diam 20 um, nseg 3, Ra 35.4 ohm cm, cm 1 uF/cm2
  mechanisms: pas
  point processes: IClamp[0] at 0.5
  children: dend`,
		"dend": `Section dend: L 100 um, diam 500 um, nseg 1, Ra 35.4 ohm cm, cm 1 uF/cm2
  parent: soma(1)`,
		"gone": "Section gone (deleted)",
		"soma(0.5)": `Segment soma(0.5): v -65 mV, diam 20 um, area 418.879 um2
  pas: g 0.001 S/cm2, e -70 mV, i 0 mA/cm2
  point processes: IClamp[0]`,
		"soma(0.5).pas": "soma(0.5).pas: g 0.001 S/cm2, e -70 mV, i 0 mA/cm2",
		"ic":            "IClamp[0] at soma(0.5): delay 5 ms, dur 1 ms, amp 0.1 nA, i 0 nA",
		"free":          "IClamp[1] (not located)",
		"ref":           "Ref soma(0.5)._ref_v = -65",
		"n.pas":         "[mechanism pas]",
		"n.IClamp":      "[point process IClamp]",
		"[soma, ic]":    "[ soma, IClamp[0] ]",
		"({s: soma(0.5), r: ref, p: soma(0.5).pas})": "{ s: soma(0.5), r: soma(0.5)._ref_v, p: soma(0.5).pas }",
	} {
		v, err := rt.RunString("code", code)
		if err != nil {
			t.Fatal(err)
		}
		if got := rt.Inspect(v); got != want {
			t.Errorf("%s\n%s\nwant\n%s", code, got, want)
		}
	}
}

func TestHelpOfMechanisms(t *testing.T) {
	rt := New(Options{})
	for code, lines := range map[string][]string{
		"n.IClamp":                      {"IClamp: point process", "place it: n.IClamp(soma(0.5), {delay: ..., dur: ..., amp: ...})", "parameters", "  delay (or del)  0  ms", "  dur             0  ms  0 to 1e+09", "  amp             0  nA", "assigned", "  i    nA"},
		"n.hh":                          {"hh: density mechanism", "insert it: soma.insert(n.hh), then soma.gnabar_hh or soma(0.5).hh.gnabar", "  gnabar  0.12    S/cm2  0 to 1e+09", "states", "functions: ", "ion na: reads ena writes ina", "  n.minf_hh"},
		"n.na_ion":                      {"na_ion: ion", "  ena  50   mV", "  n.nai0_na_ion  10   mM"},
		"n.Section":                     {"Section: An unbranched cable"},
		"n.Section('s')":                {"Section: An unbranched cable"},
		"n.Section('s')(0.5)":           {"Segment: A place on a section"},
		"n.ref":                         {"A reference"},
		"n.IClamp(n.Section('s')(0.5))": {"IClamp: point process"},
	} {
		v, err := rt.RunString("code", code)
		if err != nil {
			t.Fatal(err)
		}
		h, ok := rt.Host(v).(Helper)
		if !ok {
			t.Errorf("%s has no help", code)
			continue
		}
		for _, want := range lines {
			if text := h.Help(); !strings.Contains("\n"+text, "\n"+want) {
				t.Errorf("help(%s) lacks %q:\n%s", code, want, text)
			}
		}
	}
}

// PropertyNames is what the completion of the REPL offers.
func TestPropertyNamesOfModelObjects(t *testing.T) {
	rt := New(Options{})
	for code, want := range map[string][]string{
		"n.Section('s').insert('hh')":         {"L", "nseg", "insert", "gnabar_hh", "psection", "ena", "v"},
		"n.Section('s').insert('hh')(0.5)":    {"area", "hh", "na_ion", "gnabar_hh", "v", "x"},
		"n.Section('s').insert('hh')(0.5).hh": {"gnabar", "m", "rates", "segment"},
		"n.IClamp(n.Section('s')(0.5))":       {"delay", "amp", "loc", "get_segment"},
		"n.Section('s')(0.5)._ref_v":          {"value"},
	} {
		v, err := rt.RunString("code", code)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, name := range rt.PropertyNames(v) {
			have[name] = true
		}
		for _, name := range want {
			if !have[name] {
				t.Errorf("%s: %s is not offered among %v", code, name, rt.PropertyNames(v))
			}
		}
	}
}

// Two Runtimes have two models.
func TestRuntimesShareNoModel(t *testing.T) {
	a, b := New(Options{}), New(Options{})
	if _, err := a.RunString("a", "globalThis.s = n.Section('s')"); err != nil {
		t.Fatal(err)
	}
	v, err := b.RunString("b", "n.allsec().length")
	if err != nil || v.ToInteger() != 0 {
		t.Errorf("%v sections, %v", v, err)
	}
}

// benchmarkHost runs a statement b.N times over a section with two mechanisms.
func benchmarkHost(b *testing.B, statement string) {
	rt := New(Options{Stderr: &bytes.Buffer{}})
	v, err := rt.RunString("bench", `
const s = n.Section("soma"); s.insert("hh").insert("pas"); const seg = s(0.5), ic = n.IClamp(seg), hh = seg.hh, vec = n.Vector(10), syn = n.ExpSyn(seg);
const nc = n.NetCon(seg._ref_v, syn, {sec: s});
(function (count) { "use strict"; for (let i = 0; i < count; i++) { `+statement+` } })`)
	if err != nil {
		b.Fatal(err)
	}
	f, _ := goja.AssertFunction(v)
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := f(goja.Undefined(), rt.vm.ToValue(b.N)); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkNewSection(b *testing.B)      { benchmarkHost(b, `n.Section("a")`) }
func BenchmarkSectionGetL(b *testing.B)     { benchmarkHost(b, `s.L`) }
func BenchmarkSectionSetRange(b *testing.B) { benchmarkHost(b, `s.gnabar_hh = 0.1`) }
func BenchmarkSegment(b *testing.B)         { benchmarkHost(b, `s(0.5)`) }
func BenchmarkSegmentGetV(b *testing.B)     { benchmarkHost(b, `seg.v`) }
func BenchmarkSegmentSetRange(b *testing.B) { benchmarkHost(b, `seg.gnabar_hh = 0.1`) }
func BenchmarkMechanismGet(b *testing.B)    { benchmarkHost(b, `seg.hh.gnabar`) }
func BenchmarkMechanismSet(b *testing.B)    { benchmarkHost(b, `seg.hh.gnabar = 0.1`) }
func BenchmarkReference(b *testing.B)       { benchmarkHost(b, `seg._ref_v`) }
func BenchmarkPointGet(b *testing.B)        { benchmarkHost(b, `ic.amp`) }
func BenchmarkPointSet(b *testing.B)        { benchmarkHost(b, `ic.amp = 0.1`) }
func BenchmarkSectionSetL(b *testing.B)     { benchmarkHost(b, `s.L = 50`) }
func BenchmarkSectionSetDiam(b *testing.B)  { benchmarkHost(b, `s.diam = 5`) }
func BenchmarkSectionSetNseg(b *testing.B)  { benchmarkHost(b, `s.nseg = 1 + (i & 1) * 9`) }
func BenchmarkSegmentOf(b *testing.B)       { benchmarkHost(b, `s(0.5).v`) }
func BenchmarkVectorGet(b *testing.B)       { benchmarkHost(b, `vec.x[3]`) }
func BenchmarkVectorSet(b *testing.B)       { benchmarkHost(b, `vec.x[3] = i`) }
func BenchmarkVectorIndex(b *testing.B)     { benchmarkHost(b, `vec[3]`) }
func BenchmarkNewVector(b *testing.B)       { benchmarkHost(b, `n.Vector()`) }
func BenchmarkNewPoint(b *testing.B)        { benchmarkHost(b, `n.ExpSyn(seg)`) }
func BenchmarkNewNetCon(b *testing.B)       { benchmarkHost(b, `n.NetCon(seg._ref_v, syn, {sec: s})`) }
func BenchmarkNetConSet(b *testing.B)       { benchmarkHost(b, `nc.delay = 2`) }
func BenchmarkNetConWeight(b *testing.B)    { benchmarkHost(b, `nc.weight[0] = 2`) }
func BenchmarkConnect(b *testing.B) {
	benchmarkHost(b, `const q = n.Section("q"); q.connect(s(1))`)
}
func BenchmarkInsert(b *testing.B) { benchmarkHost(b, `const q = n.Section("q"); q.insert("hh")`) }

// BenchmarkShortRun measures a point of an f-I curve: a few milliseconds of a cell of
// one segment with other parameters. Of celsius the tables of hh depend.
func BenchmarkShortRun(b *testing.B) {
	for name, change := range map[string]string{"amp": "ic.amp = i % 100 / 100", "gnabar": "hh.gnabar = 0.1 + i % 100 / 1000", "celsius": "n.celsius = 6 + i % 10"} {
		b.Run(name, func(b *testing.B) { benchmarkHost(b, change+`; n.finitialize(-65); n.continuerun(2)`) })
	}
}

// BenchmarkTenSegments makes a section of ten segments and sets v in each.
func BenchmarkTenSegments(b *testing.B) {
	benchmarkHost(b, `const q = n.Section("q"); q.nseg = 10; for (const x of q) x.v = 1`)
}
