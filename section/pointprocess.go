package section

import (
	"fmt"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
)

// PointProcess is an instance of a mechanism that sits at one place. Its
// numbers exist while it has a place.
type PointProcess struct {
	Mech *mechanism.Mechanism
	ID   mechanism.RowID // of its row in Mech.Table; mechanism.NoRow without a place

	m       *Model
	number  int
	sec     *Section
	index   int // in the nodes of sec; nearNode at the near end
	node    mechanism.RowID
	asked   Segment // where it was placed
	told    bool    // the warning that it is elsewhere was given
	deleted bool
}

// numbering counts the point processes of a type, as NEURON counts objects: on
// from 0 when none is left.
type numbering struct{ next, live int }

// NewPointProcess makes a point process without a place, or an artificial
// cell, which never has one.
func (m *Model) NewPointProcess(typeName string) (*PointProcess, error) {
	mech := m.Mechs.Get(typeName)
	if mech == nil || !mech.Type.Kind.IsObject() {
		_, err := m.Mechs.Find(typeName, mechanism.PointProcess)
		return nil, err
	}
	c := m.numbers[mech]
	if c == nil {
		c = &numbering{}
		m.numbers[mech] = c
	}
	p := &PointProcess{Mech: mech, ID: mechanism.NoRow, m: m, number: c.next, node: mechanism.NoRow}
	c.next++
	c.live++
	m.points = append(m.points, p)
	if mech.Type.Kind == mechanism.ArtificialCell {
		p.ID = mech.Add(mechanism.NoRow)
	}
	m.changed()
	return p, nil
}

// Name is the type and a number, "IClamp[0]".
func (p *PointProcess) Name() string { return fmt.Sprintf("%s[%d]", p.Mech.Type.Name, p.number) }

// Model gives the model that the point process belongs to.
func (p *PointProcess) Model() *Model { return p.m }

// Deleted tells whether Delete was called, or Model.Reset.
func (p *PointProcess) Deleted() bool { return p.deleted }

// HasLoc tells whether it has a place.
func (p *PointProcess) HasLoc() bool { return p.sec != nil }

// Segment gives the place: the centre of the segment or the end it sits at,
// which after a change of nseg need not be where it was asked for.
func (p *PointProcess) Segment() (Segment, bool) {
	if p.sec == nil {
		return Segment{}, false
	}
	return Segment{p.sec, p.sec.position(p.index)}, true
}

// Node gives the node it sits on.
func (p *PointProcess) Node() mechanism.RowID { return p.node }

// Locate places the point process at a segment, or moves it there with its
// parameters and states. One that uses an ion cannot sit at the ends 0 and 1,
// which have no membrane.
func (p *PointProcess) Locate(g Segment) error {
	if p.deleted {
		return fault.New(fault.Model, "%s was deleted", p.Name())
	}
	if _, err := g.Sec.At(g.X); err != nil {
		return err
	}
	if g.Sec.m != p.m {
		return fault.New(fault.Model, "%s and %s belong to different models", p.Name(), g)
	}
	t := p.Mech.Type
	if t.Kind == mechanism.ArtificialCell {
		e := fault.New(fault.Type, "%s is an artificial cell and sits nowhere", p.Name())
		e.Mechanism = t.Name
		return e
	}
	if g.IsEnd() && len(t.Ions) > 0 {
		e := fault.New(fault.Model, "%s cannot be placed at %s: at position 0 or 1 a point process cannot use an ion, and %s uses %s",
			p.Name(), g, t.Name, t.Ions[0].Ion)
		e.Section, e.Mechanism, e.Value = g.Sec.Name(), t.Name, g.X
		inner := g.Sec.Segments()[0].X
		if g.X == 1 {
			inner = 1 - inner
		}
		return e.WithHint("place it within the section, at %s", Segment{g.Sec, inner})
	}
	p.leave()
	p.sec, p.index = g.Sec, g.Sec.exactIndex(g.X)
	p.asked, p.told = g, false
	g.Sec.points = append(g.Sec.points, p)
	node, _ := g.Node()
	if p.ID == mechanism.NoRow {
		p.ID = p.Mech.Add(node)
	}
	p.setNode(node)
	p.m.changed()
	return nil
}

// setNode puts the row at a node, and the ions it uses there.
func (p *PointProcess) setNode(node mechanism.RowID) {
	if p.node == node {
		return
	}
	p.offNode()
	p.node = node
	p.m.atNode[node] = append(p.m.atNode[node], p)
	p.Mech.Table.SetOwner(p.ID, node)
	if len(p.Mech.Type.Ions) > 0 {
		p.sec.useIons(p.Mech.Type, p.index)
	}
}

// moveNodes puts point processes on the nodes that are now at their indices.
// Those of one node go over newest first, so that they end in reversed order,
// as in NEURON.
func moveNodes(points []*PointProcess) {
	for first := 0; first < len(points); {
		last := first + 1
		for last < len(points) && points[last].node == points[first].node {
			last++
		}
		group := points[first:last]
		age := map[*PointProcess]int{}
		for i, p := range points[first].m.atNode[points[first].node] {
			age[p] = i
		}
		slices.SortFunc(group, func(p, q *PointProcess) int { return age[q] - age[p] })
		for _, p := range group {
			p.setNode(p.sec.nodeAt(p.index))
		}
		first = last
	}
}

func (p *PointProcess) offNode() {
	at := p.m.atNode[p.node]
	if i := slices.Index(at, p); i >= 0 {
		if len(at) == 1 {
			delete(p.m.atNode, p.node)
		} else {
			p.m.atNode[p.node] = slices.Delete(at, i, i+1)
		}
	}
}

// leave takes it from its place but keeps its row.
func (p *PointProcess) leave() {
	if p.sec == nil {
		return
	}
	if i := slices.Index(p.sec.points, p); i >= 0 {
		p.sec.points = slices.Delete(p.sec.points, i, i+1)
	}
	p.offNode()
	p.sec, p.node = nil, mechanism.NoRow
}

// unlocate takes it from its place; its numbers are gone.
func (p *PointProcess) unlocate() {
	p.leave()
	p.Mech.Remove(p.ID)
	p.ID = mechanism.NoRow
	p.m.changed()
}

// Delete removes the point process.
func (p *PointProcess) Delete() {
	if p.deleted {
		return
	}
	p.unlocate()
	p.deleted, p.m.gone = true, true
	if c := p.m.numbers[p.Mech]; c != nil {
		c.live--
		if c.live == 0 {
			c.next = 0
		}
	}
}

// Var gives the number behind a variable of the point process.
func (p *PointProcess) Var(name string) (mechanism.Handle, error) { return p.VarElement(name, -1) }

// VarElement is Var for element k of an array.
func (p *PointProcess) VarElement(name string, k int) (mechanism.Handle, error) {
	h, _, err := p.resolve(name, k)
	return h, err
}

func (p *PointProcess) resolve(name string, k int) (mechanism.Handle, *mechanism.Var, error) {
	fail := func(e *fault.Error) (mechanism.Handle, *mechanism.Var, error) {
		e.Mechanism, e.Variable = p.Mech.Type.Name, name
		return mechanism.Handle{}, nil, e
	}
	if p.deleted {
		return fail(fault.New(fault.Model, "%s was deleted", p.Name()))
	}
	t := p.Mech.Type
	v := t.Var(name)
	if v == nil || v.Hidden {
		var names []string
		for _, v := range t.Vars {
			if !v.Hidden {
				names = append(names, v.Name)
			}
		}
		return fail(fault.New(fault.Type, "%s has no %s", p.Name(), name).DidYouMean(spell.Nearest(name, names)))
	}
	if p.ID == mechanism.NoRow {
		return fail(fault.New(fault.Model, "%s is not located in a section", p.Name()).
			WithHint("place it first: loc(segment)"))
	}
	if v.Size > 0 || k > 0 {
		w := variable{name: p.Name() + "." + name, size: v.Size}
		var err error
		if k, err = w.element(p.sec, k); err != nil {
			return fail(fault.As(err))
		}
	} else {
		k = 0
	}
	return mechanism.Handle{Table: p.Mech.Table, Col: v.Column + k, ID: p.ID}, v, nil
}

// Get reads a variable of the point process.
func (p *PointProcess) Get(name string) (float64, error) {
	h, err := p.Var(name)
	if err != nil {
		return 0, err
	}
	return h.Get(), nil
}

// Set changes a variable of the point process; limits are treated as by
// Segment.Set.
func (p *PointProcess) Set(name string, x float64) error { return p.SetElement(name, -1, x) }

// SetElement is Set for element k of an array.
func (p *PointProcess) SetElement(name string, k int, x float64) error {
	h, v, err := p.resolve(name, k)
	if err != nil {
		return err
	}
	if !fine(v.Limits, x) {
		if e := p.m.checkValue(p.Name()+"."+name, v.Limits, v, p.Mech.Builtin, x); e != nil {
			if p.sec != nil {
				e.Section = p.sec.Name()
			}
			e.Mechanism, e.Variable = p.Mech.Type.Name, name
			return e
		}
	}
	h.Set(x)
	return nil
}

// checkPlaces warns for each point process of the section whose segment no
// longer contains the x that it was placed at.
func (m *Model) checkPlaces(s *Section, why func() string) {
	for _, p := range s.points {
		if p.asked.Sec != s || s.within(p.index, p.asked.X) {
			p.told = false
			continue
		}
		if p.told {
			continue
		}
		m.tellMoved(p, why)
	}
}

// tellMoved warns that a point process is no longer where it was placed.
func (m *Model) tellMoved(p *PointProcess, why func() string) {
	p.told = true
	now, _ := p.Segment()
	m.Warn(fmt.Sprintf("%s, placed at %s, now sits at %s: %s; call loc(%s) to move it", p.Name(), p.asked, now, why(), p.asked))
}
