package plot

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Sizes of a legend in points.
const (
	sampleLength  = 22
	legendPadding = 6
	legendInset   = 6 // from the edge of the axes
	rowGap        = 3
)

// legend is the box with the labels of an Axes; nil where there is none.
type legend struct {
	entries []entry
	style   text.Style
	size    vg.Point
	outside bool
}

// entry is a row of a legend: items with the same label share one.
type entry struct {
	label string
	items []item
}

// newLegend measures the legend of a panel; its texts are at most as wide as
// width.
func newLegend(p *panel, width vg.Length) *legend {
	if p.Legend.Hidden {
		return nil
	}
	l := &legend{style: textStyle(tickSize, text.XLeft, text.YTop)}
	rows := map[string]int{}
	items := p.items()
	if p.twin != nil && !p.twin.Legend.Hidden {
		items = append(items, p.twin.items()...)
	}
	for _, s := range items {
		label := s.label()
		if label == "" {
			continue
		}
		if i, ok := rows[label]; ok {
			l.entries[i].items = append(l.entries[i].items, s)
			continue
		}
		rows[label] = len(l.entries)
		l.entries = append(l.entries, entry{wrap(l.style, label, width), []item{s}})
	}
	if len(l.entries) == 0 {
		return nil
	}
	l.size.Y = 2*legendPadding - rowGap
	for _, e := range l.entries {
		l.size.X = max(l.size.X, l.style.Width(e.label)+sampleLength+3*legendPadding)
		l.size.Y += l.height(e) + rowGap
	}
	return l
}

func (l *legend) height(e entry) vg.Length {
	lines := strings.Count(e.label, "\n") + 1
	return l.style.FontExtents().Height + vg.Length(lines-1)*l.style.Font.Size
}

// moveLegendOut gives the legend room beside the axes, where its place is
// "outside", or where it would cover data anywhere within.
func (p *panel) moveLegendOut() {
	if p.legend == nil {
		return
	}
	p.legend.outside = p.Legend.Place == "outside"
	if p.Legend.Place == "" {
		_, covered := p.legend.best(p, p.dataCanvas())
		p.legend.outside = covered > 0
	}
	if room := p.legend.size.X + 2*legendInset; p.legend.outside && room < p.cell.Size().X/2 {
		p.cell = draw.Crop(p.cell, 0, -room, 0, 0)
		p.axes()
	} else {
		p.legend.outside = false
	}
}

// corner is a place of a legend within the axes.
type corner struct {
	name string
	x, y vg.Length
}

// corners are the places of a legend within the axes, in the order in which
// they are tried: the fraction of the free width and height at its lower left.
var corners = []corner{
	{"upper right", 1, 1},
	{"upper left", 0, 1},
	{"lower right", 1, 0},
	{"lower left", 0, 0},
	{"center right", 1, 0.5},
	{"upper center", 0.5, 1},
	{"center left", 0, 0.5},
	{"lower center", 0.5, 0},
	{"center", 0.5, 0.5},
}

func init() {
	// Places without a name, for a legend that fits nowhere else.
	for _, y := range []vg.Length{1, 0, 0.5} {
		for x := vg.Length(15); x > 0; x-- {
			corners = append(corners, corner{"", x / 16, y})
		}
	}
}

// at is the box of the legend in the corner with the given fractions.
func (l *legend) at(data draw.Canvas, x, y vg.Length) vg.Rectangle {
	free := data.Size().Sub(l.size).Sub(vg.Point{X: 2 * legendInset, Y: 2 * legendInset})
	low := data.Min.Add(vg.Point{X: legendInset + x*max(free.X, 0), Y: legendInset + y*max(free.Y, 0)})
	return vg.Rectangle{Min: low, Max: low.Add(l.size)}
}

// best finds the place that covers the least data, and says how much it is.
func (l *legend) best(p *panel, data draw.Canvas) (vg.Rectangle, int) {
	var drawn []vg.Point
	m := newMapping(p.Axes, p.plot, data)
	for _, i := range p.items() {
		drawn = append(drawn, i.covered(data, m)...)
	}
	if p.twin != nil {
		m := newMapping(p.twin.Axes, p.twin.plot, data)
		for _, i := range p.twin.items() {
			drawn = append(drawn, i.covered(data, m)...)
		}
	}
	var best vg.Rectangle
	least := -1
	for _, corner := range corners {
		box := l.at(data, corner.x, corner.y)
		const near = 3
		wide := vg.Rectangle{
			Min: vg.Point{X: box.Min.X - near, Y: box.Min.Y - near},
			Max: vg.Point{X: box.Max.X + near, Y: box.Max.Y + near},
		}
		covered := 0
		for _, pt := range drawn {
			if within(pt, wide) {
				covered++
			}
		}
		if least < 0 || covered < least {
			best, least = box, covered
		}
	}
	return best, least
}

// dense puts points on a line so close that none can pass a legend unnoticed.
func dense(line []vg.Point) []vg.Point {
	const step = 5
	var out []vg.Point
	for i, b := range line {
		if i > 0 {
			a := line[i-1]
			d := b.Sub(a)
			n := int(max(d.X, -d.X, d.Y, -d.Y) / step)
			for k := 1; k <= n; k++ {
				out = append(out, a.Add(d.Scale(vg.Length(k)/vg.Length(n+1))))
			}
		}
		out = append(out, b)
	}
	return out
}

// draw draws the legend over or beside the axes.
func (l *legend) draw(p *panel, data draw.Canvas) {
	if l == nil {
		return
	}
	var box vg.Rectangle
	switch place := p.Legend.Place; {
	case l.outside:
		low := vg.Point{X: data.Max.X + p.rightWidth() + 2*legendInset, Y: data.Max.Y - l.size.Y}
		box = vg.Rectangle{Min: low, Max: low.Add(l.size)}
	case place == "" || place == "outside":
		box, _ = l.best(p, data)
	default:
		for _, corner := range corners {
			if corner.name == place {
				box = l.at(data, corner.x, corner.y)
			}
		}
	}
	data.SetColor(color.NRGBA{0xff, 0xff, 0xff, 0xd9})
	data.Fill(box.Path())
	data.SetLineStyle(draw.LineStyle{Color: frameInk, Width: 0.7})
	data.Stroke(box.Path())
	top := box.Max.Y - legendPadding
	for _, e := range l.entries {
		first := l.style.FontExtents().Height // the sample stands beside the first line
		left := box.Min.X + legendPadding
		for _, i := range e.items {
			i.sample(data, left, top-first*0.6)
		}
		data.FillText(l.style, vg.Point{X: left + sampleLength + legendPadding, Y: top}, e.label)
		top -= l.height(e) + rowGap
	}
}
