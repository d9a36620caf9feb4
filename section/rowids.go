package section

import (
	"iter"

	"github.com/gneuron/gneuron/mechanism"
)

// rowIDs are the rows of a mechanism in a section, by index of Section.nodes;
// mechanism.NoRow where it is not. Mostly they follow each other.
type rowIDs struct {
	first mechanism.RowID
	n     int
	list  []mechanism.RowID // nil: first, first+1, ...
}

// noRowIDs are n times no row.
func noRowIDs(n int) rowIDs { return rowIDs{n: n, list: noRows(n)} }

// rowIDsOf makes them of a list.
func rowIDsOf(list []mechanism.RowID) rowIDs {
	x := rowIDs{n: len(list), list: list}
	for i, id := range list {
		if id == mechanism.NoRow || id != list[0]+mechanism.RowID(i) {
			return x
		}
	}
	if x.n > 0 {
		x.first, x.list = list[0], nil
	}
	return x
}

func (x *rowIDs) at(i int) mechanism.RowID {
	if x.list != nil {
		return x.list[i]
	}
	return x.first + mechanism.RowID(i)
}

// all lists them, those that are NoRow, too.
func (x *rowIDs) all() iter.Seq2[int, mechanism.RowID] {
	return func(yield func(int, mechanism.RowID) bool) {
		for i := range x.n {
			if !yield(i, x.at(i)) {
				return
			}
		}
	}
}

// slice gives them as a list of its own.
func (x *rowIDs) slice() []mechanism.RowID {
	out := make([]mechanism.RowID, x.n)
	for i := range out {
		out[i] = x.at(i)
	}
	return out
}
