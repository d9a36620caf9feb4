// Package mechanism holds what sits in a membrane: types of mechanisms
// (density mechanisms, point processes, ions), their instances in a model, and
// the tables that store every number the simulator works on.
package mechanism

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// RowID names a row of a Table for as long as the row lives, however the rows
// are moved. A RowID is never used again for another row.
type RowID int32

// NoRow is the RowID of nothing.
const NoRow RowID = -1

// UniformFrom is the number of rows from which on a column that has the same
// value in all rows may store it once. Small tables gain nothing by it. Tests
// lower it.
var UniformFrom = 1024

// Table stores the numbers of one kind of thing: one column per variable, one
// row per instance. Rows may be moved (Reorder); a RowID stays the same.
//
// Most parameters have one value everywhere. A column in which all rows are the
// same may be uniform: it stores the value once (kernel.Block times, as a block
// of instances wants to read it) until a row gets another one or someone asks for
// the column itself.
type Table struct {
	Name string

	names   []string
	cols    [][]float64 // of a uniform column: kernel.Block times its value
	uniform []bool
	owner   []RowID // the node each row sits at (NoRow: none); nil: none sits anywhere
	n       int     // number of rows
	row     []int32 // of each RowID; -1: removed
	id      []RowID // of each row; nil: they follow from row, see ids
	shared  bool    // owner and row are those of another table, too
	version int
}

// NewTable makes a table without rows.
func NewTable(name string, columns ...string) *Table {
	return &Table{Name: name, names: columns, cols: make([][]float64, len(columns)), uniform: make([]bool, len(columns))}
}

// Len is the number of rows.
func (t *Table) Len() int { return t.n }

// Columns is the number of columns.
func (t *Table) Columns() int { return len(t.cols) }

// ColumnName gives the name of column c.
func (t *Table) ColumnName(c int) string { return t.names[c] }

// Column gives the live content of column c, one element per row, to read and to
// write. It is valid until rows are added, removed or moved (Version changes).
// A uniform column gets its rows; who only reads better asks Values.
func (t *Table) Column(c int) []float64 {
	if t.uniform[c] {
		t.version++
		t.spread(c)
	}
	return t.cols[c]
}

// spread gives a uniform column its rows.
func (t *Table) spread(c int) {
	x := t.cols[c][0]
	t.cols[c], t.uniform[c] = make([]float64, t.n), false
	if math.Float64bits(x) != 0 {
		simd.Fill(t.cols[c], x)
	}
}

// Values are those of a column, to be read: X has one element per row, or where
// Uniform is true kernel.Block equal ones that stand for all rows.
type Values struct {
	X       []float64
	Uniform bool
}

// At gives the value of a row.
func (v Values) At(row int) float64 {
	if v.Uniform {
		return v.X[0]
	}
	return v.X[row]
}

// Values gives column c as it is stored. It is valid until Version changes.
func (t *Table) Values(c int) Values { return Values{t.cols[c], t.uniform[c]} }

// Bind gives all columns as programs of kernel take them (kernel.Binding): full
// tells the columns that must have their rows, because they are written.
func (t *Table) Bind(full func(c int) bool) (cols [][]float64, uniform []bool) {
	for c := range t.cols {
		if full(c) {
			t.Column(c)
		}
	}
	return slices.Clone(t.cols), slices.Clone(t.uniform)
}

// Copy gives a copy of column c, one element per row.
func (t *Table) Copy(c int) []float64 {
	if !t.uniform[c] {
		return slices.Clone(t.cols[c])
	}
	out := make([]float64, t.n)
	simd.Fill(out, t.cols[c][0])
	return out
}

// Load writes column c, one element per row.
func (t *Table) Load(c int, xs []float64) {
	if v := t.Values(c); v.Uniform && !slices.ContainsFunc(xs, func(x float64) bool { return math.Float64bits(x) != math.Float64bits(v.X[0]) }) {
		return
	}
	copy(t.Column(c), xs)
}

// Compact makes uniform what may be of the columns (those of which may is true),
// and gives back the room that adding rows has left.
func (t *Table) Compact(may func(c int) bool) {
	for c, col := range t.cols {
		switch {
		case t.uniform[c]:
		case may(c) && t.unify(c):
			t.version++
		case cap(col) > len(col)+len(col)/64:
			t.version++
			t.cols[c] = slices.Clip(slices.Clone(col))
		}
	}
	if t.n >= UniformFrom {
		t.id = nil
	}
	if !t.shared && cap(t.row) > len(t.row)+len(t.row)/64 {
		t.owner, t.row = clip(t.owner), clip(t.row)
	}
}

// ShareRows lets a table name its rows by the memory of another one whose rows
// were made, and have moved, in the same way: those of a mechanism and of its ions.
func (t *Table) ShareRows(with *Table) {
	if slices.Equal(t.owner, with.owner) && slices.Equal(t.row, with.row) {
		t.owner, t.row = with.owner, with.row
		t.shared, with.shared = true, true
	}
}

// own ends what ShareRows began, before rows change.
func (t *Table) own() {
	if t.shared {
		t.owner, t.row, t.shared = slices.Clone(t.owner), slices.Clone(t.row), false
	}
}

// ids gives the RowID of each row.
func (t *Table) ids() []RowID {
	if t.id == nil && t.n > 0 {
		t.id = make([]RowID, t.n)
		for id, r := range t.row {
			if r >= 0 {
				t.id[r] = RowID(id)
			}
		}
	}
	return t.id
}

func clip[T any](x []T) []T { return slices.Clip(slices.Clone(x)) }

// unify makes a column uniform if all its rows are the same.
func (t *Table) unify(c int) bool {
	col := t.cols[c]
	if len(col) < UniformFrom || len(col) == 0 {
		return false
	}
	first := math.Float64bits(col[0])
	for _, x := range col {
		if math.Float64bits(x) != first {
			return false
		}
	}
	t.become(c, col[0])
	return true
}

// become makes a column uniform with a value.
func (t *Table) become(c int, x float64) {
	t.cols[c], t.uniform[c] = make([]float64, kernel.Block), true
	simd.Fill(t.cols[c], x)
}

// Version changes whenever rows are added, removed or moved, and when a column
// becomes uniform or gets its rows.
func (t *Table) Version() int { return t.version }

// Add appends a row of zeros that sits at node owner and gives its RowID.
func (t *Table) Add(owner RowID) RowID { return t.AddRows([]RowID{owner}, nil) }

// AddRows appends a row for each owner, and gives the RowID of the first; those
// of the others follow it. Each row holds values, one for each column; nil stands
// for zeros.
func (t *Table) AddRows(owners []RowID, values []float64) (first RowID) {
	first = t.addIDs(owners)
	n := t.n
	for c := range t.cols {
		x := 0.0
		if values != nil {
			x = values[c]
		}
		if t.uniform[c] {
			if math.Float64bits(t.cols[c][0]) == math.Float64bits(x) {
				continue
			}
			y := t.cols[c][0]
			t.cols[c], t.uniform[c] = make([]float64, n-len(owners), n+n/4), false
			simd.Fill(t.cols[c], y)
		}
		was := len(t.cols[c])
		if n > cap(t.cols[c]) && was > 0 && math.Float64bits(t.cols[c][0]) == math.Float64bits(x) && t.unify(c) {
			continue // it needs no room
		}
		t.cols[c] = slices.Grow(t.cols[c], n-was)[:n]
		simd.Fill(t.cols[c][was:], x)
	}
	return first
}

// AddCopies appends a row for each owner that is a copy of a row, and gives the
// RowID of the first; those of the others follow it.
func (t *Table) AddCopies(owners []RowID, rows []int) (first RowID) {
	first = t.addIDs(owners)
	for c := range t.cols {
		if t.uniform[c] {
			continue
		}
		if t.n > cap(t.cols[c]) && t.unify(c) {
			continue
		}
		for _, r := range rows {
			t.cols[c] = append(t.cols[c], t.cols[c][r])
		}
	}
	return first
}

// addIDs appends the names of new rows.
func (t *Table) addIDs(owners []RowID) (first RowID) {
	t.version++
	t.own()
	first, t.id = RowID(len(t.row)), t.ids()
	if t.owner == nil && slices.ContainsFunc(owners, func(x RowID) bool { return x != NoRow }) {
		t.homes()
	}
	for i := range owners {
		t.row = append(t.row, int32(t.n+i))
		t.id = append(t.id, first+RowID(i))
	}
	t.n += len(owners)
	if t.owner != nil {
		t.owner = append(t.owner, owners...)
	}
	return first
}

// homes makes the list of owners.
func (t *Table) homes() { t.owner = slices.Repeat([]RowID{NoRow}, t.n) }

// Remove takes a row out; the last row takes its place. Removing what is
// already gone does nothing.
func (t *Table) Remove(gone RowID) {
	r, ok := t.Row(gone)
	if !ok {
		return
	}
	t.version++
	t.own()
	id, last := t.ids(), t.n-1
	for c := range t.cols {
		if !t.uniform[c] {
			t.cols[c][r] = t.cols[c][last]
			t.cols[c] = t.cols[c][:last]
		}
	}
	id[r] = id[last]
	t.row[id[r]] = int32(r)
	t.id, t.n = id[:last], last
	if t.owner != nil {
		t.owner[r] = t.owner[last]
		t.owner = t.owner[:last]
	}
	t.row[gone] = -1
}

// Row gives the present row of id; ok is false when it was removed.
func (t *Table) Row(id RowID) (row int, ok bool) {
	if id < 0 || int(id) >= len(t.row) || t.row[id] < 0 {
		return 0, false
	}
	return int(t.row[id]), true
}

// ID gives the RowID of a row. Threads may only ask side by side when one has
// asked before.
func (t *Table) ID(row int) RowID { return t.ids()[row] }

// Owner gives the node that a row sits at.
func (t *Table) Owner(row int) RowID {
	if t.owner == nil {
		return NoRow
	}
	return t.owner[row]
}

// SetOwner moves the instance id to another node.
func (t *Table) SetOwner(id, owner RowID) {
	if r, ok := t.Row(id); ok {
		t.version++
		t.own()
		if t.owner == nil {
			t.homes()
		}
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
		if t.uniform[c] {
			continue
		}
		for i, r := range order {
			buf[i] = col[r]
		}
		t.cols[c], buf = buf, col[:len(order)]
	}
	t.own()
	id, owner := slices.Clone(t.ids()), slices.Clone(t.owner)
	for i, r := range order {
		t.id[i] = id[r]
		t.row[t.id[i]] = int32(i)
		if owner != nil {
			t.owner[i] = owner[r]
		}
	}
}

// Bytes is the memory that the table takes for each row.
func (t *Table) Bytes() int {
	full := 0
	for _, uniform := range t.uniform {
		if !uniform {
			full++
		}
	}
	return 8*full + 12
}

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
		return h.Table.Values(h.Col).At(r)
	}
	return math.NaN()
}

// Set changes the number; nothing happens when it no longer exists.
func (h Handle) Set(x float64) {
	r, ok := h.Table.Row(h.ID)
	if !ok {
		return
	}
	if v := h.Table.Values(h.Col); !v.Uniform || math.Float64bits(v.X[0]) != math.Float64bits(x) {
		h.Table.Column(h.Col)[r] = x
	}
}
