package nmodl

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// Compile makes a mechanism of a .mod text. The filename is for messages; the
// text of an INCLUDE "name" is fetched with include, which may be nil if none
// is allowed.
//
// Errors have a position; at most ten are reported. What NMODL knows and
// gneuron does not run yet is an error, too ("not supported yet: ...").
func Compile(filename, text string, include func(name string) (string, error)) (*mechanism.Type, []*fault.Error) {
	file, errs := Parse(filename, text, include)
	if len(errs) > 0 {
		return nil, errs
	}
	checked, errs := Check(file)
	if len(errs) > 0 {
		return nil, errs
	}
	c := &compiler{Checked: checked, kept: map[*Symbol]bool{}}
	if errs := c.unsupported(); len(errs) > 0 {
		return nil, errs
	}
	if err := c.unitFactors(); err != nil {
		return nil, []*fault.Error{err}
	}
	// The first round finds out which variables must be stored between passes;
	// the second leaves out the others.
	for _, s := range c.hidden() {
		c.kept[s] = true
	}
	all := c.kept
	c.kept = map[*Symbol]bool{}
	c.layout(filename, text, all)
	if err := c.programs(); err != nil {
		return nil, []*fault.Error{err}
	}
	kept := c.kept
	c.layout(filename, text, kept)
	if err := c.programs(); err != nil {
		return nil, []*fault.Error{err}
	}
	return c.typ, nil
}

// compiler turns a checked file into a mechanism.Type.
type compiler struct {
	*Checked
	typ        *mechanism.Type
	column     map[*Symbol]int
	global     map[*Symbol]int
	ionIndex   map[string]int // in typ.Ions
	tableIndex map[*CodeBlock]int
	kept       map[*Symbol]bool // hidden variables whose value lasts between passes
}

// hidden lists the variables of an instance that scripts do not see.
func (c *compiler) hidden() []*Symbol {
	var list []*Symbol
	for _, s := range c.Assigned {
		if s.Storage == InstanceStorage && !s.Range {
			list = append(list, s)
		}
	}
	for _, u := range c.Ions {
		for _, id := range u.Write {
			if s := c.Symbols[id.Name]; c.private(s) {
				list = append(list, s)
			}
		}
	}
	return list
}

// layout gives every variable its place. Hidden ones get a column if kept.
func (c *compiler) layout(filename, text string, kept map[*Symbol]bool) {
	c.typ = &mechanism.Type{Name: c.Suffix, Title: c.File.Title, File: filename, Source: text, Doc: comment(text), UseTable: -1, Warnings: c.Warnings}
	c.column, c.global = map[*Symbol]int{}, map[*Symbol]int{}
	c.ionIndex, c.tableIndex = map[string]int{}, map[*CodeBlock]int{}
	if c.Kind == PointProcess {
		c.typ.Kind = mechanism.PointProcess
	}
	for i, u := range c.Ions {
		use := mechanism.IonUse{Ion: u.Ion.Name, Valence: u.Valence, HasValence: u.HasValence, Charge: -1}
		for _, id := range u.Read {
			use.Read = append(use.Read, id.Name)
		}
		for _, id := range u.Write {
			use.Write = append(use.Write, id.Name)
		}
		if writesConcentration(c.Checked, u) {
			c.typ.WritesConcentration = true
			use.Charge = c.addGlobal(&Symbol{Name: "charge_" + use.Ion, Pos: u.Pos}, true)
		}
		c.typ.Ions = append(c.typ.Ions, use)
		c.ionIndex[use.Ion] = i
	}
	for _, group := range []struct {
		list []*Symbol
		role mechanism.Role
	}{{c.Parameters, mechanism.Parameter}, {c.Assigned, mechanism.Assigned}, {c.States, mechanism.State}} {
		for _, s := range group.list {
			switch {
			case s.Storage == GlobalStorage:
				c.addGlobal(s, false)
			case s.Storage == InstanceStorage && (s.Range || kept[s]):
				c.addVar(s, group.role, !s.Range)
			}
		}
	}
	for _, s := range c.hidden() {
		if s.Storage == IonStorage && kept[s] {
			c.addVar(s, mechanism.Assigned, true)
		}
	}
	for _, s := range c.Locals {
		c.addGlobal(s, true)
	}
	for _, s := range c.States {
		if s.Start != nil && s.Start.Assigned && s.Start.Role == Predeclared {
			c.addGlobal(s.Start, true)
		}
	}
	if slices.ContainsFunc(slices.Collect(maps.Values(c.Routines)), func(b *CodeBlock) bool { return tableOf(b) != nil }) {
		c.typ.UseTable = len(c.typ.Globals)
		c.addGlobal(&Symbol{Name: "usetable", Default: 1, HasLimits: true, Lo: 0, Hi: 1}, false)
	}
	for _, s := range c.currents() {
		if s.Current != NotCurrent {
			c.typ.Currents = append(c.typ.Currents, s.Name)
			c.typ.Electrode = c.typ.Electrode || s.Current == Electrode
		}
	}
}

func (c *compiler) addVar(s *Symbol, role mechanism.Role, hidden bool) {
	v := mechanism.Var{Name: s.Name, Units: s.Unit, Role: role, Hidden: hidden, Column: c.typ.Columns, Size: s.Size, Limits: limits(s), Doc: c.doc(s)}
	if role == mechanism.Parameter {
		v.Default = s.Default
	}
	c.column[s] = v.Column
	c.typ.Columns += max(s.Size, 1)
	c.typ.Vars = append(c.typ.Vars, v)
}

func (c *compiler) addGlobal(s *Symbol, hidden bool) int {
	i := c.typ.NumGlobals
	c.global[s] = i
	c.typ.NumGlobals += max(s.Size, 1)
	c.typ.Globals = append(c.typ.Globals, mechanism.Global{Name: s.Name, Units: s.Unit, Size: s.Size, Index: i,
		Default: s.Default, Limits: limits(s), Hidden: hidden, Doc: c.doc(s)})
	return i
}

func limits(s *Symbol) *mechanism.Limits {
	if !s.HasLimits {
		return nil
	}
	return &mechanism.Limits{Lo: s.Lo, Hi: s.Hi}
}

// doc is the comment behind the declaration of a variable.
func (c *compiler) doc(s *Symbol) string {
	lines := c.File.Lines[s.Pos.File]
	if s.Pos.Line < 1 || s.Pos.Line > len(lines) {
		return ""
	}
	line := lines[s.Pos.Line-1]
	if i := strings.IndexAny(line, ":?"); i >= 0 {
		return strings.TrimSpace(line[i+1:])
	}
	return ""
}

var commentBlock = regexp.MustCompile(`(?s)\bCOMMENT\b(.*?)\bENDCOMMENT\b`)

// comment is the text of the file's first COMMENT.
func comment(text string) string {
	if m := commentBlock.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

// programs makes the programs of the type.
func (c *compiler) programs() *fault.Error {
	err := try(func() {
		c.typ.Init = c.initial()
		if len(c.currents()) > 0 && c.Breakpoint != nil {
			c.typ.Current = c.current()
		}
		c.typ.State = c.state()
	})
	if err != nil {
		return err
	}
	routines := slices.SortedFunc(maps.Values(c.Routines), func(a, b *CodeBlock) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Name, b.Name))
	})
	for _, b := range routines {
		c.typ.Procedures = append(c.typ.Procedures, c.procedure(b))
	}
	return nil
}

// procedure makes the program of a FUNCTION or PROCEDURE for scripts.
func (c *compiler) procedure(b *CodeBlock) *mechanism.Procedure {
	m := &mechanism.Procedure{Name: b.Name, IsFunction: b.Kind == Function}
	for _, a := range b.Args {
		m.Args = append(m.Args, a.Name)
	}
	p := c.newPass(len(b.Args))
	err := try(func() {
		var args []num
		for i := range b.Args {
			args = append(args, num{v: p.Arg(i)})
		}
		y := p.inline(b, args, b.Pos)
		p.storeOwn()
		if m.IsFunction {
			p.Result(y.v)
		}
	})
	if err != nil {
		m.Err = err
		return m
	}
	maps.Copy(c.kept, p.keep())
	m.NeedsInstance = p.instance
	m.Tables = slices.Sorted(maps.Keys(p.tables))
	m.Program = p.Build()
	return m
}
