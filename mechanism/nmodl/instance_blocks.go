package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// blockCode is a block that runs on single instances.
type blockCode struct {
	u *single
	r *routine
	// before and after do what the simulator expects around the block; each may
	// be nil.
	before, after func(m *machine)
}

// Run implements mechanism.Code.
func (b *blockCode) Run(in *mechanism.Instance) {
	m := b.u.start(in)
	defer m.finish(in.Sim.Fail)
	m.loadIons()
	if b.before != nil {
		b.before(m)
	}
	m.call(b.r, fault.Pos{})
	if b.after != nil {
		b.after(m)
	}
}

// body compiles the statements of a block.
func (u *single) body(name string, list []Stmt) *routine {
	r := &routine{name: name, result: -1}
	x := u.newScope(r, nil)
	r.body = x.block(list)
	return r
}

// initialCode is INITIAL: states get their starting values, then the block runs.
func (u *single) initialCode() mechanism.Code {
	c := u.c
	r := &routine{name: "INITIAL", result: -1}
	x := u.newScope(r, c.Initial)
	var list []action
	for _, s := range c.States {
		if s.Storage != InstanceStorage {
			continue // an ion's concentration starts as the ion's
		}
		start := always(rounded(s.Default))
		if s.Start != nil {
			start = x.read(s.Start, 0, s.Pos)
		}
		for k := range max(s.Size, 1) {
			list = append(list, x.write(s, k, start, s.Pos))
		}
		if past := c.past[s]; past != nil {
			for k := range past.Size {
				list = append(list, x.write(past, k, start, s.Pos))
			}
		}
	}
	list = append(list, x.block(c.forget()))
	if c.Initial != nil {
		list = append(list, x.block(c.Initial.Body))
	}
	r.body = sequence(list)
	return &blockCode{u: u, r: r, after: func(m *machine) {
		m.storeIons()
		m.storeReversals()
	}}
}

// storeIons writes concentrations and reversal potentials to the ions, and
// copies what the mechanism shows of them (see pass.storeIons).
func (m *machine) storeIons() {
	in, u := m.in, m.u
	for i := range u.ions {
		s := &u.ions[i]
		if s.global >= 0 {
			m.globals[s.global] = m.ions[i]
		}
		if s.own >= 0 && s.sym.Ion.Read && s.column == mechanism.IonI {
			m.cols[s.own][m.row] = m.ions[i]
		}
		if s.sym.Ion.Write && s.column != mechanism.IonI {
			in.Ions[s.ion][s.column][in.IonRows[s.ion]] = m.ions[i]
		}
	}
	for _, p := range u.reversals {
		in.Ions[p.ion][mechanism.IonE][in.IonRows[p.ion]] = m.cols[p.own][m.row]
	}
}

// storeReversals computes the reversal potential of an ion whose concentration
// INITIAL may have changed, when the ion's style asks for it.
func (m *machine) storeReversals() {
	in := m.in
	for i, use := range in.Mech.Type.Ions {
		if use.Charge < 0 {
			continue
		}
		cols, row := in.Ions[i], in.IonRows[i]
		if mechanism.Style(cols[mechanism.IonStyle][row]).EInit() {
			cols[mechanism.IonE][row] = mechanism.Nernst(cols[mechanism.IonIn][row], cols[mechanism.IonOut][row], m.globals[use.Charge], m.env[kernel.Celsius])
		}
	}
}

// stateCode is the SOLVEs of BREAKPOINT, wherever in it they stand; where there
// are no currents, the rest of the block follows.
func (u *single) stateCode() mechanism.Code {
	c := u.c
	if c.Breakpoint == nil || len(c.Solves) == 0 && len(c.currents()) > 0 {
		return nil
	}
	var list []Stmt
	walkStmts(c.Breakpoint.Body, func(s Stmt) {
		if s, ok := s.(*Solve); ok {
			list = append(list, s)
		}
	})
	if len(c.currents()) == 0 {
		list = append(list, c.afterSolve()...)
	}
	r := u.body("BREAKPOINT", list)
	return &blockCode{u: u, r: r, after: (*machine).storeIons}
}

// currentCode is BREAKPOINT: the block runs at v + 0.001 mV and at v, and the
// difference of the currents gives the conductance.
type currentCode struct {
	u         *single
	r         *routine
	currents  []value
	ion       []int // of each current, in Type.Ions; -1: none
	point     bool
	electrode bool
}

func (u *single) currentCode() mechanism.Code {
	c := u.c
	b := &currentCode{u: u, r: u.body("BREAKPOINT", c.afterSolve()), point: c.typ.Kind == mechanism.PointProcess, electrode: c.typ.Electrode}
	x := u.newScope(b.r, nil)
	for _, s := range c.currents() {
		b.currents = append(b.currents, x.read(s, 0, s.Pos))
		ion := -1
		if s.Ion != nil {
			ion = c.ionIndex[s.Ion.Ion]
		}
		b.ion = append(b.ion, ion)
	}
	return b
}

// Run implements mechanism.Code.
func (b *currentCode) Run(in *mechanism.Instance) {
	m := b.u.start(in)
	defer m.finish(in.Sim.Fail)
	m.loadIons()
	v := m.v
	var few [8]float64
	above := few[:]
	if len(b.currents) > len(few) {
		above = make([]float64, len(b.currents))
	}
	m.v = v + dv
	m.call(b.r, fault.Pos{})
	for i, current := range b.currents {
		above[i] = current(m)
	}
	m.v = v
	m.call(b.r, fault.Pos{})
	perArea := 1.0
	if b.point {
		perArea = 100 / in.Nodes[mechanism.NodeArea][in.Node]
	}
	total, slope := 0.0, 0.0
	for i, current := range b.currents {
		y := current(m)
		g := (above[i] - y) / dv
		total += y
		slope += g
		if ion := b.ion[i]; ion >= 0 {
			cols, row := in.Ions[ion], in.IonRows[ion]
			cols[mechanism.IonI][row] += float64(y * perArea)
			cols[mechanism.IonDidv][row] += float64(g * perArea)
		}
	}
	total, slope = total*perArea, slope*perArea
	if b.electrode {
		total, slope = -total, -slope
	}
	in.Nodes[mechanism.NodeRhs][in.Node] -= total
	in.Nodes[mechanism.NodeD][in.Node] += slope
	m.storeIons()
}

// hookCode is a BEFORE or AFTER block. As in NEURON, it adds the currents that
// the mechanism writes to the ions' once more.
func (u *single) hookCode(list []Stmt) mechanism.Code {
	r := u.body("BEFORE or AFTER", list)
	x := u.newScope(r, nil)
	type current struct {
		ion   int
		value value
	}
	var currents []current
	for _, s := range u.c.currents() {
		if s.Ion != nil {
			currents = append(currents, current{u.c.ionIndex[s.Ion.Ion], x.read(s, 0, s.Pos)})
		}
	}
	point := u.c.typ.Kind == mechanism.PointProcess
	return &blockCode{u: u, r: r, after: func(m *machine) {
		m.storeIons()
		for _, c := range currents {
			y := c.value(m)
			if point {
				y *= 100 / m.in.Nodes[mechanism.NodeArea][m.in.Node]
			}
			m.in.Ions[c.ion][mechanism.IonI][m.in.IonRows[c.ion]] += y
		}
	}}
}

// receiver compiles NET_RECEIVE.
func (u *single) receiver(b *CodeBlock) *mechanism.Receiver {
	out := &mechanism.Receiver{}
	for _, a := range b.Args {
		out.Args = append(out.Args, a.Name)
	}
	compile := func(list []Stmt, watches *[]value) *routine {
		r := &routine{name: "NET_RECEIVE", result: -1}
		x := u.newScope(r, b)
		x.watches = watches
		for i, a := range b.Args {
			x.weights[a.Sym] = i
			x.names[0][a.Name] = a.Sym
		}
		r.body = x.block(list)
		return r
	}
	var watches []value
	code := &receiveCode{blockCode{u: u, r: compile(b.Body, &watches)}, len(b.Args)}
	if assignsV(b.Body) {
		code.after = func(m *machine) {
			if m.in.Node >= 0 {
				m.in.Nodes[mechanism.NodeV][m.in.Node] = m.v
			}
		}
	}
	out.Receive = code
	for _, w := range watches {
		out.Watches = append(out.Watches, watchCode{u, w})
	}
	walkStmts(b.Body, func(s Stmt) {
		if s, ok := s.(*NetInitial); ok {
			out.Initial = &receiveCode{blockCode{u: u, r: compile(s.Body, nil)}, len(b.Args)}
		}
	})
	return out
}

// assignsV reports whether code sets the membrane potential.
func assignsV(list []Stmt) bool {
	found := false
	walkStmts(list, func(s Stmt) {
		if a, ok := s.(*Assign); ok {
			n, ok := a.Target.(*Name)
			found = found || ok && n.Sym != nil && n.Sym.Storage == SimulatorStorage && n.Name == "v"
		}
	})
	return found
}

// receiveCode is NET_RECEIVE, or the INITIAL in it.
type receiveCode struct {
	blockCode
	args int
}

// Run implements mechanism.Code.
func (b *receiveCode) Run(in *mechanism.Instance) {
	if short := b.args - len(in.Weights); short > 0 { // an event with fewer weights than arguments
		in.Weights = append(in.Weights, make([]float64, short)...)
	}
	b.blockCode.Run(in)
}

// watchCode is a condition of WATCH.
type watchCode struct {
	u    *single
	cond value
}

// Value implements mechanism.Watch.
func (w watchCode) Value(in *mechanism.Instance) (y float64) {
	m := w.u.start(in)
	defer m.finish(in.Sim.Fail)
	m.loadIons()
	return w.cond(m)
}

// procedureCode is a FUNCTION or PROCEDURE that a script calls.
type procedureCode struct {
	u    *single
	r    *routine
	args int
}

// Call implements mechanism.ProcedureCode.
func (p *procedureCode) Call(in *mechanism.Instance, args []any) (y float64, err *fault.Error) {
	m := p.u.start(in)
	defer m.finish(func(e *fault.Error) { err = e })
	m.args = args
	m.loadIons()
	old, f := m.enter(p.r)
	for i := range min(p.args, len(args)) {
		f.loc[i], _ = args[i].(float64)
	}
	return m.run(p.r, old, f, fault.Pos{}), nil
}
