package nmodl

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

	words []cToken // once lexC has read them
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

	VarSym, DelaySym, Sym *Symbol // of the two, and of the delayed variable
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
