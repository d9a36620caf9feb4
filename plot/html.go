package plot

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"image/color"
	"io"
	"maps"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

// web has what a page needs: uPlot 1.6.32 by Leon Sorokin, with its licence (MIT),
// and the code that shows a figure with it.
//
//go:embed web
var web embed.FS

// pageHint is written below a figure in a page.
const pageHint = "drag: zoom · wheel: zoom x, with shift y · shift and drag: move · double click: all · click on a name: hide"

// shapeHint is written below one with a shape.
const shapeHint = "shape: drag: turn · shift and drag: move · wheel: zoom · double click: as on paper"

// pageScripts and pageStyles are what a figure in a page needs, in this order.
var (
	pageScripts = []string{"uPlot.iife.min.js", "figure.js", "draw.js", "contour.js", "shape.js"}
	pageStyles  = []string{"uPlot.min.css", "figure.css"}
)

// webFile is the text of a file in web.
func webFile(name string) string {
	text, err := web.ReadFile("web/" + name)
	if err != nil {
		panic("plot: " + err.Error())
	}
	return string(text)
}

// encodeHTML writes the figure as one page that needs nothing else: it zooms and
// moves, tells the numbers at the cursor, and hides what is clicked on in the legend.
// Axes over the same x move together.
func (f *Figure) encodeHTML(w io.Writer) error {
	data, err := json.Marshal(f.page(filePage))
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	title := f.Title
	for _, a := range f.Axes {
		if title == "" {
			title = a.Title
		}
	}
	fmt.Fprintf(b, "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n", html.EscapeString(title))
	fmt.Fprintf(b, "<!-- uPlot, the library of the axes in this page:\n%s-->\n", webFile("uPlot.LICENSE"))
	for _, name := range pageStyles {
		fmt.Fprintf(b, "<style>\n%s</style>\n", webFile(name))
	}
	b.WriteString("</head>\n<body>\n<div id=\"figure\"></div>\n")
	for _, name := range pageScripts {
		fmt.Fprintf(b, "<script>\n%s</script>\n", webFile(name))
	}
	// json.Marshal writes < as \u003c, so that no text can end the script.
	fmt.Fprintf(b, "<script>\ngneuron.page(document.getElementById(\"figure\"), %s)\n</script>\n</body>\n</html>\n", data)
	return b.Flush()
}

// object is an object of JSON; its names are those that web/*.js reads.
type object = map[string]any

// page is the figure for a page of a size.
func (f *Figure) page(size pageSize) object {
	c := draw.NewCanvas(&recorder.Canvas{}, vg.Length(f.Width*Pixel), vg.Length(f.Height*Pixel))
	var axes []object
	part := newPart(f, size)
	panels := f.layout(c)
	for _, p := range panels {
		axes = append(axes, p.page(part, link(p, panels)))
	}
	hint := pageHint
	for _, a := range f.Axes {
		if len(a.Shapes) > 0 {
			hint = shapeHint
		}
	}
	return object{"title": f.Title, "width": f.Width, "height": f.Height, "axes": axes, "hint": hint, "background": css(f.background())}
}

// link numbers the axes that move together in x: those of a group, and those that
// show the same range of what bears the same name. 0 is none.
func link(p *panel, all []*panel) int {
	for k, q := range all {
		group := p.X.Group != 0 && p.X.Group == q.X.Group
		alike := p.X.Group == 0 && q.X.Group == 0 && p.X.Label == q.X.Label && p.X.Log == q.X.Log &&
			p.plot.X.Min == q.plot.X.Min && p.plot.X.Max == q.plot.X.Max
		if group || alike {
			return k + 1
		}
	}
	return 0
}

func (p *panel) page(part part, link int) object {
	left, right, top, bottom := p.Cell.edges()
	out := object{
		"title": p.Title, "grid": p.Grid && !p.covered(), "bare": p.Bare, "equal": p.Aspect != Free, "link": link,
		"cell": [4]float64{left, top, right - left, bottom - top},
		"x":    pageAxis(&p.X, p.plot.X), "y": pageAxis(&p.Y, p.plot.Y),
	}
	items := []object{}
	for _, i := range p.items() {
		switch i.(type) {
		case *Shape, markItem: // have a page of their own, without axes
		default:
			items = append(items, i.page(part))
		}
	}
	if p.twin != nil {
		out["y2"] = pageAxis(&p.twin.Y, p.twin.plot.Y)
		for _, i := range p.twin.items() {
			o := i.page(part)
			o["right"] = true
			items = append(items, o)
		}
	}
	if p.Legend.Hidden {
		for _, i := range items {
			delete(i, "label")
		}
	}
	out["items"] = items
	if len(p.Shapes) > 0 {
		var shapes []object
		for i := range p.Shapes {
			shapes = append(shapes, p.Shapes[i].page(part))
		}
		out["shapes"] = shapes
	}
	for i := range p.Images {
		if s := &p.Images[i]; s.Bar {
			out["bar"] = pageBar(&Axis{Label: s.BarLabel}, s.Colors, s.Lo, s.Hi)
		}
	}
	for _, s := range p.Series {
		if t := s.Tint; t != nil && t.Bar {
			out["bar"] = pageBar(&Axis{Label: t.BarLabel}, t.Colors, t.Lo, t.Hi)
		}
	}
	for i := range p.Contours {
		if s := &p.Contours[i]; s.Bar {
			m, lo, hi := s.strip()
			out["bar"] = pageBar(s.barAxis(), m, lo, hi)
		}
	}
	return out
}

// pageBar is a scale of colours.
func pageBar(own *Axis, m Colormap, lo, hi float64) object {
	out := pageAxis(own, plot.Axis{Min: lo, Max: hi})
	out["colors"] = cssColors(m)
	return out
}

func pageAxis(own *Axis, a plot.Axis) object {
	out := object{"label": own.Label, "min": a.Min, "max": a.Max, "log": own.Log, "inverted": own.Inverted, "hidden": own.Ticks.Hidden}
	if own.Ticks.Turned != 0 {
		out["turned"] = own.Ticks.Turned
	}
	if own.Ticks.Set {
		marks := [][2]any{}
		for _, m := range own.chosen(-huge, huge) {
			marks = append(marks, [2]any{m.Value, m.Label})
		}
		out["ticks"] = marks
	}
	return out
}

// css is a colour as a page names it.
func css(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	if n.A == 255 {
		return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
	}
	return fmt.Sprintf("rgba(%d,%d,%d,%.3g)", n.R, n.G, n.B, float64(n.A)/255)
}

func cssColors(m Colormap) []string {
	out := make([]string, len(m))
	for i, c := range m {
		out[i] = css(c)
	}
	return out
}

// pixels are points as pixels of a page.
func pixels(points float64) float64 { return math.Round(points/Pixel*100) / 100 }

// strokeOf is a line for a page.
func strokeOf(style draw.LineStyle) object {
	dashes := []float64{}
	for _, d := range style.Dashes {
		dashes = append(dashes, pixels(d.Points()))
	}
	return object{"width": pixels(style.Width.Points()), "dashes": dashes, "color": css(style.Color)}
}

func (s *Series) page(part part) object {
	x, y := s.X, s.Y
	errors := s.XErr.any() || s.YErr.any()
	if !errors {
		x, y = part.thin(s.X, s.Y)
	}
	out := strokeOf(s.stroke())
	maps.Copy(out, object{
		"kind": "line", "label": s.Label, "x": pageNumbers(x), "y": pageNumbers(y), "ascending": ascending(x),
		"line": s.Line != "", "strokes": strokes(y),
	})
	if s.Marker != "" {
		out["marker"], out["size"], out["sign"] = s.Marker, pixels(s.MarkerSize), sign(s.Marker)
	}
	if s.own() {
		s.pageOwn(out, part)
	}
	out["cap"] = pixels(s.CapSize)
	for name, e := range map[string]Errors{"x": s.XErr, "y": s.YErr} {
		if !e.any() {
			continue
		}
		low, high := make([]float64, len(x)), make([]float64, len(x))
		for i := range x {
			low[i], high[i] = e.at(i)
		}
		out[name+"low"], out[name+"high"] = pageNumbers(low), pageNumbers(high)
	}
	return out
}

// strokes tells the strokes of a raster, of which each third point is a gap: they
// have no numbers to be told.
func strokes(y []float64) bool {
	if len(y) < 3 || len(y)%3 != 0 {
		return false
	}
	for i := 2; i < len(y); i += 3 {
		if !math.IsNaN(y[i]) {
			return false
		}
	}
	return true
}

// sign is the shape of a marker for a page; empty for a circle.
func sign(marker string) object {
	pairs := func(points []vg.Point) (out [][2]float64) {
		for _, p := range points {
			out = append(out, [2]float64{float64(p.X), float64(p.Y)})
		}
		return out
	}
	if ends, ok := strokeMarkers[marker]; ok {
		return object{"lines": pairs(ends)}
	}
	if corners, ok := outlines[marker]; ok {
		return object{"outline": pairs(corners)}
	}
	return object{}
}

func (s *Area) page(part) object {
	out := object{
		"kind": "area", "label": s.Label, "color": css(s.Color), "ascending": ascending(s.X),
		"x": pageNumbers(s.X), "lo": pageNumbers(s.Lo), "hi": pageNumbers(s.Hi),
	}
	if s.Edge != nil {
		out["edge"], out["width"] = css(s.Edge), pixels(s.EdgeWidth)
	}
	return out
}

func (s *Span) page(part) object {
	out := strokeOf(s.stroke())
	out["kind"], out["label"], out["vertical"], out["from"], out["to"] = "span", s.Label, s.Vertical, s.Lo, s.Hi
	return out
}

func (s *Arrows) page(part) object {
	return object{
		"kind": "arrows", "label": s.Label, "color": css(s.Color), "scale": s.scale(), "units": s.DataUnits, "angle": s.DataAngle,
		"pivot": s.Pivot, "shaft": float64(s.shaft(1e4)) / 1e4,
		"x": pageNumbers(s.X), "y": pageNumbers(s.Y), "u": pageNumbers(s.U), "v": pageNumbers(s.V),
	}
}

func (s *Text) page(part) object {
	align := s.HAlign
	if align == "" {
		align = "left"
	}
	out := object{
		"kind": "text", "text": s.Text, "at": [2]float64{s.X, s.Y}, "color": css(s.Color), "size": pixels(s.Size),
		"align": align, "up": s.VAlign,
	}
	if s.Arrow {
		out["tip"] = [2]float64{s.TipX, s.TipY}
	}
	return out
}

func (s *Image) page(part part) object {
	t := s.coarse(part.cells)
	lo, hi := Extremes(t.Values)
	codes := make([]uint16, len(t.Values))
	for i, v := range t.Values {
		switch {
		case !(math.Abs(v) < huge):
			codes[i] = math.MaxUint16
		case hi > lo:
			codes[i] = uint16((v-lo)/(hi-lo)*(math.MaxUint16-1) + 0.5)
		}
	}
	return object{
		"kind": "image", "codes": base64Of(codes), "low": lo, "high": hi, "mean": t.mean(), "from": s.Lo, "to": s.Hi,
		"xedges": pageNumbers(t.XEdges), "yedges": pageNumbers(t.YEdges), "colors": cssColors(s.Colors),
	}
}
