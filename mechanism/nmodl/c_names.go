package nmodl

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// cLocal finds a variable of C: of the routine, or of the file.
func (x *scope) cLocal(name string) *cVar {
	for i := len(x.c.vars) - 1; i >= 0; i-- {
		if v := x.c.vars[i][name]; v != nil {
			return v
		}
	}
	return nil
}

// declareC makes room for a variable of the routine.
func (x *scope) declareC(v *cVar) {
	if len(x.c.vars) == 0 {
		x.c.vars = append(x.c.vars, nil)
	}
	top := len(x.c.vars) - 1
	if x.c.vars[top] == nil {
		x.c.vars[top] = map[string]*cVar{}
	}
	x.c.vars[top][v.name] = v
	if v.placed {
		return
	}
	v.placed = true
	if v.static {
		x.u.cfile().place(v)
		return
	}
	n, t := 1, v.typ
	if t.kind == cPointer && t.length > 0 {
		n, t = int(t.length), t.elem
		if t.kind != cReal && !(t.kind == cInt && t.size > 1) {
			n, t = 1, cVoidStar // memory of its own
		}
	}
	switch t.kind {
	case cReal:
		v.slot = x.r.floats
		x.r.floats += n
	case cInt:
		v.slot = x.r.ints
		x.r.ints += n
	default:
		v.slot = x.r.refs
		x.r.refs += n
	}
}

// variable gives a variable of C.
func (x *scope) variable(v *cVar, pos fault.Pos) cValue {
	if v.file {
		return x.u.fileVariable(v, pos)
	}
	t, i := v.typ, v.slot
	switch {
	case t.kind == cPointer && t.length > 0:
		n := int(t.length)
		switch e := t.elem; {
		case e.kind == cReal:
			return refValue(t, func(m *machine) ref { return ref{base: cFloats(m.loc[i : i+n : i+n])} })
		case e.kind == cInt && e.size > 1:
			return refValue(t, func(m *machine) ref { return ref{base: cInts(m.ints[i : i+n : i+n])} })
		}
		return refValue(t, func(m *machine) ref {
			if m.refs[i].isNull() {
				m.refs[i] = newArray(t)
			}
			return m.refs[i]
		})
	case t.kind == cReal:
		return cValue{t: t, f: func(m *machine) float64 { return m.loc[i] }, lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: cFloats(m.loc[i : i+1 : i+1])} },
			setF: func(m *machine, y float64) { m.loc[i] = y }}}
	case t.kind == cInt:
		return cValue{t: t, k: func(m *machine) int64 { return m.ints[i] }, lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: cInts(m.ints[i : i+1 : i+1])} },
			setK: func(m *machine, y int64) { m.ints[i] = y }}}
	case t.kind == cPointer:
		return cValue{t: t, r: func(m *machine) ref { return m.refs[i] }, lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: cRefs(m.refs[i : i+1 : i+1])} },
			setR: func(m *machine, y ref) { m.refs[i] = y }}}
	}
	return x.unknown(pos, "a variable of the type %s", t.name)
}

// newArray makes the memory of an array of C.
func newArray(t *cType) ref {
	n := elements(t)
	e := t
	for e.kind == cPointer && e.length > 0 {
		e = e.elem
	}
	switch {
	case e.kind == cReal:
		return ref{base: make(cFloats, n)}
	case e.kind == cInt && e.size == 1:
		return ref{base: make(cBytes, n)}
	case e.kind == cInt:
		return ref{base: make(cInts, n)}
	}
	return ref{base: make(cRefs, n)}
}

// named gives what a name stands for that only VERBATIM declares: a variable, or
// a macro.
func (x *scope) named(name string, pos fault.Pos) cValue {
	if d := x.u.cfile().macros.known[name]; d != nil && !d.function {
		p := &cParser{list: x.u.cfile().macros.expand([]cToken{{kind: cName, text: name, pos: pos}}, 0)}
		if e, err := p.wholeExpression(); err == nil {
			return x.cExpr(e)
		}
	}
	return x.cIdent(&cIdent{cAt{pos}, name})
}

// cRead, cWrite and cElement are what VERBATIM declares as NMODL code uses it: a
// number, or an array of numbers.
func (x *scope) cRead(name string, pos fault.Pos) value { return x.named(name, pos).real() }

func (x *scope) cWrite(name string, pos fault.Pos) func(m *machine, y float64) {
	y := x.named(name, pos)
	switch {
	case y.lv != nil && y.lv.setF != nil:
		return y.lv.setF
	case y.lv != nil && y.lv.setK != nil:
		set, t := y.lv.setK, y.t
		return func(m *machine, y float64) { set(m, realWhole(y, t)) }
	}
	stop := x.u.never(pos, "not supported: assigning to %s of VERBATIM", name)
	return func(m *machine, _ float64) { stop(m) }
}

func (x *scope) cElement(name string, index whole, pos fault.Pos) func(m *machine) *float64 {
	y := x.named(name, pos)
	if y.r == nil || y.t.elem.kind != cReal {
		stop := x.u.never(pos, "not supported: %s of VERBATIM is no array of double", name)
		return func(m *machine) *float64 { stop(m); return nil }
	}
	r, t := y.r, y.t.elem
	return func(m *machine) *float64 {
		p := r(m)
		p.i += index(m)
		switch b := m.target(p, t, pos).(type) {
		case cFloats:
			return &b[p.i]
		case *cRow:
			return &b.cols[p.i][b.row]
		case *float64:
			return b
		}
		panic(m.unlike(pos))
	}
}

// handles are names of NEURON's generated code that calls hand on.
var handles = map[string]string{
	"_nt": "nt", "nrn_threads": "nt", "_thread": "thread", "_p": "p", "_ppvar": "ppvar", "_pnt": "pnt",
	"_tqitem": "tqitem", "_threadargs": "thread", "_ml": "ml", "_prop": "prop",
}

// cIdent compiles a name.
func (x *scope) cIdent(e *cIdent) cValue {
	name, pos := e.name, e.pos
	if v := x.cLocal(name); v != nil {
		return x.variable(v, pos)
	}
	if rest, ok := strings.CutPrefix(name, "_l"); ok {
		if s := x.nmodlLocal(rest); s != nil {
			return x.symbol(s, pos)
		}
		if rest == "flag" {
			return cValue{t: cDoubleType, f: func(m *machine) float64 { return m.flag }, lv: &cPlace{setF: func(m *machine, y float64) { m.flag = y }}}
		}
	}
	if v := x.u.cfile().vars[name]; v != nil {
		return x.variable(v, pos)
	}
	c := x.u.c
	if s := c.Symbols[name]; s != nil && s.Role != FileLocal && s.Storage != VerbatimStorage {
		return x.symbol(s, pos)
	}
	if rest, ok := strings.CutPrefix(name, "_z"); ok {
		if s := c.Symbols[rest]; s != nil && s.Role == FileLocal {
			return x.symbol(s, pos)
		}
	}
	if rest, ok := strings.CutPrefix(name, "_p_"); ok {
		if v, ok := x.pointerVariable(rest); ok {
			return v
		}
	}
	if rest, ok := strings.CutPrefix(name, "_ion_"); ok {
		if v, ok := x.ionVariable(rest); ok {
			return v
		}
	}
	if rest, ok := strings.CutPrefix(name, "_style_"); ok {
		if i, ok := c.ionIndex[rest]; ok {
			return wholeValue(func(m *machine) int64 { return int64(m.in.Ions[i][mechanism.IonStyle][m.in.IonRows[i]]) })
		}
	}
	if rest, ok := strings.CutSuffix(name, "_"+c.Suffix); ok {
		if s := c.Symbols[rest]; s != nil {
			return x.symbol(s, pos)
		}
	}
	if simulatorVariables[name] {
		return x.symbol(&Symbol{Name: name, Storage: SimulatorStorage}, pos)
	}
	if h, ok := handles[name]; ok {
		return refValue(cVoidStar, func(*machine) ref { return ref{base: cHandle{h}} })
	}
	switch name {
	case "_args":
		return refValue(cDoubleStar, func(m *machine) ref { return ref{base: cFloats(m.weights)} })
	case "stdout", "stderr":
		return refValue(&cType{kind: cPointer, size: 8, elem: &cType{kind: cOpaque, name: "FILE"}}, func(*machine) ref { return ref{base: cOutput{name}} })
	case "secondorder":
		return wholeValue(func(m *machine) int64 { return int64(truth(1.5 < m.env[kernel.Cj]*m.env[kernel.Dt])) })
	case "nrnmpi_myid", "nrn_nthread_id", "cvode_active_", "nrn_netrec_state_adjust", "_ninits", "state_discon_flag_":
		return wholeValue(func(*machine) int64 { return 0 })
	case "nrn_nthread", "nrnmpi_numprocs":
		return wholeValue(func(*machine) int64 { return 1 })
	case "hoc_epsilon":
		return realValue(always(1e-11))
	}
	return x.unknown(pos, "the name %s of C", name)
}

// nmodlLocal finds a LOCAL, an argument or the result of the routine.
func (x *scope) nmodlLocal(name string) *Symbol {
	for i := len(x.names) - 1; i >= 0; i-- {
		if s := x.names[i][name]; s != nil {
			return s
		}
	}
	return nil
}

// symbol gives a variable of NMODL to C.
func (x *scope) symbol(s *Symbol, pos fault.Pos) cValue {
	if s.Storage == RandomStorage {
		at := x.u.c.column[s]
		return refValue(cVoidStar, func(m *machine) ref {
			return ref{base: cStream{m.in.Mech, m.rowID(), at}}
		})
	}
	if s.Storage == ExternalStorage {
		return x.unknown(pos, "the EXTERNAL variable %s", s.Name)
	}
	p := x.place(s, pos)
	i, n := p.at, max(s.Size, 1)
	var at pointer
	switch p.kind {
	case atColumn:
		check := func(*machine) float64 { return 0 }
		if s.Storage == PointerStorage {
			check = x.pointed(s, i, pos)
		}
		at = func(m *machine) ref {
			check(m)
			return ref{base: &cRow{m.cols[i : i+n], m.row, i, m.in.Mech, m.rowID()}}
		}
	case atGlobal:
		at = func(m *machine) ref { return ref{base: cFloats(m.globals[i : i+n : i+n])} }
	case atLocal:
		at = func(m *machine) ref { return ref{base: cFloats(m.loc[i : i+n : i+n])} }
	case atWeight:
		at = func(m *machine) ref { return ref{base: cFloats(m.weights[i : i+1])} }
	case atIon:
		at = func(m *machine) ref { return ref{base: cFloats(m.ions[i : i+1])} }
	case atV:
		at = func(m *machine) ref { return ref{base: &m.v} }
	}
	if s.Size > 0 {
		return refValue(&cType{kind: cPointer, size: 8, elem: cDoubleType, length: int64(s.Size)}, at)
	}
	v := cValue{t: cDoubleType, f: x.read(s, 0, pos), lv: &cPlace{at: at}}
	switch {
	case s.Role == LoopVariable:
		f := v.f
		return wholeValue(func(m *machine) int64 { return int64(f(m)) })
	case s.Storage == ConstantStorage || s.Storage == SimulatorStorage && s.Name != "v":
		v.lv = nil
	default:
		v.lv.setF = x.setter(s, 0, pos)
	}
	return v
}

// rowID names the instance; NoRow where there is none.
func (m *machine) rowID() mechanism.RowID {
	if t := m.in.Mech.Table; m.in.Row >= 0 && m.in.Row < t.Len() {
		return t.ID(m.in.Row)
	}
	return mechanism.NoRow
}

// pointerVariable is _p_NAME of a POINTER: what it holds, which may be anything.
func (x *scope) pointerVariable(name string) (cValue, bool) {
	c := x.u.c
	slot := slices.IndexFunc(c.Pointers, func(s *Symbol) bool { return s.Name == name })
	if slot < 0 {
		return cValue{}, false
	}
	s := c.Pointers[slot]
	col := -1
	if c.numberPointer(s) {
		c.kept[s] = true
		if i, ok := c.column[s]; ok {
			col = i
		}
	}
	object := func(m *machine) cObject { return cObject{m.in.Mech, m.rowID(), slot} }
	return cValue{t: cDoubleStar,
		r: func(m *machine) ref {
			o := object(m)
			if p, ok := o.mech.Object(o.id, slot).(ref); ok {
				return p
			}
			if col >= 0 && !mechanism.IsUnset(m.cols[col][m.row]) {
				return ref{base: &cRow{m.cols[col : col+1], m.row, col, m.in.Mech, m.rowID()}}
			}
			return ref{}
		},
		lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: object(m)} },
			setR: func(m *machine, y ref) { o := object(m); o.mech.SetObject(o.id, slot, y) },
		}}, true
}

// ionVariable is _ion_NAME: the ion's own variable.
func (x *scope) ionVariable(name string) (cValue, bool) {
	for ion, i := range x.u.c.ionIndex {
		column, ok := mechanism.IonColumn(ion, name)
		if !ok && name == "di"+ion+"dv" {
			column, ok = mechanism.IonDidv, true
		}
		if !ok {
			continue
		}
		cell := func(m *machine) *float64 { return &m.in.Ions[i][column][m.in.IonRows[i]] }
		return cValue{t: cDoubleType, f: func(m *machine) float64 { return *cell(m) }, lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: cell(m)} },
			setF: func(m *machine, y float64) { *cell(m) = y },
		}}, true
	}
	return cValue{}, false
}

// cMember compiles _nt->_t and the like.
func (x *scope) cMember(e *cMember) cValue {
	if id, ok := e.x.(*cIdent); ok && e.arrow && handles[id.name] == "nt" {
		switch e.name {
		case "_t":
			return realValue(func(m *machine) float64 { return m.env[kernel.T] })
		case "_dt":
			return realValue(func(m *machine) float64 { return m.env[kernel.Dt] })
		case "id", "_id":
			return wholeValue(func(*machine) int64 { return 0 })
		}
	}
	if e.name == "_pvoid" { // _ppvar[1]._pvoid is the point process
		if i, ok := e.x.(*cIndex); ok {
			if id, ok := i.x.(*cIdent); ok && id.name == "_ppvar" {
				return refValue(cVoidStar, func(*machine) ref { return ref{base: cHandle{"pnt"}} })
			}
		}
	}
	return x.unknown(e.pos, "the member %s of a struct", e.name)
}
