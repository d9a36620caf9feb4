package script

import (
	"strings"
	"testing"
)

// TestHelp holds that every function and class of n tells about itself, with
// the text of the declarations.
func TestHelp(t *testing.T) {
	rt := New(Options{})
	n := rt.neuron
	overview := n.Help()
	for _, name := range append(n.class.names(), n.classNames()...) {
		text, ok := rt.Help(n.Get(name))
		if !ok || name != "cvode" && !strings.HasPrefix(text, "n."+name) {
			t.Errorf("help(n.%s) tells of something else:\n%s", name, text)
		}
		if !strings.Contains(overview, " "+name) {
			t.Errorf("help(n) lacks %s", name)
		}
	}
	for _, c := range []struct{ code, want string }{
		{"n.continuerun", "n.continuerun(t: number): number\n\nSteps until time t [ms]."},
		{"n.Section", "  nseg        Number of segments, 1 to 32767; default 1\n"},
		{"n.continuerun", "\n\nexample\n  const soma = n.Section(\"soma\").insert(n.hh);\n"},
		{"n.Section('s').at", "\n\nThe segment at x, 0 to 1; as soma(x).\nRangeError for x outside 0 to 1.\n"},
		{"n.Vector", "\nexample\n  const soma = n.Section(\"soma\");\n"},
		{"n.Section", "Section: An unbranched cable of nseg segments."},
		{"n.Section('s')", "  pt3dadd(x, y, z, diam)"},
		{"n.Section('s')(0.5)", "  area() "},
		{"n.Section('s').connect", "Section.connect(parent: Segment, end?: number): Section\n"},
		{"n.Vector", "n.Vector(size?: number, fill?: number): Vector\n"},
		{"n.Vector().record", "Vector.record(ref: Ref, when?: number | Vector | null): Vector\n"},
		{"n.NetCon", "  threshold  What the source must cross from below [mV], default 10\n"},
		{"n.cvode", "CVode: How the model is integrated"},
		{"n.ref(0)", "Ref: A reference to a number"},
		{"n.ref('')", "TextRef: A reference to a string"},
		{"n.List", "n.List<T = any>(className?: string | null): List<T>\n"},
		{"n.units", "n.units: Units\n"},
		{"n.hh", "largest sodium conductance"},
		{"plt", "  subplots(rows, columns, options)  Makes a figure"},
		{"plt.plot", "plt.plot(y: Data, options?: SeriesOptions): R\n"},
		{"plt.figure().axes[0]", "Axes: A pair of axes"},
		{"fs", "FileSystem: Reads and writes files"},
		{"fs.readText", "fs.readText(path: string): string\n"},
		{"print", "print(...values: any[]): void\n"},
	} {
		v, err := rt.RunString("help", c.code)
		if err != nil {
			t.Fatal(err)
		}
		if text, _ := rt.Help(v); !strings.Contains(text, c.want) {
			t.Errorf("help(%s) lacks %q:\n%s", c.code, c.want, text)
		}
	}
	if text, ok := rt.Help(rt.vm.ToValue(3)); ok {
		t.Errorf("help(3) is %q", text)
	}
}
