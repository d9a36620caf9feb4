package nmodl

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// Compile makes a mechanism of a .mod text. The filename is for messages; the
// text of an INCLUDE "name" is fetched with include, which may be nil if none
// is allowed.
//
// Errors have a position; at most ten are reported.
func Compile(filename, text string, include func(name string) (string, error)) (*mechanism.Type, []*fault.Error) {
	c, errs := compile(filename, text, include)
	if len(errs) > 0 {
		return nil, errs
	}
	return c.typ, nil
}

func compile(filename, text string, include func(name string) (string, error)) (*compiler, []*fault.Error) {
	file, errs := Parse(filename, text, include)
	if len(errs) > 0 {
		return nil, errs
	}
	checked, errs := Check(file)
	if len(errs) > 0 {
		return nil, errs
	}
	c, err := newCompiler(checked, text)
	if err != nil {
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
	if !slices.ContainsFunc(slices.Collect(maps.Keys(all)), func(s *Symbol) bool { return !kept[s] }) {
		return c, nil
	}
	c.layout(filename, text, kept)
	if err := c.programs(); err != nil {
		return nil, []*fault.Error{err}
	}
	return c, nil
}

// compiler turns a checked file into a mechanism.Type.
type compiler struct {
	*Checked
	typ        *mechanism.Type
	unrun      []*fault.Error // C that cannot run: an error where it is reached
	column     map[*Symbol]int
	global     map[*Symbol]int
	ionIndex   map[string]int // in typ.Ions
	tableIndex map[*CodeBlock]int
	kept       map[*Symbol]bool   // hidden variables whose value lasts between passes
	lookup     map[*CodeBlock]int // in typ.FunctionTables
	diffusing  []diffusing
	history    map[*CodeBlock]*Symbol // of blocks that adams solves
	past       map[*Symbol]*Symbol    // of states, for x@1
	single     *single
	comment    string
	fileTokens []cToken // of the C outside of blocks, without its macros
	fileMacros *cMacros // those that it defines
	steps      int      // statements lowered so far
	pointing   bool     // code that was lowered uses a POINTER
}

// newCompiler makes the compiler of a checked file, with what it can tell before the
// variables have their columns.
func newCompiler(checked *Checked, text string) (*compiler, *fault.Error) {
	c := &compiler{Checked: checked, kept: map[*Symbol]bool{}, comment: comment(text)}
	if err := c.unitFactors(); err != nil {
		return nil, err
	}
	c.histories()
	c.pasts()
	return c, nil
}

// maxSteps bounds the statements that are lowered for all programs of a file,
// each call of a routine and each turn of a loop by itself. Published files
// have some thousands.
const maxSteps = 200_000

// step counts a statement; it stops code that grows beyond measure where its
// calls are written out.
func (c *compiler) step(pos fault.Pos) {
	if c.steps++; c.steps > maxSteps {
		c.beyond(pos, "code of more than %d statements, each call and each turn of a loop counted", maxSteps)
	}
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
			if s := c.Symbols[id.Name]; c.private(s) && !c.ownCurrent(s) {
				list = append(list, s)
			}
		}
	}
	return list
}

// layout gives every variable its place. Hidden ones get a column if kept.
func (c *compiler) layout(filename, text string, kept map[*Symbol]bool) {
	c.typ = &mechanism.Type{Name: c.Suffix, Title: c.File.Title, File: filename, Source: text, Doc: c.comment, UseTable: -1, Warnings: c.Warnings}
	c.column, c.global = map[*Symbol]int{}, map[*Symbol]int{}
	c.ionIndex, c.tableIndex = map[string]int{}, map[*CodeBlock]int{}
	c.typ.Kind = map[MechanismKind]mechanism.Kind{Density: mechanism.Density, PointProcess: mechanism.PointProcess,
		ArtificialCell: mechanism.ArtificialCell, Nothing: mechanism.Library}[c.Kind]
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
	}{{c.withCurrents(c.Parameters, Parameter), mechanism.Parameter}, {c.withCurrents(c.Assigned, Assigned), mechanism.Assigned}, {c.States, mechanism.State}} {
		for _, s := range group.list {
			switch {
			case c.ownCurrent(s):
				c.addVar(s, mechanism.Assigned, false)
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
	for _, u := range c.Ions {
		for _, id := range slices.Concat(u.Read, u.Write) {
			s := c.Symbols[id.Name]
			if _, ok := c.global[s]; s.Global && !ok {
				c.addGlobal(s, false)
			}
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
	for _, s := range c.Pointers {
		c.addVar(s, mechanism.Assigned, true)
		c.typ.Pointers = append(c.typ.Pointers, mechanism.Pointer{Name: s.Name, Column: c.column[s], Assigned: s.Assigned, Optional: c.isBBCore(s) || !s.Read && !s.Assigned})
	}
	c.layoutRandoms()
	c.externals()
	c.functionTables()
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
		v.Default = rounded(s.Default)
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
		Default: rounded(s.Default), Limits: limits(s), Hidden: hidden, Doc: c.doc(s)})
	return i
}

// rounded gives the value of a declaration with the six digits that NEURON's
// translator keeps of it.
func rounded(x float64) float64 {
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', 6, 64), 64)
	return x
}

// ownCurrent reports whether scripts see the mechanism's copy of an ion's
// current, as ik_NAME: RANGE says so.
func (c *compiler) ownCurrent(s *Symbol) bool {
	if s.Storage != IonStorage || s.Ion.Part != IonCurrent {
		return false
	}
	for _, b := range c.File.Blocks {
		if n, ok := b.(*NeuronBlock); ok && slices.ContainsFunc(n.Range, func(id Ident) bool { return id.Name == s.Name }) {
			return true
		}
	}
	return false
}

// withCurrents puts the visible copies of ions' currents into a list of
// variables, where they are declared.
func (c *compiler) withCurrents(list []*Symbol, role Role) []*Symbol {
	out := slices.Clone(list)
	for _, u := range c.Ions {
		s := c.Symbols["i"+u.Ion.Name]
		if s == nil || !c.ownCurrent(s) || s.Role != role && (role != Assigned || s.Role != Predeclared) {
			continue
		}
		at := slices.IndexFunc(out, func(x *Symbol) bool { return s.Role == role && before(s.Pos, x.Pos) })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, s)
	}
	return out
}

// isBBCore reports whether a pointer is a BBCOREPOINTER, which may stay unset.
func (c *compiler) isBBCore(s *Symbol) bool {
	for _, b := range c.File.Blocks {
		if n, ok := b.(*NeuronBlock); ok && slices.ContainsFunc(n.BBCorePointer, func(id Ident) bool { return id.Name == s.Name }) {
			return true
		}
	}
	return false
}

func limits(s *Symbol) *mechanism.Limits {
	if !s.HasLimits {
		return nil
	}
	return &mechanism.Limits{Lo: rounded(s.Lo), Hi: rounded(s.Hi)}
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

// comment is the text of the file's first COMMENT.
func comment(text string) string {
	before, _, _ := strings.Cut(text, "ENDCOMMENT")
	_, inside, _ := strings.Cut(before, "COMMENT")
	return strings.TrimSpace(inside)
}

// programs makes the programs of the type.
func (c *compiler) programs() *fault.Error {
	err := try(func() {
		c.single = c.newSingle()
		c.typ.Init, c.typ.InitCode = c.either(c.initial, c.single.initialCode)
		if len(c.currents()) > 0 && c.Breakpoint != nil {
			c.typ.Current, c.typ.CurrentCode = c.either(c.current, c.single.currentCode)
		}
		c.typ.State, c.typ.StateCode = c.either(c.state, c.single.stateCode)
		c.typ.BeforeTables = c.beforeTables()
		c.typ.Hooks = c.hooks()
		c.typ.Slopes = sync.OnceValue(c.slopesOf)
		c.diffuses()
		c.diffusion()
		c.eventCode()
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
	m := &mechanism.Procedure{Name: b.Name, IsFunction: b.Kind != Procedure}
	for _, a := range b.Args {
		m.Args = append(m.Args, a.Name)
	}
	p := c.newPass(len(b.Args))
	err, beyond := attempt(func() {
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
	if beyond {
		err = c.single.procedureOf(b, m)
	}
	if err != nil {
		m.Err = err
		return m
	}
	if m.Code != nil {
		return m
	}
	maps.Copy(c.kept, p.keep())
	m.NeedsInstance = p.instance
	m.Tables = slices.Sorted(maps.Keys(p.tables))
	m.Program = p.Build()
	return m
}
