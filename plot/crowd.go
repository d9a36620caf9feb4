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

// line marks the dots from one place on the canvas to another, each or one of stride.
func (d *dots) line(a, b vg.Point, stride int) {
	x0, y0 := d.inside(a)
	x1, y1 := d.inside(b)
	dx, dy := x1-x0, y1-y0
	steps := max((max(dx, -dx, dy, -dy)+stride-1)/stride, 1)
	// In steps of stride dots along the longer side, with 16 binary places.
	sx, sy := dx<<16/steps, dy<<16/steps
	x, y := x0<<16+1<<15, y0<<16+1<<15
	set, w := d.set, d.w
	for range steps + 1 {
		set[y>>16*w+x>>16] = true
		x, y = x+sx, y+sy
	}
}

// inside is the dot of a place on the canvas, whose border belongs to it.
func (d *dots) inside(p vg.Point) (x, y int) {
	x, y = d.at(p)
	return min(max(x, 0), d.w-1), min(max(y, 0), d.h-1)
}

// fill draws the dots, each as large as a brush.
func (d *dots) fill(b brush, c color.Color) {
	wide := make([]bool, len(d.set))
	for y := range d.h {
		row := d.set[y*d.w : (y+1)*d.w]
		for x := 0; x < d.w; {
			if !row[x] {
				x++
				continue
			}
			from := x
			for x < d.w && row[x] {
				x++
			}
			for k, reach := range b { // of all dots of a run at once
				v := y + k - len(b)/2
				if v < 0 || v >= d.h {
					continue
				}
				for u := max(from-reach, 0); u < min(x+reach, d.w); u++ {
					wide[v*d.w+u] = true
				}
			}
		}
	}
	ink := color.NRGBAModel.Convert(c).(color.NRGBA)
	img := image.NewNRGBA(image.Rect(0, 0, d.w, d.h))
	for i, on := range wide {
		if on {
			p := img.Pix[4*i : 4*i+4]
			p[0], p[1], p[2], p[3] = ink.R, ink.G, ink.B, ink.A
		}
	}
	d.canvas.DrawImage(d.canvas.Rectangle, img)
}

// brush is how many dots it reaches to each side, row by row.
type brush []int

// roundBrush are the dots within a circle of a diameter in points.
func roundBrush(diameter float64) brush {
	r := diameter / 2 / float64(column)
	n := int(r)
	var out brush
	for y := -n; y <= n; y++ {
		reach := 0
		for reach < n && math.Hypot(float64(reach+1), float64(y)) < r {
			reach++
		}
		if math.Abs(float64(y)) < r || y == 0 {
			out = append(out, reach)
		} else {
			out = append(out, -1) // not even the middle
		}
	}
	return out
}

// drawCrowd draws very many lines.
func (s *Series) drawCrowd(c draw.Canvas, lines [][]vg.Point) {
	d := newDots(c)
	brush := roundBrush(s.Width)
	stride := max(1, len(brush)/2) // its dots overlap by half
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			d.line(line[i-1], line[i], stride)
		}
	}
	d.fill(brush, s.Color)
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
