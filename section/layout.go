package section

import (
	"cmp"
	"math"
	"slices"

	"github.com/gneuron/gneuron/internal/simd"
)

// layout finds the order of node rows. It is made for the elimination of the
// matrix and for mechanisms:
//
//   - Whole trees are put into groups, which fit into the cache.
//   - In a group, nodes of sections with the same mechanisms stand side by side,
//     the most frequent first and the ends of sections, which have none, last. So the
//     columns of nodes can be used in place by mechanisms.
//   - Among these, nodes stand level by level from the roots on, in a level those
//     first that have the longest way to a leaf below them. So the nodes of a level
//     are for the most part children of consecutive nodes, in their order: the
//     branches of a tree and the trees of a group lie side by side.
//
// A model with few branches has little to put side by side, and many long cables
// would not fit into the cache. So the segments of a long section are cut into
// pieces that stand side by side (Weave).
//
// What a node gets from its children does not depend on the groups.
type layout struct {
	parent []int32 // of each node; a parent has a smaller number; -1: a root
	kind   []int32 // nodes of one kind have the same mechanisms
	kinds  int     // the number of kinds, and that of the ends

	level, height []int32 // nodes up to the root, and at most to a leaf
	sibling       []int32 // the next child of the same parent, or -1
	child         []int32 // the first child, or -1

	long  []stretch         // sections of many segments
	woven map[int32]stretch // by their first nodes: what is cut into pieces of these

	order  []int32 // node of each row
	groups []int32 // row at which each group begins
}

// stretch is n nodes from first on, each the parent of the next.
type stretch struct{ first, n int32 }

// ends is the kind of the ends of sections before the kinds are numbered anew.
const ends = math.MaxInt32

// A group of trees is complete when a level has groupLanes nodes in the mean, which
// is two of the widest vectors, when it has about groupNodes nodes, so that mechanisms
// find whole blocks, and when small trees fill vectors of vectorLanes.
const (
	groupNodes  = 768
	groupLanes  = 16
	vectorLanes = 8
)

// Sections of longFrom segments are cut into pieces where a level of the trees
// has fewer than fewBranches nodes in the mean, and those of longAnyway in any case.
const (
	longFrom    = 64
	longAnyway  = 256
	fewBranches = 8
)

// Weave is the segments of a long section but some at its beginning, cut into
// simd.Lanes pieces of Inside+1: node k of piece j is at row Row + k·simd.Lanes + j.
type Weave struct{ Row, Inside int }

// arrange fills order and groups.
func (x *layout) arrange() {
	n := len(x.parent)
	x.family()
	x.measure()
	if x.weave(); len(x.woven) > 0 {
		x.measure()
	}
	x.mostFirst()
	x.order = make([]int32, 0, n)
	var roots []int32
	start, levels := 0, 0
	enough := n / max(1, (n+groupNodes/2)/groupNodes)
	for i := 0; i <= n; i++ {
		if i < n && x.parent[i] >= 0 {
			continue
		}
		size, trees := i-start, len(roots)
		full := size >= enough && size >= levels*groupLanes && (trees < vectorLanes || trees%vectorLanes == 0)
		if trees > 0 && (i == n || full) {
			x.groups = append(x.groups, int32(start))
			x.group(roots, size)
			roots, start, levels = roots[:0], i, 0
		}
		if i < n {
			roots, levels = append(roots, int32(i)), max(levels, int(x.height[i])+1)
		}
	}
}

// mostFirst numbers the kinds by the number of their nodes, the ends last.
func (x *layout) mostFirst() {
	var kinds, count []int32
	for _, k := range x.kind {
		if k == ends {
			continue
		}
		for int(k) >= len(count) {
			kinds, count = append(kinds, int32(len(kinds))), append(count, 0)
		}
		count[k]++
	}
	slices.SortStableFunc(kinds, func(a, b int32) int { return cmp.Compare(count[b], count[a]) })
	number := make([]int32, len(kinds))
	for i, k := range kinds {
		number[k] = int32(i)
	}
	x.kinds = len(kinds)
	for i, k := range x.kind {
		if x.kind[i] = int32(x.kinds); k != ends {
			x.kind[i] = number[k]
		}
	}
}

// family finds the children of nodes, in their order.
func (x *layout) family() {
	n := len(x.parent)
	x.child, x.sibling = make([]int32, n), make([]int32, n)
	for i := range x.child {
		x.child[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		if p := x.parent[i]; p >= 0 {
			x.sibling[i], x.child[p] = x.child[p], int32(i)
		}
	}
}

// measure finds the levels and heights of nodes. What is cut into pieces is all on
// one level.
func (x *layout) measure() {
	n := len(x.parent)
	x.level, x.height = make([]int32, n), make([]int32, n)
	inside := make([]bool, n) // on the level of the parent
	for _, cut := range x.woven {
		for i := range cut.n - 1 {
			inside[cut.first+1+i] = true
		}
	}
	step := func(i int) int32 {
		if inside[i] {
			return 0
		}
		return 1
	}
	for i, p := range x.parent {
		if p >= 0 {
			x.level[i] = x.level[p] + step(i)
		}
	}
	for i := n - 1; i >= 0; i-- {
		if p := x.parent[i]; p >= 0 {
			x.height[p] = max(x.height[p], x.height[i]+step(i))
		}
	}
}

// weave chooses what is cut into pieces: not less than a segment is left at the
// beginning of a section, and nothing may branch.
func (x *layout) weave() {
	x.woven = map[int32]stretch{}
	few := len(x.level) < fewBranches*int(slices.Max(append(x.level, 0))+1)
	for _, s := range x.long {
		if s.n < longAnyway && !few {
			continue
		}
		length := (s.n - 1) / simd.Lanes * simd.Lanes
		cut := stretch{s.first + s.n - length, length}
		straight := true
		for i := cut.first; i < cut.first+cut.n-1; i++ {
			straight = straight && x.child[i] == i+1 && x.sibling[i+1] < 0
		}
		if straight {
			x.woven[cut.first] = cut
		}
	}
}

// weaves gives what was cut, in the order of rows; row is that of each node.
func (x *layout) weaves(row []int32) []Weave {
	var out []Weave
	for first, cut := range x.woven {
		out = append(out, Weave{int(row[first]), int(cut.n)/simd.Lanes - 1})
	}
	slices.SortFunc(out, func(a, b Weave) int { return a.Row - b.Row })
	return out
}

// group adds the rows of trees that have so many nodes.
func (x *layout) group(roots []int32, size int) {
	byLevel := make([]int32, 0, size)
	rank := map[int32]int32{} // of children that are not the first
	before := func(a, b int32) int {
		return cmp.Or(cmp.Compare(x.kind[a], x.kind[b]), cmp.Compare(x.height[b], x.height[a]), cmp.Compare(rank[a], rank[b]))
	}
	level := slices.Clone(roots)
	var next []int32
	for len(level) > 0 {
		if !slices.IsSortedFunc(level, before) {
			slices.SortStableFunc(level, before)
		}
		next = next[:0]
		clear(rank)
		for _, i := range level {
			byLevel = append(byLevel, i)
			if cut, ok := x.woven[i]; ok {
				byLevel, i = cut.lanes(byLevel[:len(byLevel)-1]), cut.first+cut.n-1
			}
			k := int32(0)
			for c := x.child[i]; c >= 0; c = x.sibling[c] {
				if next = append(next, c); k > 0 {
					rank[c] = k
				}
				k++
			}
		}
		level, next = next, level
	}
	x.append(byLevel)
}

// append adds rows, kind after kind, those of a kind in the order they have.
func (x *layout) append(nodes []int32) {
	at := make([]int, x.kinds+2) // behind the rows of each kind
	for _, i := range nodes {
		at[x.kind[i]+1]++
	}
	at[0] = len(x.order)
	for k := range x.kinds + 1 {
		at[k+1] += at[k]
	}
	x.order = x.order[:len(x.order)+len(nodes)]
	for _, i := range nodes {
		x.order[at[x.kind[i]]] = i
		at[x.kind[i]]++
	}
}

// lanes adds the nodes of a stretch piece beside piece.
func (s stretch) lanes(to []int32) []int32 {
	length := s.n / simd.Lanes
	for k := range length {
		for j := range int32(simd.Lanes) {
			to = append(to, s.first+j*length+k)
		}
	}
	return to
}
