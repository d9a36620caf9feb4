package plot

import (
	"bufio"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Terminal says what a figure is written to as text.
type Terminal struct {
	Cols, Rows int // in characters; at least 20 by 8
	Colors     int // how many it knows: 0, 256 or 1 << 24
}

// A character is two by four dots of braille, and as large on the paper as this, so
// that a terminal of 80 by 24 is a figure of 640 by 384 pixels.
const (
	dotSize               = vg.Length(3)
	cellWidth, cellHeight = 2 * dotSize, 4 * dotSize
)

// WriteText writes the figure as text, with lines in dots of braille. It returns a
// *fault.Error for a terminal that is too small.
func (f *Figure) WriteText(w io.Writer, t Terminal) error {
	if t.Cols < 20 || t.Rows < 8 || t.Cols > maxSize || t.Rows > maxSize {
		return fault.New(fault.Range, "a terminal of %d x %d characters cannot show a figure: it takes 20 x 8", t.Cols, t.Rows)
	}
	c := &textCanvas{Terminal: t, cells: make([]cell, t.Cols*t.Rows)}
	c.now.matrix = affine{a: 1, d: 1}
	f.draw(draw.NewCanvas(c, vg.Length(t.Cols)*cellWidth, vg.Length(t.Rows)*cellHeight))
	return c.write(w)
}

// cell is one character.
type cell struct {
	dots        uint8 // of braille
	sign        rune  // 0 for none
	ink         color.NRGBA
	top, bottom color.NRGBA // of an image, whose pixels are half a character
}

// textCanvas is a vg.Canvas of characters.
type textCanvas struct {
	Terminal
	cells []cell
	now   textState
	saved []textState
}

type textState struct {
	color  color.NRGBA
	dashes []vg.Length
	matrix affine
}

// SetLineWidth implements vg.Canvas: all lines are one dot wide.
func (c *textCanvas) SetLineWidth(vg.Length) {}

// SetLineDash implements vg.Canvas.
func (c *textCanvas) SetLineDash(pattern []vg.Length, _ vg.Length) { c.now.dashes = pattern }

// SetColor implements vg.Canvas.
func (c *textCanvas) SetColor(col color.Color) {
	if col == nil {
		col = color.Black
	}
	c.now.color = color.NRGBAModel.Convert(col).(color.NRGBA)
}

// Rotate implements vg.Canvas.
func (c *textCanvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.now.matrix = c.now.matrix.then(affine{a: cos, b: sin, c: -sin, d: cos})
}

// Translate implements vg.Canvas.
func (c *textCanvas) Translate(pt vg.Point) {
	c.now.matrix = c.now.matrix.then(affine{a: 1, d: 1, e: float64(pt.X), f: float64(pt.Y)})
}

// Scale implements vg.Canvas.
func (c *textCanvas) Scale(x, y float64) { c.now.matrix = c.now.matrix.then(affine{a: x, d: y}) }

// Push implements vg.Canvas.
func (c *textCanvas) Push() { c.saved = append(c.saved, c.now) }

// Pop implements vg.Canvas.
func (c *textCanvas) Pop() {
	last := len(c.saved) - 1
	c.now, c.saved = c.saved[last], c.saved[:last]
}

// dot is the place of a point in dots, counted from the upper left.
func (c *textCanvas) dot(p vg.Point) (x, y float64) {
	m := c.now.matrix
	px, py := float64(p.X), float64(p.Y)
	return (m.a*px + m.c*py + m.e) / float64(dotSize), float64(4*c.Rows) - (m.b*px+m.d*py+m.f)/float64(dotSize)
}

// at is the cell with a dot; nil outside.
func (c *textCanvas) at(x, y int) *cell {
	if x < 0 || y < 0 || x >= 2*c.Cols || y >= 4*c.Rows {
		return nil
	}
	return &c.cells[y/4*c.Cols+x/2]
}

// bits are the bits of the dots of a character, column by column.
var bits = [2][4]uint8{{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}

func (c *textCanvas) mark(x, y int, ink color.NRGBA) {
	if k := c.at(x, y); k != nil {
		k.dots |= bits[x%2][y%4]
		k.ink = ink
	}
}

// corners flattens a path into lines, in dots.
func (c *textCanvas) corners(p vg.Path) [][][2]float64 {
	var out [][][2]float64
	var line [][2]float64
	add := func(pt vg.Point) {
		x, y := c.dot(pt)
		line = append(line, [2]float64{x, y})
	}
	var last vg.Point
	for _, part := range p {
		switch part.Type {
		case vg.MoveComp:
			if len(line) > 0 {
				out = append(out, line)
			}
			line = nil
			add(part.Pos)
		case vg.LineComp:
			add(part.Pos)
		case vg.CurveComp: // this package draws cubic ones only
			const pieces = 4
			for k := 1; k <= pieces; k++ {
				t := vg.Length(k) / pieces
				u := 1 - t
				at := last.Scale(u * u * u).Add(part.Control[0].Scale(3 * u * u * t)).
					Add(part.Control[1].Scale(3 * u * t * t)).Add(part.Pos.Scale(t * t * t))
				add(at)
			}
		case vg.CloseComp:
			if len(line) > 0 {
				line = append(line, line[0])
			}
		default:
			panic("plot: a path with arcs on a terminal")
		}
		last = part.Pos
	}
	return append(out, line)
}

// Stroke implements vg.Canvas. The grid is left out: it would be as dark as the rest.
func (c *textCanvas) Stroke(p vg.Path) {
	if c.now.color == gridInk || c.now.color == frameInk {
		return
	}
	period := 0.0
	for _, d := range c.now.dashes {
		period += math.Max(float64(d/dotSize), 1)
	}
	gone := 0.0
	for _, line := range c.corners(p) {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			steps := int(math.Ceil(math.Max(math.Abs(b[0]-a[0]), math.Abs(b[1]-a[1]))))
			if steps > 1e6 {
				continue
			}
			for k := 0; k <= steps; k++ {
				t := float64(k) / math.Max(float64(steps), 1)
				if c.dashed(math.Mod(gone+float64(k), math.Max(period, 1))) {
					c.mark(int(math.Floor(a[0]+t*(b[0]-a[0]))), int(math.Floor(a[1]+t*(b[1]-a[1]))), c.now.color)
				}
			}
			gone += float64(steps)
		}
	}
}

// dashed tells whether a dashed line is drawn so far behind its beginning.
func (c *textCanvas) dashed(at float64) bool {
	for i, d := range c.now.dashes {
		if at -= math.Max(float64(d/dotSize), 1); at < 0 {
			return i%2 == 0
		}
	}
	return true
}

// Fill implements vg.Canvas. White takes away what is below; a colour that lets
// others through is every third dot.
func (c *textCanvas) Fill(p vg.Path) {
	ink := c.now.color
	white := ink.R == 255 && ink.G == 255 && ink.B == 255 && ink.A > 128
	for _, poly := range c.corners(p) {
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, q := range poly {
			lo, hi = min(lo, q[1]), max(hi, q[1])
		}
		for y := max(0, int(math.Floor(lo))); y <= min(4*c.Rows-1, int(hi)); y++ {
			for _, part := range crossings(poly, float64(y)+0.5) {
				for x := max(0, int(part[0]+0.5)); float64(x)+0.5 <= math.Min(part[1]+1e-9, float64(2*c.Cols)); x++ {
					switch {
					case white:
						if k := c.at(x, y); k != nil {
							k.dots &^= bits[x%2][y%4]
						}
					case ink.A >= 160 || (x+2*y)%3 == 0:
						c.mark(x, y, ink)
					}
				}
			}
		}
	}
}

// crossings are the parts of a row that are inside a polygon.
func crossings(poly [][2]float64, y float64) [][2]float64 {
	var xs []float64
	for i := range poly {
		a, b := poly[i], poly[(i+1)%len(poly)]
		if (a[1] <= y) != (b[1] <= y) {
			xs = append(xs, a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]))
		}
	}
	slices.Sort(xs)
	var out [][2]float64
	for i := 0; i+1 < len(xs); i += 2 {
		out = append(out, [2]float64{xs[i], xs[i+1]})
	}
	return out
}

// FillString implements vg.Canvas; text comes through writeLine.
func (c *textCanvas) FillString(_ font.Face, at vg.Point, s string) { c.writeLine(at, 0, 0, s) }

// writeLine writes a line of text whose middle height is at a point. It takes width
// on the paper, of which the part align stays where it is: letters are narrower than
// characters. Text that stands upright is written downwards.
func (c *textCanvas) writeLine(at vg.Point, width vg.Length, align float64, s string) {
	runes := []rune(s)
	x, y := c.dot(at)
	if math.Abs(c.now.matrix.b) > 0.5 { // upright, centred on the same place
		middle := y - float64(width/dotSize)/2
		row := int(middle/4) - len(runes)/2
		row = max(min(row, c.Rows-len(runes)), 0)
		for i, r := range runes {
			c.put(int(x/2), row+i, r)
		}
		return
	}
	col := int(math.Round(x/2 + align*float64(width/cellWidth) - align*float64(len(runes))))
	col = max(min(col, c.Cols-len(runes)), 0)
	for i, r := range runes {
		c.put(col+i, int(y/4), r)
	}
}

func (c *textCanvas) put(col, row int, r rune) {
	if col >= 0 && row >= 0 && col < c.Cols && row < c.Rows {
		k := &c.cells[row*c.Cols+col]
		k.sign, k.ink = r, c.now.color
	}
}

// DrawImage implements vg.Canvas. An image with holes is a drawing in dots; another
// one has pixels of half a character.
func (c *textCanvas) DrawImage(r vg.Rectangle, img image.Image) {
	x0, y1 := c.dot(r.Min)
	x1, y0 := c.dot(r.Max)
	b := img.Bounds()
	opaque := true
	for y := b.Min.Y; y < b.Max.Y && opaque; y++ {
		for x := b.Min.X; x < b.Max.X && opaque; x++ {
			_, _, _, a := img.At(x, y).RGBA()
			opaque = a > 0
		}
	}
	// The pixel of the image at a place in dots.
	pixel := func(x, y float64) color.NRGBA {
		u := b.Min.X + min(int((x-x0)/(x1-x0)*float64(b.Dx())), b.Dx()-1)
		v := b.Min.Y + min(int((y-y0)/(y1-y0)*float64(b.Dy())), b.Dy()-1)
		return color.NRGBAModel.Convert(img.At(u, v)).(color.NRGBA)
	}
	for y := max(0, int(math.Ceil(y0-0.5))); float64(y)+0.5 < y1 && y < 4*c.Rows; y++ {
		for x := max(0, int(math.Ceil(x0-0.5))); float64(x)+0.5 < x1 && x < 2*c.Cols; x++ {
			p := pixel(float64(x)+0.5, float64(y)+0.5)
			k := c.at(x, y)
			switch {
			case p.A == 0:
			case !opaque:
				c.mark(x, y, p)
			case y%4 < 2:
				k.top = p
			default:
				k.bottom = p
			}
		}
	}
}

// write writes the characters, each row up to its last one.
func (c *textCanvas) write(w io.Writer) error {
	b := bufio.NewWriter(w)
	for row := range c.Rows {
		cells := c.cells[row*c.Cols : (row+1)*c.Cols]
		for len(cells) > 0 && cells[len(cells)-1] == (cell{ink: cells[len(cells)-1].ink}) {
			cells = cells[:len(cells)-1]
		}
		style := ""
		for _, k := range cells {
			sign, next := c.character(k)
			if next != style {
				if style != "" {
					b.WriteString("\x1b[0m")
				}
				b.WriteString(next)
				style = next
			}
			b.WriteRune(sign)
		}
		if style != "" {
			b.WriteString("\x1b[0m")
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// shadeSigns stand for the brightness of an image where there are no colours.
const shadeSigns = " ░▒▓█"

// character is what a cell looks like, and the codes before it.
func (c *textCanvas) character(k cell) (rune, string) {
	sign := ' '
	switch {
	case k.sign != 0:
		sign = k.sign
	case k.dots != 0:
		sign = 0x2800 + rune(k.dots)
	}
	isImage := k.top.A > 0 || k.bottom.A > 0
	if c.Colors == 0 {
		if isImage && sign == ' ' {
			y := color.GrayModel.Convert(k.top).(color.Gray).Y/2 + color.GrayModel.Convert(k.bottom).(color.Gray).Y/2
			sign = []rune(shadeSigns)[int(y)*5/256]
		}
		return sign, ""
	}
	if !isImage {
		if sign == ' ' {
			return sign, ""
		}
		return sign, c.code(k.ink, false)
	}
	if sign == ' ' && k.top.A == 0 {
		return '▄', c.code(k.bottom, true)
	}
	if sign == ' ' {
		return '▀', c.code(k.top, true) + c.background(k.bottom)
	}
	return sign, c.code(k.ink, true) + c.background(k.bottom)
}

// code chooses a colour of the text. Greys of the axes are the terminal's own
// colour, as nobody knows whether it is dark or bright, unless exact is set.
func (c *textCanvas) code(n color.NRGBA, exact bool) string {
	if hi, lo := max(n.R, n.G, n.B), min(n.R, n.G, n.B); !exact && hi-lo < 24 {
		return ""
	}
	return c.escape(38, n)
}

func (c *textCanvas) background(n color.NRGBA) string {
	if n.A == 0 {
		return ""
	}
	return c.escape(48, n)
}

// escape is the code of a colour: all of them, or the nearest of a cube of 6 in each
// direction.
func (c *textCanvas) escape(what int, n color.NRGBA) string {
	if c.Colors >= 1<<24 {
		return fmt.Sprintf("\x1b[%d;2;%d;%d;%dm", what, n.R, n.G, n.B)
	}
	step := func(v uint8) int {
		if v < 48 {
			return 0
		}
		return max(1, (int(v)-35)/40)
	}
	return fmt.Sprintf("\x1b[%d;5;%dm", what, 16+36*step(n.R)+6*step(n.G)+step(n.B))
}

// TerminalColors is how many colours a terminal knows, from the environment, of
// which getenv gives the variables: none with NO_COLOR or where TERM says so.
func TerminalColors(getenv func(string) string) int {
	term := getenv("TERM")
	switch {
	case getenv("NO_COLOR") != "" || term == "" || term == "dumb":
		return 0
	case getenv("COLORTERM") == "truecolor" || getenv("COLORTERM") == "24bit" || strings.HasSuffix(term, "-direct"):
		return 1 << 24
	}
	return 256
}
