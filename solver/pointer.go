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
	if err := s.reach(to); err != nil {
		return err
	}
	if s.pointers == nil {
		s.pointers = map[pointerKey]Source{}
	}
	s.pointers[pointerKey{mech, id, k}] = to
	s.plan = nil
	return nil
}

// bindPointers finds what the POINTER variables of a mechanism point to. What
// was never set has a source without src, and mechanism.Unset in its column;
// unset tells that there is such a one.
func (s *Solver) bindPointers(mech *mechanism.Mechanism) (list []boundPointer, unset bool, err error) {
	for k, ptr := range mech.Type.Pointers {
		if ptr.Optional && s.pointers[pointerKey{mech, mech.Table.ID(0), k}] == nil {
			continue // holds no number
		}
		b := boundPointer{column: mech.Table.Column(ptr.Column), s: s, assigned: ptr.Assigned}
		for r := range mech.Table.Len() {
			var x source
			if to := s.pointers[pointerKey{mech, mech.Table.ID(r), k}]; to == nil {
				b.column[r], unset = mechanism.Unset(), true
			} else if x, err = s.resolve(to); err != nil {
				return nil, false, err
			}
			b.at = append(b.at, x)
		}
		list = append(list, b)
	}
	return list, unset, nil
}

// fetch copies what the pointers point to into their columns.
func (b *boundMechanism) fetch() {
	for _, x := range b.externals {
		b.m.Globals[x.to] = x.from.Globals[x.at]
	}
	for i := range b.pointers {
		for r := range b.pointers[i].at {
			b.pointers[i].fetch(r, b.pointers[i].s.t)
		}
	}
}

// release copies back what code has assigned.
func (b *boundMechanism) release() {
	for i := range b.pointers {
		for r := range b.pointers[i].at {
			b.pointers[i].release(r)
		}
	}
}

// fetch copies what the pointer of a row points to, at time t, into its column.
func (p *boundPointer) fetch(row int, t float64) {
	if x := &p.at[row]; x.src != nil {
		p.column[row] = x.get(p.s, t)
	}
}

// release copies back what code has assigned to the pointer of a row.
func (p *boundPointer) release(row int) {
	if x := &p.at[row]; p.assigned && x.src != nil {
		x.set(p.s, p.column[row])
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
