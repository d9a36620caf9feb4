package section

import (
	"math/rand"
	"slices"
	"testing"
)

// TestLayoutOfRandomForests: every node has a row, groups hold whole trees, and in a
// group each kind of node stands together, the ends last, level by level.
func TestLayoutOfRandomForests(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 40 {
		n := 1 + r.Intn(4000)
		x := layout{parent: make([]int32, n), kind: make([]int32, n)}
		reach, trees := 1+r.Intn(40), r.Intn(200)
		for i := range n {
			x.parent[i], x.kind[i] = -1, int32(r.Intn(3))
			if i > 0 && r.Intn(200) >= trees {
				x.parent[i] = int32(max(0, i-1-r.Intn(reach)))
			}
			if r.Intn(5) == 0 {
				x.kind[i] = ends
			}
		}
		// A parent within reach may be in another tree: make the trees contiguous.
		root := int32(0)
		for i := range x.parent {
			if x.parent[i] < 0 {
				root = int32(i)
			}
			if x.parent[i] >= 0 {
				x.parent[i] = max(x.parent[i], root)
			}
		}
		x.arrange()
		if sorted := slices.Sorted(slices.Values(x.order)); len(sorted) != n || sorted[0] != 0 || sorted[n-1] != int32(n-1) || len(slices.Compact(sorted)) != n {
			t.Fatal("the order is no permutation")
		}
		row, group := make([]int32, n), make([]int, n)
		for k, i := range x.order {
			row[i] = int32(k)
			at, found := slices.BinarySearch(x.groups, int32(k))
			if !found {
				at--
			}
			group[i] = at
		}
		for k, i := range x.order {
			if p := x.parent[i]; p >= 0 && group[p] != group[i] {
				t.Fatalf("node %d is in group %d, its parent in %d", i, group[i], group[p])
			}
			if k == 0 || group[x.order[k-1]] != group[i] {
				continue
			}
			before := x.order[k-1]
			if x.kind[before] > x.kind[i] || x.kind[before] == x.kind[i] && x.level[before] > x.level[i] {
				t.Fatalf("row %d has kind %d and level %d, the one before %d and %d", k, x.kind[i], x.level[i], x.kind[before], x.level[before])
			}
		}
	}
}

// TestLayoutOfEqualCells: equal cells lie side by side, so that the parents of
// a level are the level before.
func TestLayoutOfEqualCells(t *testing.T) {
	m, _ := newTestModel(t)
	const cells, nseg = 16, 40
	for range cells {
		soma, dend := m.NewSection("soma"), m.NewSection("dend")
		ok(t, dend.SetNseg(nseg))
		ok(t, dend.Connect(soma, 1, 0))
		ok(t, dend.Insert("pas"))
	}
	ok(t, m.Prepare())
	if len(m.Groups()) != 1 || len(m.Weaves()) != 0 {
		t.Fatalf("groups %v, %d sections in pieces", m.Groups(), len(m.Weaves()))
	}
	for row := range int32(cells * nseg) { // those with pas are most, so they come first
		want := row - cells
		if row < cells {
			want = m.Parent()[0] + row
		}
		if m.Parent()[row] != want {
			t.Fatalf("the parent of row %d is %d, want %d", row, m.Parent()[row], want)
		}
	}
}
