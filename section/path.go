package section

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Path is the way between two places of a tree, as NEURON's RangeVarPlot walks
// it: through all nodes from the first place to the last.
type Path struct {
	// Left and Right are the positions of the first and the last place [um]:
	// how far they are from the place of the way that is nearest to the root.
	// Those before it count negative.
	Left, Right float64
	legs        []leg
}

// leg is the part of a path that lies in one section.
type leg struct {
	sec    *Section
	points []pathPoint // none: the section is only touched
	enter  pathPoint   // where the path comes in; the first point of the first leg
	leave  pathPoint
}

// pathPoint is a node of a path, by its index in the nodes of a section.
type pathPoint struct {
	index int
	at    float64 // [um]
}

// Sample is a place of a path with the value of a variable.
type Sample struct {
	At    float64 // [um]
	Place Segment
	Value float64
	// Void says that the section lacks the variable: the value is 0 and belongs
	// to no place.
	Void bool
}

// NewPath finds the way between two places. It fails where no way joins them.
func NewPath(from, to Segment) (*Path, error) {
	if err := from.Sec.alive(); err != nil {
		return nil, err
	}
	if err := to.Sec.alive(); err != nil {
		return nil, err
	}
	up, down := ancestry(from.Sec), ancestry(to.Sec)
	if up[len(up)-1] != down[len(down)-1] {
		return nil, fault.New(fault.Model, "there is no path from %s to %s", from, to).WithHint("they are in different trees: connect the sections")
	}
	// The section where the way turns is the last that both have in common.
	k := 1
	for k < len(up) && k < len(down) && up[len(up)-1-k] == down[len(down)-1-k] {
		k++
	}
	common := up[len(up)-k]
	up, down = up[:len(up)-k], down[:len(down)-k]
	slices.Reverse(down)
	enter, leave := common.exactIndex(from.X), common.exactIndex(to.X)
	if len(up) > 0 {
		enter = common.exactIndex(up[len(up)-1].parentX)
	}
	if len(down) > 0 {
		leave = common.exactIndex(down[0].parentX)
	}
	turn := min(enter, leave)

	p := &Path{}
	// Upwards, a section has its points up to the joint with its parent.
	x := common.fromNear(enter) - common.fromNear(turn)
	for _, s := range slices.Backward(up) {
		first := nearNode
		switch {
		case s == from.Sec:
			first = s.exactIndex(from.X)
		default:
			first = s.exactIndex(up[slices.Index(up, s)-1].parentX)
		}
		base := x
		x += s.fromNear(first)
		l := s.leg(first, nearNode, func(d float64) float64 { return -(base + d) })
		if s != from.Sec { // the joint belongs to the section that came before
			l.points = l.points[1:]
		}
		p.legs = append(p.legs, l)
	}
	slices.Reverse(p.legs)
	l := common.leg(enter, leave, func(d float64) float64 {
		if enter > leave {
			return -(d - common.fromNear(turn))
		}
		return d - common.fromNear(turn)
	})
	turns := enter >= leave && !(enter == leave && len(up) > 0) // it holds the turning point
	if len(up) > 0 {
		l.points = l.points[1:]
	}
	if len(down) > 0 && !turns && len(l.points) > 0 {
		l.points = l.points[:len(l.points)-1]
	}
	p.legs = append(p.legs, l)
	// Downwards, a section has its points from the joint with its parent.
	x = common.fromNear(leave) - common.fromNear(turn)
	for i, s := range down {
		last := s.exactIndex(to.X)
		if s != to.Sec {
			last = s.exactIndex(down[i+1].parentX)
		}
		base := x
		x += s.fromNear(last)
		l := s.leg(nearNode, last, func(d float64) float64 { return base + d })
		if i == 0 && enter >= leave {
			l.points = l.points[1:]
		}
		if s != to.Sec && len(l.points) > 0 {
			l.points = l.points[:len(l.points)-1]
		}
		p.legs = append(p.legs, l)
	}
	p.Left = p.legs[0].enter.at
	p.Right = p.legs[len(p.legs)-1].leave.at
	return p, nil
}

// ancestry lists a section, its parent, and so on to the root.
func ancestry(s *Section) []*Section {
	var list []*Section
	for ; s != nil; s = s.parent {
		list = append(list, s)
	}
	return list
}

// leg walks from the node at one index to that at another; at gives the
// position of what is so far from the near end.
func (s *Section) leg(first, last int, at func(float64) float64) leg {
	l := leg{sec: s}
	step := 1
	if first > last {
		step = -1
	}
	for i := first; ; i += step {
		l.points = append(l.points, pathPoint{i, at(s.fromNear(i))})
		if i == last {
			break
		}
	}
	l.enter, l.leave = l.points[0], l.points[len(l.points)-1]
	return l
}

// Sections lists the sections that have points of the path.
func (p *Path) Sections() []*Section {
	var list []*Section
	for _, l := range p.legs {
		if len(l.points) > 0 {
			list = append(list, l.sec)
		}
	}
	return list
}

// Places lists all nodes of the path; their values are 0.
func (p *Path) Places() []Sample {
	var list []Sample
	for _, l := range p.legs {
		for _, q := range l.points {
			list = append(list, Sample{At: q.at, Place: Segment{l.sec, l.sec.position(q.index)}})
		}
	}
	return list
}

// Samples reads a range variable along the path. v has a value at every node;
// other variables have none at the ends of sections, except where the path
// begins and ends. Where a section has not the variable, the value falls to 0
// at its border. This is what NEURON's RangeVarPlot shows.
func (p *Path) Samples(name string) ([]Sample, error) {
	if err := p.known(name); err != nil {
		return nil, err
	}
	var list []Sample
	void := func(x float64) { list = append(list, Sample{At: x, Void: true}) }
	missing := false
	legs := slices.DeleteFunc(slices.Clone(p.legs), func(l leg) bool { return len(l.points) == 0 })
	for i, l := range legs {
		add := func(q pathPoint) error {
			place := Segment{l.sec, l.sec.position(q.index)}
			x, err := place.Get(name)
			list = append(list, Sample{At: q.at, Place: place, Value: x})
			return err
		}
		if _, err := (Segment{l.sec, .5}).Var(name); err != nil {
			switch {
			case i == 0:
				void(l.enter.at)
				void(l.enter.at)
			case !missing:
				if err := p.border(&list, legs[i-1], name); err != nil {
					return nil, err
				}
				void(l.enter.at)
			}
			missing = true
			continue
		}
		if missing {
			void(l.enter.at)
			if err := add(l.enter); err != nil {
				return nil, err
			}
			missing = false
		}
		for j, q := range l.points {
			outermost := i == 0 && j == 0 || i == len(legs)-1 && j == len(l.points)-1
			if name != "v" && l.sec.atEnd(q.index) && !outermost {
				continue
			}
			if err := add(q); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// border adds the value with which a leg ends.
func (p *Path) border(list *[]Sample, l leg, name string) error {
	place := Segment{l.sec, l.sec.position(l.leave.index)}
	x, err := place.Get(name)
	*list = append(*list, Sample{At: l.leave.at, Place: place, Value: x})
	return err
}

// known says whether any section of the path has a range variable.
func (p *Path) known(name string) error {
	var first error
	for _, l := range p.legs {
		_, err := (Segment{l.sec, .5}).Var(name)
		if err == nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// atEnd tells whether the node at an index has no membrane.
func (s *Section) atEnd(index int) bool {
	for index == nearNode && s.parent != nil {
		s, index = s.parent, s.parent.exactIndex(s.parentX)
	}
	return index == nearNode || index == s.Nseg()
}
