package plot

import (
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Sizes in points.
const (
	titleSize, labelSize, tickSize = 13, 11, 10

	outerMargin = 9 // around the whole figure
	innerMargin = 16
	titleGap    = 7 // from the title to the axes
)

var (
	ink      = color.NRGBA{0x22, 0x22, 0x22, 0xff}
	axisInk  = color.NRGBA{0x55, 0x55, 0x55, 0xff}
	gridInk  = color.NRGBA{0xe4, 0xe4, 0xe4, 0xff}
	typeface = font.Font{Typeface: "Liberation", Variant: "Sans"}
)

func textStyle(size vg.Length, x text.XAlignment, y text.YAlignment) text.Style {
	return text.Style{Color: ink, Font: font.From(typeface, size), XAlign: x, YAlign: y, Handler: handler}
}

// panel is an Axes in its place on the canvas.
type panel struct {
	*Axes
	plot   *plot.Plot
	cell   draw.Canvas // what is left for the axes and their labels
	title  string      // with line breaks
	curves []curve
	legend *legend
}

// draw puts the figure on a canvas of its size.
func (f *Figure) draw(c draw.Canvas) {
	c.SetColor(color.White)
	c.Fill(c.Rectangle.Path())
	c = draw.Crop(c, outerMargin, -outerMargin, outerMargin, -outerMargin)
	tiles := draw.Tiles{Rows: f.Rows, Cols: f.Cols}
	if f.Rows > 1 {
		tiles.PadY = innerMargin
	}
	if f.Cols > 1 {
		tiles.PadX = innerMargin
	}
	panels := make([]*panel, len(f.Axes))
	for i, a := range f.Axes {
		panels[i] = newPanel(a, tiles.At(c, i%f.Cols, i/f.Cols))
		if len(f.Axes) == 1 {
			panels[i].moveLegendOut()
		}
	}
	f.align(panels)
	for _, p := range panels {
		p.draw()
	}
}

// newPanel lays the axes out in a tile.
func newPanel(a *Axes, tile draw.Canvas) *panel {
	p := &panel{Axes: a, plot: plot.New(), cell: tile}
	// A tick label at the end of an axis reaches half its size beyond.
	p.cell = draw.Crop(p.cell, 0, -tickSize, 0, -tickSize/2)
	if a.Title != "" {
		style := textStyle(titleSize, text.XCenter, text.YBottom)
		p.title = wrap(style, a.Title, tile.Size().X*0.9)
		p.cell = draw.Crop(p.cell, 0, 0, 0, -style.Height(p.title)-titleGap+tickSize/2)
	}
	for _, s := range a.Series {
		p.curves = append(p.curves, curve{s})
	}
	p.legend = newLegend(a, tile.Size().X/2)
	p.axes()
	return p
}

// axes sets up the axes for the data and the size of the cell.
func (p *panel) axes() {
	xlo, xhi, ylo, yhi := p.extent()
	size := p.cell.Size()
	setAxis(&p.plot.X, p.XLabel, p.XLimits, xlo, xhi, p.xMargin(), size.X)
	setAxis(&p.plot.Y, p.YLabel, p.YLimits, ylo, yhi, 0.06, size.Y)
	p.plot.X.Tick.Marker = horizontalTicks(p.plot, size.X*0.85)
	p.plot.Y.Tick.Marker = plot.ConstantTicks(ticks(p.plot.Y.Min, p.plot.Y.Max, tickCount(size.Y)))
}

// xMargin is the margin beside the data: small for lines, more where markers
// stand at the ends.
func (p *panel) xMargin() float64 {
	for _, s := range p.Series {
		if s.Marker != "" && s.Line == "" {
			return 0.05
		}
	}
	return 0.025
}

// extent is the range of all series. With limits set on one axis, the other one
// follows the data within them.
func (p *panel) extent() (xlo, xhi, ylo, yhi float64) {
	xlo, xhi, ylo, yhi = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, s := range p.Series {
		s = s.between(p.XLimits)
		x0, x1, y0, y1 := s.extent()
		xlo, xhi, ylo, yhi = min(xlo, x0), max(xhi, x1), min(ylo, y0), max(yhi, y1)
	}
	return xlo, xhi, ylo, yhi
}

// between leaves out the points outside the limits in x.
func (s Series) between(l Limits) Series {
	if !l.Lo.Set && !l.Hi.Set {
		return s
	}
	var xs, ys []float64
	for i, x := range s.X {
		if (!l.Lo.Set || x >= l.Lo.Value) && (!l.Hi.Set || x <= l.Hi.Value) {
			xs, ys = append(xs, x), append(ys, s.Y[i])
		}
	}
	s.X, s.Y = xs, ys
	return s
}

func setAxis(a *plot.Axis, label string, l Limits, lo, hi, margin float64, length vg.Length) {
	a.Min, a.Max = span(lo, hi, margin)
	switch {
	case l.Lo.Set && l.Hi.Set:
		a.Min, a.Max = l.Lo.Value, l.Hi.Value
	case l.Lo.Set:
		a.Min, a.Max = l.Lo.Value, beyond(l.Lo.Value, hi, 1, margin)
	case l.Hi.Set:
		a.Min, a.Max = beyond(l.Hi.Value, lo, -1, margin), l.Hi.Value
	}
	style := textStyle(labelSize, text.XCenter, text.YBottom)
	a.Label.Text = wrap(style, label, length*0.95)
	a.Label.TextStyle = style
	a.Label.Padding = 4
	a.Padding = 0
	a.LineStyle = draw.LineStyle{Color: axisInk, Width: 0.8}
	a.Tick.LineStyle = a.LineStyle
	a.Tick.Length = 4
	align := a.Tick.Label
	a.Tick.Label = textStyle(tickSize, align.XAlign, align.YAlign)
	if align.YAlign == text.YCenter {
		a.Tick.Label.YAlign -= 0.08 // digits reach less far down than letters
	}
}

// tickCount is how many marks an axis of a length should have.
func tickCount(length vg.Length) int { return 7 + int(length/(9*tickSize)) }

// horizontalTicks are as many marks as have room for their labels side by side.
func horizontalTicks(p *plot.Plot, length vg.Length) plot.ConstantTicks {
	for n := tickCount(length); ; n-- {
		marks := ticks(p.X.Min, p.X.Max, n)
		var widest vg.Length
		for _, m := range marks {
			widest = max(widest, p.X.Tick.Label.Width(m.Label))
		}
		if n <= 2 || vg.Length(len(marks))*(widest+tickSize*1.2) < length {
			return marks
		}
	}
}

// align gives the axes of a column the same left and right end, those of a row
// the same bottom and top.
func (f *Figure) align(panels []*panel) {
	type margins struct{ left, right, bottom, top vg.Length }
	own := make([]margins, len(panels))
	cols, rows := make([]margins, f.Cols), make([]margins, f.Rows)
	for i, p := range panels {
		data := p.plot.DataCanvas(p.cell)
		m := margins{
			data.Min.X - p.cell.Min.X, p.cell.Max.X - data.Max.X,
			data.Min.Y - p.cell.Min.Y, p.cell.Max.Y - data.Max.Y,
		}
		own[i] = m
		col, row := &cols[i%f.Cols], &rows[i/f.Cols]
		col.left, col.right = max(col.left, m.left), max(col.right, m.right)
		row.bottom, row.top = max(row.bottom, m.bottom), max(row.top, m.top)
	}
	for i, p := range panels {
		col, row, m := cols[i%f.Cols], rows[i/f.Cols], own[i]
		p.cell = draw.Crop(p.cell, col.left-m.left, m.right-col.right, row.bottom-m.bottom, m.top-row.top)
	}
}

// draw draws the panel in its cell.
func (p *panel) draw() {
	data := p.plot.DataCanvas(p.cell)
	if p.Grid {
		p.plot.Add(grid{})
	}
	for _, k := range p.curves {
		p.plot.Add(k)
	}
	p.plot.BackgroundColor = nil
	p.plot.Draw(p.cell)
	if p.title != "" {
		style := textStyle(titleSize, text.XCenter, text.YBottom)
		x := data.Center().X
		half := style.Width(p.title) / 2 // stays on the canvas where the axes are narrow
		x = max(min(x, p.cell.Max.X-half), p.cell.Min.X+half)
		data.FillText(style, vg.Point{X: x, Y: data.Max.Y + titleGap + style.FontExtents().Descent}, p.title)
	}
	p.legend.draw(p, data)
}

// grid draws a thin line at every tick.
type grid struct{}

// Plot draws the grid.
func (grid) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	style := draw.LineStyle{Color: gridInk, Width: 0.7}
	for _, t := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
		c.StrokeLine2(style, x(t.Value), c.Min.Y, x(t.Value), c.Max.Y)
	}
	for _, t := range p.Y.Tick.Marker.Ticks(p.Y.Min, p.Y.Max) {
		c.StrokeLine2(style, c.Min.X, y(t.Value), c.Max.X, y(t.Value))
	}
}

// wrap breaks a text between words so that no line is wider than width, as far
// as its words allow.
func wrap(style text.Style, s string, width vg.Length) string {
	var out []string
	for _, paragraph := range strings.Split(s, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			longer := strings.TrimSpace(line + " " + word)
			if line != "" && style.Width(longer) > width {
				out = append(out, line)
				longer = word
			}
			line = longer
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
