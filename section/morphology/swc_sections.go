package morphology

import "math"

// swcCutter cuts the points of an SWC file into sections, by the rules of
// NEURON's import.
type swcCutter struct {
	m      *Morphology
	points []swcPoint
	// forks counts the children of a point in such a way that it is one exactly
	// for a point whose section goes on with the next point.
	forks []int
	// proximal marks points that begin a branch on the first point of a section
	// that begins away from the soma: they are joined to its 0 end.
	proximal []bool
	// somaChildren counts the children of soma points that are soma points.
	somaChildren []int
	sphere       bool // the first three points are the soma of NeuroMorpho.Org
	sectionOf    []int
	first        []int // of each section
	size         []int // number of points of each section, with the parent's
}

const one = 100 // of swcCutter.forks: a child; 1 more for what ends a section

func (m *Morphology) swcSections(points []swcPoint) {
	n := len(points)
	c := &swcCutter{m: m, points: points, forks: make([]int, n), proximal: make([]bool, n),
		somaChildren: make([]int, n), sectionOf: make([]int, n)}
	c.countForks()
	c.countSoma()
	start := 0
	for i := range points {
		c.sectionOf[i] = len(c.first)
		if c.forks[i] != one || i == n-1 {
			c.cut(start, i+1)
			start = i + 1
		}
	}
	for _, p := range points {
		if p.Diam == 0 {
			m.repair(p.line, "the radius is 0")
		}
	}
}

// up is the parent of a point. For the root of another tree that is the first
// point of the file, where NEURON joins it.
func (c *swcCutter) up(i int) int { return max(c.points[i].parent, 0) }

// countForks finds where sections end: at points with no child, with several,
// with one that is of another type or does not come next.
func (c *swcCutter) countForks() {
	for i := range c.points {
		p := c.points[i].parent
		if p < 0 {
			continue
		}
		kind := c.points[p].kind
		c.forks[p] += one
		if p != i-1 {
			c.forks[p]++
			if p > 1 && kind != Soma && c.points[c.up(p)].kind == Soma || p == 0 && kind != Soma {
				c.proximal[i] = true
				c.forks[p] = one // or else its section would be that point alone
			}
		}
		if kind != c.points[i].kind {
			c.forks[p]++
		}
	}
}

// countSoma keeps soma points together: a soma point that comes directly after
// its parent, a soma point too, goes on with its section, unless the parent
// carries several soma points.
func (c *swcCutter) countSoma() {
	points := c.points
	soma := 0
	for i, p := range points {
		if p.kind != Soma {
			continue
		}
		soma++
		if i > 0 && p.parent >= 0 && points[p.parent].kind == Soma {
			c.somaChildren[p.parent]++
		}
	}
	second := -1 // the parent of the third point, where it is not its own
	if soma == 3 && c.threePointSoma() {
		c.sphere = true
		second = 1
	}
	for i := 0; i+1 < len(points); i++ {
		parent := points[i+1].parent
		if i == 1 && second == 1 {
			parent = second
		}
		if points[i].kind == Soma && points[i+1].kind == Soma && parent == i && (i == 0 || c.somaChildren[i] <= 1) {
			c.forks[i] = one
		}
	}
}

// threePointSoma recognises the way in which NeuroMorpho.Org writes a sphere:
// its centre, and two points on it that carry nothing, all with its radius.
func (c *swcCutter) threePointSoma() bool {
	p := c.points
	if p[1].parent != 0 || p[2].parent != 0 || c.forks[1] != 0 || c.forks[2] != 0 ||
		!near(p[1].Diam, p[0].Diam) || !near(p[2].Diam, p[0].Diam) {
		return false
	}
	length := 0.0
	for i := 1; i <= 2; i++ {
		dx, dy, dz := p[i].X-p[0].X, p[i].Y-p[0].Y, p[i].Z-p[0].Z
		length += math.Sqrt(dx*dx + dy*dy + dz*dz)
	}
	return math.Abs(length/p[0].Diam-1) < .01-1e-11
}

// near is equality in HOC.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-11 }

// cut makes a section of the points from first to before end.
func (c *swcCutter) cut(first, end int) {
	k := len(c.first)
	s := Section{Type: c.points[first].kind, Parent: -1, ParentX: 1, Line: c.points[first].line}
	own := c.points[first:end]
	if k == 0 {
		if c.sphere {
			own = own[:1]
		}
	} else {
		c.join(&s, first, end)
	}
	for _, p := range own {
		s.Points = append(s.Points, p.Point)
	}
	c.first = append(c.first, first)
	c.size = append(c.size, len(s.Points))
	if s.Wire != nil {
		s.Points = s.Points[1:]
	}
	if k > 0 {
		c.tell(s, first, end)
	}
	c.m.Sections = append(c.m.Sections, s)
}

// join says where a section is joined to its parent, and begins it with the
// parent's point, with the diameter of its own first point where the parent is
// a soma.
func (c *swcCutter) join(s *Section, first, end int) {
	point := c.points[first]
	at := c.up(first)
	s.Parent = c.sectionOf[at]
	parent := c.m.Sections[s.Parent]
	somaParent, several := parent.Type == Soma, end-first > 1
	neurite := point.kind != Soma
	forked := c.somaChildren[at] > 1
	wire := false
	last := c.first[s.Parent] + c.size[s.Parent] - 2 // index of the parent's last point
	if s.Parent == 0 {
		last++
	}
	switch {
	case s.Parent == 0 && somaParent && neurite && c.size[0] == 1:
		s.ParentX, wire = .5, several
	case s.Parent == 0 && point.parent == 0:
		s.ParentX, wire = 0, neurite && forked
	case somaParent && point.parent < last: // within, or the root of another tree
		s.ParentX, wire = .5, neurite && several
	case somaParent:
		wire = neurite && several && forked
	}
	begin := c.points[at].Point
	if somaParent && neurite {
		begin.Diam = point.Diam
	}
	s.Points = append(make([]Point, 0, end-first+1), begin)
	if wire {
		s.Wire = &begin
	}
	if c.proximal[first] {
		s.ParentX = 0
	}
}

// tell reports a section that is not joined as the file says.
func (c *swcCutter) tell(s Section, first, end int) {
	parent := c.m.Sections[s.Parent]
	if c.points[first].parent < 0 {
		c.m.repair(s.Line, "point %d begins another tree; it is joined to the first section, %s, at %g",
			c.points[first].id, typeName(parent.Type), s.ParentX)
	}
	for i := first + 1; i < end; i++ {
		if p := c.points[i]; p.parent != i-1 && !(c.sphere && i == 2) {
			c.m.repair(p.line, "point %d does not follow its parent; it goes on with the branch of the line before, as in NEURON", p.id)
		}
	}
}
