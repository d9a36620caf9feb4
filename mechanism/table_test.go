package mechanism

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTableAgainstPlainRows does at random all that can be done to a table, and
// to a list of rows beside it that stores nothing once.
func TestTableAgainstPlainRows(t *testing.T) {
	defer func(n int) { UniformFrom = n }(UniformFrom)
	UniformFrom = 3
	const columns = 4
	numbers := []float64{0, math.Copysign(0, -1), 1, math.NaN()}
	uniform, spread := 0, 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		table := NewTable("t", "a", "b", "c", "d")
		type row struct {
			id, owner RowID
			x         [columns]float64
		}
		var rows []row
		number := func() float64 { return numbers[r.IntN(min(len(numbers), 1+int(seed)%5))] }
		for range 60 {
			version, was := table.Version(), slices.Clone(table.uniform)
			switch k := r.IntN(9); {
			case k < 2: // add
				owners := make([]RowID, r.IntN(6))
				var x [columns]float64
				for i := range owners {
					owners[i] = RowID(r.IntN(5))
				}
				values := x[:]
				if r.IntN(2) == 0 {
					values = nil
				} else {
					for c := range x {
						x[c] = number()
					}
				}
				id := table.AddRows(owners, values)
				for i, o := range owners {
					rows = append(rows, row{id + RowID(i), o, x})
				}
			case len(rows) == 0:
			case k == 2: // remove
				at := r.IntN(len(rows))
				table.Remove(rows[at].id)
				rows[at] = rows[len(rows)-1]
				rows = rows[:len(rows)-1]
			case k == 3: // reorder
				order := make([]int32, len(rows))
				moved := make([]row, len(rows))
				for i, from := range r.Perm(len(rows)) {
					order[i], moved[i] = int32(from), rows[from]
				}
				table.Reorder(order)
				rows = moved
			case k == 4: // set
				at, c, x := r.IntN(len(rows)), r.IntN(columns), number()
				Handle{table, c, rows[at].id}.Set(x)
				rows[at].x[c] = x
			case k == 5:
				table.Compact(func(c int) bool { return c != 3 })
			case k == 6: // copies
				from := []int{r.IntN(len(rows)), r.IntN(len(rows))}
				id := table.AddCopies([]RowID{7, 8}, from)
				rows = append(rows, row{id, 7, rows[from[0]].x}, row{id + 1, 8, rows[from[1]].x})
			case k == 7:
				c, x := r.IntN(columns), number()
				col := table.Column(c)
				for i := range col {
					col[i], rows[i].x[c] = x, x
				}
			case k == 8:
				c, x := r.IntN(columns), number()
				table.Load(c, slices.Repeat([]float64{x}, len(rows)))
				for i := range rows {
					rows[i].x[c] = x
				}
			}
			if !slices.Equal(was, table.uniform) {
				uniform++
				if table.Version() == version {
					t.Fatalf("seed %d: columns became uniform or got their rows, but the version is the same", seed)
				}
			}
			if table.Len() != len(rows) {
				t.Fatalf("seed %d: %d rows, want %d", seed, table.Len(), len(rows))
			}
			for c := range columns {
				if table.uniform[c] {
					spread++
				} else if len(table.cols[c]) != len(rows) {
					t.Fatalf("seed %d: column %d has %d rows, want %d", seed, c, len(table.cols[c]), len(rows))
				}
				whole := table.Copy(c)
				for i, want := range rows {
					at, ok := table.Row(want.id)
					got := Handle{table, c, want.id}.Get()
					same := math.Float64bits(got) == math.Float64bits(want.x[c]) && math.Float64bits(whole[i]) == math.Float64bits(got)
					if !ok || at != i || table.ID(i) != want.id || table.Owner(i) != want.owner || !same {
						t.Fatalf("seed %d: column %d of row %d is %v at %d %v, want %v", seed, c, i, got, at, ok, want.x[c])
					}
				}
			}
		}
	}
	if uniform == 0 || spread == 0 {
		t.Error("no column was ever uniform")
	}
}

// TestSharedRowsPart changes one of two tables that share the names of their rows.
func TestSharedRowsPart(t *testing.T) {
	changes := map[string]func(*Table){
		"add":     func(x *Table) { x.Add(9) },
		"copies":  func(x *Table) { x.AddCopies([]RowID{9}, []int{0}) },
		"remove":  func(x *Table) { x.Remove(1) },
		"owner":   func(x *Table) { x.SetOwner(2, 9) },
		"reorder": func(x *Table) { x.Reorder([]int32{2, 0, 1, 3}) },
	}
	for name, change := range changes {
		for _, first := range []bool{true, false} {
			a, b, alone, still := NewTable("a", "x"), NewTable("b", "y"), NewTable("c", "x"), NewTable("d", "y")
			for _, x := range []*Table{a, b, alone, still} {
				x.AddRows([]RowID{4, 5, 6, 7}, nil)
			}
			a.ShareRows(b)
			if &a.owner[0] != &b.owner[0] || &a.row[0] != &b.row[0] {
				t.Fatal("the tables share nothing")
			}
			changed, other := a, b
			if !first {
				changed, other = b, a
			}
			change(changed)
			change(alone)
			for _, p := range [][2]*Table{{changed, alone}, {other, still}} {
				if !slices.Equal(p[0].ids(), p[1].ids()) || !slices.Equal(p[0].owner, p[1].owner) || !slices.Equal(p[0].row, p[1].row) {
					t.Errorf("%s, first %v: rows %v of nodes %v, want %v of %v", name, first, p[0].ids(), p[0].owner, p[1].ids(), p[1].owner)
				}
			}
			changed.ShareRows(other)
			if changed.Len() != other.Len() && &changed.row[0] == &other.row[0] {
				t.Errorf("%s: tables with other rows share them", name)
			}
		}
	}
}
