package plot

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// scale is how an axis runs; it is a plot.Normalizer.
type scale struct{ log, inverted bool }

// Normalize is the part of the length of an axis at which a value is. A value that
// a logarithmic axis does not have is far below its low end.
func (s scale) Normalize(lo, hi, x float64) float64 {
	var part float64
	if s.log {
		const below = -1e6
		if part = below; x > 0 {
			part = math.Log(x/lo) / math.Log(hi/lo)
		}
	} else {
		part = (x - lo) / (hi - lo)
	}
	if s.inverted {
		return 1 - part
	}
	return part
}

// at is the value at a part of the length of an axis: the inverse of Normalize.
func (s scale) at(lo, hi, part float64) float64 {
	if s.inverted {
		part = 1 - part
	}
	if s.log {
		return lo * math.Pow(hi/lo, part)
	}
	return lo + part*(hi-lo)
}

// setRange gives an axis of the paper its ends, for data from lo to hi.
func setRange(a *plot.Axis, own *Axis, lo, hi, margin float64) {
	l := own.Limits
	if own.Log { // the same on the logarithms
		if lo <= hi {
			lo, hi = math.Log10(lo), math.Log10(hi)
		}
		l.Lo, l.Hi = l.Lo.log10(), l.Hi.log10()
	}
	a.Min, a.Max = span(lo, hi, margin)
	if own.Log && hi-lo <= finest*max(math.Abs(lo), math.Abs(hi)) { // a single value, or none
		a.Min, a.Max = -0.5, 1
		if lo == hi {
			a.Min, a.Max = lo-0.5, hi+0.5
		}
	}
	switch {
	case l.Lo.Set && l.Hi.Set:
		a.Min, a.Max = l.Lo.Value, l.Hi.Value
	case l.Lo.Set:
		a.Min, a.Max = l.Lo.Value, beyond(l.Lo.Value, hi, 1, margin)
	case l.Hi.Set:
		a.Min, a.Max = beyond(l.Hi.Value, lo, -1, margin), l.Hi.Value
	}
	if own.Log {
		a.Min, a.Max = math.Pow(10, a.Min), math.Pow(10, a.Max)
	}
	a.Scale = scale{own.Log, own.Inverted}
}

// log10 is a limit at a logarithmic axis; one that is not positive is none.
func (l Limit) log10() Limit {
	if !l.Set || l.Value <= 1/huge {
		return Limit{}
	}
	return Limit{math.Log10(l.Value), true}
}

// setStyle gives an axis of the paper its label and looks.
func setStyle(a *plot.Axis, label string, length vg.Length) {
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

// setTicks puts the marks: as many as have room beside each other.
func setTicks(a *plot.Axis, own *Axis, length vg.Length, horizontal bool) {
	marks := func(n int) []plot.Tick {
		switch {
		case own.Ticks.Set:
			return own.chosen(a.Min, a.Max)
		case own.Log:
			return logTicks(a.Min, a.Max, n)
		}
		return ticks(a.Min, a.Max, n)
	}
	n := tickCount(length)
	list := marks(n)
	for !own.Ticks.Set && n > 2 {
		var widest vg.Length
		labels := 0
		for _, m := range list {
			if m.Label != "" {
				widest = max(widest, a.Tick.Label.Width(m.Label))
				labels++
			}
		}
		if horizontal && vg.Length(labels)*(widest+tickSize*1.2) < length*0.85 ||
			!horizontal && !tooClose(labels, length) {
			break
		}
		n--
		list = marks(n)
	}
	if own.Ticks.Hidden {
		for i := range list {
			list[i].Label = ""
		}
	}
	a.Tick.Marker = plot.ConstantTicks(list)
}

// tooClose tells whether labels above each other have no room.
func tooClose(labels int, height vg.Length) bool { return vg.Length(labels-1)*tickSize*1.1 > height }

// chosen are the marks that the user has put, within the range of the axis.
func (a *Axis) chosen(lo, hi float64) []plot.Tick {
	var out []plot.Tick
	slack := 1e-9 * (hi - lo)
	for i, v := range a.Ticks.At {
		if v < lo-slack || v > hi+slack {
			continue
		}
		label := shortest(v)
		if a.Ticks.Labels != nil {
			label = a.Ticks.Labels[i]
		}
		out = append(out, plot.Tick{Value: v, Label: label})
	}
	return out
}

// tickCount is how many marks an axis of a length should have.
func tickCount(length vg.Length) int { return 7 + int(length/(9*tickSize)) }

// sideAxis is an axis at the right of the data: of a twin, or of a colour bar.
type sideAxis struct {
	axis  plot.Axis
	strip Colormap // stands before the axis; nil for none
}

const stripWidth, stripGap = 12, 8

// newSideAxis sets up an axis of a length.
func newSideAxis(own *Axis, lo, hi, margin float64, length vg.Length) sideAxis {
	a := plot.New().Y
	setRange(&a, own, lo, hi, margin)
	setStyle(&a, own.Label, length)
	setTicks(&a, own, length, false)
	a.Tick.Label.XAlign = text.XLeft
	return sideAxis{axis: a}
}

// width is the room that the axis takes.
func (s *sideAxis) width() vg.Length {
	w := s.labelsWidth() + s.axis.Tick.Length + 2
	if s.strip != nil {
		w += stripWidth + stripGap
	}
	if s.axis.Label.Text != "" {
		w += s.axis.Label.TextStyle.Height(s.axis.Label.Text) + s.axis.Label.Padding
	}
	return w
}

func (s *sideAxis) labelsWidth() vg.Length {
	var w vg.Length
	for _, m := range s.axis.Tick.Marker.Ticks(s.axis.Min, s.axis.Max) {
		w = max(w, s.axis.Tick.Label.Width(m.Label))
	}
	return w
}

// draw draws the axis at x, as high as the canvas of the data.
func (s *sideAxis) draw(c draw.Canvas, x vg.Length) {
	if s.strip != nil {
		r := box(x+stripGap, c.Min.Y, x+stripGap+stripWidth, c.Max.Y)
		x = r.Max.X
		c.DrawImage(r, s.strip.image())
		c.SetLineStyle(s.axis.LineStyle)
		c.Stroke(r.Path())
	} else {
		c.StrokeLine2(s.axis.LineStyle, x, c.Min.Y, x, c.Max.Y)
	}
	for _, m := range s.axis.Tick.Marker.Ticks(s.axis.Min, s.axis.Max) {
		y := c.Y(s.axis.Norm(m.Value))
		length := s.axis.Tick.Length
		if m.IsMinor() {
			length /= 2
		}
		c.StrokeLine2(s.axis.Tick.LineStyle, x, y, x+length, y)
		c.FillText(s.axis.Tick.Label, vg.Point{X: x + s.axis.Tick.Length + 2, Y: y}, m.Label)
	}
	if s.axis.Label.Text != "" {
		style := s.axis.Label.TextStyle
		style.Rotation = math.Pi / 2
		style.YAlign = text.YTop
		right := x + s.axis.Tick.Length + 2 + s.labelsWidth() + s.axis.Label.Padding
		c.FillText(style, vg.Point{X: right, Y: c.Center().Y}, s.axis.Label.Text)
	}
}
