package script

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/gneuron/gneuron/plot"
)

// TestPlotShow: figures are saved beside the script, numbered, and their paths
// told on stderr relative to the working directory.
func TestPlotShow(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "models")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	rt := New(Options{Stdout: &stdout, Stderr: &stderr, Dir: dir})
	defer rt.Close()
	err := rt.RunSource(filepath.Join(folder, "cell.js"), `
const f = plt.figure({title: "f", x_axis_label: "t (ms)", width: 200, height: 100})
f.line([0, 1], [2, 3])
plt.show(f)
f.line([0, 1], [3, 2])
plt.show(f)            // again: the same file
plt.plot([1, 2], "o")
plt.figure()
plt.plot([1, 2])
plt.show()             // two more
plt.plot([1, 2])
plt.savefig("models/cell-4.png")
plt.close()            // that name is taken now
plt.plot([1, 2])
plt.savefig("own.svg") // in the working directory
plt.savefig("small.png", {dpi: 48})
plt.show()
plt.show()             // nothing left
`)
	if err != nil {
		t.Fatal(Report(err))
	}
	want := "saved models/cell.png\nsaved models/cell.png\nsaved models/cell-2.png\nsaved models/cell-3.png\nsaved models/cell-5.png\n"
	if stderr.String() != want || stdout.String() != "" {
		t.Errorf("stderr %q, want %q; stdout %q", stderr.String(), want, stdout.String())
	}
	for name, width := range map[string]int{"models/cell.png": 400, "models/cell-4.png": 1440, "small.png": 360} {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
			continue
		}
		img, err := png.DecodeConfig(file)
		file.Close()
		if err != nil || img.Width != width {
			t.Errorf("%s: width %d, %v; want %d", name, img.Width, err, width)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, "own.svg")); err != nil || !bytes.Contains(text, []byte("</svg>")) {
		t.Errorf("own.svg: %v", err)
	}
}

// TestPlotShowWithoutScript: from -e and the REPL the name is figure.png.
func TestPlotShowWithoutScript(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	rt := New(Options{Stdout: &out, Stderr: &out, Dir: dir})
	defer rt.Close()
	if _, err := rt.RunString("<eval>", "plt.plot([1, 2]); plt.show()"); err != nil {
		t.Fatal(Report(err))
	}
	if out.String() != "saved figure.png\n" {
		t.Errorf("printed %q", out.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "figure.png")); err != nil {
		t.Error(err)
	}
}

// TestPlotErrors holds the exact words of a user's mistakes.
func TestPlotErrors(t *testing.T) {
	format := `a format has a colour (b g r c m y k w C0), a marker (o.,s^v<>Dd*+x|_ph) and a line style (- -- : -.), as "ro" or "k--"`
	for _, c := range []struct{ code, want, hint string }{
		{`plt.plot([1, 2, 3], [1, 2])`, "RangeError: plt.plot: x has 3 values and y has 2", ""},
		{`plt.figure().line([1], n.Vector(2))`, "RangeError: Figure.line: x has 1 values and y has 2", ""},
		{`plt.plot(3)`, "TypeError: plt.plot: y must be an array, a typed array or a Vector, not 3", ""},
		{`plt.figure().line([1])`, "TypeError: Figure.line: y must be an array, a typed array or a Vector, not undefined", ""},
		{`plt.vlines([1, 2], 0)`, "TypeError: plt.vlines: ymax must be a number, not undefined", ""},
		{`plt.hlines("a", 0, 1)`, "TypeError: plt.hlines: y must be an array, a typed array or a Vector, not 'a'", ""},
		{`plt.plot([1, "a"])`, "TypeError: plt.plot: element 1 of y is 'a', not a number", ""},
		{`plt.plot([1], "rr")`, `RangeError: plt.plot: the format "rr" has two colours`, format},
		{`plt.plot([1], {colour: "r"})`, `TypeError: plt.plot has no option "colour"`, `did you mean "color"?`},
		{`plt.plot([1], {color: "gren"})`, `RangeError: plt.plot: "gren" is not a colour`, `did you mean "green"?`},
		{`plt.plot([1], {linewidth: -1})`, "RangeError: plt.plot: linewidth must be greater than 0, not -1", ""},
		{`plt.plot([1], {alpha: 2})`, "RangeError: plt.plot: alpha must be above 0 and at most 1, not 2", ""},
		{`plt.plot([1], "r", "g")`, "TypeError: plt.plot: argument 3 must be an object with options, not 'g'", ""},
		{`plt.figure({widht: 3})`, `TypeError: plt.figure has no option "widht"`, `did you mean "width"?`},
		{`plt.figure({width: "3"})`, "TypeError: plt.figure: width must be a number, not '3'", ""},
		{`plt.figure({figsize: 3})`, "TypeError: plt.figure: figsize must be [width, height] in inches, not 3", ""},
		{`plt.figure({width: 1e6}).savefig("x.png")`, "RangeError: the width of the figure = 1e+06 is outside 64 to 10000 pixels", ""},
		{`plt.subplots(0, 1)`, "RangeError: the number of subplot rows = 0 is outside 1 to 20", ""},
		{`plt.subplots(1.5)`, "RangeError: plt.subplots: the number of rows must be whole, not 1.5", ""},
		{`plt.savefig("x.gif")`, `RangeError: "gif" is none of the picture formats png, svg, pdf, html`, "use .png, .svg, .pdf or .html"},
		{`plt.savefig()`, "TypeError: plt.savefig needs a path as a string, not undefined", ""},
		{`plt.savefig("no/such/x.png")`, "Error: cannot write no/such/x.png: no such file or directory", ""},
		{`plt.show(3)`, "TypeError: plt.show takes a figure, not 3", ""},
		{`plt.xlable("t")`, `TypeError: plt has no property "xlable"`, `did you mean "xlabel"?`},
		{`plt.figure().titel`, `TypeError: Figure has no property "titel"`, `did you mean "title"?`},
		{`plt.title = "t"`, "TypeError: plt.title cannot be set", "call it: plt.title(...)"},
		{`plt.title(3)`, "TypeError: plt.title: the text must be a string, not 3", ""},
		{`plt.xlim(3, 1)`, "RangeError: plt.xlim: the limits of the x axis must ascend: 3 to 1", ""},
		{`plt.ylim(3)`, "TypeError: plt.ylim needs the two ends of the y axis", ""},
		{`plt.legend({loc: "uper left"})`, `RangeError: plt.legend: "uper left" is no place for a legend`, `did you mean "upper left"?`},
		{`plt.xscale("lgo")`, `RangeError: plt.xscale: the scale of an axis is one of linear, log, not "lgo"`, `did you mean "log"?`},
		{`plt.errorbar([1, 2], [1, 2], [1])`, "RangeError: plt.errorbar: there are 2 points and 1 errors", ""},
		{`plt.errorbar([1, 2], [1, 2], [1, -1])`, "RangeError: plt.errorbar: element 1 of yerr is negative: -1", ""},
		{`plt.fill_between([1, 2], [1])`, "RangeError: plt.fill_between: x has 2 values, and the two curves have 2 and 1", ""},
		{`plt.fill_between([1, 2], 1, {where: [1]})`, "RangeError: plt.fill_between: x has 2 values and where has 1", ""},
		{`plt.axvline({marker: "o"})`, `TypeError: plt.axvline has no option "marker"`, ""},
		{`plt.axvspan(1)`, "TypeError: plt.axvspan: an end must be a number, not undefined", ""},
		{`plt.eventplot([[1], [2]], {colors: ["r"]})`, "RangeError: plt.eventplot: there are 2 trains, 2 lineoffsets and 1 colours", ""},
		{`plt.quiver([1])`, "TypeError: plt.quiver needs u and v, or x, y, u and v", ""},
		{`plt.quiver([1, 2], [1], [[1, 2]], [[1]])`, "RangeError: plt.quiver: x, y, u and v have 2, 2, 2 and 1 values", ""},
		{`plt.imshow([1, 2])`, "TypeError: plt.imshow: z must be an array of rows of numbers, not [ 1, 2 ]", ""},
		{`plt.imshow(n.Matrix(0, 3))`, "TypeError: plt.imshow: z must be an array of rows of numbers, not Matrix 0 x 3", ""},
		{`plt.imshow([[1], [1, 2]])`, "RangeError: plt.imshow: row 1 of z has 2 values, the first one 1", ""},
		{`plt.imshow([[]])`, "RangeError: plt.imshow: the rows of z are empty", ""},
		{`plt.imshow([[1]], {cmap: "virdis"})`, `RangeError: plt.imshow: "virdis" is none of the colour maps gray, hot, inferno, jet, plasma, viridis, PuOr, blackbody, coolwarm, kindlmann`, `did you mean "viridis"?`},
		{`plt.imshow([[1, 2]], {vmin: 3})`, "RangeError: plt.imshow: the limits of the colours must ascend: 3 to 2", ""},
		{`plt.pcolormesh([1, 2, 3], [1], [[1]])`, "RangeError: plt.pcolormesh: x has 3 values for 1 cells; it needs as many, or one more", ""},
		{`plt.pcolormesh([2, 1], [1], [[1, 2]])`, "RangeError: plt.pcolormesh: the edges of an image must ascend; edge 1 is 1.5", ""},
		{`plt.colorbar()`, "RangeError: plt.colorbar: there is no image", "draw one before: plt.imshow(z), plt.pcolormesh(x, y, z) or plt.contourf(x, y, z)"},
		{`plt.contour([[1, 2]])`, "RangeError: plt.contour: contours of 2 values cannot have 2 columns and 1 rows; it takes two of each", ""},
		{`plt.contour([1, 2], [1, 2, 3], [[1, 2], [3, 4]])`, "RangeError: plt.contour: y has 3 values, and z 2 of them", ""},
		{`plt.contour([[0, 1], [0, 2]], [[0, 0], [1, 1]], [[1, 2], [3, 4]])`, "RangeError: plt.contour: x is not a grid: 2 stands where 1 should", ""},
		{`plt.contourf([[1, 2], [3, 4]], {linewidths: 2})`, `TypeError: plt.contourf has no option "linewidths"`, ""},
		{`plt.contour([[1, 2], [3, 4]], {levels: 0})`, "RangeError: the number of levels = 0 is outside 1 to 1000", ""},
		{`plt.contourf([[1, 2], [3, 4]]); plt.clabel()`, "RangeError: plt.clabel: there are no lines", "draw them before: plt.contour(x, y, z)"},
		{`plt.bar([1, 2], [1])`, "RangeError: plt.bar: there are 2 bars, 1 heights and 2 bottoms", ""},
		{`plt.barh(["a"], [1], {xerr: [1, 2]})`, "RangeError: plt.barh: there are 1 points and 2 errors", ""},
		{`plt.stem([1, 2], [1])`, "RangeError: plt.stem: x has 2 values and y has 1", ""},
		{`plt.boxplot([[1], [2]], {labels: ["a"]})`, "RangeError: plt.boxplot: there are 2 boxes, 2 positions and 1 labels", ""},
		{`plt.stackplot([1, 2], [1, 2], [1])`, "RangeError: plt.stackplot: x has 2 values, and the two curves have 2 and 1", ""},
		{`plt.scatter([1, 2], [1, 2], {c: [1]})`, "RangeError: plt.scatter: there are 2 points and 1 colours", ""},
		{`plt.scatter([1, 2], [1, 2], {s: [1, -2]})`, "RangeError: plt.scatter: element 1 of s is -2, not an area", ""},
		{`plt.multi_line([[1]], [[1], [2]])`, "RangeError: plt.multi_line: there are 1 lists of x and 2 of y", ""},
		{`plt.streamplot([1, 2], [1], [[1, 2]], [[1, 2]])`, "RangeError: plt.streamplot: a field of 2 columns and 1 rows cannot have 2 and 2 values; it takes two of each", ""},
		{`plt.subplots()[1].set({xlable: "t"})`, `TypeError: Axes.set has no option "xlable"`, `did you mean "xlabel"?`},
		{`plt.subplots(2, 1, {height_ratios: [1]})`, "RangeError: plt.subplots: there are 1 ratios for 2 rows", ""},
		{`plt.subplot_mosaic("AB;AC;BC")`, `RangeError: plt.subplot_mosaic: "B" is no rectangle in the mosaic`, ""},
		{`plt.subplot_mosaic("AB;A")`, `RangeError: plt.subplot_mosaic: the rows of a mosaic must be of one length: row 1 has 1 places, the first 2`, ""},
		{`plt.subplot2grid([2, 2], [0, 1], {colspan: 2})`, "RangeError: plt.subplot2grid: a grid of 2 columns has no 2 of them from 1 on", ""},
		{`plt.xticks({rotation: 100})`, "RangeError: the rotation = 100 is outside -90 to 90", ""},
		{`plt.yticks([1], {rotation: 10})`, `TypeError: plt.yticks has no option "rotation"`, ""},
		{`plt.subplots()[1].spines.left.set_visible(false)`, "RangeError: axes have lines at the bottom and at the left, and no others; spines.left.set_visible(false) cannot change that", `axis("off") takes away both, with their marks`},
		{`plt.rcParams["font.size"] = 3`, `TypeError: plt.rcParams has no "font.size", only figure.figsize and figure.dpi`, ""},
		{`plt.backend("htm")`, `RangeError: plt.backend: "htm" is none of the forms in which figures are shown: html, png, svg`, `did you mean "html"?`},
		{`plt.annotate("a", {})`, "TypeError: plt.annotate needs the place that it is about, {xy: [x, y]}", ""},
		{`plt.xticks([1, 2], ["a"])`, "RangeError: plt.xticks: there are 2 ticks and 1 labels", ""},
		{`plt.figure().axes[0].set_xticklabels(["a"])`, "RangeError: Axes.set_xticklabels: the axis has no ticks of its own", "ax.set_xticks(places, labels)"},
		{`plt.hist([1], {bins: 0})`, "RangeError: bins = 0 is outside 1 to 1e+06", ""},
		{`plt.hist([1], {bins: [1, 0]})`, "RangeError: plt.hist: the edges of bins must ascend; edge 1 is 0", ""},
		{`plt.subplot(3)`, "RangeError: plt.subplot: 3 is not the place of a subplot: rows, columns and number, as in 211", ""},
		{`plt.subplot(2, 2, 5)`, "RangeError: plt.subplot: the number of a subplot = 5 is outside 1 to 4", ""},
		{`plt.sca(1)`, "TypeError: plt.sca takes axes, not 1", ""},
		{`plt.legend(["a"])`, "RangeError: plt.legend: there are more labels than the 0 lines", ""},
	} {
		var out bytes.Buffer
		rt := New(Options{Stdout: &out, Stderr: &out, Dir: t.TempDir()})
		_, err := rt.RunString("t.js", c.code)
		e, ok := err.(*Error)
		if !ok || e.Class+": "+e.Message != c.want || e.Hint != c.hint {
			t.Errorf("%s: %v, want %s (%s)", c.code, err, c.want, c.hint)
			if ok {
				t.Errorf("hint %q", e.Hint)
			}
		}
		rt.Close()
	}
}

// TestPlotModel: what the calls of both styles put into the figure.
func TestPlotModel(t *testing.T) {
	var out bytes.Buffer
	rt := New(Options{Stdout: &out, Stderr: &out})
	defer rt.Close()
	v, err := rt.RunString("t.js", `
const [fig, [top, bottom]] = plt.subplots(2, 1, {figsize: [5, 4]})
const ys = n.Vector([5, 6])
top.plot([0, 1], ys, "C1s--", [7, 8], {label: "a", lw: 3}).set_xlabel("t (ms)").set_ylim(0, null)
ys[0] = 99                                  // the figure has its own copy
bottom.line(Float32Array.of(1, 2), [3, null], {line_width: 4, line_dash: "dashed", legend_label: "b"}).legend({location: "top_left"})
bottom.scatter([1], [1], {s: 16, c: "k", marker: "^"}).grid(false)
fig`)
	if err != nil {
		t.Fatal(Report(err))
	}
	f := rt.Host(v).(*figure).f
	if f.Width != 480 || f.Height != 384 || len(f.Axes) != 2 {
		t.Errorf("%+v", f)
	}
	top, bottom := f.Axes[0], f.Axes[1]
	s := top.Series
	if len(s) != 2 || s[0].Y[0] != 5 || s[0].Marker != "s" || s[0].Line != "--" || s[0].Width != 3 || s[0].Label != "a" ||
		s[1].X[1] != 1 || s[1].Y[1] != 8 || s[1].Line != "-" || s[1].Marker != "" {
		t.Errorf("top: %+v", s)
	}
	if top.X.Label != "t (ms)" || !top.Y.Limits.Lo.Set || top.Y.Limits.Hi.Set {
		t.Errorf("top: %+v", top)
	}
	s = bottom.Series
	if len(s) != 2 || s[0].Width != 3 || s[0].Line != "--" || s[0].Y[1] == s[0].Y[1] || s[1].MarkerSize != 4 || s[1].Marker != "^" || s[1].Line != "" {
		t.Errorf("bottom: %+v", s)
	}
	if bottom.Legend.Place != "upper left" || bottom.Grid {
		t.Errorf("bottom: %+v", bottom)
	}
	if got := rt.Inspect(v); got != "Figure of 480 x 384 pixels: 2 axes, 4 series" {
		t.Error(got)
	}
}

// TestPlotStrokes: the lines of a raster are one series with gaps.
func TestPlotStrokes(t *testing.T) {
	rt := New(Options{})
	defer rt.Close()
	v, err := rt.RunString("t.js", `
const f = plt.figure()
f.vlines(n.Vector([3, 4]), 0.5, 1.5, {color: "k", label: "spikes"}).hlines(7, 0, 10).vlines([], 0, 1)
f`)
	if err != nil {
		t.Fatal(Report(err))
	}
	s := rt.Host(v).(*figure).f.Axes[0].Series
	if len(s) != 3 || s[0].Label != "spikes" || s[0].Line != "-" || len(s[2].X) != 0 {
		t.Fatalf("%+v", s)
	}
	if got := fmt.Sprint(s[0].X, s[0].Y, s[1].X, s[1].Y); got != "[3 3 NaN 4 4 NaN] [0.5 1.5 NaN 0.5 1.5 NaN] [0 10 NaN] [7 7 NaN]" {
		t.Error(got)
	}
}

// TestPlotRefusedWhole: a call that fails adds nothing, and a figure with a
// wrong option does not exist.
func TestPlotRefusedWhole(t *testing.T) {
	var out bytes.Buffer
	rt := New(Options{Stdout: &out, Stderr: &out, Dir: t.TempDir()})
	defer rt.Close()
	_, err := rt.RunString("t.js", `
const attempt = (f) => { try { f() } catch { return } throw new Error("not refused") }
attempt(() => plt.figure({titel: "x"}))
attempt(() => plt.subplots(2, 2, {x: 1}))
plt.show()
attempt(() => plt.plot([1, 2], "r", [1, 2], [1]))
attempt(() => plt.plot([1, 2], {lable: "x"}))
attempt(() => plt.savefig("x.png", {dpi: 1e9}))
`)
	if err != nil {
		t.Fatal(Report(err))
	}
	if out.String() != "" {
		t.Errorf("a figure was shown: %q", out.String())
	}
	f := rt.plots.current.f
	if len(f.Axes[0].Series) != 0 || f.Density != 2 {
		t.Errorf("%+v", f.Axes[0])
	}
}

// TestPlotParts: what the calls that draw several things put into the axes.
func TestPlotParts(t *testing.T) {
	var out bytes.Buffer
	rt := New(Options{Stdout: &out, Stderr: &out})
	defer rt.Close()
	axes := func(code string) *plot.Axes {
		t.Helper()
		v, err := rt.RunString("t.js", "plt.subplots()[1]."+code)
		if err != nil {
			t.Fatal(Report(err))
		}
		return rt.Host(v).(*axesOf).a
	}
	a := axes(`barh(["a", "b"], [3, -1], {left: 1, height: 0.5, xerr: 0.5})`)
	s := a.Areas[0]
	if s.X[0] != 1 || s.X[1] != 4 || s.X[3] != 0 || s.X[4] != 1 || s.Lo[0] != -0.25 || s.Hi[3] != 1.25 || a.Y.Ticks.Labels[1] != "b" ||
		a.Series[0].X[1] != 0 || a.Series[0].Y[1] != 1 || a.Series[0].XErr.High[1] != 0.5 {
		t.Errorf("barh: %+v", a)
	}
	a = axes(`stem([1, 2], [3, -4], {bottom: -1, color: "r", label: "s"})`)
	if l := a.Series; len(l) != 3 || l[2].Marker != "o" || l[2].Label != "s" || l[2].Y[1] != -4 || l[0].Y[0] != -1 || l[0].Y[1] != 3 || l[0].Color != l[2].Color ||
		l[1].X[0] != 1 || l[1].X[1] != 2 || l[1].Y[0] != -1 {
		t.Errorf("stem: %+v", l)
	}
	a = axes(`boxplot([1, 2, 3, 4, 100])`) // numpy.percentile: 2, 3, 4; whiskers up to 1.5 * 2 beyond
	if l := a.Series; len(l) != 3 || l[1].Y[0] != 3 || l[0].Y[0] != 2 || l[0].Y[2] != 4 || l[0].Y[7] != 1 || l[0].Y[10] != 4 || len(l[2].Y) != 1 || l[2].Y[0] != 100 || a.X.Ticks.Labels[0] != "1" {
		t.Errorf("boxplot: %+v", l)
	}
	a = axes(`stackplot([0, 1], [1, 2], [[3, 4], [5, 6]], {labels: ["a", "b"]})`)
	if l := a.Areas; len(l) != 3 || l[2].Lo[1] != 6 || l[2].Hi[1] != 12 || l[1].Label != "b" || l[2].Label != "" {
		t.Errorf("stackplot: %+v", l)
	}
	a = axes(`hist([1, 1, 2, 5], {bins: [0, 2, 4, 6], cumulative: true, histtype: "step"})`)
	if l := a.Series[0]; len(a.Areas) != 0 || len(l.X) != 8 || l.Y[1] != 2 || l.Y[3] != 3 || l.Y[5] != 4 || l.Y[7] != 0 {
		t.Errorf("hist: %+v", l)
	}
	a = axes(`scatter([1, 2], [3, 4], {c: [5, 9], s: [4, 9], vmin: 1}).colorbar({label: "z"})`)
	if l := a.Series[0]; l.Tint.Lo != 1 || l.Tint.Hi != 9 || l.Sizes[1] != 3 || !l.Tint.Bar || l.Tint.BarLabel != "z" {
		t.Errorf("scatter: %+v", l)
	}
	a = axes(`scatter([1, 2], [3, 4], {c: ["r", "b"]})`)
	if l := a.Series[0].Tint; l.Colors.At(1, l.Lo, l.Hi).B != 255 || l.Colors.At(0, l.Lo, l.Hi).R != 255 {
		t.Errorf("scatter: %+v", l)
	}
	a = axes(`set_xticks([1], ["long"], {rotation: 45}).tick_params({axis: "y", rotation: 30})`)
	if l := a.X.Ticks; l.Turned != 45 || l.Labels[0] != "long" {
		t.Errorf("ticks: %+v", l)
	}
	a = axes(`pcolormesh([[0, 1], [0, 1]], [[2, 2], [5, 5]], [[1, 2], [3, 4]]).colorbar(undefined, {label: "z"})`)
	if l := a.Images[0]; l.XEdges[0] != -0.5 || l.YEdges[2] != 6.5 || l.BarLabel != "z" {
		t.Errorf("pcolormesh: %+v", l)
	}
	a = axes(`contour([[0, 1], [2, 3]], [1, 2], {colors: ["r", "g"]}).clabel().set({xlim: [0, 2], title: "c"})`)
	if l := a.Contours[0]; len(l.Levels) != 2 || len(l.Ink) != 2 || l.Text != 8 || a.X.Limits.Hi.Value != 2 || a.Title != "c" {
		t.Errorf("contour: %+v", l)
	}
}
