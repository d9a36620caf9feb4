package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// single is the mechanism as the second back end sees it.
type single struct {
	c         *compiler
	routines  map[*CodeBlock]*routine
	ions      []ionSlot
	ionSlot   map[*Symbol]int
	reversals []reversal
	file      *cFile // the C of VERBATIMs outside of blocks
	tables    int    // of routines that kernels cannot run
	lags      int    // LAG statements
}

// ionSlot is the machine's copy of a variable of an ion.
// reversal is a reversal potential that the mechanism writes and does not read.
type reversal struct{ ion, own int }

type ionSlot struct {
	sym    *Symbol
	ion    int // in Type.Ions
	column int // of the ion's table
	own    int // column of the mechanism's own copy for scripts, or -1
	global int // index of the global variable that follows it, or -1
}

func (c *compiler) newSingle() *single {
	u := &single{c: c, routines: map[*CodeBlock]*routine{}, ionSlot: map[*Symbol]int{}}
	for _, use := range c.Ions {
		for _, list := range [][]Ident{use.Read, use.Write} {
			for _, id := range list {
				s := c.Symbols[id.Name]
				if s == nil || s.Ion == nil || s.Storage != IonStorage {
					continue
				}
				if c.private(s) {
					if col, ok := c.column[s]; ok && s.Ion.Part == IonReversal && s.Ion.Write {
						u.reversals = append(u.reversals, reversal{c.ionIndex[s.Ion.Ion], col})
					}
					continue
				}
				if _, ok := u.ionSlot[s]; ok {
					continue
				}
				slot := ionSlot{sym: s, ion: c.ionIndex[s.Ion.Ion], column: ionColumns[s.Ion.Part], own: -1, global: -1}
				if col, ok := c.column[s]; ok {
					slot.own = col
				}
				if g, ok := c.global[s]; ok {
					slot.global = g
				}
				u.ionSlot[s] = len(u.ions)
				u.ions = append(u.ions, slot)
			}
		}
	}
	return u
}

// loadIons copies the ions' variables and the membrane potential.
func (m *machine) loadIons() {
	in := m.in
	if in.Node >= 0 && len(in.Nodes) > 0 {
		m.v = in.Nodes[mechanism.NodeV][in.Node]
	} else {
		m.v = 0
	}
	for i := range m.u.ions {
		s := &m.u.ions[i]
		if s.ion >= len(in.Ions) { // in a CONSTRUCTOR
			m.ions[i] = 0
			continue
		}
		m.ions[i] = in.Ions[s.ion][s.column][in.IonRows[s.ion]]
	}
}

// placeKind says where a variable lives.
type placeKind int

const (
	atNothing  placeKind = iota // a variable without storage: it is 0
	atConstant                  // place.constant
	atColumn
	atGlobal
	atLocal
	atWeight // an argument of NET_RECEIVE
	atNetCon // an argument of FOR_NETCONS
	atFlag
	atIon
	atV
	atEnv
	atNode
	atC // what VERBATIM declares
)

// place is where a variable lives.
type place struct {
	kind     placeKind
	at       int // column, index, slot
	constant float64
	name     string // of what VERBATIM declares
}

// place finds where a symbol lives.
func (x *scope) place(s *Symbol, pos fault.Pos) place {
	c := x.u.c
	switch s.Storage {
	case ConstantStorage:
		return place{kind: atConstant, constant: s.Default}
	case LocalStorage:
		if i, ok := x.locals[s]; ok {
			return place{kind: atLocal, at: i}
		}
		if i, ok := x.weights[s]; ok {
			return place{kind: atWeight, at: i}
		}
		if i, ok := x.netcons[s]; ok {
			return place{kind: atNetCon, at: i}
		}
		if s.Role == Argument && s.Name == "flag" {
			return place{kind: atFlag}
		}
		return place{kind: atLocal, at: x.local(s)}
	case GlobalStorage:
		if i, ok := c.global[s]; ok {
			return place{kind: atGlobal, at: i}
		}
		return place{kind: atConstant, constant: rounded(s.Default)}
	case InstanceStorage, PointerStorage:
		c.kept[s] = true
		if col, ok := c.column[s]; ok {
			return place{kind: atColumn, at: col}
		}
		return place{}
	case IonStorage:
		if c.private(s) {
			c.kept[s] = true
			if col, ok := c.column[s]; ok {
				return place{kind: atColumn, at: col}
			}
			return place{}
		}
		return place{kind: atIon, at: x.u.ionSlot[s]}
	case SimulatorStorage:
		switch s.Name {
		case "t":
			return place{kind: atEnv, at: kernel.T}
		case "dt":
			return place{kind: atEnv, at: kernel.Dt}
		case "celsius":
			return place{kind: atEnv, at: kernel.Celsius}
		case "v":
			return place{kind: atV}
		case "diam":
			return place{kind: atNode, at: mechanism.NodeDiam}
		case "area":
			return place{kind: atNode, at: mechanism.NodeArea}
		}
	case ExternalStorage:
		if i, ok := c.global[s]; ok {
			return place{kind: atGlobal, at: i}
		}
	case VerbatimStorage:
		return place{kind: atC, name: s.Name}
	}
	what := map[Storage]string{RandomStorage: "RANDOM", ExternalStorage: "EXTERNAL", SimulatorStorage: "the simulator's"}
	c.fail(pos, "not supported yet: %s variable %s", what[s.Storage], s.Name)
	return place{}
}

// read gives a variable, or element k of an array.
func (x *scope) read(s *Symbol, k int, pos fault.Pos) value {
	p := x.place(s, pos)
	i := p.at + k
	if s.Storage == PointerStorage {
		return x.pointed(s, i, pos)
	}
	switch p.kind {
	case atConstant:
		return always(p.constant)
	case atColumn:
		return func(m *machine) float64 { return m.cols[i][m.row] }
	case atGlobal:
		return func(m *machine) float64 { return m.globals[i] }
	case atLocal:
		return func(m *machine) float64 { return m.loc[i] }
	case atWeight:
		return func(m *machine) float64 { return m.weights[i] }
	case atNetCon:
		return func(m *machine) float64 { return m.netcon[i] }
	case atFlag:
		return func(m *machine) float64 { return m.flag }
	case atIon:
		return func(m *machine) float64 { return m.ions[i] }
	case atV:
		return func(m *machine) float64 { return m.v }
	case atEnv:
		return func(m *machine) float64 { return m.env[i] }
	case atNode:
		return func(m *machine) float64 {
			if m.in.Node < 0 {
				return 0
			}
			return m.in.Nodes[i][m.in.Node]
		}
	case atC:
		return x.cRead(p.name, pos)
	}
	return always(0)
}

// write assigns to a variable, or to element k of an array.
func (x *scope) write(s *Symbol, k int, y value, pos fault.Pos) action {
	set := x.setter(s, k, pos)
	p := x.place(s, pos)
	i := p.at + k
	if s.Storage == PointerStorage {
		return func(m *machine) control { set(m, y(m)); return next }
	}
	switch p.kind { // the usual ones without a second call
	case atColumn:
		return func(m *machine) control { m.cols[i][m.row] = y(m); return next }
	case atGlobal:
		return func(m *machine) control { m.globals[i] = y(m); return next }
	case atLocal:
		return func(m *machine) control { m.loc[i] = y(m); return next }
	}
	return func(m *machine) control { set(m, y(m)); return next }
}

// setter gives what stores a number in a variable.
func (x *scope) setter(s *Symbol, k int, pos fault.Pos) func(m *machine, y float64) {
	p := x.place(s, pos)
	i := p.at + k
	if s.Storage == PointerStorage {
		check := x.pointed(s, i, pos)
		return func(m *machine, y float64) {
			check(m)
			m.cols[i][m.row] = y
		}
	}
	switch p.kind {
	case atNothing:
		return func(*machine, float64) {}
	case atColumn:
		return func(m *machine, y float64) { m.cols[i][m.row] = y }
	case atGlobal:
		return func(m *machine, y float64) { m.globals[i] = y }
	case atLocal:
		return func(m *machine, y float64) { m.loc[i] = y }
	case atWeight:
		return func(m *machine, y float64) { m.weights[i] = y }
	case atNetCon:
		return func(m *machine, y float64) { m.netcon[i] = y }
	case atFlag:
		return func(m *machine, y float64) { m.flag = y }
	case atIon:
		if own := x.u.ions[p.at].own; own >= 0 {
			return func(m *machine, y float64) { m.ions[i], m.cols[own][m.row] = y, y }
		}
		return func(m *machine, y float64) { m.ions[i] = y }
	case atV:
		return func(m *machine, y float64) { m.v = y }
	case atC:
		return x.cWrite(p.name, pos)
	case atConstant:
		if s.Storage == GlobalStorage {
			return func(*machine, float64) {}
		}
	}
	x.u.c.fail(pos, "%s cannot be assigned to: it belongs to the simulator", s.Name)
	return nil
}

// address gives what finds an element of an array: the slice that holds it and
// its place there.
func (x *scope) address(s *Symbol, index whole, pos fault.Pos) func(m *machine) *float64 {
	p, size, u := x.place(s, pos), s.Size, x.u
	check := func(m *machine) int {
		k := index(m)
		if k < 0 || k >= int64(size) {
			panic(u.outside(pos, s.Name, float64(k), size))
		}
		return p.at + int(k)
	}
	switch p.kind {
	case atColumn:
		if s.Storage == PointerStorage {
			check := x.pointed(s, p.at, pos)
			return func(m *machine) *float64 {
				check(m)
				if k := index(m); k != 0 {
					panic(u.failure(fault.Model, pos, "not supported: element %d of what the POINTER %s points to", k, s.Name))
				}
				return &m.cols[p.at][m.row]
			}
		}
		return func(m *machine) *float64 { return &m.cols[check(m)][m.row] }
	case atGlobal:
		return func(m *machine) *float64 { return &m.globals[check(m)] }
	case atLocal:
		return func(m *machine) *float64 { return &m.loc[check(m)] }
	case atNothing:
		return func(m *machine) *float64 { check(m); return new(float64) }
	case atC:
		return x.cElement(p.name, index, pos)
	}
	x.u.c.fail(pos, "%s is not an array", s.Name)
	return nil
}

// pointed reads what a POINTER points to. One that points to nothing stops the
// code.
func (x *scope) pointed(s *Symbol, col int, pos fault.Pos) value {
	u := x.u
	return func(m *machine) float64 {
		y := m.cols[col][m.row]
		if mechanism.IsUnset(y) {
			panic(u.pointsToNothing(m, s, pos))
		}
		return y
	}
}

func (u *single) pointsToNothing(m *machine, s *Symbol, pos fault.Pos) failure {
	f := u.failure(fault.Model, pos, "the POINTER %s of %s points to nothing", s.Name, u.c.Suffix)
	f.err.Variable = s.Name
	if p, ok := m.in.Sim.(mechanism.Placer); ok {
		var place string
		if place, f.err.Section = p.Place(m.in); place != "" {
			f.err.Msg += " at " + place
		}
	}
	f.err.WithHint("assign a reference: instance._ref_%s = soma(0.5)._ref_v", s.Name)
	return f
}

func always(y float64) value { return func(*machine) float64 { return y } }
