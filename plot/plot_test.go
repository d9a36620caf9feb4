package plot

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"github.com/gneuron/gneuron/fault"
)

func encode(t testing.TB, f *Figure, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Encode(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func picture(t *testing.T, f *Figure) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(encode(t, f, "png")))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// panelsOf lays a figure out on paper of the default size.
func panelsOf(f *Figure) []*panel {
	return f.layout(draw.New(vgimg.New(defaultWidth*Pixel, defaultHeight*Pixel)))
}

func laidOut(f *Figure) *panel { return panelsOf(f)[0] }

// TestSameBytes: a figure made twice gives the same file, and so does one that is
// written twice.
func TestSameBytes(t *testing.T) {
	a, b := gallery(t), gallery(t)
	for _, name := range []string{"spikes", "grid", "gap"} {
		for _, format := range Formats {
			want := encode(t, a[name], format)
			for range 3 {
				if !bytes.Equal(want, encode(t, a[name], format)) || !bytes.Equal(want, encode(t, b[name], format)) {
					t.Errorf("%s.%s differs from time to time", name, format)
				}
			}
		}
	}
}

func TestSize(t *testing.T) {
	f, _ := New(1, 1)
	if got := picture(t, f).Bounds().Size(); got != (image.Point{1440, 960}) {
		t.Errorf("default size %v", got)
	}
	f.Width, f.Height, f.Density = 300, 200, 1
	if got := picture(t, f).Bounds().Size(); got != (image.Point{300, 200}) {
		t.Errorf("size %v", got)
	}
	if svg := string(encode(t, f, "svg")); !strings.Contains(svg, `width="225pt" height="150pt"`) {
		t.Error("the SVG has another size")
	}
}

// TestNothingClipped: around every figure of the gallery the rim stays white.
func TestNothingClipped(t *testing.T) {
	for name, f := range gallery(t) {
		f.Density = 1
		img := picture(t, f)
		r := img.Bounds()
		for x := r.Min.X; x < r.Max.X; x++ {
			for y := r.Min.Y; y < r.Max.Y; y++ {
				rim := x < 3 || y < 3 || x >= r.Max.X-3 || y >= r.Max.Y-3
				if rim && color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y != 255 {
					t.Fatalf("%s: something is drawn at the rim: %d, %d", name, x, y)
				}
			}
		}
	}
}

// TestPeaksSurvive: one high sample among a million is drawn to its full height.
func TestPeaksSurvive(t *testing.T) {
	f := gallery(t)["many"]
	p := laidOut(f)
	data := p.dataCanvas()
	lines := p.Series[0].lines(newMapping(p.Axes, p.plot, data))
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	if n := len(lines[0]); n > 6000 || n < 2000 {
		t.Errorf("%d points are drawn of a million", n)
	}
	_, ty := p.plot.Transforms(&data)
	top := math.Inf(-1)
	for i, pt := range lines[0] {
		top = max(top, float64(pt.Y))
		if i > 0 && pt.X < lines[0][i-1].X {
			t.Fatal("the points are out of order")
		}
	}
	if want := float64(ty(3)); top != want {
		t.Errorf("the peak is drawn at %v, not at %v", top, want)
	}
}

// TestCrowd: of very many markers, or lines to and fro, one that stands apart is
// drawn, at its place and in its size.
func TestCrowd(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	xs, ys := []float64{2}, []float64{2}
	for range 3 * crowd {
		xs, ys = append(xs, r.Float64()), append(ys, r.Float64())
	}
	for _, s := range []Series{
		{X: xs, Y: ys, Marker: "o", MarkerSize: 8, Color: color.Black},
		{X: xs, Y: ys, Line: "-", Width: 3, Color: color.Black},
	} {
		f, _ := New(1, 1)
		f.Axes[0].Grid = false
		if err := f.Axes[0].Add(s); err != nil {
			t.Fatal(err)
		}
		img := picture(t, f)
		p := laidOut(f)
		m := newMapping(p.Axes, p.plot, p.dataCanvas())
		const dot = Pixel / 2
		x, y := int(m.x(2)/dot), img.Bounds().Dy()-int(m.y(2)/dot)
		dark := func(x, y int) bool { return color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y < 128 }
		if !dark(x, y) || dark(x+14, y) || dark(x, y-14) {
			t.Errorf("marker %q, line %q: not drawn at its place", s.Marker, s.Line)
		}
	}
}

// TestGap: a NaN and an infinite value break the line.
func TestGap(t *testing.T) {
	f := gallery(t)["gap"]
	p := laidOut(f)
	if n := len(p.Series[0].lines(newMapping(p.Axes, p.plot, p.dataCanvas()))); n != 3 {
		t.Errorf("%d lines, want 3", n)
	}
}

// TestLegendOffData: the automatic legend covers no point of a line.
func TestLegendOffData(t *testing.T) {
	for _, name := range []string{"spikes", "cycle", "many", "phase"} {
		f := gallery(t)[name]
		p := laidOut(f)
		_, covered := p.legend.best(p, p.dataCanvas())
		if covered > 0 && !p.legend.outside {
			t.Errorf("%s: the legend covers data", name)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   string
	}{
		{-1, 41, 9, "0 5 10 15 20 25 30 35 40"},
		{-78.2, 42.1, 9, "−60 −40 −20 0 20 40"},
		{0, 1, 6, "0 0.2 0.4 0.6 0.8 1.0"},
		{-0.05, 0.32, 6, "0 0.1 0.2 0.3"},
		{0, 1e-4, 6, "0 2e−5 4e−5 6e−5 8e−5 1e−4"},
		{9e6, 1.05e7, 4, "9e6 9.5e6 1e7 1.05e7"},
		{-65.0000002, -65, 4, "−65.0000002 −65.0000001 −65.0000000"},
		{1000, 1000.5, 6, "1000.0 1000.1 1000.2 1000.3 1000.4 1000.5"},
		{0.3, 0.9, 1, "0.5"},
	} {
		var got []string
		for _, k := range ticks(c.lo, c.hi, c.n) {
			got = append(got, k.Label)
		}
		if c.n > 1 && strings.Join(got, " ") != c.want {
			t.Errorf("ticks(%g, %g, %d) = %v, want %s", c.lo, c.hi, c.n, got, c.want)
		}
		if len(got) < 2 {
			t.Errorf("ticks(%g, %g, %d): only %v", c.lo, c.hi, c.n, got)
		}
	}
}

// TestAnyRange: whatever the data and the limits, the axes have a handful of
// marks within them.
func TestAnyRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	random := func() float64 { return (r.Float64() - 0.5) * math.Pow(10, float64(r.IntN(600)-300)) }
	f, _ := New(1, 1)
	f.Density = 0.25
	for range 3000 {
		lo, hi := random(), random()
		if r.IntN(2) == 0 {
			hi = lo * (1 + r.Float64()*math.Pow(10, -float64(r.IntN(18))))
		}
		l := Limits{}
		if a, b := random(), random(); r.IntN(2) == 0 {
			l.Lo, l.Hi = Limit{a, r.IntN(2) == 0}, Limit{a + math.Abs(b), r.IntN(2) == 0}
			if l.Lo.Set && l.Hi.Set && l.SetLimits("x", a, a+math.Abs(b)) != nil {
				continue
			}
		}
		var axis plot.Axis
		setRange(&axis, &Axis{Limits: l}, min(lo, hi), max(lo, hi), 0.05)
		marks := ticks(axis.Min, axis.Max, 9)
		if len(marks) < 2 || len(marks) > 20 {
			t.Fatalf("%d marks for %g to %g, limits %v: axis %g to %g", len(marks), lo, hi, l, axis.Min, axis.Max)
		}
		for i, m := range marks {
			slack := 1e-9 * (axis.Max - axis.Min)
			if m.Value < axis.Min-slack || m.Value > axis.Max+slack || i > 0 && m.Label == marks[i-1].Label {
				t.Fatalf("mark %v for axis %g to %g", m, axis.Min, axis.Max)
			}
		}
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct{ lo, hi, wantLo, wantHi float64 }{
		{0, 10, -1, 11},
		{-65, -65, -68.25, -61.75},
		{-65, -65 + 1e-12, -68.25, -61.75},
		{0, 0, -1, 1},
		{math.Inf(1), math.Inf(-1), 0, 1},
	} {
		lo, hi := span(c.lo, c.hi, 0.1)
		if math.Abs(lo-c.wantLo) > 1e-9 || math.Abs(hi-c.wantHi) > 1e-9 {
			t.Errorf("span(%g, %g) = %g, %g; want %g, %g", c.lo, c.hi, lo, hi, c.wantLo, c.wantHi)
		}
	}
}

func TestParseFormat(t *testing.T) {
	red, black := letters["r"], letters["k"]
	for _, c := range []struct {
		format string
		want   Style
	}{
		{"ro", Style{red, "o", ""}},
		{"k--", Style{black, "", "--"}},
		{"b.-", Style{letters["b"], ".", "-"}},
		{"-.r", Style{red, "", "-."}},
		{"C1", Style{Cycle[1], "", "-"}},
		{"C9:s", Style{Cycle[1], "s", ":"}},
		{"", Style{nil, "", "-"}},
		{"x", Style{nil, "x", ""}},
		{"r", Style{red, "", "-"}},
		{"green", Style{color.RGBA{0, 128, 0, 255}, "", "-"}},
		{"#ff0000", Style{color.NRGBA{255, 0, 0, 255}, "", "-"}},
	} {
		if got, err := ParseFormat(c.format); err != nil || got != c.want {
			t.Errorf("ParseFormat(%q) = %v, %v; want %v", c.format, got, err, c.want)
		}
	}
}

func TestParseColor(t *testing.T) {
	for name, want := range map[string]color.Color{
		"steelblue": color.RGBA{70, 130, 180, 255}, "Steel Blue": color.RGBA{70, 130, 180, 255},
		"#abc": color.NRGBA{0xaa, 0xbb, 0xcc, 255}, "#11223344": color.NRGBA{0x11, 0x22, 0x33, 0x44},
		"C0": Cycle[0], "C8": Cycle[0], "tab:red": tableau["tab:red"], "0.5": color.NRGBA{128, 128, 128, 255},
		"cyan": color.RGBA{0, 255, 255, 255},
	} {
		if got, err := ParseColor(name); err != nil || got != want {
			t.Errorf("ParseColor(%q) = %v, %v; want %v", name, got, err, want)
		}
	}
}

// TestRefusals holds the exact words of every mistake.
func TestRefusals(t *testing.T) {
	f, _ := New(1, 1)
	wide, _ := New(1, 1)
	wide.Width = 1e6
	big, _ := New(1, 1)
	big.Density = 100
	a := f.Axes[0]
	parse := func(_ any, err error) error { return err }
	for _, c := range []struct {
		err        error
		want, hint string
	}{
		{f.Save("x.gif"), `"gif" is none of the picture formats png, svg, pdf, html`, "use .png, .svg, .pdf or .html"},
		{f.Save("x.pgn"), `"pgn" is none of the picture formats png, svg, pdf, html`, "use .png, .svg, .pdf or .html"},
		{f.Save("x"), `the file name "x" has no ending that says what kind of picture it is to be`, "use .png, .svg, .pdf or .html"},
		{wide.Encode(nil, "png"), "the width of the figure = 1e+06 is outside 64 to 10000 pixels", ""},
		{big.Encode(nil, "png"), "a picture of 72000 by 48000 dots is too large: at most 1e+08 dots in all", ""},
		{a.Add(Series{X: []float64{1}, Y: []float64{1, 2}}), "x has 1 values and y has 2", ""},
		{a.Add(Series{Width: -1}), "the line width = -1 is outside 0 to 200", ""},
		{a.X.Limits.SetLimits("x", 3, 1), "the limits of the x axis must ascend: 3 to 1", ""},
		{a.X.Limits.SetLimits("x", 0, 1e301), "a limit of the x axis = 1e+301 is outside -1e+300 to 1e+300", ""},
		{a.X.Limits.SetLimits("x", 1, 1+1e-12), "the limits of the x axis are too close to each other: 1 to 1.0000000000010001", ""},
		{parse(New(0, 1)), "the number of subplot rows = 0 is outside 1 to 20", ""},
		{parse(ParseColor("stealblue")), `"stealblue" is not a colour`, `did you mean "steelblue"?`},
		{parse(ParseColor("#12")), `"#12" is not a colour`, `use a name ("steelblue"), a letter ("k"), "#rrggbb" or "C0" to "C9"`},
		{parse(ParseLine("dashedd")), `"dashedd" is none of the line styles - -- : -. (solid dashed dotted dashdot none)`, `did you mean "dashed"?`},
		{parse(ParseMarker("cirlce")), `"cirlce" is none of the markers o . , s ^ v < > D d * + x | _ p h`, `did you mean "circle"?`},
		{parse(ParsePlace("uper right")), `"uper right" is no place for a legend`, `did you mean "upper right"?`},
		{parse(ParseFormat("rr")), `the format "rr" has two colours`, `a format has a colour (b g r c m y k w C0), a marker (o.,s^v<>Dd*+x|_ph) and a line style (- -- : -.), as "ro" or "k--"`},
		{parse(ParseFormat("gren")), `the format "gren" has two colours`, `did you mean "green"?`},
	} {
		e := fault.As(c.err)
		if e == nil || e.Error() != c.want || e.Hint != c.hint {
			t.Errorf("got %v (%+v), want %s (%s)", c.err, e, c.want, c.hint)
		}
	}
	if len(a.Series) != 0 {
		t.Error("a refused series was added")
	}
}

// TestText: what is written can be found in an SVG, letters beyond Latin
// included, and the widths of the fall-back font are the same.
func TestText(t *testing.T) {
	svg := string(encode(t, gallery(t)["gap"], "svg"))
	if !strings.Contains(svg, "|Z| (MΩ)") || !strings.Contains(svg, "'Liberation Sans',Arial") || !strings.Contains(svg, `stroke-linejoin="round"`) {
		t.Error("the SVG lacks its label, its font or its round corners")
	}
	if bad := regexp.MustCompile(`NaN|Inf`).FindString(svg); bad != "" {
		t.Errorf("the SVG contains %s", bad)
	}
	pdf := encode(t, gallery(t)["gap"], "pdf")
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf, []byte("(D:20000101000000")) {
		t.Error("the PDF has no header or a date of its own")
	}
}

// TestFailedSave leaves no file behind.
func TestFailedSave(t *testing.T) {
	f, _ := New(1, 1)
	f.Width = 1
	path := filepath.Join(t.TempDir(), "x.png")
	if f.Save(path) == nil {
		t.Error("a width of 1 was accepted")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was written")
	}
}

func BenchmarkSpikes(b *testing.B) {
	f := gallery(b)["spikes"]
	for b.Loop() {
		encode(b, f, "png")
	}
}
