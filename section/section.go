package section

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// Section is an unbranched cable of nseg segments of equal length. Places
// along it are given by x from 0 to 1.
//
// A deleted section stays safe to use: what can fail gives an error, and what
// cannot gives zero values.
type Section struct {
	m        *Model
	name     string
	cell     any
	cellName string

	// nodes are the nodes of the segments from the end nearer to the root to
	// the other one, and last the node at that other end.
	nodes []mechanism.RowID
	// root is the node at the near end of a section without parent. Any other
	// section shares the node of its parent.
	root mechanism.RowID

	parent   *Section
	parentX  float64    // where on the parent
	nearEnd  float64    // x of the end nearer to the root: 0 or 1
	children []*Section // farthest from the root first; where equal, oldest first

	length, ra, rall float64
	points3d         []point3d
	logical          *[3]float32 // see Pt3dStyle
	ri               []float64   // see resistances; empty where area is not from 3-D points
	stale            bool        // area, ri (and diam from 3-D points) are out of date

	mechs   []*inserted // oldest first
	points  []*PointProcess
	deleted bool
	// mirrored is set when the user was warned of rewriteDiams.
	mirrored bool

	base, parentRow int32 // scratch of Model.arrange, and then the row of its parent node
	parentIsEnd     bool  // that node is the end of a section
	rank            int   // place in Model.breadthFirst
}

// inserted is a mechanism in a section: the rows of its table, in the order of
// Section.nodes. An ion that only point processes use is at some nodes only;
// elsewhere its row is mechanism.NoRow.
type inserted struct {
	mech *mechanism.Mechanism
	rows rowIDs
	// ends are rows of extracellular only: at the far end, and at the near end
	// of a section without parent.
	ends []mechanism.RowID
}

// Model gives the model that the section belongs to.
func (s *Section) Model() *Model { return s.m }

// Name gives the name of the section, after its cell's name and a dot if it
// has a cell: "Cell[0].soma".
func (s *Section) Name() string {
	if s.cellName != "" {
		return s.cellName + "." + s.name
	}
	return s.name
}

// SetName renames the section.
func (s *Section) SetName(name string) { s.name = name }

// Cell gives what was set with SetCell, or nil.
func (s *Section) Cell() any { return s.cell }

// SetCell says which object the section belongs to, and how that is called in
// the section's name.
func (s *Section) SetCell(cell any, name string) { s.cell, s.cellName = cell, name }

// Deleted tells whether Delete was called, or Model.Reset.
func (s *Section) Deleted() bool { return s.deleted }

// alive gives an error for a deleted section.
func (s *Section) alive() error {
	if s.deleted {
		e := fault.New(fault.Model, "section %s was deleted", s.Name())
		e.Section = s.Name()
		return e
	}
	return nil
}

// Nseg is the number of segments; 0 when the section was deleted.
func (s *Section) Nseg() int { return max(len(s.nodes)-1, 0) }

// L is the length [um].
func (s *Section) L() float64 {
	if s.stale {
		s.measure()
	}
	return s.length
}

// Ra is the axial resistivity [ohm cm].
func (s *Section) Ra() float64 { return s.ra }

// SetRa sets the axial resistivity, from 1e-6 to 1e9 [ohm cm].
func (s *Section) SetRa(x float64) error {
	if err := s.checkPositive("Ra", x, 1e-6, 1e9); err != nil {
		return err
	}
	s.ra = x
	s.reshape()
	return nil
}

// Rallbranch is the number of equal branches that the section stands for.
func (s *Section) Rallbranch() float64 { return s.rall }

// SetRallbranch sets the number of equal branches that the section stands for.
func (s *Section) SetRallbranch(x float64) error {
	if err := s.checkPositive("rallbranch", x, 1e-9, 1e9); err != nil {
		return err
	}
	s.rall = x
	s.reshape()
	return nil
}

// checkPositive checks a property of the section that must be above 0 and
// within [lo, hi].
func (s *Section) checkPositive(name string, x, lo, hi float64) error {
	if err := s.alive(); err != nil {
		return err
	}
	if x > 0 && x >= lo && x <= hi {
		return nil
	}
	where := s.Name() + "." + name
	var e *fault.Error
	if x <= 0 {
		e = fault.New(fault.Range, "%s = %g must be greater than 0", where, x)
		e.Value, e.Lo, e.Hi, e.HasRange = x, lo, hi, true
	} else {
		e = outside(where, x, lo, hi)
	}
	if e != nil {
		e.Section, e.Variable = s.Name(), name
		return e
	}
	return nil
}

// At gives the segment that contains x, 0 <= x <= 1.
func (s *Section) At(x float64) (Segment, error) {
	if err := s.alive(); err != nil {
		return Segment{}, err
	}
	if !(x >= 0 && x <= 1) {
		e := fault.New(fault.Range, "%s(%g): x must be from 0 to 1", s.Name(), x)
		e.Section, e.Value, e.Lo, e.Hi, e.HasRange = s.Name(), x, 0, 1, true
		if x > 1 && x <= s.L() {
			return Segment{}, e.WithHint("x is the fraction of the length: %s(%g) is %g um from the 0 end", s.Name(), x/s.L(), x)
		}
		return Segment{}, e
	}
	return Segment{s, x}, nil
}

// Segments lists the segments from x = 0 to x = 1, each named by its centre.
func (s *Section) Segments() []Segment {
	n := s.Nseg()
	out := make([]Segment, n)
	for i := range out {
		out[i] = Segment{s, (float64(i) + .5) / float64(n)}
	}
	return out
}

// AllSegments lists the segments and the two ends, from 0 to 1.
func (s *Section) AllSegments() []Segment {
	if s.deleted {
		return nil
	}
	out := append([]Segment{{s, 0}}, s.Segments()...)
	return append(out, Segment{s, 1})
}

// index gives the place in nodes of the segment that contains x, never an end.
func (s *Section) index(x float64) int {
	n := s.Nseg()
	i := min(int(float64(n)*x), n-1)
	if s.nearEnd == 1 {
		i = n - 1 - i
	}
	return i
}

// nearNode is the index of the node that a section shares with its parent.
const nearNode = -1

// exactIndex is index, but gives for the ends nearNode or Nseg.
func (s *Section) exactIndex(x float64) int {
	switch x {
	case s.nearEnd:
		return nearNode
	case 1 - s.nearEnd:
		return s.Nseg()
	}
	return s.index(x)
}

// position is the x of the node at an index: the centre of a segment, 0 or 1.
func (s *Section) position(index int) float64 {
	var x float64
	switch n := s.Nseg(); index {
	case nearNode:
		x = 0
	case n:
		x = 1
	default:
		x = (float64(index) + .5) / float64(n)
	}
	if s.nearEnd == 1 {
		return 1 - x
	}
	return x
}

// nodeAt gives the node at an index.
func (s *Section) nodeAt(index int) mechanism.RowID {
	if index == nearNode {
		return s.near()
	}
	return s.nodes[index]
}

// near gives the node at the end nearer to the root: that of the first
// ancestor which is not joined by its own near end.
func (s *Section) near() mechanism.RowID {
	for s.parent != nil {
		if s.parentX != s.parent.nearEnd {
			return s.parent.nodes[s.parent.exactIndex(s.parentX)]
		}
		s = s.parent
	}
	return s.root
}

// Delete removes the section with everything in it. Its children become
// roots; its point processes lose their place.
func (s *Section) Delete() {
	if s.deleted {
		return
	}
	for _, c := range slices.Clone(s.children) {
		c.Disconnect()
	}
	s.Disconnect()
	for _, p := range slices.Clone(s.points) {
		p.unlocate()
	}
	for _, in := range s.mechs {
		for _, id := range in.rows.all() {
			in.mech.Remove(id)
		}
		for _, id := range in.ends {
			in.mech.Table.Remove(id)
		}
	}
	for _, id := range s.nodes {
		s.m.Nodes.Remove(id)
	}
	s.m.Nodes.Remove(s.root)
	s.nodes, s.mechs, s.points3d, s.root = nil, nil, nil, mechanism.NoRow
	s.deleted, s.stale = true, false
	s.m.gone = true
	s.m.changed()
}

// within tells whether x lies in the segment at an index, bounds included.
func (s *Section) within(index int, x float64) bool {
	if index == nearNode || index == s.Nseg() {
		return s.position(index) == x
	}
	return math.Abs(x-s.position(index)) <= .5/float64(s.Nseg())+1e-12
}
