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

// ---- statements

// Assign is target = value. The target is a *Name, *Index or *Prime; in a
// DERIVATIVE block x' = f(x) has a *Prime as target.
type Assign struct {
	At
	Target Expr
	Value  Expr
}

// CallStmt is a call for its effect: a PROCEDURE, net_send(...), printf(...).
type CallStmt struct {
	At
	Call *Call
}

// Local is LOCAL a, b[3], at the head of a block or at file level. A local at
// file level belongs to the mechanism, not to an instance, and keeps its value
// between calls.
type Local struct {
	At
	Vars []*LocalVar
}

// LocalVar is one variable of a LOCAL.
type LocalVar struct {
	At
	Name string
	Size int     // number of elements, 0 for a scalar
	Sym  *Symbol // set by Check
}

// If is if (Cond) { Then } else { Else }. An "else if" is an Else of exactly
// one *If with Chained set.
type If struct {
	At
	Cond    Expr
	Then    []Stmt
	Else    []Stmt // nil if there is no else
	Chained bool   // written as "else if"
}

// While is while (Cond) { Body }.
type While struct {
	At
	Cond Expr
	Body []Stmt
}

// From is FROM Var = Lo TO Hi BY By { Body }: the integer Var runs from Lo up
// to and including Hi.
type From struct {
	At
	Var    Ident
	Lo, Hi Expr
	By     Expr // nil if not written: 1
	Body   []Stmt
	Sym    *Symbol // the loop variable, set by Check
}

// BlockStmt is a bare { ... } inside a block.
type BlockStmt struct {
	At
	Body []Stmt
}

// Solve is SOLVE Block METHOD Method, or STEADYSTATE in place of METHOD.
type Solve struct {
	At
	Block       Ident
	Method      Ident // Name "" if not written
	SteadyState bool
	IfError     []Stmt // IFERROR { ... }, nil if not written

	Target *CodeBlock // the block to solve, set by Check
}

// Table is TABLE Names DEPEND Depend FROM Lo TO Hi WITH N, in a FUNCTION or
// PROCEDURE: the routine is tabulated over its one argument.
type Table struct {
	At
	Names  []*Name // the variables of a PROCEDURE that are tabulated; empty in a FUNCTION
	Depend []*Name // the table is rebuilt when one of these changes
	Lo, Hi Expr
	N      *Number // number of intervals
}

// Verbatim is VERBATIM ... ENDVERBATIM: C text, kept but not understood.
type Verbatim struct {
	At
	Text string // without the two keywords
}

// UnitsSwitch is UNITSON or UNITSOFF.
type UnitsSwitch struct {
	At
	On bool
}

// Protect is PROTECT in front of an assignment.
type Protect struct {
	At
	Assign *Assign
}

// Mutex is MUTEXLOCK or MUTEXUNLOCK.
type Mutex struct {
	At
	Lock bool
}

// Conductance is CONDUCTANCE Var USEION Ion: a hint that Var is the
// conductance of that ion's (or of the nonspecific) current.
type Conductance struct {
	At
	Var *Name
	Ion Ident // Name "" if not written
}

// ReactionKind tells the three arrows apart.
type ReactionKind int

const (
	// Reversible is a <-> b (kf, kb).
	Reversible ReactionKind = iota
	// Irreversible is a -> (k).
	Irreversible
	// Flux is a << (flux).
	Flux
)

// Reaction is a line of a KINETIC block:
//
//	~ A + 2 B <-> C (kf, kb)
//	~ A -> (k)
//	~ A << (flux)
type Reaction struct {
	At
	Kind        ReactionKind
	Left, Right []*Reactant // Right only of a Reversible
	Forward     Expr        // kf, k or flux
	Backward    Expr        // kb, only of a Reversible
}

// Reactant is a state (or another variable) with its stoichiometric count.
type Reactant struct {
	At
	Count int
	Var   Expr // *Name or *Index
}

// Compartment is COMPARTMENT Index, Volume { States }; Index may be missing.
type Compartment struct {
	At
	Index    Ident // Name "" if not written
	IndexSym *Symbol
	Volume   Expr
	States   []*Name
}

// LongitudinalDiffusion is LONGITUDINAL_DIFFUSION Index, Rate { States };
// Index may be missing.
type LongitudinalDiffusion struct {
	At
	Index    Ident
	IndexSym *Symbol
	Rate     Expr
	States   []*Name
}

// Conserve is CONSERVE a + 2 b = Value.
type Conserve struct {
	At
	Left  []*Reactant
	Value Expr
}

// Lag is LAG Var BY Delay: code can then read the variable as it was Delay ago
// under the name lag_Var_Delay.
type Lag struct {
	At
	Var, Delay Ident
}

// Equation is ~ Left = Right of a LINEAR, NONLINEAR or (rarely) DERIVATIVE
// block; Add is the form ~+, which adds to the equation before.
type Equation struct {
	At
	Left, Right Expr
	Add         bool
}

// Watch is one WATCH (Left > Right) Flag; a list of them is as many statements.
type Watch struct {
	At
	Left    Expr
	Greater bool // ">" rather than "<"
	Right   Expr
	Flag    *Number
	More    bool // continues the list of the statement before
}

// ForNetCons is FOR_NETCONS (args) { ... } of a NET_RECEIVE block.
type ForNetCons struct {
	At
	Args []*Arg
	Body []Stmt
}

// NetInitial is INITIAL { ... } inside NET_RECEIVE.
type NetInitial struct {
	At
	Body []Stmt
}

func (*Assign) stmt()                {}
func (*CallStmt) stmt()              {}
func (*Local) stmt()                 {}
func (*If) stmt()                    {}
func (*While) stmt()                 {}
func (*From) stmt()                  {}
func (*BlockStmt) stmt()             {}
func (*Solve) stmt()                 {}
func (*Table) stmt()                 {}
func (*Verbatim) stmt()              {}
func (*UnitsSwitch) stmt()           {}
func (*Protect) stmt()               {}
func (*Mutex) stmt()                 {}
func (*Conductance) stmt()           {}
func (*Reaction) stmt()              {}
func (*Compartment) stmt()           {}
func (*LongitudinalDiffusion) stmt() {}
func (*Conserve) stmt()              {}
func (*Equation) stmt()              {}
func (*Watch) stmt()                 {}
func (*ForNetCons) stmt()            {}
func (*NetInitial) stmt()            {}
func (*Lag) stmt()                   {}

// ---- expressions

// Number is a literal, with the unit that may follow it: 0.1 (mM). Define is
// the name behind it where a DEFINE was used.
type Number struct {
	At
	Value  float64
	Text   string // as written, without a sign of its own except in declarations
	Unit   Unit
	Define string
	// Factor is true of a number that stands alone in parentheses, (1e-3): to
	// the checking of units a conversion factor.
	Factor bool
}

// Name is the use of a scalar variable (or of a whole array as an argument).
// Back is the n of name@n, the value n steps ago in a DISCRETE block.
type Name struct {
	At
	Name string
	Back int
	Sym  *Symbol // set by Check
}

// Index is the use of an array element, Name[Index], or Name@Back[Index].
type Index struct {
	At
	Name  string
	Back  int
	Index Expr
	Sym   *Symbol // set by Check
}

// Prime is x' or x'[i], with as many primes as Order: a derivative with respect
// to t.
type Prime struct {
	At
	Name  string // of the state, without primes
	Order int
	Index Expr    // nil for a scalar
	Sym   *Symbol // of the state, set by Check
}

// Unary is -X or !X.
type Unary struct {
	At
	Op Op
	X  Expr
}

// Binary is X Op Y. Comparisons and logic give 1 or 0.
type Binary struct {
	At
	Op   Op
	X, Y Expr
}

// Call is Name(Args): a FUNCTION, PROCEDURE or FUNCTION_TABLE of the file
// (Target), or a built-in (Builtin).
type Call struct {
	At
	Name string
	Args []Expr

	Target  *CodeBlock // set by Check, nil for a built-in
	Builtin *Builtin   // set by Check, nil for a routine of the file
}

// String is a text argument, as of printf, without its quotes.
type String struct {
	At
	Value string
}

// Op is an operator.
type Op int

// The operators, loosest binding first in the order of their precedence;
// Pow binds to the right and tighter than Neg and Not.
const (
	Or  Op = iota // ||
	And           // &&
	Eq            // ==
	Ne            // !=
	Lt            // <
	Gt            // >
	Le            // <=
	Ge            // >=
	Add           // +
	Sub           // -
	Mul           // *
	Div           // /
	Neg           // unary -
	Not           // !
	Pow           // ^
)

var opText = [...]string{
	Or: "||", And: "&&", Eq: "==", Ne: "!=", Lt: "<", Gt: ">", Le: "<=", Ge: ">=",
	Add: "+", Sub: "-", Mul: "*", Div: "/", Neg: "-", Not: "!", Pow: "^",
}

// String gives the operator as written in NMODL.
func (o Op) String() string { return opText[o] }

func (*Number) expr() {}
func (*Name) expr()   {}
func (*Index) expr()  {}
func (*Prime) expr()  {}
func (*Unary) expr()  {}
func (*Binary) expr() {}
func (*Call) expr()   {}
func (*String) expr() {}
