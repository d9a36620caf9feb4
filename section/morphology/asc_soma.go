package morphology

import (
	"math"
	"slices"
)

// box is the extent of contours in the plane.
type box struct{ x0, x1, y0, y1 float64 }

func boxOf(contours ...[]Point) box {
	b := box{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for _, c := range contours {
		for _, p := range c {
			b.x0, b.x1 = min(b.x0, p.X), max(b.x1, p.X)
			b.y0, b.y1 = min(b.y0, p.Y), max(b.y1, p.Y)
		}
	}
	return b
}

func (b box) meets(c box) bool { return b.x0 <= c.x1 && c.x0 <= b.x1 && b.y0 <= c.y1 && c.y0 <= b.y1 }

func (b box) holds(p Point) bool {
	return p.X >= b.x0 && p.X <= b.x1 && p.Y >= b.y0 && p.Y <= b.y1
}

// joinSomas puts somas before the trees, joins trees to them, and turns
// contours into points along the middle of the soma.
//
// A tree that begins inside the bounding box of a soma is joined to its middle
// by a wire, any other one to that of the nearest soma. Without a soma each
// tree remains by itself.
func (a *ascReader) joinSomas() error {
	a.somasFirst()
	a.stackContours()
	var somas []int
	var centers []Point
	for i := range a.sections {
		s := &a.sections[i]
		if !s.contour || s.part {
			continue
		}
		somas = append(somas, i)
		extent, center := a.somaExtent(s)
		centers = append(centers, center)
		for k := range a.sections {
			if t := &a.sections[k]; !t.contour && t.Parent < 0 && extent.holds(t.Points[0]) {
				t.wireTo(i, center)
			}
		}
	}
	if len(somas) > 0 {
		for k := range a.sections {
			if t := &a.sections[k]; !t.contour && t.Parent < 0 {
				near := nearest(t.Points[0], centers)
				a.m.repair(t.Line, "the tree begins outside of the soma; it is joined to the middle of the nearest one, %.4g um away",
					distance(t.Points[0], centers[near]))
				t.wireTo(somas[near], centers[near])
			}
		}
	}
	for _, i := range somas {
		s := &a.sections[i]
		if s.stack != nil {
			s.Points = stackAxis(append([][]Point{s.Points}, s.stack...))
			continue
		}
		points, ok := contourAxis(s.Points)
		if !ok {
			return a.m.fault(s.Line, 0, "", "the contour of the soma that begins here encloses no area")
		}
		s.Points = points
	}
	a.dropParts()
	return nil
}

func (s *ascSection) wireTo(soma int, center Point) {
	s.Parent, s.ParentX = soma, .5
	s.Wire = &Point{center.X, center.Y, center.Z, 0}
}

// somasFirst moves contours to the front.
func (a *ascReader) somasFirst() {
	n := len(a.sections)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return b2i(!a.sections[i].contour) - b2i(!a.sections[j].contour)
	})
	a.reorder(order)
}

// dropParts takes the contours out that are part of a stack.
func (a *ascReader) dropParts() {
	var order []int
	for i, s := range a.sections {
		if !s.part {
			order = append(order, i)
		}
	}
	a.reorder(order)
}

// reorder makes section k the one that was order[k].
func (a *ascReader) reorder(order []int) {
	place := make([]int, len(a.sections))
	sections := make([]ascSection, len(order))
	for k, i := range order {
		place[i], sections[k] = k, a.sections[i]
	}
	for k := range sections {
		if p := sections[k].Parent; p >= 0 {
			sections[k].Parent = place[p]
		}
	}
	a.sections = sections
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// stackContours takes contours that follow each other and whose extents in the
// plane meet for slices of one soma.
func (a *ascReader) stackContours() {
	var first *ascSection
	var before box
	for i := range a.sections {
		s := &a.sections[i]
		if !s.contour {
			break
		}
		extent := boxOf(s.Points)
		if first != nil && before.meets(extent) {
			first.stack = append(first.stack, s.Points)
			s.part = true
		} else {
			first = s
		}
		before = extent
	}
	for i := range a.sections {
		if s := &a.sections[i]; s.stack != nil {
			a.checkStack(s)
		}
	}
}

// checkStack reports a stack whose slices are not each at a depth of their own,
// in ascending or descending order.
func (a *ascReader) checkStack(s *ascSection) {
	contours := append([][]Point{s.Points}, s.stack...)
	direction := 0.0
	for k, c := range contours {
		for _, p := range c {
			if p.Z != c[0].Z {
				a.m.repair(s.Line, "contour %d of this soma is not at one depth z; its volume may be wrong", k+1)
				return
			}
		}
		if k == 0 {
			continue
		}
		step := c[0].Z - contours[k-1][0].Z
		switch {
		case step == 0:
			a.m.repair(s.Line, "contours %d and %d of this soma are at the same depth z", k, k+1)
			return
		case direction*step < 0:
			a.m.repair(s.Line, "the contours of this soma are not in the order of their depth z, from contour %d on", k+1)
			return
		}
		direction = step
	}
}

// somaExtent is where trees belong to a soma, and its middle.
func (a *ascReader) somaExtent(s *ascSection) (box, Point) {
	if s.stack != nil {
		contours := append([][]Point{s.Points}, s.stack...)
		return boxOf(contours...), stackCenter(contours)
	}
	b := boxOf(s.Points)
	const margin = .5 // um
	center, _ := resample(s.Points)
	return box{b.x0 - margin, b.x1 + margin, b.y0 - margin, b.y1 + margin}, center
}

func nearest(p Point, places []Point) int {
	best, at := math.Inf(1), 0
	for i, q := range places {
		if d := distance(p, q); d < best {
			best, at = d, i
		}
	}
	return at
}

func distance(p, q Point) float64 {
	dx, dy, dz := p.X-q.X, p.Y-q.Y, p.Z-q.Z
	return math.Sqrt(dx*dx + dy*dy + dz*dz)
}
