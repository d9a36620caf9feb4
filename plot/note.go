package plot

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Text is a piece of writing at a place of the axes, with an arrow if wanted.
type Text struct {
	X, Y   float64
	Text   string
	Color  color.Color // nil is that of the labels
	Size   float64     // points; 0 is 10
	HAlign string      // which part is at x: "left" (also ""), "center" or "right"
	VAlign string      // which part is at y: "bottom" (also ""), "center" or "top"

	Arrow      bool // from the text to (TipX, TipY)
	TipX, TipY float64
}

// AddText appends a text. It returns a *fault.Error where its place is not a pair
// of numbers or its size is not from 1 to 200.
func (a *Axes) AddText(s Text) error {
	if !(math.Abs(s.X) < huge && math.Abs(s.Y) < huge) {
		return fault.New(fault.Range, "a text cannot stand at %g, %g", s.X, s.Y)
	}
	if s.Size == 0 {
		s.Size = tickSize
	}
	if !(s.Size >= 1 && s.Size <= 200) {
		return fault.Outside("the size of a text", s.Size, 1, 200)
	}
	if s.Color == nil {
		s.Color = ink
	}
	a.Texts = append(a.Texts, s)
	return nil
}

func (s *Text) label() string { return "" }

func (s *Text) extend(a *Axes, e *extent) {
	if s.Arrow {
		a.add(e, s.TipX, s.TipY)
	}
}

func (s *Text) style() text.Style {
	x := map[string]text.XAlignment{"center": text.XCenter, "right": text.XRight}[s.HAlign]
	y := map[string]text.YAlignment{"center": text.YCenter, "top": text.YTop}[s.VAlign]
	style := textStyle(vg.Length(s.Size), x, y)
	style.Color = s.Color
	return style
}

func (s *Text) draw(c draw.Canvas, m mapping) {
	at, ok := m.point(s.X, s.Y)
	if !ok || !c.Contains(at) {
		return
	}
	style := s.style()
	if tip, ok := m.point(s.TipX, s.TipY); s.Arrow && ok && c.Contains(tip) {
		r := s.box(at)
		// From the point of the text's box that is closest to the tip.
		from := vg.Point{X: max(min(tip.X, r.Max.X), r.Min.X), Y: max(min(tip.Y, r.Max.Y), r.Min.Y)}
		c.FillPolygon(s.Color, arrow{from, tip}.outline(1))
	}
	c.FillText(style, at, s.Text)
}

func (s *Text) box(at vg.Point) vg.Rectangle { return s.style().Rectangle(s.Text).Add(at) }

func (s *Text) sample(draw.Canvas, vg.Length, vg.Length) {}

func (s *Text) covered(c draw.Canvas, m mapping) []vg.Point {
	at, ok := m.point(s.X, s.Y)
	if !ok {
		return nil
	}
	r := s.box(at)
	return dense([]vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}})
}
