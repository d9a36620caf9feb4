package plot

import (
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// crowd is from how many points of lines, or markers, on a series is drawn as an image: one by
// one they would take minutes, and nobody could tell them apart.
const crowd = 50_000

// dots is a part of the paper as dots that are set or not.
type dots struct {
	canvas draw.Canvas
	w, h   int
	set    []bool
}

func newDots(c draw.Canvas) *dots {
	size := c.Size()
	d := &dots{canvas: c, w: max(1, int(math.Ceil(float64(size.X/column)))), h: max(1, int(math.Ceil(float64(size.Y/column))))}
	d.set = make([]bool, d.w*d.h)
	return d
}

// at is the dot of a place on the paper.
func (d *dots) at(p vg.Point) (x, y int) {
	return int((p.X - d.canvas.Min.X) / column), int((d.canvas.Max.Y - p.Y) / column)
}

func (d *dots) mark(x, y int) {
	if x >= 0 && y >= 0 && x < d.w && y < d.h {
		d.set[y*d.w+x] = true
	}
}

// line marks the dots from one place to another.
func (d *dots) line(a, b vg.Point) {
	x0, y0 := d.at(a)
	x1, y1 := d.at(b)
	dx, dy := x1-x0, y1-y0
	steps := max(dx, -dx, dy, -dy, 1)
	// In steps of one dot along the longer side, with 16 binary places.
	sx, sy := dx<<16/steps, dy<<16/steps
	x, y := x0<<16+1<<15, y0<<16+1<<15
	for range steps + 1 {
		d.mark(x>>16, y>>16)
		x, y = x+sx, y+sy
	}
}

// fill draws the dots, each as large as a brush: offsets of dots around it.
func (d *dots) fill(brush [][2]int, c color.Color) {
	ink := color.NRGBAModel.Convert(c).(color.NRGBA)
	img := image.NewNRGBA(image.Rect(0, 0, d.w, d.h))
	for k, on := range d.set {
		if !on {
			continue
		}
		x, y := k%d.w, k/d.w
		for _, b := range brush {
			if u, v := x+b[0], y+b[1]; u >= 0 && v >= 0 && u < d.w && v < d.h {
				i := v*img.Stride + 4*u
				img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = ink.R, ink.G, ink.B, ink.A
			}
		}
	}
	d.canvas.DrawImage(d.canvas.Rectangle, img)
}

// roundBrush are the dots within a circle of a diameter in points.
func roundBrush(diameter float64) [][2]int {
	r := diameter / 2 / float64(column)
	n := int(r)
	out := [][2]int{{0, 0}}
	for x := -n; x <= n; x++ {
		for y := -n; y <= n; y++ {
			if (x != 0 || y != 0) && math.Hypot(float64(x), float64(y)) < r {
				out = append(out, [2]int{x, y})
			}
		}
	}
	return out
}

// drawCrowd draws very many lines.
func (s *Series) drawCrowd(c draw.Canvas, lines [][]vg.Point) {
	d := newDots(c)
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			d.line(line[i-1], line[i])
		}
	}
	d.fill(roundBrush(s.Width), s.Color)
}

// drawSwarm draws very many markers, all as discs.
func (s *Series) drawSwarm(c draw.Canvas, points []vg.Point) {
	d := newDots(c)
	for _, p := range points {
		d.mark(d.at(p))
	}
	d.fill(roundBrush(s.MarkerSize), s.Color)
}

// count is the number of points of lines.
func count(lines [][]vg.Point) int {
	n := 0
	for _, line := range lines {
		n += len(line)
	}
	return n
}
