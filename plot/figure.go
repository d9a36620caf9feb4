// Package plot draws figures: lines and markers over labelled axes, written as
// PNG, SVG, PDF or a page of HTML. It takes plain slices of numbers and knows nothing of models
// or scripts.
//
// A Figure holds a grid of Axes, an Axes its Series. Nothing is drawn until
// Encode or Save, so everything may be changed in any order before. The same
// figure gives the same bytes each time.
package plot

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// Pixel is the length of a pixel of Figure.Width in points: 1/96 inch, the pixel
// of CSS. A point is 1/72 inch.
const Pixel = 72.0 / 96

const (
	defaultWidth, defaultHeight = 720, 480
	defaultDensity              = 2
	minSize, maxSize            = 64, 10000 // pixels
	maxPixels                   = 1e8       // of a PNG: 400 MB while it is drawn
	maxGrid                     = 20        // rows or columns of axes
)

// Figure is a picture with Axes, each in its cell of a grid.
type Figure struct {
	Title         string      // over all axes
	Width, Height float64     // in pixels of 1/96 inch; 64 to 10000
	Density       float64     // PNG dots per pixel; 2 is sharp on most screens
	Axes          []*Axes     // those of New row after row; may be empty
	Background    color.Color // nil is white
}

// New makes a figure of 720 by 480 pixels with a grid of empty Axes. rows and
// cols are 1 to 20.
func New(rows, cols int) (*Figure, error) {
	if err := checkGrid(rows, cols); err != nil {
		return nil, err
	}
	f := &Figure{Width: defaultWidth, Height: defaultHeight, Density: defaultDensity}
	for i := range rows * cols {
		f.Axes = append(f.Axes, newAxes(Cell{Rows: rows, Cols: cols, Row: i / cols, Col: i % cols, RowSpan: 1, ColSpan: 1}))
	}
	return f, nil
}

func newAxes(c Cell) *Axes { return &Axes{Grid: true, Cell: c} }

func checkGrid(rows, cols int) error {
	for _, n := range []struct {
		what  string
		count int
	}{{"rows", rows}, {"columns", cols}} {
		if n.count < 1 || n.count > maxGrid {
			return fault.Outside("the number of subplot "+n.what, float64(n.count), 1, maxGrid)
		}
	}
	return nil
}

// AddAxes puts empty Axes into a grid of rows by cols, over the cells first to
// last, which are counted from 1, row after row. Axes that are there already stay,
// also where they have another grid. It returns a *fault.Error where there are no
// such cells.
func (f *Figure) AddAxes(rows, cols, first, last int) (*Axes, error) {
	if err := checkGrid(rows, cols); err != nil {
		return nil, err
	}
	for _, n := range []int{first, last} {
		if n < 1 || n > rows*cols {
			return nil, fault.Outside("the number of a subplot", float64(n), 1, float64(rows*cols))
		}
	}
	r0, c0, r1, c1 := (first-1)/cols, (first-1)%cols, (last-1)/cols, (last-1)%cols
	r0, r1, c0, c1 = min(r0, r1), max(r0, r1), min(c0, c1), max(c0, c1)
	a := newAxes(Cell{Rows: rows, Cols: cols, Row: r0, Col: c0, RowSpan: r1 - r0 + 1, ColSpan: c1 - c0 + 1})
	f.Axes = append(f.Axes, a)
	return a, nil
}

// AddTwin makes axes over a, with the same x axis and a y axis of their own at the
// right, or gives those that are there.
func (a *Axes) AddTwin() *Axes {
	if a.Twin == nil {
		a.Twin = &Axes{Cell: a.Cell}
	}
	return a.Twin
}

// Formats are the file endings that Save and Encode know.
var Formats = []string{"png", "svg", "pdf", "html"}

// Save writes the figure to a file, as what the ending of its name says. It
// returns a *fault.Error for an ending that is not one of Formats.
func (f *Figure) Save(path string) error {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	var b bytes.Buffer
	if err := f.Encode(&b, ending); err != nil {
		if e := fault.As(err); e != nil && ending == "" {
			e.Msg = fmt.Sprintf("the file name %q has no ending that says what kind of picture it is to be", path)
		}
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// Encode writes the figure in a format, one of Formats.
func (f *Figure) Encode(w io.Writer, format string) error {
	if err := f.check(); err != nil {
		return err
	}
	switch format {
	case "png":
		return f.encodePNG(w)
	case "svg":
		return f.encodeSVG(w)
	case "pdf":
		return f.encodePDF(w)
	case "html", "htm":
		return f.encodeHTML(w)
	}
	return fault.New(fault.Range, "%q is none of the picture formats %s", format, strings.Join(Formats, ", ")).
		WithHint("use .%s or .%s", strings.Join(Formats[:len(Formats)-1], ", ."), Formats[len(Formats)-1])
}

func (f *Figure) check() error {
	for _, n := range []struct {
		what string
		size float64
	}{{"width", f.Width}, {"height", f.Height}} {
		if !(n.size >= minSize && n.size <= maxSize) {
			e := fault.Outside("the "+n.what+" of the figure", n.size, minSize, maxSize)
			e.Msg += " pixels"
			return e
		}
	}
	if dots := f.Width * f.Height * f.Density * f.Density; !(f.Density > 0 && dots <= maxPixels) {
		return fault.New(fault.Range, "a picture of %g by %g dots is too large: at most %g dots in all",
			f.Width*f.Density, f.Height*f.Density, float64(maxPixels))
	}
	return nil
}
