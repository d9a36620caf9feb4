// Package mechanism holds what sits in a membrane: types of mechanisms
// (density mechanisms, point processes, ions), their instances in a model, and
// the tables that store every number the simulator works on.
package mechanism

import (
	"math"
	"slices"
)

// RowID names a row of a Table for as long as the row lives, however the rows
// are moved. A RowID is never used again for another row.
type RowID int32

// NoRow is the RowID of nothing.
const NoRow RowID = -1

// Table stores the numbers of one kind of thing: one column per variable, one
// row per instance. Rows may be moved (Reorder); a RowID stays the same.
type Table struct {
	Name string

	names   []string
	cols    [][]float64
	owner   []RowID // the node each row sits at (NoRow: none)
	id      []RowID // of each row
	row     []int32 // of each RowID; -1: removed
	version int
}

// NewTable makes a table without rows.
func NewTable(name string, columns ...string) *Table {
	return &Table{Name: name, names: columns, cols: make([][]float64, len(columns))}
}

// Len is the number of rows.
func (t *Table) Len() int { return len(t.id) }

// Columns is the number of columns.
func (t *Table) Columns() int { return len(t.cols) }

// ColumnName gives the name of column c.
func (t *Table) ColumnName(c int) string { return t.names[c] }

// Column gives the live content of column c, one element per row. It is valid
// until rows are added, removed or moved (Version changes).
func (t *Table) Column(c int) []float64 { return t.cols[c] }

// Version changes whenever rows are added, removed or moved.
func (t *Table) Version() int { return t.version }

// Add appends a row of zeros that sits at node owner and gives its RowID.
func (t *Table) Add(owner RowID) RowID { return t.AddRows([]RowID{owner}) }

// AddRows appends a row of zeros for each owner, and gives the RowID of the first;
// those of the others follow it.
func (t *Table) AddRows(owners []RowID) (first RowID) {
	t.version++
	first = RowID(len(t.row))
	for i := range owners {
		t.row = append(t.row, int32(len(t.id)))
		t.id = append(t.id, first+RowID(i))
	}
	t.owner = append(t.owner, owners...)
	for c := range t.cols {
		t.cols[c] = append(t.cols[c], make([]float64, len(owners))...)
	}
	return first
}

// Remove takes a row out; the last row takes its place. Removing what is
// already gone does nothing.
func (t *Table) Remove(id RowID) {
	r, ok := t.Row(id)
	if !ok {
		return
	}
	t.version++
	last := len(t.id) - 1
	for c := range t.cols {
		t.cols[c][r] = t.cols[c][last]
		t.cols[c] = t.cols[c][:last]
	}
	t.id[r], t.owner[r] = t.id[last], t.owner[last]
	t.row[t.id[r]] = int32(r)
	t.id, t.owner = t.id[:last], t.owner[:last]
	t.row[id] = -1
}

// Row gives the present row of id; ok is false when it was removed.
func (t *Table) Row(id RowID) (row int, ok bool) {
	if id < 0 || int(id) >= len(t.row) || t.row[id] < 0 {
		return 0, false
	}
	return int(t.row[id]), true
}

// ID gives the RowID of a row.
func (t *Table) ID(row int) RowID { return t.id[row] }

// Owner gives the node that a row sits at.
func (t *Table) Owner(row int) RowID { return t.owner[row] }

// SetOwner moves the instance id to another node.
func (t *Table) SetOwner(id, owner RowID) {
	if r, ok := t.Row(id); ok {
		t.version++
		t.owner[r] = owner
	}
}

// Reorder puts the rows into a new order: row i becomes what was row order[i].
// An order that changes nothing is free.
func (t *Table) Reorder(order []int32) {
	same := true
	for i, r := range order {
		if int(r) != i {
			same = false
			break
		}
	}
	if same {
		return
	}
	t.version++
	buf := make([]float64, len(order))
	for c, col := range t.cols {
		for i, r := range order {
			buf[i] = col[r]
		}
		copy(col, buf)
		t.cols[c] = col
	}
	id, owner := slices.Clone(t.id), slices.Clone(t.owner)
	for i, r := range order {
		t.id[i], t.owner[i] = id[r], owner[r]
		t.row[t.id[i]] = int32(i)
	}
}

// Bytes is the memory that the table takes for each row.
func (t *Table) Bytes() int { return 8*len(t.cols) + 12 }

// Handle names one number of a table. It stays valid when rows move, and says
// so when its row is removed.
type Handle struct {
	Table *Table
	Col   int
	ID    RowID
}

// Valid reports whether the number still exists.
func (h Handle) Valid() bool {
	if h.Table == nil {
		return false
	}
	_, ok := h.Table.Row(h.ID)
	return ok
}

// Get gives the number, or NaN when it no longer exists.
func (h Handle) Get() float64 {
	if r, ok := h.Table.Row(h.ID); ok {
		return h.Table.cols[h.Col][r]
	}
	return math.NaN()
}

// Set changes the number; nothing happens when it no longer exists.
func (h Handle) Set(x float64) {
	if r, ok := h.Table.Row(h.ID); ok {
		h.Table.cols[h.Col][r] = x
	}
}
