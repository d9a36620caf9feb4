package section

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// Connect joins the end childEnd (0 or 1) of the section to the place parentX
// (0 to 1) of parent. A section that has a parent is taken from it first, with
// a notice through Model.Warn. Joining a section to itself or to one of its
// descendants is an error.
//
// As in NEURON, point processes at the joined end go to the parent's node, and
// those at an end that becomes the far one stay with their node.
func (s *Section) Connect(parent *Section, parentX, childEnd float64) error {
	if err := s.checkConnect(parent, parentX, childEnd); err != nil {
		return err
	}
	if s.parent != nil {
		s.m.Warn(s.Name() + number("(%.6g)", s.nearEnd) + " was connected to " +
			s.parent.Name() + number("(%.6g)", s.parentX) + " before; now it is connected to " +
			parent.Name() + number("(%.6g)", parentX))
		s.parent.removeChild(s)
	}
	turned := s.nearEnd != childEnd
	if turned {
		s.reverse()
	}
	s.parent, s.parentX, s.nearEnd = parent, parentX, childEnd
	parent.addChild(s)
	root := s.root
	s.root = mechanism.NoRow
	s.rootMoved()
	why := func() string { return s.Name() + " was connected to " + parent.Name() }
	if turned {
		for _, c := range s.children {
			s.adopt(c, why)
			c.nearMoved()
		}
	}
	s.nearMoved()
	s.m.Nodes.Remove(root)
	s.m.changed()
	s.m.checkPlaces(s, why)
	return nil
}

func (s *Section) checkConnect(parent *Section, parentX, childEnd float64) error {
	if err := s.alive(); err != nil {
		return err
	}
	if err := parent.alive(); err != nil {
		return err
	}
	if s.m == parent.m && (childEnd == 0 || childEnd == 1) && parentX >= 0 && parentX <= 1 && s != parent && len(s.children) == 0 {
		return nil // it cannot close a loop
	}
	e := &fault.Error{Section: s.Name(), HasRange: true, Hi: 1, Kind: fault.Range}
	switch {
	case s.m != parent.m:
		e.Kind, e.HasRange = fault.Model, false
		e.Msg = s.Name() + " and " + parent.Name() + " belong to different models"
	case childEnd != 0 && childEnd != 1:
		e.Value = childEnd
		e.Msg = s.Name() + number("(%g) cannot be connected: ", childEnd) + "only the ends 0 and 1 of a child can"
	case !(parentX >= 0 && parentX <= 1):
		e.Value = parentX
		e.Msg = s.Name() + " cannot be connected to " + parent.Name() + number("(%g): the place must be from 0 to 1", parentX)
	case s == parent:
		e.Kind, e.HasRange = fault.Model, false
		e.Msg = s.Name() + " cannot be connected to itself"
	default:
		for p := parent; p != nil; p = p.parent {
			if p == s {
				return loopError(s, parent)
			}
		}
		return nil
	}
	return e
}

// loopError names the chain that would close: "dend -> soma -> dend".
func loopError(s, parent *Section) error {
	chain := []string{s.Name()}
	for p := parent; p != s; p = p.parent {
		chain = append(chain, p.Name())
	}
	chain = append(chain, s.Name())
	e := fault.New(fault.Model, "connecting %s to %s would close a loop: %s", s.Name(), parent.Name(), strings.Join(chain, " -> "))
	e.Section = s.Name()
	return e.WithHint("call %s.disconnect() first", chain[len(chain)-2])
}

// Disconnect takes the section from its parent; it becomes a root with a new
// node (v -65) at that end. A root stays one.
func (s *Section) Disconnect() {
	if s.parent == nil {
		return
	}
	s.parent.removeChild(s)
	s.parent = nil
	s.root = s.m.newNode()
	s.rootMoved()
	s.nearMoved()
	s.m.changed()
}

// addChild puts c into its place among the children; see Section.children.
func (s *Section) addChild(c *Section) {
	at := len(s.children)
	for at > 0 && s.fromRoot(s.children[at-1]) < s.fromRoot(c) {
		at--
	}
	s.children = slices.Insert(s.children, at, c)
}

func (s *Section) removeChild(c *Section) {
	if i := slices.Index(s.children, c); i >= 0 {
		s.children = slices.Delete(s.children, i, i+1)
	}
}

// fromRoot is where on s the child c is joined, counted from the near end.
func (s *Section) fromRoot(c *Section) float64 {
	if s.nearEnd == 1 {
		return 1 - c.parentX
	}
	return c.parentX
}

// reverse makes the other end the near one: the segments, with all that sits
// in them, keep their x. The nodes of the two ends stay what they are, near
// and far, as in NEURON.
func (s *Section) reverse() {
	n := s.Nseg()
	s.stale = true
	slices.Reverse(s.nodes[:n])
	for _, in := range s.mechs {
		rows := in.rows.slice()
		slices.Reverse(rows)
		in.rows = rowIDsOf(rows)
	}
	slices.Reverse(s.children)
	for _, p := range s.points {
		if p.index != nearNode && p.index != n {
			p.index = n - 1 - p.index
		}
	}
}

// nearMoved puts the point processes at the near end of the section, and of
// all that are joined to it there, on the node that is there now.
func (s *Section) nearMoved() {
	todo := []*Section{s}
	for len(todo) > 0 {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		var movers []*PointProcess
		for _, p := range t.points {
			if p.index == nearNode {
				movers = append(movers, p)
			}
		}
		moveNodes(movers)
		for _, c := range t.children {
			if c.parentX == t.nearEnd {
				todo = append(todo, c)
			}
		}
	}
	s.m.reshaped = true
}

// adopt takes over the point processes at the near end of the child c, and of
// all that are joined to it there, when that end is now at another node of s
// than the one they sit on: as in NEURON they stay where they are, and
// Model.Warn is told.
func (s *Section) adopt(c *Section, why func() string) {
	if len(c.points) > 0 {
		now := c.near()
		for _, p := range slices.Clone(c.points) {
			i := slices.Index(s.nodes, p.node)
			if p.index != nearNode || p.node == now || i < 0 {
				continue
			}
			c.points = slices.DeleteFunc(c.points, func(x *PointProcess) bool { return x == p })
			s.points = append(s.points, p)
			p.sec, p.index = s, i
			s.m.tellMoved(p, why)
		}
	}
	for _, x := range c.children {
		if x.parentX == c.nearEnd {
			s.adopt(x, why)
		}
	}
}

// ParentSeg gives the place that the section is connected to; ok is false for
// a root.
func (s *Section) ParentSeg() (parent *Section, x float64, ok bool) {
	if s.parent == nil {
		return nil, 0, false
	}
	return s.parent, s.parentX, true
}

// TrueParentSeg gives the place on the nearest ancestor whose node at the
// connection is not the one that the tree begins with; ok is false when there
// is none. A section on soma(0) has a parent, but no true parent.
func (s *Section) TrueParentSeg() (parent *Section, x float64, ok bool) {
	for ; s.parent != nil; s = s.parent {
		if s.parentX != s.parent.nearEnd {
			return s.parent, s.parentX, true
		}
	}
	return nil, 0, false
}

// Orientation is the x of the end nearer to the root: 0 or 1.
func (s *Section) Orientation() float64 { return s.nearEnd }

// Children lists the sections connected to this one, by their place from the
// near end on; where that is equal, the newest first.
func (s *Section) Children() []*Section {
	out := slices.Clone(s.children)
	slices.Reverse(out)
	return out
}

// Subtree lists the section and all its descendants, depth first.
func (s *Section) Subtree() []*Section {
	if s.deleted {
		return nil
	}
	var out []*Section
	todo := []*Section{s}
	for len(todo) > 0 {
		t := todo[len(todo)-1]
		todo = append(todo[:len(todo)-1], t.children...)
		out = append(out, t)
	}
	return out
}

// Root gives the section that the tree begins with.
func (s *Section) Root() *Section {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// WholeTree lists all sections of the tree, depth first from its root.
func (s *Section) WholeTree() []*Section { return s.Root().Subtree() }
