package section

import (
	"fmt"
	"math"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
)

// nodeVars are the range variables that every section has.
var nodeVars = []struct {
	name   string
	column int
	limits *mechanism.Limits
}{
	{"v", mechanism.NodeV, nil},
	{"diam", mechanism.NodeDiam, &mechanism.Limits{Lo: 1e-9, Hi: 1e9}},
	{"cm", mechanism.NodeCm, &mechanism.Limits{Lo: 0, Hi: 1e9}},
	{"i_cap", mechanism.NodeICap, nil},
	{"i_membrane_", mechanism.NodeIMem, nil},
}

// variable is a range variable of a section: a column of the nodes (in nil) or
// of an inserted mechanism.
type variable struct {
	name    string
	column  int
	size    int // 0: no array
	limits  *mechanism.Limits
	in      *inserted
	declare *mechanism.Var // nil for nodes
}

// resolve finds a range variable by the name that scripts use: "v",
// "gnabar_hh", "ena".
func (s *Section) resolve(name string) (variable, error) {
	if err := s.alive(); err != nil {
		return variable{}, err
	}
	for _, v := range nodeVars {
		if v.name == name {
			if v.column == mechanism.NodeIMem && !s.m.FastIMem {
				e := fault.New(fault.Model, "%s.i_membrane_ is not computed", s.Name())
				e.Section, e.Variable = s.Name(), name
				return variable{}, e.WithHint("ask for it first: n.cvode.use_fast_imem(1)")
			}
			if v.column == mechanism.NodeICap {
				s.m.AskICap()
			}
			return variable{name: name, column: v.column, limits: v.limits}, nil
		}
	}
	for _, in := range s.mechs {
		if v := scriptVar(in.mech.Type, name); v != nil {
			return variable{name, v.Column, v.Size, v.Limits, in, v}, nil
		}
	}
	return variable{}, s.unknown(name)
}

// scriptVar finds the visible variable of a type that scripts call name; see
// ScriptName.
func scriptVar(t *mechanism.Type, name string) *mechanism.Var {
	short, suffixed := strings.CutSuffix(name, "_"+t.Name)
	if v := t.Var(short); v != nil && !v.Hidden && suffixed != plain(t, v) {
		return v
	}
	return nil
}

// plain tells whether scripts name a variable without the type's name behind.
func plain(t *mechanism.Type, v *mechanism.Var) bool {
	return v.Plain || t.Kind == mechanism.IonKind
}

// ScriptName is the name that scripts use for a range variable of a type: with
// the type's name behind it, unless it belongs to an ion or is Plain.
func ScriptName(t *mechanism.Type, v *mechanism.Var) string {
	if plain(t, v) {
		return v.Name
	}
	return v.Name + "_" + t.Name
}

// unknown explains why the section has no range variable of a name.
func (s *Section) unknown(name string) error {
	e := fault.New(fault.Type, "%s has no %s", s.Name(), name)
	e.Section, e.Variable = s.Name(), name
	var here, elsewhere []string
	for _, v := range nodeVars {
		here = append(here, v.name)
	}
	for _, mech := range s.m.Mechs.All() {
		t := mech.Type
		if t.Kind.IsObject() {
			continue
		}
		inserted := s.find(mech) != nil
		if !inserted && scriptVar(t, name) != nil {
			e.Mechanism = t.Name
			e.Msg += ": " + t.Name + " is not inserted"
			if t.Kind == mechanism.IonKind {
				return e.WithHint("insert a mechanism that uses the ion, or call %s.insert(%q)", s.name, t.Name)
			}
			return e.WithHint("call %s.insert(%q)", s.name, t.Name)
		}
		for i := range t.Vars {
			if t.Vars[i].Hidden {
				continue
			}
			if inserted {
				here = append(here, ScriptName(t, &t.Vars[i]))
			} else {
				elsewhere = append(elsewhere, ScriptName(t, &t.Vars[i]))
			}
		}
	}
	best := spell.Nearest(name, here)
	if best == "" {
		best = spell.Nearest(name, elsewhere)
	}
	return e.DidYouMean(best)
}

// element checks an index into an array, or -1 where there is none.
func (v *variable) element(s *Section, k int) (int, error) {
	switch {
	case v.size == 0 && k <= 0:
		return 0, nil
	case v.size > 0 && k >= 0 && k < v.size:
		return k, nil
	}
	e := fault.New(fault.Range, "%s[%d] is outside the array", v.name, k)
	switch {
	case v.size == 0:
		e = fault.New(fault.Type, "%s is no array", v.name)
	case k < 0:
		e = fault.New(fault.Type, "%s is an array of %d: say which element", v.name, v.size)
	}
	if s != nil { // nil: an artificial cell
		e.Section = s.Name()
	}
	e.Variable, e.Value, e.Hi, e.HasRange = v.name, float64(k), float64(v.size-1), v.size > 0
	return 0, e
}

// label names element k for messages.
func (v *variable) label(k int) string {
	if v.size == 0 {
		return v.name
	}
	return fmt.Sprintf("%s[%d]", v.name, k)
}

// handle gives the number at an index of nodes.
func (v *variable) handle(s *Section, index, k int) (mechanism.Handle, error) {
	if v.in == nil {
		if v.column == mechanism.NodeDiam && s.stale {
			s.measure()
		}
		return s.m.node(s.nodeAt(index), v.column), nil
	}
	if v.isVext() && (index == nearNode || index == s.Nseg()) {
		return s.vextAtEnd(index, k), nil
	}
	id := v.in.rows.at(index)
	if id == mechanism.NoRow {
		name := v.in.mech.Type.Name
		e := fault.New(fault.Model, "%s is not at %s", name, Segment{s, s.position(index)})
		e.Section, e.Mechanism, e.Variable = s.Name(), name, v.name
		return mechanism.Handle{}, e.WithHint("call %s.insert(%q) to have it in all segments", s.name, name)
	}
	return mechanism.Handle{Table: v.in.mech.Table, Col: v.column + k, ID: id}, nil
}

// check says whether x may be assigned; where names the place for the message.
func (v *variable) check(s *Section, where string, x float64) error {
	e := s.m.checkValue(where, v.limits, v.declare, v.in == nil || v.in.mech.Builtin, x)
	if e == nil {
		return nil
	}
	if v.in == nil && v.limits != nil && x <= 0 { // diam and cm
		e.Msg = where + number(" = %g must be greater than 0", x)
		if v.limits.Lo == 0 {
			e.Msg = where + number(" = %g must not be negative", x)
		}
	}
	e.Section, e.Variable = s.Name(), v.name
	if v.in != nil {
		e.Mechanism = v.in.mech.Type.Name
	}
	return e
}

// fine tells of a number that there is nothing to say about: it is finite and
// within its limits. It saves the making of a message.
func fine(limits *mechanism.Limits, x float64) bool {
	return x-x == 0 && (limits == nil || x >= limits.Lo && x <= limits.Hi)
}

// checkValue checks a value against its limits. Beyond those of a user's own
// mechanism it warns, once for each variable.
func (m *Model) checkValue(where string, limits *mechanism.Limits, v *mechanism.Var, strict bool, x float64) *fault.Error {
	e := limits.Check(where, x)
	if e == nil && strict && math.IsInf(x, 0) {
		e = fault.New(fault.Range, "%s = %g is not a finite number", where, x)
		e.Variable, e.Value = where, x
	}
	if e == nil || strict || math.IsNaN(x) {
		return e
	}
	if !m.warned[v] {
		m.warned[v] = true
		m.Warn(e.Msg)
	}
	return nil
}

// Var gives the number behind a range variable: "v", "diam", "cm", "i_cap",
// "gnabar_hh", "ena". At the ends, v, i_membrane_ and vext are those of the end and
// all others those of the adjoining segment. A diameter changed through the handle is
// not noticed: use Set.
func (g Segment) Var(name string) (mechanism.Handle, error) { return g.VarElement(name, -1) }

// VarElement is Var for element k of an array.
func (g Segment) VarElement(name string, k int) (mechanism.Handle, error) {
	v, err := g.Sec.resolve(name)
	if err != nil {
		return mechanism.Handle{}, err
	}
	if k, err = v.element(g.Sec, k); err != nil {
		return mechanism.Handle{}, err
	}
	return v.handle(g.Sec, g.indexOf(&v), k)
}

func (g Segment) indexOf(v *variable) int {
	if v.in == nil && (v.column == mechanism.NodeV || v.column == mechanism.NodeIMem) || v.isVext() {
		return g.Sec.exactIndex(g.X)
	}
	return g.Sec.index(g.X)
}

// Get reads a range variable.
func (g Segment) Get(name string) (float64, error) {
	h, err := g.Var(name)
	if err != nil {
		return 0, err
	}
	return h.Get(), nil
}

// Set changes a range variable of the segment. A value that is not a number or
// outside the limits is an error (outside those of a user's own mechanism it
// is a warning). In a section with 3-D points, setting diam rewrites the
// diameters of the points that lie in each segment, as NEURON does.
func (g Segment) Set(name string, x float64) error { return g.SetElement(name, -1, x) }

// SetElement is Set for element k of an array.
func (g Segment) SetElement(name string, k int, x float64) error {
	s := g.Sec
	v, err := s.resolve(name)
	if err != nil {
		return err
	}
	if k, err = v.element(s, k); err != nil {
		return err
	}
	h, err := v.handle(s, g.indexOf(&v), k)
	if err != nil {
		return err
	}
	if !fine(v.limits, x) {
		if err := v.check(s, g.String()+"."+v.label(k), x); err != nil {
			return err
		}
	}
	h.Set(x)
	s.assigned(&v)
	if v.in == nil && v.column == mechanism.NodeDiam && len(s.points3d) > 0 && s.nearEnd == 1 && !s.mirrored {
		s.mirrored = true
		s.m.Warn(fmt.Sprintf("%s.diam was set, but as in NEURON the 3-D points of %s, which is joined by its 1 end, take their diameters from the segments in reverse order; change the points instead (pt3dchange)", g, s.Name()))
	}
	return nil
}

// assigned does what follows from a changed variable.
func (s *Section) assigned(v *variable) {
	if v.in == nil && v.column == mechanism.NodeDiam {
		s.rewriteDiams()
		s.reshape()
	}
}

// Get reads a range variable at 0.5.
func (s *Section) Get(name string) (float64, error) { return Segment{s, .5}.Get(name) }

// Set changes a range variable in all segments; v and vext also at both ends.
func (s *Section) Set(name string, x float64) error { return s.SetElement(name, -1, x) }

// SetElement is Set for element k of an array.
func (s *Section) SetElement(name string, k int, x float64) error {
	v, err := s.resolve(name)
	if err != nil {
		return err
	}
	if k, err = v.element(s, k); err != nil {
		return err
	}
	if !fine(v.limits, x) {
		if err := v.check(s, s.Name()+"."+v.label(k), x); err != nil {
			return err
		}
	}
	if v.in == nil {
		if v.column == mechanism.NodeV {
			s.m.node(s.near(), v.column).Set(x)
			s.m.node(s.nodes[s.Nseg()], v.column).Set(x)
		}
		if v.column == mechanism.NodeDiam && s.stale {
			s.measure()
		}
		for _, id := range s.nodes[:s.Nseg()] {
			s.m.node(id, v.column).Set(x)
		}
		s.assigned(&v)
		return nil
	}
	for _, id := range v.in.rows.all() {
		if id != mechanism.NoRow {
			mechanism.Handle{Table: v.in.mech.Table, Col: v.column + k, ID: id}.Set(x)
		}
	}
	if v.isVext() {
		s.vextAtEnd(nearNode, k).Set(x)
		s.vextAtEnd(s.Nseg(), k).Set(x)
	}
	return nil
}
