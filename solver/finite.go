package solver

import (
	"fmt"
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/solver/event"
)

// checkEvery is the number of steps between two looks for values that stopped
// being finite.
const checkEvery = 256

// checker finds the first step after which a value is not finite: it looks
// every checkEvery steps, keeps a copy of the model from the last look, and
// goes over the steps since one by one when it finds something.
type checker struct {
	steps int
	kept  snapshot
	valid bool
}

// netSnapshot is what a step changes in the network.
type netSnapshot struct {
	above   []bool
	lengths []int
	adapt   []*NetCon // whose weights a step may change
	changes int       // network.changes when adapt was made; 0: it was not
	weights []float64 // of adapt
	watches []watch
	done    map[*selfEvent]bool
	pending []*selfEvent // of network.senders
}

func (p *netSnapshot) take(s *Solver) {
	p.above, p.lengths, p.weights, p.watches = p.above[:0], p.lengths[:0], p.weights[:0], p.watches[:0]
	for _, src := range s.net.sources.all() {
		p.above = append(p.above, src.above)
		n := 0
		if src.times != nil {
			n = src.times.Len()
		}
		p.lengths = append(p.lengths, n)
	}
	if p.changes != s.net.changes {
		p.adapt, p.changes = p.adapt[:0], s.net.changes
		for _, c := range s.net.netcons.all() {
			if c.Target != nil && c.Target.adapts() {
				p.adapt = append(p.adapt, c)
			}
		}
	}
	for _, c := range p.adapt {
		p.weights = append(p.weights, c.Weight...)
	}
	for _, w := range s.watches.list {
		p.watches = append(p.watches, *w)
	}
	if p.done == nil {
		p.done = map[*selfEvent]bool{}
	}
	clear(p.done)
	s.queue.Each(func(e event.Event) {
		if e, ok := e.(*selfEvent); ok {
			p.done[e] = e.done
		}
	})
	p.pending = p.pending[:0]
	for _, t := range s.net.senders {
		p.pending = append(p.pending, t.pending)
	}
}

// adapts tells whether events may change the weights of the NetCons to the target.
func (t *Target) adapts() bool { return t.Mech.Type.Receive != nil && t.Mech.Type.Receive.Adapts }

func (p *netSnapshot) restore(s *Solver) {
	for i, src := range s.net.sources.all() {
		src.above = p.above[i]
		if src.times != nil {
			src.times.Truncate(p.lengths[i])
		}
		if src.ids != nil {
			src.ids.Truncate(p.lengths[i])
		}
	}
	k := 0
	for _, c := range p.adapt {
		k += copy(c.Weight, p.weights[k:])
	}
	s.watches.list = nil
	for _, w := range p.watches {
		s.watches.list = append(s.watches.list, &w)
	}
	for e, done := range p.done {
		e.done = done
	}
	for i, t := range s.net.senders {
		t.pending = nil
		if i < len(p.pending) { // else it has sent nothing before
			t.pending = p.pending[i]
		}
	}
}

// snapshot is everything that a step changes.
type snapshot struct {
	t, visibleT float64
	mechs       []*mechanism.Mechanism // of which columns and globals are copies; a script may make others known
	columns     [][]float64
	globals     [][]float64
	queue       event.Queue
	recorded    []int // lengths
	nextSample  []int
	players     [][2]int
	net         netSnapshot
	random      randomState
}

// begin starts counting anew after a script could have changed the model. A
// long run keeps a copy of the model as it is; a single step needs none.
func (c *checker) begin(s *Solver, long bool) {
	c.steps, c.valid = 0, long
	if long {
		c.kept.take(s)
	}
}

// sometimes is called after every n steps of a long run.
func (c *checker) sometimes(s *Solver, n int) error {
	c.steps += n
	if c.steps < checkEvery {
		return nil
	}
	if err := c.now(s); err != nil {
		return err
	}
	c.begin(s, true)
	return nil
}

// now looks at all values.
func (c *checker) now(s *Solver) error {
	s.samples.flush()
	if s.finite() {
		return nil
	}
	if c.valid {
		c.valid = false
		end := s.t
		c.kept.restore(s)
		s.replaying = true
		for s.finite() && s.t < end {
			s.step()
		}
		s.samples.flush()
		s.replaying = false
		if s.finite() { // a mechanism drew other numbers than before from a Random of the script
			e := fault.New(fault.Model, "a value became NaN or infinite before t = %.6g ms", end)
			e.Time = end
			return e
		}
	}
	return s.notFinite()
}

func (s *Solver) eachColumn(mechs []*mechanism.Mechanism, f func(col []float64)) {
	f(s.plan.v)
	f(s.plan.charging.icap)
	for _, m := range mechs {
		for c := range m.Table.Columns() {
			if v := m.Table.Values(c); !v.Uniform { // a run does not write those that are
				f(v.X)
			}
		}
	}
}

func (p *snapshot) take(s *Solver) {
	p.t, p.visibleT = s.t, s.visibleT
	p.mechs = s.Model.Mechs.Made()
	k := 0
	keep := func(list *[][]float64, xs []float64) {
		if k == len(*list) {
			*list = append(*list, nil)
		}
		(*list)[k] = append((*list)[k][:0], xs...)
		k++
	}
	s.eachColumn(p.mechs, func(col []float64) { keep(&p.columns, col) })
	k = 0
	for _, m := range p.mechs {
		keep(&p.globals, m.Globals)
	}
	p.queue.CopyFrom(&s.queue)
	p.recorded, p.nextSample, p.players = p.recorded[:0], p.nextSample[:0], p.players[:0]
	for _, r := range s.recorders {
		p.recorded = append(p.recorded, r.To.Len())
		p.nextSample = append(p.nextSample, r.next)
	}
	for _, x := range s.players {
		p.players = append(p.players, [2]int{x.next, x.index})
	}
	p.net.take(s)
	p.random.take(s)
}

func (p *snapshot) restore(s *Solver) {
	s.t, s.visibleT = p.t, p.visibleT
	k := 0
	s.eachColumn(p.mechs, func(col []float64) {
		copy(col, p.columns[k])
		k++
	})
	for i, m := range p.mechs {
		copy(m.Globals, p.globals[i])
	}
	s.queue.CopyFrom(&p.queue)
	for i, r := range s.recorders {
		r.To.Truncate(p.recorded[i])
		r.next = p.nextSample[i]
	}
	for i, x := range s.players {
		x.next, x.index = p.players[i][0], p.players[i][1]
	}
	p.net.restore(s)
	p.random.restore(s)
}

// finite reports whether all potentials, states and concentrations are finite.
func (s *Solver) finite() bool {
	if kernel.Finite(s.plan.v) >= 0 {
		return false
	}
	for _, ion := range s.plan.ions {
		if kernel.Finite(ion.in.X) >= 0 || kernel.Finite(ion.out.X) >= 0 {
			return false
		}
	}
	for _, b := range s.plan.mechs {
		for _, v := range b.m.Type.Vars {
			if v.Role != mechanism.State {
				continue
			}
			for k := range max(v.Size, 1) {
				if kernel.Finite(b.m.Table.Values(v.Column+k).X) >= 0 {
					return false
				}
			}
		}
	}
	return true
}

// notFinite names the value that went wrong first: a parameter, else a current
// or another quantity that went into the potential, else a state, else the
// potential itself.
func (s *Solver) notFinite() error {
	vBad := kernel.Finite(s.plan.v) >= 0
	order := []mechanism.Role{mechanism.Parameter, mechanism.State}
	if vBad {
		order = []mechanism.Role{mechanism.Parameter, mechanism.Assigned}
	}
	for _, role := range order {
		for _, m := range s.Model.Mechs.InOrder() {
			for _, v := range m.Type.Vars {
				if v.Role != role {
					continue
				}
				for k := range max(v.Size, 1) {
					col := m.Table.Values(v.Column + k).X
					if r := kernel.Finite(col); r >= 0 {
						name := v.Name
						if v.Size > 0 {
							name = fmt.Sprintf("%s[%d]", name, k)
						}
						return s.nonFinite(s.instance(m, r), name, m.Table.Owner(r), m, col[r])
					}
				}
			}
		}
	}
	bad := kernel.Finite(s.plan.v)
	if bad < 0 {
		return nil
	}
	for r, x := range s.plan.v[bad:] { // rather a segment than an end, which has no membrane
		if x-x == 0 {
			continue
		}
		if g, ok := s.Model.NodeSegment(s.Model.Nodes.ID(bad + r)); ok && !g.IsEnd() {
			bad += r
			break
		}
	}
	node := s.Model.Nodes.ID(bad)
	place, _ := s.Model.NodeName(node)
	return s.nonFinite(place, "v", node, nil, s.plan.v[bad])
}

// instance names a row of a mechanism's table: "soma(0.5).hh", "IClamp[0]".
func (s *Solver) instance(m *mechanism.Mechanism, row int) string {
	for _, p := range s.Model.PointProcesses() {
		if p.Mech == m && p.ID == m.Table.ID(row) {
			return p.Name()
		}
	}
	place, _ := s.Model.NodeName(m.Table.Owner(row))
	return place + "." + m.Type.Name
}

// nonFinite says that variable of owner, at a node, became x; m is the
// mechanism that has the variable, or nil.
func (s *Solver) nonFinite(owner, variable string, node mechanism.RowID, m *mechanism.Mechanism, x float64) error {
	place, sec := s.Model.NodeName(node)
	e := fault.New(fault.Model, "")
	e.Section, e.Variable, e.Value, e.Time = sec, variable, x, s.t
	where := ""
	if m != nil {
		e.Mechanism = m.Type.Name
		if m.Type.Kind == mechanism.PointProcess && place != "" {
			where = " at " + place
		}
	}
	value := "NaN"
	if math.IsInf(x, 0) {
		value = "infinite"
	}
	e.Msg = fmt.Sprintf("%s.%s%s became %s at t = %.6g ms", owner, variable, where, value, s.t)
	return e.WithHint("dt = %g ms may be too large, or a parameter has a value that makes no sense", s.dt)
}
