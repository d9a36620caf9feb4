package plot

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Ratios are the widths of the columns and the heights of the rows of a grid of axes
// beside each other; nil for equal ones.
type Ratios struct{ Widths, Heights []float64 }

// NewRatios checks the ratios of a grid. It returns a *fault.Error where there is not
// one for each row or column, or one is not a positive number.
func NewRatios(rows, cols int, widths, heights []float64) (*Ratios, error) {
	for _, side := range []struct {
		what string
		list []float64
		n    int
	}{{"columns", widths, cols}, {"rows", heights, rows}} {
		if side.list != nil && len(side.list) != side.n {
			return nil, fault.New(fault.Range, "there are %d ratios for %d %s", len(side.list), side.n, side.what)
		}
		for _, v := range side.list {
			if !(v > 0) || v > huge {
				return nil, fault.New(fault.Range, "a ratio of %s must be greater than 0, not %g", side.what, v)
			}
		}
	}
	return &Ratios{widths, heights}, nil
}

// edges are the places of a cell's left, right, upper and lower end, as parts of the
// grid counted from the upper left.
func (k Cell) edges() (left, right, top, bottom float64) {
	var widths, heights []float64
	if k.Ratios != nil {
		widths, heights = k.Ratios.Widths, k.Ratios.Heights
	}
	return before(widths, k.Col, k.Cols), before(widths, k.Col+k.ColSpan, k.Cols),
		before(heights, k.Row, k.Rows), before(heights, k.Row+k.RowSpan, k.Rows)
}

// before is the part of n cells that lies before cell k.
func before(ratios []float64, k, n int) float64 {
	if ratios == nil {
		return float64(k) / float64(n)
	}
	part, all := 0.0, 0.0
	for i, v := range ratios {
		if all += v; i < k {
			part += v
		}
	}
	return part / all
}

// tile is the place of the cell on the canvas of all axes.
func (k Cell) tile(c draw.Canvas) draw.Canvas {
	var padX, padY vg.Length
	if k.Rows > 1 {
		padY = innerMargin
	}
	if k.Cols > 1 {
		padX = innerMargin
	}
	if k.Ratios == nil {
		tiles := draw.Tiles{Rows: k.Rows, Cols: k.Cols, PadX: padX, PadY: padY}
		out := tiles.At(c, k.Col, k.Row)
		end := tiles.At(c, k.Col+k.ColSpan-1, k.Row+k.RowSpan-1)
		out.Max.X, out.Min.Y = end.Max.X, end.Min.Y
		return out
	}
	left, right, top, bottom := k.edges()
	size := c.Size()
	w, h := size.X-padX*vg.Length(k.Cols-1), size.Y-padY*vg.Length(k.Rows-1)
	out := c
	out.Min.X = c.Min.X + w*vg.Length(left) + padX*vg.Length(k.Col)
	out.Max.X = c.Min.X + w*vg.Length(right) + padX*vg.Length(k.Col+k.ColSpan-1)
	out.Max.Y = c.Max.Y - h*vg.Length(top) - padY*vg.Length(k.Row)
	out.Min.Y = c.Max.Y - h*vg.Length(bottom) - padY*vg.Length(k.Row+k.RowSpan-1)
	return out
}

// Mosaic makes a figure from a picture of names, row after row, with axes for each name
// in the order in which they come; a dot leaves a place free. It returns a *fault.Error
// where rows differ in length or a name is no rectangle.
func Mosaic(rows [][]string, widths, heights []float64) (*Figure, []string, error) {
	var names []string
	places := map[string]*Cell{}
	cols := 0
	for r, row := range rows {
		if r == 0 {
			cols = len(row)
		}
		if len(row) != cols {
			return nil, nil, fault.New(fault.Range, "the rows of a mosaic must be of one length: row %d has %d places, the first %d", r, len(row), cols)
		}
		for c, name := range row {
			if name == "." {
				continue
			}
			k := places[name]
			if k == nil {
				k = &Cell{Rows: len(rows), Cols: cols, Row: r, Col: c, RowSpan: 1, ColSpan: 1}
				places[name] = k
				names = append(names, name)
			}
			k.RowSpan, k.ColSpan = r-k.Row+1, max(k.ColSpan, c-k.Col+1)
		}
	}
	if err := checkGrid(len(rows), cols); err != nil {
		return nil, nil, err
	}
	ratios, err := NewRatios(len(rows), cols, widths, heights)
	if err != nil {
		return nil, nil, err
	}
	f, err := New(1, 1)
	if err != nil {
		return nil, nil, err
	}
	f.Axes = nil
	for _, name := range names {
		k := places[name]
		for r, row := range rows {
			for c, other := range row {
				inside := r >= k.Row && r < k.Row+k.RowSpan && c >= k.Col && c < k.Col+k.ColSpan
				if inside != (other == name) {
					return nil, nil, fault.New(fault.Range, "%q is no rectangle in the mosaic", name)
				}
			}
		}
		if widths != nil || heights != nil {
			k.Ratios = ratios
		}
		f.Axes = append(f.Axes, newAxes(*k))
	}
	return f, names, nil
}
