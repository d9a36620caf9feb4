package nmodl

import (
	"fmt"
	"maps"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// slot names a variable while code is lowered: an element of a symbol, or its
// derivative.
type slot struct {
	sym   *Symbol
	k     int  // element of an array
	prime bool // the right-hand side of its equation
}

// pass lowers code for one program of a mechanism. Code is run symbolically:
// env holds what every variable that was assigned to is at this point, and an
// if runs both of its branches and selects.
type pass struct {
	algebra
	c   *compiler
	env environment

	seen    map[*Symbol]int       // order in which symbols occurred
	first   map[*Symbol]fault.Pos // variables read before they were written, and where
	written map[*Symbol]bool
	lasting map[*Symbol]bool // besides first, variables whose value lasts between passes
	// carried are global variables of which an instance may see what another
	// one left in the same pass, and where.
	carried map[*Symbol]fault.Pos

	calls  []*CodeBlock // routines being inlined
	mask   kernel.Value // instances that take part, inside an if; else none
	tables map[int]bool // TABLEs that it uses
	memo   map[memoKey]memo
	logs   []*readLog // of the routines that are being lowered

	scratch  bool // fills a table: there are no instances, only the first one's variables
	instance bool // it uses variables of an instance
	inOnce   bool // tries what the first instance does for all
	seeded   bool // there are unknowns to differentiate by
	opaque   bool // a FUNCTION of an unknown has no derivative
	alone    bool // the equations stand alone: see CompileEquations
	v        *num // the membrane potential; nil: the node's

	// prime takes the equations of a DERIVATIVE block, scheme the reactions of a
	// KINETIC block.
	prime  func(target *Prime, k int, value Expr)
	scheme *scheme
	// equation takes those of a LINEAR or NONLINEAR block.
	equation func(*Equation)
	step     *kernel.Value // what code sees as dt; nil: dt
	later    *kernel.Value // how much later than t the code is evaluated; nil: at t

	unrolled int // iterations of FROM loops
}

const noMask kernel.Value = -1

func (c *compiler) newPass(args int) *pass {
	return &pass{algebra: algebra{kernel.NewBuilder(c.typ.NumGlobals, args)}, c: c, env: environment{now: map[slot]num{}},
		seen: map[*Symbol]int{}, first: map[*Symbol]fault.Pos{}, written: map[*Symbol]bool{},
		lasting: map[*Symbol]bool{}, carried: map[*Symbol]fault.Pos{}, tables: map[int]bool{}, mask: noMask}
}

// failure carries an error out of the lowering: the user's, or, with beyond,
// that a kernel cannot do this.
type failure struct {
	err    *fault.Error
	beyond bool
}

// fail stops the lowering with an error.
func (c *compiler) fail(pos fault.Pos, format string, args ...any) {
	panic(failure{err: c.errorAt(pos, format, args...)})
}

// beyond stops the lowering where NMODL allows what a kernel cannot do.
func (c *compiler) beyond(pos fault.Pos, what string, args ...any) {
	panic(failure{err: c.errorAt(pos, "not supported yet: "+what, args...), beyond: true})
}

func (c *compiler) errorAt(pos fault.Pos, format string, args ...any) *fault.Error {
	e := &fault.Error{Kind: fault.Syntax, Msg: fmt.Sprintf(format, args...), Pos: pos, Mechanism: c.Suffix}
	if lines := c.File.Lines[pos.File]; pos.Line >= 1 && pos.Line <= len(lines) {
		e.Source = lines[pos.Line-1]
	}
	return e
}

// try runs f and gives the error that stopped it.
func try(f func()) *fault.Error {
	err, _ := attempt(f)
	return err
}

// attempt runs f and gives the error that stopped it, and whether it is only
// that a kernel cannot do what the code asks for.
func attempt(f func()) (err *fault.Error, beyond bool) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failure:
			err, beyond = r.err, r.beyond
		default:
			panic(r)
		}
	}()
	f()
	return nil, false
}

func (p *pass) see(s *Symbol) {
	if _, ok := p.seen[s]; !ok {
		p.seen[s] = len(p.seen)
	}
}

// read gives element k of a variable at this point of the code.
func (p *pass) read(s *Symbol, k int, pos fault.Pos) num {
	if p.scheme != nil && s.Role == Predeclared && s.Storage == LocalStorage {
		s = map[string]*Symbol{"f_flux": p.scheme.forward, "b_flux": p.scheme.backward}[s.Name]
	}
	x, ok := p.env.get(slot{sym: s, k: k})
	if !ok {
		x = p.unwritten(s, k, pos)
	}
	for _, log := range p.logs {
		if sl := (slot{sym: s, k: k}); !log.wrote[sl] {
			log.reads[sl] = x.v
		}
	}
	return x
}

// unwritten gives a variable that the pass has not written yet.
func (p *pass) unwritten(s *Symbol, k int, pos fault.Pos) num {
	if s.Storage == GlobalStorage || s.Storage == InstanceStorage || p.c.private(s) {
		if _, ok := p.first[s]; !ok {
			p.see(s)
			p.first[s] = pos
		}
	}
	return p.initial(s, k, pos)
}

// initial gives element k of a variable as it is before the pass.
func (p *pass) initial(s *Symbol, k int, pos fault.Pos) num {
	switch s.Storage {
	case ConstantStorage:
		return p.constant(s.Default)
	case LocalStorage:
		return p.constant(0)
	case GlobalStorage:
		if i, ok := p.c.global[s]; ok {
			return num{v: p.Global(i + k)}
		}
		return p.constant(rounded(s.Default))
	case InstanceStorage:
		p.instance = true
		if col, ok := p.c.column[s]; ok {
			if p.scratch {
				return num{v: p.External(mechanism.FillOwn, col+k)}
			}
			return num{v: p.Column(col + k)}
		}
		return p.constant(0)
	case IonStorage:
		p.outside(s.Name, pos)
		if p.c.private(s) {
			if col, ok := p.c.column[s]; ok {
				return num{v: p.Column(col)}
			}
			return p.constant(0)
		}
		return num{v: p.ion(s)}
	case SimulatorStorage:
		return p.simulator(s.Name, pos)
	case ExternalStorage:
		if i, ok := p.c.global[s]; ok {
			return num{v: p.Global(i)}
		}
	case PointerStorage:
		p.c.pointing = true
		p.outside(s.Name, pos)
		return num{v: p.Column(p.c.column[s])}
	}
	what := map[Storage]string{RandomStorage: "RANDOM", ExternalStorage: "EXTERNAL", VerbatimStorage: "VERBATIM"}
	p.c.beyond(pos, "%s variable %s", what[s.Storage], s.Name)
	return num{}
}

// outside notes that a variable of the instance's surroundings is used.
func (p *pass) outside(name string, pos fault.Pos) {
	p.instance = true
	if p.scratch {
		p.c.fail(pos, "a TABLE cannot depend on %s, of which every instance has its own", name)
	}
}

// private reports whether the mechanism has a copy of an ion's variable of its
// own, which is not loaded from the ion: one that it writes but does not read.
// A concentration is loaded even then.
func (c *compiler) private(s *Symbol) bool {
	return s.Storage == IonStorage && !s.Ion.Read && (s.Ion.Part == IonCurrent || s.Ion.Part == IonReversal)
}

var ionColumns = map[IonPart]int{
	IonReversal: mechanism.IonE, IonInside: mechanism.IonIn, IonOutside: mechanism.IonOut, IonCurrent: mechanism.IonI,
}

// ion gives an ion's variable before the pass.
func (p *pass) ion(s *Symbol) kernel.Value {
	p.instance = true
	return p.External(mechanism.FirstIon+p.c.ionIndex[s.Ion.Ion], ionColumns[s.Ion.Part])
}

func (p *pass) simulator(name string, pos fault.Pos) num {
	node := func(column int) num {
		p.outside(name, pos)
		return num{v: p.External(mechanism.NodeTable, column)}
	}
	switch name {
	case "t":
		if p.later != nil {
			return num{v: p.Add(p.Env(kernel.T), *p.later)}
		}
		return num{v: p.Env(kernel.T)}
	case "dt":
		if p.step != nil {
			return num{v: *p.step}
		}
		return num{v: p.Env(kernel.Dt)}
	case "celsius":
		return num{v: p.Env(kernel.Celsius)}
	case "v":
		if p.v != nil {
			return *p.v
		}
		return node(mechanism.NodeV)
	case "diam":
		return node(mechanism.NodeDiam)
	case "area":
		return node(mechanism.NodeArea)
	}
	p.c.beyond(pos, "%s inside a mechanism", name)
	return num{}
}

// write gives element k of a variable a new value.
func (p *pass) write(s *Symbol, k int, x num, pos fault.Pos) {
	switch {
	case s.Storage == LocalStorage:
	case s.Storage == GlobalStorage:
		if read, ok := p.first[s]; ok {
			p.carried[s] = read
		}
	case s.Storage == InstanceStorage || s.Storage == IonStorage || s.Storage == PointerStorage:
		p.instance = true
		p.c.pointing = p.c.pointing || s.Storage == PointerStorage
	case s.Storage == SimulatorStorage && s.Name == "v":
		// Within the pass only: the node's stays as it is.
	case s.Storage == ExternalStorage:
		p.c.fail(pos, "%s cannot be assigned to: it belongs to another mechanism", s.Name)
	default:
		p.c.fail(pos, "%s cannot be assigned to: it belongs to the simulator", s.Name)
	}
	p.see(s)
	p.env.set(slot{sym: s, k: k}, x)
	for _, log := range p.logs {
		log.wrote[slot{sym: s, k: k}] = true
	}
	if s.Storage != LocalStorage {
		p.written[s] = true
	}
}

// changed lists the elements of variables of the mechanism that code wrote, in
// the order in which they occurred.
func (p *pass) changed() []slot {
	own := map[slot]num{}
	for s, x := range p.env.now {
		if p.written[s.sym] && !s.prime {
			own[s] = x
		}
	}
	return inOrder(p, own)
}

// storeOwn writes what the code left in the mechanism's own columns and in the
// global variables.
func (p *pass) storeOwn() {
	for _, s := range slices.SortedFunc(maps.Keys(p.carried), func(x, y *Symbol) int { return p.seen[x] - p.seen[y] }) {
		p.c.beyond(p.carried[s], "%s is the same for all instances and is read here before it is written, so the value would come from another instance", s.Name)
	}
	for _, s := range p.changed() {
		x := p.env.at(s)
		switch {
		case s.sym.Storage == GlobalStorage:
			if i, ok := p.c.global[s.sym]; ok {
				p.SetGlobal(i+s.k, x.v)
			}
		default:
			col, ok := p.c.column[s.sym]
			switch {
			case !ok:
			case p.scratch:
				p.ExternalStore(mechanism.FillOwn, col+s.k, x.v)
			case x.v != p.Column(col+s.k):
				p.Store(col+s.k, x.v)
			}
		}
	}
}

// choice runs both branches of a condition and selects what differs.
func (p *pass) choice(cond num, pos fault.Pos, yes, no func()) {
	if k, ok := p.ConstValue(cond.v); ok {
		if k != 0 {
			yes()
		} else {
			no()
		}
		return
	}
	mask := p.mask
	branch := func(c kernel.Value, code func()) map[slot]change {
		if p.mask = c; mask != noMask {
			p.mask = p.And(mask, c)
		}
		return p.env.run(code)
	}
	before := p.wrote()
	inYes := branch(cond.v, yes)
	afterYes := p.wrote()
	p.setWrote(before)
	inNo := branch(p.Not(cond.v), no)
	afterNo := p.wrote()
	p.setWrote(before)
	defer func() { p.setWrote(afterYes, afterNo) }()
	p.mask = mask
	// What a branch left in a variable, where it is the one or the other.
	left := func(branch map[slot]change, s slot) (x num, ok bool) {
		if c, changed := branch[s]; changed {
			return c.num, c.there
		}
		return p.env.get(s)
	}
	value := func(x num, ok bool, s slot) num {
		if ok {
			return x
		}
		if p.IsScalar(cond.v) { // no instance sees another's value
			return p.initial(s.sym, s.k, pos)
		}
		if s.sym.Storage == GlobalStorage {
			p.carried[s.sym] = pos
		}
		return p.read(s.sym, s.k, pos)
	}
	for _, s := range inOrder(p, inYes, inNo) {
		x, okX := left(inYes, s)
		y, okY := left(inNo, s)
		switch {
		case !okX && !okY:
			continue
		case s.prime && (!okX || !okY):
			p.c.fail(pos, "an equation for %s' is in one branch of the if only", s.sym.Name)
		case s.sym.Storage == LocalStorage && (!okX || !okY):
			continue // ends with its branch
		}
		if old, ok := p.env.get(s); ok && old.v == x.v && old.v == y.v {
			continue
		}
		x, y = value(x, okX, s), value(y, okY, s)
		p.env.set(s, p.choose(cond, x, y))
	}
}

// keep lists the own variables that the pass may read before it wrote them:
// those whose value must be stored between passes.
func (p *pass) keep() map[*Symbol]bool {
	kept := maps.Clone(p.lasting)
	for s := range p.first {
		if s.Storage == InstanceStorage || p.c.private(s) {
			kept[s] = true
		}
	}
	return kept
}
