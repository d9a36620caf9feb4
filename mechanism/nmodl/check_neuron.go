package nmodl

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// neuronLists applies the lists of the NEURON block to the symbols.
func (c *checker) neuronLists() {
	for _, n := range c.neurons {
		for _, u := range n.Ions {
			c.useIon(u)
		}
		for _, id := range n.NonspecificCurrent {
			c.current(id, Nonspecific)
		}
		for _, id := range n.ElectrodeCurrent {
			c.current(id, Electrode)
		}
		for _, id := range n.Pointer {
			c.pointer(id)
		}
		for _, id := range n.BBCorePointer {
			c.pointer(id)
		}
		for _, id := range n.Random {
			if s := c.declare(id.Name, id.Pos, Predeclared, RandomStorage); s != nil {
				c.Randoms = append(c.Randoms, s)
			}
		}
		for _, id := range n.External {
			s := c.Symbols[id.Name]
			if s == nil {
				s = c.declare(id.Name, id.Pos, Predeclared, ExternalStorage)
			}
			if s != nil && s.Storage != SimulatorStorage {
				s.Storage = ExternalStorage
			}
		}
	}
	for _, n := range c.neurons {
		for _, id := range n.Global {
			c.global(id)
		}
		for _, id := range n.Range {
			c.rangeVariable(id)
		}
	}
	c.dropForeign()
}

// useIon ties the variables of a USEION to the ion.
func (c *checker) useIon(u *UseIon) {
	for _, other := range c.Ions {
		if other == u {
			break
		}
		if other.Ion.Name == u.Ion.Name {
			c.syntax(u.Ion.Pos, "the ion %s is used twice: it is in the USEION of line %d", u.Ion.Name, other.Pos.Line).
				WithHint("one USEION lists all of an ion after READ and WRITE")
			return
		}
	}
	for _, id := range u.Read {
		if s := c.ionVariable(u, id); s != nil {
			s.Ion.Read = true
		}
	}
	for _, id := range u.Write {
		if s := c.ionVariable(u, id); s != nil {
			s.Ion.Write = true
		}
	}
}

// ionVariable finds or makes the symbol of a variable of an ion.
func (c *checker) ionVariable(u *UseIon, id Ident) *Symbol {
	ion := u.Ion.Name
	parts := map[string]IonPart{
		"e" + ion: IonReversal, ion + "i": IonInside, ion + "o": IonOutside, "i" + ion: IonCurrent,
	}
	part, ok := parts[id.Name]
	if !ok {
		c.fail(fault.Reference, id.Pos, "%s is not a variable of the ion %s", id.Name, ion).
			WithHint("its variables are e%s, i%s, %si and %so", ion, ion, ion, ion)
		return nil
	}
	s := c.Symbols[id.Name]
	if s == nil {
		if s = c.declare(id.Name, id.Pos, Predeclared, IonStorage); s == nil {
			return nil
		}
	}
	switch s.Role {
	case Parameter:
		if s.HasDefault {
			c.warn(s.Pos, "the value of %s is the ion's; the %g given here is not used", s.Name, s.Default)
		}
	case Assigned, State, Predeclared:
	case Constant: // NEURON reads the ion's value into it
		c.Constants = slices.DeleteFunc(c.Constants, func(x *Symbol) bool { return x == s })
		s.Role = Parameter
		c.warn(s.Pos, "%s is a variable of the ion %s; the %g given here is not used", s.Name, ion, s.Default)
	default:
		c.syntax(s.Pos, "%s is a variable of the ion %s and cannot be %s", s.Name, ion, s.Role)
		return nil
	}
	s.Storage = IonStorage
	s.Range = true
	if s.Ion == nil {
		s.Ion = &IonUse{Ion: ion, Part: part}
	}
	return s
}

// dropForeign takes the variables of ions, pointers and externals out of the
// mechanism's own, but for a concentration that is a STATE.
func (c *checker) dropForeign() {
	own := func(list []*Symbol) []*Symbol {
		kept := list[:0]
		for _, s := range list {
			if s.Ion == nil && s.Storage != ExternalStorage && s.Storage != PointerStorage {
				kept = append(kept, s)
			}
		}
		return kept
	}
	c.Parameters, c.Assigned = own(c.Parameters), own(c.Assigned)
}

// current marks a membrane current, which needs no declaration.
func (c *checker) current(id Ident, kind CurrentKind) {
	s := c.Symbols[id.Name]
	if s == nil {
		if s = c.declare(id.Name, id.Pos, Predeclared, InstanceStorage); s == nil {
			return
		}
		c.Assigned = append(c.Assigned, s)
	}
	switch {
	case s.Ion != nil:
		c.syntax(id.Pos, "%s is the current of the ion %s already", s.Name, s.Ion.Ion).
			WithHint("list it in one of the two places")
	case s.Current != NotCurrent:
		c.syntax(id.Pos, "%s is listed twice as a current", s.Name)
	case s.Role != Assigned && s.Role != Predeclared && s.Role != Parameter && s.Role != State:
		c.syntax(id.Pos, "%s is a current and cannot be %s", s.Name, s.Role)
	default:
		s.Current, s.Range, s.Storage = kind, true, InstanceStorage
	}
}

// pointer marks a POINTER or BBCOREPOINTER.
func (c *checker) pointer(id Ident) {
	s := c.Symbols[id.Name]
	if s == nil {
		if s = c.declare(id.Name, id.Pos, Predeclared, PointerStorage); s == nil {
			return
		}
	}
	if s.Storage != PointerStorage || s.Role == Predeclared {
		s.Storage = PointerStorage
		s.Range = true
		c.Pointers = append(c.Pointers, s)
	}
}

// global puts a variable into GLOBAL storage.
func (c *checker) global(id Ident) {
	s := c.Symbols[id.Name]
	if s == nil && c.ThreadSafe { // as NEURON has it, but for files that are not THREADSAFE
		if s = c.declare(id.Name, id.Pos, Assigned, GlobalStorage); s != nil {
			c.Assigned = append(c.Assigned, s)
			c.warn(id.Pos, "GLOBAL %s is not declared in PARAMETER, ASSIGNED or STATE; it is taken as ASSIGNED", id.Name)
		}
	}
	if s == nil {
		c.fail(fault.Reference, id.Pos, "GLOBAL %s is not declared in PARAMETER, ASSIGNED or STATE", id.Name).
			DidYouMean(spell.Nearest(id.Name, c.names()))
		return
	}
	if c.alone { // there is nothing that all instances share
		return
	}
	s.Global = true
	c.listStart(s)
	switch s.Role {
	case Parameter, Assigned, Stepped, Predeclared:
		if s.Storage == InstanceStorage && s.Current == NotCurrent {
			s.Storage = GlobalStorage
		}
	case State:
		c.syntax(id.Pos, "%s is a STATE, of which every instance has its own; it cannot be GLOBAL", id.Name).
			WithHint("scripts see every STATE without being told")
	}
}

// rangeVariable puts a variable into a column. NEURON lets a RANGE name pass
// that nothing declares, and RANGE wins over GLOBAL.
func (c *checker) rangeVariable(id Ident) {
	s := c.Symbols[id.Name]
	if s == nil {
		c.warn(id.Pos, "RANGE %s is not declared in PARAMETER, ASSIGNED or STATE", id.Name)
		return
	}
	if s.Global {
		c.warn(id.Pos, "%s is both RANGE and GLOBAL; RANGE counts", id.Name)
		s.Global = false
	}
	s.Range = true
	c.listStart(s)
	switch s.Role {
	case Parameter, Assigned, Stepped, Predeclared:
		if s.Storage == GlobalStorage && c.Kind != Nothing {
			s.Storage = InstanceStorage
		}
	case Constant, UnitFactor, FileLocal:
		s.Range = false
		c.warn(id.Pos, "RANGE %s has no effect: it is %s", id.Name, s.Role)
	}
}

// listStart adds a starting value x0 that nothing declares to the parameters,
// when RANGE or GLOBAL makes it visible.
func (c *checker) listStart(s *Symbol) {
	if c.isStart(s) && !slices.Contains(c.Parameters, s) {
		c.Parameters = append(c.Parameters, s)
	}
}
