package vector

import (
	"bufio"
	"errors"
	"io"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
)

// Column is one column of a table of numbers: which, counted from 1, of how
// many. The zero value is a plain list.
type Column struct{ At, Of int }

// Scan makes the receiver the numbers of a column of a text, n of them or, for
// n < 0, all, and says how many they were. Words that are no number are skipped.
// A text that ends earlier makes it shorter.
func (v *Vector) Scan(r *bufio.Reader, n int, c Column) (int, error) {
	if n >= 0 {
		if err := CheckLen(float64(n)); err != nil {
			return 0, err
		}
	}
	if err := c.check("scanf"); err != nil {
		return 0, err
	}
	var xs []float64
	for n < 0 || len(xs) < n {
		row, err := c.row(r, nil)
		if err != nil {
			if errors.Is(err, io.EOF) {
				break
			}
			return 0, err
		}
		xs = append(xs, row)
		if err := CheckLen(float64(len(xs))); err != nil {
			return 0, err
		}
	}
	v.set(xs)
	return len(xs), nil
}

// ScanTil is Scan up to the number til, which ends it in the column that is read
// or one before it and is not put into the receiver. It is a *fault.Error if the
// text ends before.
func (v *Vector) ScanTil(r *bufio.Reader, til float64, c Column) (int, error) {
	if err := c.check("scantil"); err != nil {
		return 0, err
	}
	var xs []float64
	for {
		row, err := c.row(r, &til)
		switch {
		case errors.Is(err, errTil):
			v.set(xs)
			return len(xs), nil
		case errors.Is(err, io.EOF):
			return 0, fault.New(fault.Range, "Vector.scantil: the file ends before the number %g, after %d others", til, len(xs))
		case err != nil:
			return 0, err
		}
		xs = append(xs, row)
		if err := CheckLen(float64(len(xs))); err != nil {
			return 0, err
		}
	}
}

// errTil says that a row has the number that ends the reading.
var errTil = errors.New("the last number")

// row reads one row of the table and gives the number in the column. A text may
// end within a row behind that.
func (c Column) row(r *bufio.Reader, til *float64) (float64, error) {
	taken := 0.0
	for at := 1; at <= max(c.Of, c.At, 1); at++ {
		x, err := cformat.Number(r)
		if err != nil {
			if errors.Is(err, io.EOF) && at > max(c.At, 1) {
				break
			}
			return 0, err
		}
		if at <= max(c.At, 1) {
			if til != nil && x == *til {
				return 0, errTil
			}
			taken = x
		}
	}
	return taken, nil
}

func (c Column) check(method string) error {
	if c == (Column{}) || c.At >= 1 && c.Of >= c.At && c.Of <= MaxLen {
		return nil
	}
	return fault.New(fault.Range, "Vector.%s: column %d of %d: the first is 1, the last the number of columns", method, c.At, c.Of)
}
