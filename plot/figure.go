// Package plot draws figures: lines and markers over labelled axes, written as
// PNG, SVG or PDF. It takes plain slices of numbers and knows nothing of models
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
	"math"
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
)

// Figure is a picture with one or more Axes.
type Figure struct {
	Width, Height float64 // in pixels of 1/96 inch; 64 to 10000
	Density       float64 // PNG dots per pixel; 2 is sharp on most screens
	Rows, Cols    int
	Axes          []*Axes // row after row
}

// New makes a figure of 720 by 480 pixels with a grid of empty Axes. rows and
// cols are 1 to 20.
func New(rows, cols int) (*Figure, error) {
	for _, n := range []struct {
		what  string
		count int
	}{{"rows", rows}, {"columns", cols}} {
		if n.count < 1 || n.count > 20 {
			return nil, fault.Outside("the number of subplot "+n.what, float64(n.count), 1, 20)
		}
	}
	f := &Figure{Width: defaultWidth, Height: defaultHeight, Density: defaultDensity, Rows: rows, Cols: cols}
	for range rows * cols {
		f.Axes = append(f.Axes, &Axes{Grid: true})
	}
	return f, nil
}

// Axes is one pair of axes with what is drawn over it.
type Axes struct {
	Title, XLabel, YLabel string
	XLimits, YLimits      Limits
	Grid                  bool
	Legend                Legend
	Series                []Series

	coloured int // how many series have taken a colour of the cycle
}

// Limits are the ends of an axis. What is not set follows from the data.
type Limits struct {
	Lo, Hi Limit
}

// Limit is one end of an axis.
type Limit struct {
	Value float64
	Set   bool
}

// SetLimits gives both ends of an axis; a NaN end is left to the data. It returns
// a *fault.Error where the ends do not span a range.
func (l *Limits) SetLimits(axis string, lo, hi float64) error {
	if math.IsInf(lo, 0) || math.IsInf(hi, 0) || lo >= hi {
		return fault.New(fault.Range, "the limits of the %s axis must ascend: %g to %g", axis, lo, hi)
	}
	for _, end := range []float64{lo, hi} {
		if math.Abs(end) > huge {
			return fault.Outside("a limit of the "+axis+" axis", end, -huge, huge)
		}
	}
	if hi-lo <= finest*math.Max(math.Abs(lo), math.Abs(hi)) {
		return fault.New(fault.Range, "the limits of the %s axis are too close to each other: %.17g to %.17g", axis, lo, hi)
	}
	*l = Limits{Lo: Limit{lo, !math.IsNaN(lo)}, Hi: Limit{hi, !math.IsNaN(hi)}}
	return nil
}

// Legend says whether and where the labels of the series are shown. The zero
// value shows them, if there are any, where they cover no data.
type Legend struct {
	Hidden bool
	Place  string // "" or a place that ParsePlace gives
}

// Series is one line or one cloud of markers.
type Series struct {
	X, Y       []float64 // a NaN or infinite point is a gap
	Label      string    // in the legend; "" is left out
	Color      color.Color
	Line       string  // "-", "--", ":", "-." or "" for none
	Width      float64 // of the line, in points
	Marker     string  // a marker of ParseMarker, or "" for none
	MarkerSize float64 // diameter in points
	Alpha      float64 // opacity, above 0 to 1; 0 is 1
}

// Add appends a series. It returns a *fault.Error where x and y differ in length
// or a width or size is not a number from 0 to 200. Where Color is nil it becomes
// the next of the colour cycle; Width and MarkerSize 0 become 1.5 and 6.
func (a *Axes) Add(s Series) error {
	if len(s.X) != len(s.Y) {
		return fault.New(fault.Range, "x has %d values and y has %d", len(s.X), len(s.Y))
	}
	if s.Width == 0 {
		s.Width = 1.5
	}
	if s.MarkerSize == 0 {
		s.MarkerSize = 6
		if s.Marker == "." {
			s.MarkerSize = 3
		}
	}
	if !(s.Width > 0 && s.Width <= 200) {
		return fault.Outside("the line width", s.Width, 0, 200)
	}
	if !(s.MarkerSize > 0 && s.MarkerSize <= 200) {
		return fault.Outside("the marker size", s.MarkerSize, 0, 200)
	}
	if s.Color == nil {
		s.Color = Cycle[a.coloured%len(Cycle)]
		a.coloured++
	}
	if s.Alpha != 0 {
		s.Color = withAlpha(s.Color, s.Alpha)
	}
	a.Series = append(a.Series, s)
	return nil
}

// Formats are the file endings that Save and Encode know.
var Formats = []string{"png", "svg", "pdf"}

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
		return fault.New(fault.Model, "figures are not yet written as HTML").WithHint("use .png, .svg or .pdf")
	}
	return fault.New(fault.Range, "%q is none of the picture formats png, svg, pdf", format).
		WithHint("use .png, .svg or .pdf")
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
