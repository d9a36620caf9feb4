package solver

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// pointerKey names a POINTER variable of an instance.
type pointerKey struct {
	mech *mechanism.Mechanism
	id   mechanism.RowID
	k    int // in Type.Pointers
}

// boundPointer is a POINTER variable of all instances: what each points to,
// and the column that stands for it in the mechanism's code.
type boundPointer struct {
	column   []float64
	at       []source
	s        *Solver
	assigned bool
}

// SetPointer lets POINTER variable k of an instance stand for a number.
func (s *Solver) SetPointer(mech *mechanism.Mechanism, id mechanism.RowID, k int, to Source) error {
	if _, err := s.resolve(to); err != nil {
		return err
	}
	if s.pointers == nil {
		s.pointers = map[pointerKey]Source{}
	}
	s.pointers[pointerKey{mech, id, k}] = to
	s.plan = nil
	return nil
}

// bindPointers finds what the POINTER variables of a mechanism point to. One
// that was never set is an error.
func (s *Solver) bindPointers(mech *mechanism.Mechanism) ([]boundPointer, error) {
	var out []boundPointer
	for k, ptr := range mech.Type.Pointers {
		if ptr.Optional && s.pointers[pointerKey{mech, mech.Table.ID(0), k}] == nil {
			continue // holds no number
		}
		b := boundPointer{column: mech.Table.Column(ptr.Column), s: s, assigned: ptr.Assigned}
		for r := range mech.Table.Len() {
			to := s.pointers[pointerKey{mech, mech.Table.ID(r), k}]
			if to == nil {
				e := fault.New(fault.Model, "the POINTER %s of %s points to nothing", ptr.Name, mech.Type.Name)
				if mech.Type.Kind != mechanism.ArtificialCell {
					place, sec := s.Model.NodeName(mech.Table.Owner(r))
					e.Msg, e.Section = e.Msg+" at "+place, sec
				}
				e.Mechanism, e.Variable = mech.Type.Name, ptr.Name
				return nil, e.WithHint("assign a reference: instance._ref_%s = soma(0.5)._ref_v", ptr.Name)
			}
			x, err := s.resolve(to)
			if err != nil {
				return nil, err
			}
			b.at = append(b.at, x)
		}
		out = append(out, b)
	}
	return out, nil
}

// fetch copies what the pointers point to into their columns.
func (b *boundMechanism) fetch() {
	for _, x := range b.externals {
		b.m.Globals[x.to] = x.from.Globals[x.at]
	}
	for i := range b.pointers {
		p := &b.pointers[i]
		for r := range p.at {
			p.column[r] = p.at[r].get(p.s, p.s.t)
		}
	}
}

// release copies back what code has assigned.
func (b *boundMechanism) release() {
	for i := range b.pointers {
		p := &b.pointers[i]
		if !p.assigned {
			continue
		}
		for r := range p.at {
			p.at[r].set(p.s, p.column[r])
		}
	}
}

// boundExternal is an EXTERNAL variable.
type boundExternal struct {
	from   *mechanism.Mechanism
	at, to int // in the Globals of from and of the mechanism that reads it
}

// bindExternals finds the variables of other mechanisms that a mechanism reads.
func (s *Solver) bindExternals(mech *mechanism.Mechanism) ([]boundExternal, error) {
	var out []boundExternal
	for _, x := range mech.Type.Externals {
		found := false
		for _, from := range s.Model.Mechs.All() {
			name, ok := strings.CutSuffix(x.Name, "_"+from.Type.Name)
			if g := from.Type.Global(name); ok && g != nil && g.Size == 0 {
				out = append(out, boundExternal{from, g.Index, x.Global})
				found = true
			}
		}
		if !found {
			e := fault.New(fault.Model, "%s reads %s, which no mechanism has", mech.Type.Name, x.Name)
			e.Mechanism, e.Variable = mech.Type.Name, x.Name
			return nil, e.WithHint("load the mechanism that has it as a GLOBAL variable")
		}
	}
	return out, nil
}
