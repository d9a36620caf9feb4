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
	frameInk = color.NRGBA{0xcc, 0xcc, 0xcc, 0xff} // of a legend
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
	tile   draw.Canvas // all of its place
	cell   draw.Canvas // what is left for the axes and their labels
	title  string      // with line breaks
	data   extent      // of all that is drawn, also of the axes that share a range
	legend *legend
	right  []sideAxis
	twin   *panel // what is drawn over the same data; only Axes, plot and data are set
}

// draw puts the figure on a canvas of its size.
func (f *Figure) draw(c draw.Canvas) {
	c.SetColor(f.background())
	c.Fill(c.Rectangle.Path())
	panels := f.layout(c)
	for _, p := range panels {
		p.draw()
	}
}

func (f *Figure) background() color.Color {
	if f.Background == nil {
		return color.White
	}
	return f.Background
}

// layout gives all axes their places and ranges.
func (f *Figure) layout(c draw.Canvas) []*panel {
	c = draw.Crop(c, outerMargin, -outerMargin, outerMargin, -outerMargin)
	if f.Title != "" {
		style := textStyle(titleSize, text.XCenter, text.YTop)
		title := wrap(style, f.Title, c.Size().X*0.95)
		c.FillText(style, vg.Point{X: c.Center().X, Y: c.Max.Y}, title)
		c = draw.Crop(c, 0, 0, 0, -style.Height(title)-titleGap)
	}
	panels := make([]*panel, len(f.Axes))
	for i, a := range f.Axes {
		panels[i] = newPanel(a, a.Cell.tile(c))
	}
	share(panels)
	for _, p := range panels {
		p.axes()
		if len(panels) == 1 || p.Legend.Place == "outside" {
			p.moveLegendOut()
		}
	}
	align(panels)
	for _, p := range panels {
		p.thinMarks()
		p.equalize()
	}
	return panels
}

// newPanel lays the axes out in a tile.
func newPanel(a *Axes, tile draw.Canvas) *panel {
	p := &panel{Axes: a, plot: plot.New(), tile: tile, cell: tile, data: a.extent()}
	// A tick label at the end of an axis reaches half its size beyond.
	p.cell = draw.Crop(p.cell, 0, -tickSize, 0, -tickSize/2)
	if a.Title != "" {
		style := textStyle(titleSize, text.XCenter, text.YBottom)
		p.title = wrap(style, a.Title, tile.Size().X*0.9)
		p.cell = draw.Crop(p.cell, 0, 0, 0, -style.Height(p.title)-titleGap+tickSize/2)
	}
	if a.Twin != nil {
		over := *a.Twin
		over.X = a.X
		p.twin = &panel{Axes: &over, plot: plot.New(), data: over.extent()}
		p.data.addX(p.twin.data.xlo)
		p.data.addX(p.twin.data.xhi)
	}
	p.legend = newLegend(p, tile.Size().X/2)
	return p
}

// axes sets up the axes for the data and the size of the cell.
func (p *panel) axes() {
	p.right = nil
	height := p.cell.Size().Y
	if p.twin != nil {
		t := p.twin
		right := newSideAxis(&t.Y, t.data.ylo, t.data.yhi, t.yMargin(), height)
		t.plot.Y.Min, t.plot.Y.Max, t.plot.Y.Scale = right.axis.Min, right.axis.Max, right.axis.Scale
		p.right = append(p.right, right)
	}
	for _, s := range p.Images {
		if s.Bar {
			p.addBar(s.Colors, &Axis{Label: s.BarLabel}, s.Lo, s.Hi)
		}
	}
	for _, s := range p.Series {
		if t := s.Tint; t != nil && t.Bar {
			p.addBar(t.Colors, &Axis{Label: t.BarLabel}, t.Lo, t.Hi)
		}
	}
	for i := range p.Contours {
		if s := &p.Contours[i]; s.Bar {
			m, lo, hi := s.strip()
			p.addBar(m, s.barAxis(), lo, hi)
		}
	}
	for _, s := range p.Shapes {
		if s.Values != nil {
			p.addBar(s.Colors, &Axis{Label: s.Label}, s.Lo, s.Hi)
		}
	}
	setRange(&p.plot.X, &p.X, p.data.xlo, p.data.xhi, p.xMargin())
	setRange(&p.plot.Y, &p.Y, p.data.ylo, p.data.yhi, p.yMargin())
	p.marks()
}

// addBar puts a scale of colours at the right.
func (p *panel) addBar(m Colormap, own *Axis, lo, hi float64) {
	bar := newSideAxis(own, lo, hi, 0, p.cell.Size().Y)
	bar.strip = m
	p.right = append(p.right, bar)
}

// marks puts ticks and labels to the ends of the axes.
func (p *panel) marks() {
	size := p.cell.Size()
	width := size.X - p.rightWidth()
	setStyle(&p.plot.X, p.X.Label, width)
	setStyle(&p.plot.Y, p.Y.Label, size.Y)
	setTicks(&p.plot.X, &p.X, width, true)
	p.turnLabels()
	setTicks(&p.plot.Y, &p.Y, size.Y, false)
	if terminalOf(p.tile) != nil { // characters are wider than letters
		p.plot.Y.Label.Padding = cellWidth
		p.plot.Y.Tick.Length = cellWidth
		p.plot.X.Tick.Length = cellHeight / 2
	}
	if p.Bare {
		p.plot.HideAxes()
	}
	if p.twin != nil {
		p.twin.plot.X = p.plot.X
	}
}

// turnLabels turns the labels of the x axis; characters of a terminal do not turn.
func (p *panel) turnLabels() {
	angle := p.X.Ticks.Turned
	if angle == 0 || terminalOf(p.tile) != nil {
		return
	}
	style := &p.plot.X.Tick.Label
	style.Rotation, style.XAlign, style.YAlign = angle*math.Pi/180, text.XRight, text.YCenter
	if angle < 0 {
		style.XAlign = text.XLeft
	}
	marks := p.plot.X.Tick.Marker.Ticks(p.plot.X.Min, p.plot.X.Max)
	for i := range marks {
		if label := &marks[i].Label; *label != "" { // away from the mark
			*label = map[bool]string{true: *label + "  ", false: "  " + *label}[angle > 0]
		}
	}
	p.plot.X.Tick.Marker = plot.ConstantTicks(marks)
}

// thinMarks takes fewer marks at a y axis that is too low for those of its cell.
func (p *panel) thinMarks() {
	if p.Bare {
		return
	}
	height, labels := p.dataCanvas().Size().Y, 0
	for _, t := range p.plot.Y.Tick.Marker.Ticks(p.plot.Y.Min, p.plot.Y.Max) {
		if t.Label != "" {
			labels++
		}
	}
	if tooClose(labels, height) {
		setTicks(&p.plot.Y, &p.Y, height, false)
	}
}

func (p *panel) rightWidth() vg.Length {
	var w vg.Length
	for i := range p.right {
		w += p.right[i].width()
	}
	return w
}

// dataCanvas is where the data are drawn.
func (p *panel) dataCanvas() draw.Canvas {
	return p.plot.DataCanvas(draw.Crop(p.cell, 0, -p.rightWidth(), 0, 0))
}

// xMargin is the margin beside the data: small for lines, more where markers
// stand at the ends, none beside an image.
func (p *panel) xMargin() float64 {
	if len(p.Images) > 0 || len(p.Contours) > 0 {
		return 0
	}
	if len(p.Arrows) > 0 {
		return 0.05
	}
	for _, s := range p.Series {
		if s.Marker != "" && s.Line == "" {
			return 0.05
		}
	}
	return 0.025
}

func (p *panel) yMargin() float64 {
	if len(p.Images) > 0 || len(p.Contours) > 0 {
		return 0
	}
	return 0.06
}

// share gives axes of one group the same range: that of all their data, and the
// limits that any of them has.
func share(panels []*panel) {
	each := func(own func(*panel) *Axis, lo, hi func(*extent) *float64) {
		groups := map[int]*extent{}
		limits := map[int]Limits{}
		for _, p := range panels {
			k := own(p).Group
			if k == 0 {
				continue
			}
			e := groups[k]
			if e == nil {
				e = &extent{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
				groups[k] = e
			}
			*lo(e), *hi(e) = min(*lo(e), *lo(&p.data)), max(*hi(e), *hi(&p.data))
			l := limits[k]
			if set := own(p).Limits; set.Lo.Set {
				l.Lo = set.Lo
			}
			if set := own(p).Limits; set.Hi.Set {
				l.Hi = set.Hi
			}
			limits[k] = l
		}
		for _, p := range panels {
			if k := own(p).Group; k != 0 {
				*lo(&p.data), *hi(&p.data) = *lo(groups[k]), *hi(groups[k])
				if own(p).Limits != limits[k] {
					shared := *p.Axes // the figure itself stays as it is
					p.Axes = &shared
					own(p).Limits = limits[k]
				}
			}
		}
	}
	each(func(p *panel) *Axis { return &p.X }, func(e *extent) *float64 { return &e.xlo }, func(e *extent) *float64 { return &e.xhi })
	each(func(p *panel) *Axis { return &p.Y }, func(e *extent) *float64 { return &e.ylo }, func(e *extent) *float64 { return &e.yhi })
}

// align gives axes whose cells have an edge in common the same end there.
func align(panels []*panel) {
	type edge struct {
		side int
		at   float64 // part of the figure
	}
	edges := func(k Cell) [4]edge {
		left, right, top, bottom := k.edges()
		return [4]edge{{0, left}, {1, right}, {2, bottom}, {3, top}}
	}
	own := make([][4]vg.Length, len(panels))
	widest := map[edge]vg.Length{}
	for i, p := range panels {
		data := p.dataCanvas()
		own[i] = [4]vg.Length{
			data.Min.X - p.tile.Min.X, p.tile.Max.X - data.Max.X,
			data.Min.Y - p.tile.Min.Y, p.tile.Max.Y - data.Max.Y,
		}
		for k, e := range edges(p.Cell) {
			widest[e] = max(widest[e], own[i][k])
		}
	}
	for i, p := range panels {
		var more [4]vg.Length
		for k, e := range edges(p.Cell) {
			more[k] = widest[e] - own[i][k]
		}
		p.cell = draw.Crop(p.cell, more[0], -more[1], more[2], -more[3])
	}
}

// equalize makes a unit of x as long as one of y, where the axes want that.
func (p *panel) equalize() {
	if p.Aspect == Free || p.X.Log || p.Y.Log {
		return
	}
	size := p.dataCanvas().Size()
	x, y := &p.plot.X, &p.plot.Y
	perX, perY := float64(size.X)/(x.Max-x.Min), float64(size.Y)/(y.Max-y.Min)
	widen := func(a *plot.Axis, factor float64) {
		mid, half := (a.Min+a.Max)/2, (a.Max-a.Min)/2
		a.Min, a.Max = mid-half*factor, mid+half*factor
	}
	switch {
	case p.Aspect == EqualBox:
		w := size.X * vg.Length(max(0, 1-perY/perX)) / 2
		h := size.Y * vg.Length(max(0, 1-perX/perY)) / 2
		p.cell = draw.Crop(p.cell, w, -w, h, -h)
	case perX > perY:
		widen(x, perX/perY)
	default:
		widen(y, perY/perX)
	}
	p.marks()
}

// draw draws the panel in its cell.
func (p *panel) draw() {
	data := p.dataCanvas()
	m := newMapping(p.Axes, p.plot, data)
	for i := range p.Images { // below the grid
		p.Images[i].draw(data, m)
	}
	if p.Grid && !p.Bare && !p.covered() {
		drawGrid(data, p.plot)
	}
	for _, i := range p.items()[len(p.Images):] {
		i.draw(data, m)
	}
	if p.twin != nil {
		over := newMapping(p.twin.Axes, p.twin.plot, data)
		for _, i := range p.twin.items() {
			i.draw(data, over)
		}
	}
	p.plot.BackgroundColor = nil
	p.plot.Draw(draw.Crop(p.cell, 0, -p.rightWidth(), 0, 0))
	x := data.Max.X
	for i := range p.right {
		p.right[i].draw(data, x)
		x += p.right[i].width()
	}
	if p.title != "" {
		style := textStyle(titleSize, text.XCenter, text.YBottom)
		x := data.Center().X
		half := style.Width(p.title) / 2 // stays on the canvas where the axes are narrow
		x = max(min(x, p.cell.Max.X-half), p.cell.Min.X+half)
		data.FillText(style, vg.Point{X: x, Y: data.Max.Y + titleGap + style.FontExtents().Descent}, p.title)
	}
	p.legend.draw(p, data)
}

// drawGrid draws a thin line at every tick that has a label or could have one.
func drawGrid(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	style := draw.LineStyle{Color: gridInk, Width: 0.7}
	for _, t := range gridTicks(p.X) {
		c.StrokeLine2(style, x(t.Value), c.Min.Y, x(t.Value), c.Max.Y)
	}
	for _, t := range gridTicks(p.Y) {
		c.StrokeLine2(style, c.Min.X, y(t.Value), c.Max.X, y(t.Value))
	}
}

// gridTicks are the marks with labels, or all where none has any.
func gridTicks(a plot.Axis) []plot.Tick {
	all := a.Tick.Marker.Ticks(a.Min, a.Max)
	var out []plot.Tick
	for _, t := range all {
		if !t.IsMinor() {
			out = append(out, t)
		}
	}
	if out == nil {
		return all
	}
	return out
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
