package mechanism

import (
	"fmt"
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Kind says what a mechanism is inserted into or placed at.
type Kind int

const (
	// Density mechanisms are inserted into sections; their currents are per area [mA/cm2].
	Density Kind = iota
	// PointProcess instances sit at one place; their currents are in nA.
	PointProcess
	// IonKind is the mechanism X_ion that holds the state of ion X.
	IonKind
	// ArtificialCell instances sit nowhere; they only send and receive events.
	ArtificialCell
	// Library is SUFFIX nothing: functions and globals without instances, whose
	// names have no suffix.
	Library
)

// String is what the kind is called in messages.
func (k Kind) String() string {
	return [...]string{"density mechanism", "point process", "ion", "artificial cell", "library"}[k]
}

// IsObject tells the kinds whose instances are objects of a script, one by one:
// point processes and artificial cells.
func (k Kind) IsObject() bool { return k == PointProcess || k == ArtificialCell }

// HookPoint is where a BEFORE or AFTER block runs.
type HookPoint int

// The places of BEFORE and AFTER blocks, as in NEURON.
const (
	BeforeInitial HookPoint = iota
	AfterInitial
	BeforeBreakpoint
	AfterSolve
	BeforeStep
)

// Hook is a BEFORE or AFTER block: one of the two, or both as in Type.
type Hook struct {
	Program *kernel.Program
	Code    Code
}

// Pointer is a POINTER variable. Its column of the table holds the value of
// what it points to: the simulator copies it there before each pass, and back
// after it where code assigns it.
type Pointer struct {
	Name     string
	Column   int
	Assigned bool
	// Optional is true when no code needs it to point to something.
	Optional bool
}

// unset is the NaN that stands in the column of a POINTER that points to
// nothing.
const unset = 0x7ff8_706f_696e_7400

// Unset is the number in the column of a POINTER that points to nothing. Code
// on single instances stops where it uses it.
func Unset() float64 { return math.Float64frombits(unset) }

// IsUnset reports whether a number is Unset.
func IsUnset(x float64) bool { return math.Float64bits(x) == unset }

// External is an EXTERNAL variable: a global variable of another mechanism, of
// which Global of Mechanism.Globals is a copy that the simulator brings up to
// date before each pass.
type External struct {
	Name   string // with the suffix, as "eps_IntFire4"
	Global int
}

// Role says what a variable is for.
type Role int

const (
	Parameter Role = iota
	Assigned
	State
)

// Var is a variable of which every instance has its own value: a column of the
// mechanism's table, or Size consecutive ones for an array.
type Var struct {
	Name    string // as in the .mod file, without suffix
	Units   string
	Role    Role
	Hidden  bool // needed by the equations, not visible to scripts
	Plain   bool // scripts name it without the mechanism's name behind
	Column  int
	Size    int // 0: a single number; else the elements of an array
	Default float64
	Limits  *Limits // of a parameter; nil: any
	Doc     string  // the comment beside its declaration
}

// Limits is the range that a parameter may have, bounds inclusive.
type Limits struct{ Lo, Hi float64 }

// String is "0 to 1", "from 0", or "" for none.
func (l *Limits) String() string {
	switch {
	case l == nil:
		return ""
	case math.IsInf(l.Hi, 1):
		return fmt.Sprintf("from %g", l.Lo)
	}
	return fmt.Sprintf("%g to %g", l.Lo, l.Hi)
}

// Global is a variable that all instances of a model share (GLOBAL in NMODL).
type Global struct {
	Name    string // as in the .mod file; scripts see Name_suffix
	Units   string
	Size    int
	Index   int // of its (first) value in Mechanism.Globals
	Default float64
	Limits  *Limits
	Hidden  bool
	Doc     string
}

// IonUse is a USEION statement.
type IonUse struct {
	Ion     string   // "na"
	Read    []string // "ena", "nai", ...
	Write   []string // "ina", ...
	Valence float64
	// HasValence is false where the file says none (na, k and ca need none).
	HasValence bool
	// Charge is the index in Mechanism.Globals where the ion's charge stands,
	// which the model sets; -1 where no program needs it.
	Charge int
}

// TableSpec is a TABLE statement: Outputs are tabulated over one argument.
type TableSpec struct {
	Procedure string
	Outputs   int
	Steps     int // WITH
	// Fill computes the outputs over a scratch table: column 0 is the argument,
	// columns 1 to Outputs the results. Its one external table, FillOwn, is the
	// mechanism's own, always at the row of the first instance.
	Fill *kernel.Program
	// From and To bound the argument. The table is made anew when one of them
	// or of the DEPEND variables changes.
	From, To TableNumber
	Depend   []TableNumber
}

// TableNumber is a number that a TABLE depends on: a constant, an environment
// scalar (kernel.Celsius ...), a global variable, or the result of a program
// with FillOwn as its external table.
type TableNumber struct {
	Kind    TableNumberKind
	Const   float64
	Index   int // of the environment scalar, or in Mechanism.Globals
	Program *kernel.Program
}

// TableNumberKind says what a TableNumber is.
type TableNumberKind int

// The kinds of TableNumber.
const (
	TableConst TableNumberKind = iota
	TableEnv
	TableGlobal
	TableProgram
)

// FunctionTable is a FUNCTION_TABLE: a function whose values a script gives.
type FunctionTable struct {
	Name string
	Args []string
}

// Slopes are the derivatives by time of the states of an instance: the results
// of Program [1/ms], in the order of States. Program is nil where there are
// equations that cannot run on whole blocks.
type Slopes struct {
	Program *kernel.Program
	States  []SlopeState
}

// SlopeState is a state, or an element of an array of states: a column of the
// table of ion Ion of Type.Ions, or of the own one for -1. Tolerance is that of
// its declaration, 1 where there is none.
type SlopeState struct {
	Ion, Column int
	Tolerance   float64
}

// Diffusion is a state, or an element of an array of states, that diffuses
// between neighbouring segments which have the mechanism.
type Diffusion struct {
	// Ion is the index in Type.Ions where the state is a concentration of an
	// ion, and Column that of the ion's table; else Ion is -1, and Column of the
	// mechanism's own table.
	Ion, Column int
	// Rate and Volume are own columns: the diffusion constant times the area of
	// the cross section [um4/ms], and the volume per length [um2].
	Rate, Volume int
}

// Procedure is a FUNCTION or PROCEDURE that scripts may call.
type Procedure struct {
	Name       string
	Args       []string
	IsFunction bool
	// NeedsInstance is true when the code uses variables of an instance.
	NeedsInstance bool
	// Program takes the arguments as scalars; its one result is the value of a
	// function. It is nil when Err says why it cannot be called.
	Program *kernel.Program
	Err     error
	// Tables lists the TABLE statements it uses.
	Tables []int
	// Code is set in place of Program where it cannot run on whole blocks.
	Code ProcedureCode
}

// External tables of a mechanism's programs: the nodes, then its ions in the
// order of Type.Ions.
const (
	NodeTable = 0 // columns: the Node... constants
	FirstIon  = 1 // columns: the Ion... constants
)

// FillOwn is the external table of the programs of a TableSpec.
const FillOwn = 0

// Columns of the node table, in all models.
const (
	NodeV    = iota // membrane potential [mV]
	NodeArea        // membrane area [um2]; 100 at the ends of a section, where there is none
	NodeDiam        // diameter [um]
	NodeCm          // specific capacitance [uF/cm2]
	NodeRhs         // right-hand side of the matrix: minus the membrane current [mA/cm2]; then the change of v
	NodeD           // diagonal of the matrix: conductance [S/cm2]
	NodeA           // coupling to the parent, as seen by the parent [S/cm2]
	NodeB           // coupling to the parent, as seen by the node [S/cm2]
	NodeICap        // capacitive current [mA/cm2], where it is asked for or all is small
	NodeIMem        // current through the membrane [nA], where it is asked for
	NumNodeColumns
)

// Columns of an ion's table.
const (
	IonE     = iota // reversal potential [mV]
	IonIn           // concentration inside [mM]
	IonOut          // concentration outside [mM]
	IonI            // current [mA/cm2]
	IonDidv         // its derivative by v [S/cm2]
	IonStyle        // style bits (Style)
	NumIonColumns
)

// Type is a compiled mechanism. It does not change after compilation, so any
// number of models may share it.
type Type struct {
	Name    string // SUFFIX or POINT_PROCESS name
	Kind    Kind
	Title   string // TITLE of the file
	Doc     string // its COMMENT
	File    string
	Source  string // the text it was compiled from
	Vars    []Var  // parameters, assigned, states, each in order of declaration; hidden ones too
	Columns int    // of its table
	Globals []Global
	// NumGlobals is the number of values in Mechanism.Globals.
	NumGlobals int
	Ions       []IonUse
	// Currents names the NONSPECIFIC_CURRENT and ELECTRODE_CURRENT variables.
	Currents  []string
	Electrode bool

	// Programs over all instances; nil where there is nothing to do.
	Init    *kernel.Program // INITIAL
	Current *kernel.Program // BREAKPOINT: adds to NodeRhs, NodeD and the ions' IonI, IonDidv
	State   *kernel.Program // the SOLVE blocks: states from t-dt to t
	// Slopes gives the derivatives of the states, made when first asked for. It
	// is nil, or gives nil, where no state follows from a differential equation
	// that a current depends on.
	Slopes     func() *Slopes
	Procedures []*Procedure
	// A block that cannot run on whole blocks of instances (VERBATIM, random
	// numbers, messages ...) has Code in place of its Program. One that uses a
	// POINTER has both: the Code is for instances some of whose POINTERs point to
	// nothing, which matters only where it uses one.
	InitCode, CurrentCode, StateCode Code
	// Hooks are the BEFORE and AFTER blocks.
	Hooks map[HookPoint]Hook
	// Construct and Destruct run when an instance is made and removed; they may
	// be nil.
	Construct, Destruct Code
	// Receive is nil where the mechanism cannot receive events.
	Receive *Receiver
	// SendsEvents is true when it calls net_event: it can be the source of a NetCon.
	SendsEvents bool
	// Pointers are the POINTER variables that stand for numbers.
	Pointers []Pointer
	// Externals are the EXTERNAL variables.
	Externals []External
	// Randoms are the RANDOM variables.
	Randoms []RandomVar
	Tables  []TableSpec
	// FunctionTables are the FUNCTION_TABLEs, which scripts fill.
	FunctionTables []FunctionTable
	// Diffusions are the states that diffuse along sections. The program
	// Diffusion writes their coefficients before each step of them.
	Diffusions []Diffusion
	Diffusion  *kernel.Program
	// BeforeTables sets the global variables that INITIAL computes before it
	// first uses a table, for the first instance (FillOwn); nil where there are
	// none. Tables are then made with these.
	BeforeTables *kernel.Program
	// UseTable is the index in Globals of usetable_NAME, or -1.
	UseTable int
	// WritesConcentration is true when it writes the concentration of an ion.
	WritesConcentration bool
	// Warnings are oddities of the text that NEURON accepts, with positions.
	Warnings []*fault.Error
}

// key is the name under which a registry keeps the type. Files of functions are
// all called nothing; one is another's new version if it has the same routines.
func (t *Type) key() string {
	if t.Kind != Library {
		return t.Name
	}
	key := t.Name + ":"
	for _, p := range t.Procedures {
		key += " " + p.Name
	}
	return key
}

// Var finds a visible or hidden variable by name.
func (t *Type) Var(name string) *Var {
	for i := range t.Vars {
		if t.Vars[i].Name == name {
			return &t.Vars[i]
		}
	}
	return nil
}

// Global finds a global variable by its name in the .mod file.
func (t *Type) Global(name string) *Global {
	for i := range t.Globals {
		if t.Globals[i].Name == name {
			return &t.Globals[i]
		}
	}
	return nil
}

// Procedure finds a FUNCTION or PROCEDURE.
func (t *Type) Procedure(name string) *Procedure {
	for _, p := range t.Procedures {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// Check says whether x is allowed for the variable; where names the instance
// ("soma(0.5).hh.gnabar"). NaN never is.
func (l *Limits) Check(where string, x float64) *fault.Error {
	if l != nil && x >= l.Lo && x <= l.Hi {
		return nil
	}
	if x != x {
		e := fault.New(fault.Range, "%s = NaN is not a number", where)
		e.Variable, e.Value = where, x
		return e
	}
	if l == nil {
		return nil
	}
	return fault.Outside(where, x, l.Lo, l.Hi)
}
