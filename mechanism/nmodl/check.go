package nmodl

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// simulatorVariables belong to the simulator, in whatever block a file
// declares them and even if it does not.
var simulatorVariables = wordSet(`v t dt celsius diam area`)

// fluxVariables are the two sides of the reaction before, in a KINETIC block.
var fluxVariables = wordSet(`f_flux b_flux`)

// Check resolves the names of a file that parsed without an error and sets the
// Sym, Target, Builtin and Result fields of its tree.
//
// Errors are of kind fault.Reference for a name that is not defined, or else of
// kind fault.Syntax; at most ten are reported, in the order of the text.
func Check(f *File) (*Checked, []*fault.Error) { return newChecker(f).check() }

func newChecker(f *File) *checker {
	return &checker{
		Checked: &Checked{
			File:      f,
			Symbols:   map[string]*Symbol{},
			Routines:  map[string]*CodeBlock{},
			Solvables: map[string]*CodeBlock{},
		},
		hiding:  map[string]*Symbol{},
		stepped: map[*Symbol]bool{},
	}
}

func (c *checker) check() (*Checked, []*fault.Error) {
	f := c.File
	c.verbatims()
	c.neuron()
	c.declarations()
	c.useTable()
	c.neuronLists()
	c.blocks()
	for _, b := range f.Blocks {
		if b, ok := b.(*CodeBlock); ok {
			c.code(b)
		}
	}
	c.solved()
	sort.SliceStable(c.errs, func(i, j int) bool { return before(c.errs[i].Pos, c.errs[j].Pos) })
	if len(c.errs) > maxErrors {
		c.errs = c.errs[:maxErrors]
	}
	return c.Checked, c.errs
}

func before(a, b fault.Pos) bool {
	if a.File != b.File {
		return false
	}
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// checker is a Checked in the making.
type checker struct {
	*Checked
	errs  []*fault.Error
	alone bool // the file is a system of equations of its own: see CompileEquations

	neurons []*NeuronBlock
	cwords  map[string]bool // words of all VERBATIM texts

	stepped   map[*Symbol]bool     // STEPPED variables that were complained of
	hiding    map[string]*Symbol   // LOCALs of the file that hide another variable
	block     *CodeBlock           // being checked
	scopes    []map[string]*Symbol // of its locals, innermost last
	tables    int                  // TABLEs seen in the block
	equations map[*CodeBlock][]*Symbol
}

func (c *checker) source(pos fault.Pos) string {
	if lines := c.File.Lines[pos.File]; pos.Line >= 1 && pos.Line <= len(lines) {
		return lines[pos.Line-1]
	}
	return ""
}

// fail reports an error and returns it, for a hint.
func (c *checker) fail(kind fault.Kind, pos fault.Pos, format string, args ...any) *fault.Error {
	e := &fault.Error{Kind: kind, Pos: pos, Mechanism: c.Suffix,
		Msg: fmt.Sprintf(format, args...), Source: c.source(pos)}
	c.errs = append(c.errs, e)
	return e
}

func (c *checker) syntax(pos fault.Pos, format string, args ...any) *fault.Error {
	return c.fail(fault.Syntax, pos, format, args...)
}

func (c *checker) warn(pos fault.Pos, format string, args ...any) {
	c.Warnings = append(c.Warnings, &fault.Error{Kind: fault.Syntax, Pos: pos, Mechanism: c.Suffix,
		Msg: fmt.Sprintf(format, args...), Source: c.source(pos)})
}

// twice reports a second definition of a name.
func (c *checker) twice(pos fault.Pos, name, what string, first fault.Pos) {
	where := fmt.Sprintf("line %d", first.Line)
	if first.File != pos.File {
		where = first.String()
	}
	c.syntax(pos, "%s is defined twice: it is %s at %s", name, what, where).
		WithHint("rename or remove one of the two")
}

// verbatims collects the C texts and their words. A name that is not declared
// elsewhere but occurs there may be declared there.
func (c *checker) verbatims() {
	c.cwords = map[string]bool{}
	add := func(v *Verbatim) {
		c.Verbatims = append(c.Verbatims, v)
		for _, w := range strings.FieldsFunc(v.Text, func(r rune) bool {
			return r > 127 || !isAlpha(byte(r)) && !isDigit(byte(r))
		}) {
			c.cwords[w] = true
		}
	}
	for _, b := range c.File.Blocks {
		switch b := b.(type) {
		case *Verbatim:
			add(b)
		case *CodeBlock:
			walkStmts(b.Body, func(s Stmt) {
				if v, ok := s.(*Verbatim); ok {
					add(v)
				}
			})
		}
	}
}

// walkStmts calls f for every statement of a list and of the lists within.
func walkStmts(list []Stmt, f func(Stmt)) {
	for _, s := range list {
		f(s)
		switch s := s.(type) {
		case *If:
			walkStmts(s.Then, f)
			walkStmts(s.Else, f)
		case *While:
			walkStmts(s.Body, f)
		case *From:
			walkStmts(s.Body, f)
		case *BlockStmt:
			walkStmts(s.Body, f)
		case *Solve:
			walkStmts(s.IfError, f)
		case *ForNetCons:
			walkStmts(s.Body, f)
		case *NetInitial:
			walkStmts(s.Body, f)
		}
	}
}

// fileIdent is the name of a .mod file that can name a mechanism.
var fileIdent = regexp.MustCompile(`(?:^|[/\\])([A-Za-z]\w*)\.mod$`)

// neuron finds what the file declares: a mechanism, a point process, ...
func (c *checker) neuron() {
	named := false
	for _, b := range c.File.Blocks {
		n, ok := b.(*NeuronBlock)
		if !ok {
			continue
		}
		c.neurons = append(c.neurons, n)
		c.ThreadSafe = c.ThreadSafe || n.ThreadSafe
		c.Ions = append(c.Ions, n.Ions...)
		if n.Suffix.Name != "" {
			named = true
			c.Kind, c.Suffix = n.Kind, n.Suffix.Name
		}
	}
	switch {
	case c.alone:
		if c.Kind = PointProcess; !named {
			c.Suffix = "equations"
		}
	case named:
	case len(c.neurons) > 0 && fileIdent.MatchString(c.File.Name):
		c.Suffix = fileIdent.FindStringSubmatch(c.File.Name)[1]
		c.warn(c.neurons[0].Pos, "the NEURON block does not name the mechanism, which gets the name of the file: %s", c.Suffix)
	case len(c.neurons) > 0:
		c.syntax(c.neurons[0].Pos, "the NEURON block does not name the mechanism").
			WithHint("add SUFFIX name, POINT_PROCESS name or ARTIFICIAL_CELL name")
	default:
		c.syntax(fault.Pos{File: c.File.Name, Line: 1, Column: 1}, "the file has no NEURON block").
			WithHint("add NEURON { SUFFIX name }, or POINT_PROCESS or ARTIFICIAL_CELL in place of SUFFIX")
	}
}

// declare adds a symbol of file scope; nil if the name is taken.
func (c *checker) declare(name string, pos fault.Pos, role Role, storage Storage) *Symbol {
	if old := c.Symbols[name]; old != nil {
		c.twice(pos, name, old.Role.String(), old.Pos)
		return nil
	}
	if b := builtins[name]; b != nil && role != FileLocal && !optionalBuiltins[name] {
		c.syntax(pos, "%s is a built-in function and cannot be a variable", name).
			WithHint("give the variable another name")
		return nil
	}
	s := &Symbol{Name: name, Pos: pos, Role: role, Storage: storage}
	c.Symbols[name] = s
	return s
}

// optionalBuiltins are functions of C that NEURON does not reserve.
var optionalBuiltins = wordSet(`fmin fmax round trunc abs`)

var roleNames = map[Role]string{
	Predeclared: "named in NEURON", Parameter: "a PARAMETER", Constant: "a CONSTANT",
	UnitFactor: "a constant of UNITS", Assigned: "ASSIGNED", State: "a STATE",
	Independent: "INDEPENDENT", Stepped: "STEPPED", FileLocal: "a LOCAL of the file",
	BlockLocal: "a LOCAL", Argument: "an argument", LoopVariable: "a loop variable",
	FunctionValue: "a FUNCTION",
}

// String is the role in the words of a message, as in "x is a STATE".
func (r Role) String() string { return roleNames[r] }

var declRoles = map[DeclKind]Role{
	ParameterDecl: Parameter, ConstantDecl: Constant, AssignedDecl: Assigned, StateDecl: State,
	IndependentDecl: Independent, SteppedDecl: Stepped,
}

// simulators tells the names that mean the simulator's variables wherever they are
// declared. Equations that stand alone have no node, hence a v of their own.
func (c *checker) simulators(name string) bool {
	return simulatorVariables[name] && !(c.alone && (name == "v" || name == "diam" || name == "area"))
}

// declarations makes the symbols of all declaration blocks.
func (c *checker) declarations() {
	for _, b := range c.File.Blocks {
		switch b := b.(type) {
		case *UnitsBlock:
			for _, d := range b.Defs {
				if d.Name != "" {
					c.factor(d)
				}
			}
		case *DeclBlock:
			for _, d := range b.Decls {
				c.declaration(d, declRoles[b.Kind])
			}
		case *Local:
			for _, v := range b.Vars {
				if s := c.fileLocal(v); s != nil {
					s.Size = v.Size
					if v.Sym = s; c.alone { // what INITIAL leaves there is the instance's
						s.Storage = InstanceStorage
						c.Assigned = append(c.Assigned, s)
						continue
					}
					c.Locals = append(c.Locals, s)
				}
			}
		}
	}
	for _, s := range c.States {
		c.startValue(s)
	}
}

// fileLocal makes the symbol of a LOCAL outside of all blocks. It hides a
// PARAMETER or ASSIGNED variable of its name from the code after it.
func (c *checker) fileLocal(v *LocalVar) *Symbol {
	old := c.Symbols[v.Name]
	if old == nil || old.Role != Assigned && old.Role != Parameter || old.Storage == SimulatorStorage || !before(old.Pos, v.Pos) {
		return c.declare(v.Name, v.Pos, FileLocal, GlobalStorage)
	}
	c.warn(v.Pos, "the LOCAL %s hides the variable of that name, which is %s at line %d, from the code below", v.Name, old.Role, old.Pos.Line)
	s := &Symbol{Name: v.Name, Pos: v.Pos, Role: FileLocal, Storage: GlobalStorage}
	c.hiding[v.Name] = s
	return s
}

// factor makes the constant that a line of UNITS names. The value of a ratio of
// units is not known here.
func (c *checker) factor(d *UnitDef) {
	if s := c.declare(d.Name, d.Pos, UnitFactor, ConstantStorage); s != nil {
		s.HasDefault, s.Default = d.HasValue, d.Value
		s.Unit = d.To.Text
		c.Constants = append(c.Constants, s)
	}
}

// declaration makes the symbol of one declaration.
func (c *checker) declaration(d *Decl, role Role) {
	storage := InstanceStorage
	switch {
	case c.simulators(d.Name):
		storage = SimulatorStorage
	case c.alone && role == Parameter:
	case role == Parameter || role == Stepped || c.Kind == Nothing:
		storage = GlobalStorage
	case role == Constant:
		storage = ConstantStorage
	}
	s := c.declare(d.Name, d.Pos, role, storage)
	if s == nil {
		return
	}
	s.Size, s.Unit = d.Size, d.Unit.Text
	for _, n := range []*Number{d.Value, d.Start} {
		if n != nil {
			s.HasDefault, s.Default = true, n.Value
		}
	}
	if d.Lo != nil {
		s.HasLimits, s.Lo, s.Hi = true, d.Lo.Value, d.Hi.Value
		if s.Lo > s.Hi {
			c.syntax(d.Lo.Pos, "the limits of %s are the wrong way round: %g is above %g", d.Name, s.Lo, s.Hi)
		}
	}
	if d.Tolerance != nil {
		s.Tolerance = d.Tolerance.Value
	}
	switch {
	case role == Constant:
		c.Constants = append(c.Constants, s)
	case storage == SimulatorStorage:
	case role == Parameter:
		s.Range = c.alone
		c.Parameters = append(c.Parameters, s)
	case role == Assigned:
		s.Range = c.alone
		c.Assigned = append(c.Assigned, s)
	case role == State:
		s.Range = true
		c.States = append(c.States, s)
	}
}

// useTable adds usetable, which switches the tables of a mechanism on (1, as at
// first) and off (0), to a file that has any.
func (c *checker) useTable() {
	found := false
	for _, b := range c.File.Blocks {
		if b, ok := b.(*CodeBlock); ok {
			for _, s := range b.Body {
				if _, ok := s.(*Table); ok {
					found = true
				}
			}
		}
	}
	if found && c.Symbols["usetable"] == nil {
		c.UseTable = &Symbol{Name: "usetable", Role: Predeclared, Storage: GlobalStorage, HasDefault: true, Default: 1}
		c.Symbols["usetable"] = c.UseTable
	}
}

// startValue ties a STATE x to its starting value x0.
func (c *checker) startValue(s *Symbol) {
	name := s.Name + "0"
	if c.Symbols[name] == nil {
		c.Symbols[name] = &Symbol{Name: name, Pos: s.Pos, Role: Predeclared, Storage: GlobalStorage,
			Unit: s.Unit, HasDefault: true, Default: s.Default}
	}
	s.Start = c.Symbols[name]
}

// names lists the variables that code at this place can see.
func (c *checker) names() []string {
	var list []string
	for _, scope := range c.scopes {
		for name := range scope {
			list = append(list, name)
		}
	}
	for name := range c.Symbols {
		list = append(list, name)
	}
	for name := range simulatorVariables {
		list = append(list, name)
	}
	return list
}

// routineNames lists the functions that code can call.
func (c *checker) routineNames() []string {
	var list []string
	for name := range c.Routines {
		list = append(list, name)
	}
	for name := range builtins {
		list = append(list, name)
	}
	return list
}

// undefined reports a name that nothing declares.
func (c *checker) undefined(pos fault.Pos, name string) {
	e := c.fail(fault.Reference, pos, "%s is not defined", name)
	e.Variable = name
	if len(name) > 1 && len(c.errs) <= maxErrors { // any one letter is near any other
		e.DidYouMean(spell.Nearest(name, append(c.names(), c.routineNames()...)))
	}
}
