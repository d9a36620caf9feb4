package nmodl

import "github.com/gneuron/gneuron/fault"

// File is the syntax tree of one .mod text with its INCLUDEs merged in.
type File struct {
	Name   string
	Title  string  // text after TITLE, "" if there is none
	Blocks []Block // in source order

	// Lines holds the source lines of every file that was read, by file name,
	// for diagnostics.
	Lines map[string][]string
}

// Node is any part of the tree.
type Node interface {
	// Position is where the node starts in its source; of a Binary, where its
	// operator stands.
	Position() fault.Pos
}

// Block is a top-level part of a file: *NeuronBlock, *UnitsBlock, *DeclBlock,
// *CodeBlock, *Define, *Local, *Verbatim or *UnitsSwitch.
type Block interface {
	Node
	block()
}

// Stmt is a statement inside a CodeBlock: *Assign, *CallStmt, *Local, *If,
// *While, *From, *BlockStmt, *Solve, *Table, *Verbatim, *Protect, *Mutex,
// *Conductance, *Reaction, *Compartment, *LongitudinalDiffusion, *Conserve,
// *Equation, *Watch, *ForNetCons, *NetInitial, *Lag or *UnitsSwitch.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression: *Number, *Name, *Index, *Prime, *Unary, *Binary,
// *Call or *String. Parentheses are not kept, but for those
// around a single number; the printer puts back those that precedence needs.
type Expr interface {
	Node
	expr()
}

// At is the source position that every node embeds.
type At struct{ Pos fault.Pos }

// Position implements Node.
func (a At) Position() fault.Pos { return a.Pos }

// Ident is a name written in a list or a heading.
type Ident struct {
	At
	Name string
}

// Unit is a unit in parentheses, without them and as written ("mA/cm2").
// Given is false where no unit was written.
type Unit struct {
	At
	Text  string
	Given bool
}

// ---- declarations

// MechanismKind says what a NEURON block declares.
type MechanismKind int

const (
	// Density is SUFFIX name: one instance per segment, currents per area.
	Density MechanismKind = iota
	// PointProcess is POINT_PROCESS name: currents in nA at one place.
	PointProcess
	// ArtificialCell is ARTIFICIAL_CELL name: events only, no segment.
	ArtificialCell
	// Nothing is SUFFIX nothing: functions and globals, no instances, and
	// names without a suffix.
	Nothing
)

// NeuronBlock is NEURON { ... }: the face of the mechanism to the simulator.
// A file may hold several; the checker joins them.
type NeuronBlock struct {
	At
	Kind       MechanismKind
	Suffix     Ident // name after SUFFIX, POINT_PROCESS or ARTIFICIAL_CELL; Name "" if missing
	Represents string
	Ions       []*UseIon

	NonspecificCurrent []Ident
	ElectrodeCurrent   []Ident
	Range              []Ident
	Global             []Ident
	Pointer            []Ident
	BBCorePointer      []Ident
	External           []Ident
	Random             []Ident
	Section            []Ident
	ThreadSafe         bool
	ThreadSafeNames    []Ident
}

// UseIon is USEION ion READ a, b WRITE c VALENCE z REPRESENTS id.
type UseIon struct {
	At
	Ion         Ident
	Read, Write []Ident
	HasValence  bool
	Valence     float64
	Represents  string
}

// UnitsBlock is UNITS { ... }.
type UnitsBlock struct {
	At
	Defs []*UnitDef
}

// UnitDef is one line of a UNITS block: an alias
//
//	(new) = (old)                    Name is "", New is given
//
// or a factor, which is a constant that code can read:
//
//	name = number (unit)             HasValue
//	name = (from) (to)               From and To given: how many To one From is
//	name = (from) -> (to)            the same, with Arrow
type UnitDef struct {
	At
	New      Unit
	Name     string
	HasValue bool
	Value    float64
	Text     string // the number as written
	From, To Unit   // for an alias From is the old unit; for a number To is its unit
	Arrow    bool
}

// DeclKind is the keyword of a declaration block.
type DeclKind int

const (
	// ParameterDecl is PARAMETER.
	ParameterDecl DeclKind = iota
	// ConstantDecl is CONSTANT.
	ConstantDecl
	// AssignedDecl is ASSIGNED.
	AssignedDecl
	// StateDecl is STATE.
	StateDecl
	// IndependentDecl is INDEPENDENT.
	IndependentDecl
	// SteppedDecl is STEPPED.
	SteppedDecl
)

// DeclBlock is PARAMETER, CONSTANT, ASSIGNED, STATE, INDEPENDENT or STEPPED
// { ... }.
type DeclBlock struct {
	At
	Kind  DeclKind
	Decls []*Decl
}

// Decl declares one variable:
//
//	name[size] = value (unit) <lo, hi>                   PARAMETER, CONSTANT
//	name[size] FROM lo TO hi START x (unit) <tol>        ASSIGNED, STATE
//	name FROM lo TO hi WITH n START x (unit)             INDEPENDENT
//	name = v1, v2, v3 (unit)                             STEPPED
type Decl struct {
	At
	Name  string
	Size  int     // number of elements, 0 for a scalar
	Value *Number // value after "=", nil if none
	Unit  Unit
	Lo    *Number // <lo, hi> of a parameter, nil if none
	Hi    *Number

	From, To  *Number // FROM ... TO ... of an ASSIGNED, STATE or INDEPENDENT
	Start     *Number // START
	Tolerance *Number // <tol>: absolute tolerance of a state
	With      *Number // WITH n of INDEPENDENT
	Sweep     bool    // SWEEP before INDEPENDENT's name
	Steps     []*Number
}

// Define is DEFINE name integer. Later uses are Numbers that carry the name.
type Define struct {
	At
	Name  string
	Value int
}

// CodeKind is the keyword of a block of code.
type CodeKind int

// The kinds of code blocks. Those with a name have it in CodeBlock.Name.
const (
	Initial       CodeKind = iota // INITIAL
	Breakpoint                    // BREAKPOINT
	Derivative                    // DERIVATIVE name
	Kinetic                       // KINETIC name
	Linear                        // LINEAR name
	Nonlinear                     // NONLINEAR name
	Discrete                      // DISCRETE name
	Function                      // FUNCTION name(args) (unit)
	Procedure                     // PROCEDURE name(args) (unit)
	FunctionTable                 // FUNCTION_TABLE name(args) (unit), no body
	NetReceive                    // NET_RECEIVE (args)
	Before                        // BEFORE event
	After                         // AFTER event
	Constructor                   // CONSTRUCTOR
	Destructor                    // DESTRUCTOR
	Terminal                      // TERMINAL
)

// BlockEvent is what a BEFORE or AFTER block belongs to.
type BlockEvent int

const (
	// AtInitial is BEFORE/AFTER INITIAL.
	AtInitial BlockEvent = iota
	// AtBreakpoint is BEFORE/AFTER BREAKPOINT.
	AtBreakpoint
	// AtSolve is BEFORE/AFTER SOLVE.
	AtSolve
	// AtStep is BEFORE/AFTER STEP.
	AtStep
)

// CodeBlock is a block of statements.
type CodeBlock struct {
	At
	Kind     CodeKind
	Name     string // "" for a kind without a name
	NamePos  fault.Pos
	Event    BlockEvent // of BEFORE and AFTER
	Args     []*Arg
	Unit     Unit    // unit of the result of a FUNCTION
	SolveFor []Ident // SOLVEFOR list of KINETIC, LINEAR and NONLINEAR
	Body     []Stmt

	// Result is the variable of a FUNCTION that carries its name: what is
	// assigned to it is returned. Set by Check.
	Result *Symbol
}

// Arg is an argument of a FUNCTION, PROCEDURE, FUNCTION_TABLE, NET_RECEIVE or
// FOR_NETCONS.
type Arg struct {
	At
	Name string
	Unit Unit
	Sym  *Symbol // set by Check
}

func (*NeuronBlock) block() {}
func (*UnitsBlock) block()  {}
func (*DeclBlock) block()   {}
func (*Define) block()      {}
func (*CodeBlock) block()   {}
func (*Local) block()       {}
func (*Verbatim) block()    {}
func (*UnitsSwitch) block() {}
