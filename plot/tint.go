package plot

import (
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Tint gives each marker of a Series a colour of its own.
type Tint struct {
	Values   []float64 // one per point; NaN is grey
	Colors   Colormap  // nil is viridis
	Lo, Hi   float64   // the values of the ends of the colour map; both 0: those of the data
	Listed   bool      // Values are numbers in a list of colours, and tell nobody anything
	Bar      bool      // with a scale of the colours at the right
	BarLabel string
}

// check completes the tint of n points.
func (t *Tint) check(n int) error {
	if len(t.Values) != n {
		return fault.New(fault.Range, "there are %d points and %d colours", n, len(t.Values))
	}
	return completeColors(&t.Colors, &t.Lo, &t.Hi, t.Values)
}

// own tells whether markers differ from each other.
func (s *Series) own() bool { return s.Tint != nil || s.Sizes != nil }

// marker is the series with the size and colour of one of its points.
func (s *Series) marker(i int, alpha uint8) Series {
	one := *s
	if s.Sizes != nil {
		one.MarkerSize = s.Sizes[i]
	}
	if s.Tint != nil {
		ink := color.NRGBA{0xcc, 0xcc, 0xcc, 0xff}
		if v := s.Tint.Values[i]; !math.IsNaN(v) {
			ink = s.Tint.Colors.At(v, s.Tint.Lo, s.Tint.Hi)
		}
		ink.A = alpha
		one.Color = ink
	}
	return one
}

// drawOwn draws markers that differ from each other: very many as discs on an image.
func (s *Series) drawOwn(c draw.Canvas, m mapping) {
	alpha := color.NRGBAModel.Convert(s.Color).(color.NRGBA).A
	var d *dots
	var img *image.NRGBA
	if len(s.X) > crowd {
		d = newDots(c)
		img = image.NewNRGBA(image.Rect(0, 0, d.w, d.h))
	}
	for i, x := range s.X {
		at, ok := m.point(x, s.Y[i])
		if !ok || !c.Contains(at) {
			continue
		}
		one := s.marker(i, alpha)
		if !(one.MarkerSize > 0 && one.MarkerSize <= 200) {
			continue
		}
		if d == nil {
			drawMarker(c, one, at)
			continue
		}
		u, v := d.inside(at)
		brush := roundBrush(one.MarkerSize)
		for k, reach := range brush {
			for w := u - reach; w <= u+reach; w++ {
				img.Set(w, v+k-len(brush)/2, one.Color) // nothing outside of the image
			}
		}
	}
	if d != nil {
		c.DrawImage(c.Rectangle, img)
	}
}

// pageOwn adds sizes and colours to the markers of a page.
func (s *Series) pageOwn(out object, part part) {
	every := 1
	if most := part.points; len(s.X) > most {
		every = (len(s.X) + most - 1) / most
	}
	pick := func(v []float64) (few []float64) {
		for i := 0; i < len(v); i += every {
			few = append(few, v[i])
		}
		return few
	}
	x := pick(s.X)
	out["x"], out["y"], out["ascending"] = pageNumbers(x), pageNumbers(pick(s.Y)), ascending(x)
	if s.Sizes != nil {
		sizes := pick(s.Sizes)
		for i := range sizes {
			sizes[i] = pixels(sizes[i])
		}
		out["sizes"] = pageNumbers(sizes)
	}
	if t := s.Tint; t != nil {
		out["values"], out["from"], out["to"], out["listed"] = pageNumbers(pick(t.Values)), t.Lo, t.Hi, t.Listed
		var inks []string
		alpha := color.NRGBAModel.Convert(s.Color).(color.NRGBA).A
		for _, ink := range t.Colors {
			ink.A = alpha
			inks = append(inks, css(ink))
		}
		out["inks"] = inks
	}
}

// sampleOwn draws the sign of a legend for markers that differ.
func (s *Series) sampleOwn(c draw.Canvas, at vg.Point) {
	one := *s
	one.MarkerSize = min(one.MarkerSize, 10)
	if s.Tint != nil {
		one.Color = s.Tint.Colors.At(0.5, 0, 1)
	}
	drawMarker(c, one, at)
}
