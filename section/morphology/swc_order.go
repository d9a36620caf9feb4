package morphology

import (
	"fmt"
	"slices"
	"strings"
)

// order brings the points into an order where every parent comes before its
// children, and turns parents from ids into indices, -1 for a root. A file that
// has this order keeps it.
func (m *Morphology) order(points []swcPoint) error {
	byID := func(a, b swcPoint) int { return a.id - b.id }
	if !slices.IsSortedFunc(points, byID) {
		m.repair(0, "the points are not in the order of their numbers; they are read in that order")
		slices.SortStableFunc(points, byID)
	}
	index := make(map[int]int, len(points))
	for i, p := range points {
		if first, there := index[p.id]; there {
			return m.fault(p.line, 0, "", "point %d exists already, on line %d", p.id, points[first].line)
		}
		index[p.id] = i
	}
	ordered := true
	for i := range points {
		p := &points[i]
		if p.parent < 0 {
			p.parent = -1
			continue
		}
		parent, there := index[p.parent]
		if !there {
			if i > 0 || p.parent != 0 { // 0 is a common way to say that there is none
				m.repair(p.line, "the parent %d of point %d does not exist", p.parent, p.id)
			}
			parent = -1
		}
		p.parent = parent
		ordered = ordered && parent < i
	}
	if ordered {
		return nil
	}
	m.repair(0, "some points come before their parents; they are read branch by branch")
	return m.depthFirst(points)
}

// depthFirst reorders points branch by branch, so that each run of points up to
// a branch stays together, and those of the soma before the branches on it.
func (m *Morphology) depthFirst(points []swcPoint) error {
	children := make([][]int, len(points))
	var todo []int
	for i := len(points) - 1; i >= 0; i-- { // the first one ends up on top
		if p := points[i].parent; p >= 0 {
			children[p] = append(children[p], i)
		} else {
			todo = append(todo, i)
		}
	}
	for _, c := range children {
		slices.SortStableFunc(c, func(a, b int) int { return b2i(points[a].kind == Soma) - b2i(points[b].kind == Soma) })
	}
	place := make([]int, len(points))
	for i := range place {
		place[i] = -1
	}
	var sorted []swcPoint
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = append(todo[:len(todo)-1], children[i]...)
		place[i] = len(sorted)
		sorted = append(sorted, points[i])
	}
	for i := range points {
		if place[i] < 0 {
			return m.loop(points, i)
		}
	}
	for i := range sorted {
		if p := &sorted[i]; p.parent >= 0 {
			p.parent = place[p.parent]
		}
	}
	copy(points, sorted)
	return nil
}

// loop is the error for points that are their own ancestors; start is one of
// them or hangs on one.
func (m *Morphology) loop(points []swcPoint, start int) error {
	seen := map[int]bool{}
	for !seen[start] {
		seen[start] = true
		start = points[start].parent
	}
	chain := []string{fmt.Sprint(points[start].id)}
	for i := points[start].parent; ; i = points[i].parent {
		if len(chain) > 8 {
			chain = append(chain, "...")
			break
		}
		chain = append(chain, fmt.Sprint(points[i].id))
		if i == start {
			break
		}
	}
	return m.fault(points[start].line, 0, "", "point %d is its own ancestor: its parents are %s", points[start].id, strings.Join(chain, " -> "))
}
