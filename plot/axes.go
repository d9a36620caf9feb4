package plot

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Axes is one pair of axes with what is drawn over it: images, contours and shapes at
// the bottom, then areas, lines and markers, arrows and texts, each kind in the order in which
// it was added.
type Axes struct {
	Title  string
	X, Y   Axis
	Grid   bool
	Aspect Aspect
	Bare   bool // neither axes nor grid are drawn
	Legend Legend
	Cell   Cell
	Twin   *Axes // drawn over these, with its own y axis at the right; nil for none

	Images   []Image
	Contours []Contour
	Shapes   []Shape
	Areas    []Area
	Spans    []Span
	Series   []Series
	Arrows   []Arrows
	Texts    []Text

	coloured int // how many series have taken a colour of the cycle
}

// covered tells whether something fills the axes, so that no grid would show.
func (a *Axes) covered() bool {
	return len(a.Images) > 0 || slices.ContainsFunc(a.Contours, func(s Contour) bool { return s.Filled })
}

// Aspect says how long a unit of x is beside one of y.
type Aspect int

// The aspects of axes.
const (
	Free       Aspect = iota // the axes fill their cell
	EqualBox                 // as long, as in a map: the axes are narrower or lower
	EqualRange               // as long, by a wider range of one axis
)

// Axis is what can be said of an x or a y axis. The zero value is a linear axis
// that follows the data.
type Axis struct {
	Label    string
	Limits   Limits
	Log      bool // logarithmic: numbers of 0 and below are gaps
	Inverted bool // runs down, or to the left
	Ticks    Ticks
	Group    int // the axes of a figure with the same number, other than 0, have the same range
}

// Ticks are the marks of an axis. The zero value puts them at round numbers.
type Ticks struct {
	Set    bool      // they are At, which may be empty
	At     []float64 // in any order
	Labels []string  // as many as At, or nil: the numbers
	Hidden bool      // marks without labels, as between subplots that share an axis
	Turned float64   // the labels of an x axis are turned to the left by so many degrees
}

// SetTicks puts the marks of an axis at the given places; labels is nil for the
// numbers themselves. It returns a *fault.Error where there are not as many labels
// as places.
func (a *Axis) SetTicks(at []float64, labels []string) error {
	if labels != nil && len(labels) != len(at) {
		return fault.New(fault.Range, "there are %d ticks and %d labels", len(at), len(labels))
	}
	a.Ticks.Set, a.Ticks.At, a.Ticks.Labels = true, at, labels
	return nil
}

// Cell is the place of axes in a figure: in a grid of Rows by Cols, from row Row
// and column Col, counted from 0, over RowSpan rows and ColSpan columns.
type Cell struct {
	Rows, Cols, Row, Col, RowSpan, ColSpan int
	Ratios                                 *Ratios // of the sizes of the cells; nil where all are equal
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

// has tells whether a value is within the limits.
func (l Limits) has(x float64) bool {
	return (!l.Lo.Set || x >= l.Lo.Value) && (!l.Hi.Set || x <= l.Hi.Value)
}

// Legend says whether and where the labels of the series are shown. The zero
// value shows them, if there are any, where they cover no data.
type Legend struct {
	Hidden bool
	Place  string // "" or a place that ParsePlace gives
}

// huge bounds what can be drawn; beyond it differences overflow.
const huge = 1e300

// shows tells whether a number has a place at the axis.
func (a *Axis) shows(v float64) bool {
	return math.Abs(v) < huge && (!a.Log || v > 1/huge)
}

// extent is a range of x and of y; lo is above hi where there is none.
type extent struct{ xlo, xhi, ylo, yhi float64 }

func noExtent() extent {
	return extent{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
}

func (e *extent) addX(x float64) { e.xlo, e.xhi = min(e.xlo, x), max(e.xhi, x) }
func (e *extent) addY(y float64) { e.ylo, e.yhi = min(e.ylo, y), max(e.yhi, y) }

// add takes in a point, if it can be drawn and is within the limits in x.
func (a *Axes) add(e *extent, x, y float64) {
	if a.X.shows(x) && a.Y.shows(y) && a.X.Limits.has(x) {
		e.addX(x)
		e.addY(y)
	}
}

// extent is the range of all that is drawn. With limits set on the x axis, that
// of y follows the data within them.
func (a *Axes) extent() extent {
	e := noExtent()
	for _, i := range a.items() {
		i.extend(a, &e)
	}
	return e
}
