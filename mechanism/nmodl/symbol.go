package nmodl

import "github.com/gneuron/gneuron/fault"

// Storage says where the value of a symbol lives.
type Storage int

const (
	// GlobalStorage: one value per mechanism, name_suffix in scripts. A
	// PARAMETER that is not RANGE, anything named in GLOBAL, a LOCAL at file
	// level, and the starting value x0 of a STATE.
	GlobalStorage Storage = iota
	// InstanceStorage: one column, a value per instance. STATEs, RANGE
	// variables, other ASSIGNED variables, currents.
	InstanceStorage
	// IonStorage: a variable of an ion; Symbol.Ion says which.
	IonStorage
	// SimulatorStorage: v, t, dt, celsius, diam, area, secondorder and the
	// like, whatever block declares them.
	SimulatorStorage
	// PointerStorage: POINTER or BBCOREPOINTER; refers to a variable elsewhere.
	PointerStorage
	// RandomStorage: RANDOM; a random stream per instance.
	RandomStorage
	// ConstantStorage: fixed while compiling (CONSTANT, factors of UNITS).
	ConstantStorage
	// LocalStorage: LOCAL in a block, an argument, a loop variable, the result
	// of a FUNCTION.
	LocalStorage
	// ExternalStorage: EXTERNAL; a global of another mechanism.
	ExternalStorage
	// VerbatimStorage: declared nowhere but in the C text of a VERBATIM.
	VerbatimStorage
)

// Role is what declares a symbol.
type Role int

// The roles. A simulator or ion variable keeps the role of the block that
// declares it, or has Predeclared if none does.
const (
	Predeclared   Role = iota // not in any declaration block
	Parameter                 // PARAMETER
	Constant                  // CONSTANT
	UnitFactor                // name = ... of UNITS
	Assigned                  // ASSIGNED
	State                     // STATE
	Independent               // INDEPENDENT
	Stepped                   // STEPPED
	FileLocal                 // LOCAL at file level
	BlockLocal                // LOCAL in a block
	Argument                  // argument of a routine or of NET_RECEIVE
	LoopVariable              // of FROM, or index of COMPARTMENT
	FunctionValue             // the name of a FUNCTION inside it
)

// IonPart is which quantity of an ion a symbol stands for.
type IonPart int

const (
	// IonReversal is e<ion>, mV.
	IonReversal IonPart = iota
	// IonInside is <ion>i, mM.
	IonInside
	// IonOutside is <ion>o, mM.
	IonOutside
	// IonCurrent is i<ion>, mA/cm2 (nA in a point process).
	IonCurrent
)

// IonUse ties a symbol to a quantity of an ion.
type IonUse struct {
	Ion         string // "na"
	Part        IonPart
	Read, Write bool // as listed in USEION
}

// CurrentKind says whether a symbol is a membrane current of the mechanism
// that is not an ion's.
type CurrentKind int

const (
	// NotCurrent: anything else, also an ion's current (see Symbol.Ion).
	NotCurrent CurrentKind = iota
	// Nonspecific is NONSPECIFIC_CURRENT: outward positive.
	Nonspecific
	// Electrode is ELECTRODE_CURRENT: inward positive.
	Electrode
)

// Symbol is a variable. Uses of one variable share one *Symbol, and a LOCAL or
// an argument that hides a name is a Symbol of its own.
type Symbol struct {
	Name    string
	Pos     fault.Pos
	Role    Role
	Storage Storage
	Size    int // number of elements, 0 for a scalar

	Range   bool // a script can reach it per instance: RANGE, STATE, currents
	Global  bool // named in GLOBAL
	Ion     *IonUse
	Current CurrentKind

	Unit       string  // as declared, "" if none
	Default    float64 // value of a PARAMETER, CONSTANT or factor, START of others
	HasDefault bool
	HasLimits  bool
	Lo, Hi     float64 // limits of a PARAMETER
	Tolerance  float64 // absolute tolerance of a STATE, 0 if not given

	// Start is the starting value x0 of a STATE x, to which x is set before the
	// code of INITIAL runs. Unless the file declares x0 it is 0 and invisible.
	Start *Symbol

	Assigned bool // some code of the file assigns to it
	Read     bool // some code of the file reads it
	Solved   bool // a STATE with an equation in a block that a SOLVE names
}

// Checked is a file whose names are resolved: every Sym, Target and Builtin of
// its tree is set.
type Checked struct {
	File       *File
	Kind       MechanismKind
	Suffix     string // name of the mechanism or of the point process class
	ThreadSafe bool

	// Symbols holds every variable of file scope by name.
	Symbols map[string]*Symbol
	// Parameters, Assigned and States list the variables by their block, each
	// in order of declaration whatever the order of RANGE, and without the
	// simulator's variables and those of ions, but for a concentration that is
	// a STATE. Those with Range, in this order, are what NEURON lists of a
	// mechanism (psection, iteration).
	Parameters, Assigned, States []*Symbol
	// Locals are the LOCALs at file level.
	Locals []*Symbol
	// Constants are CONSTANTs and factors of UNITS.
	Constants []*Symbol
	// Pointers are POINTER and BBCOREPOINTER variables.
	Pointers []*Symbol
	// Randoms are RANDOM variables.
	Randoms []*Symbol

	// UseTable is the global usetable of a file with a TABLE, nil without.
	UseTable *Symbol

	// Ions are the USEION statements; ion variables need no declaration.
	Ions []*UseIon

	// Routines are FUNCTION, PROCEDURE and FUNCTION_TABLE by name.
	Routines map[string]*CodeBlock
	// Solvables are DERIVATIVE, KINETIC, LINEAR, NONLINEAR and DISCRETE by name.
	Solvables map[string]*CodeBlock

	// Initial, Breakpoint and NetReceive are nil where the file has none.
	Initial, Breakpoint, NetReceive *CodeBlock
	Constructor, Destructor         *CodeBlock
	// BeforeAfter are the BEFORE and AFTER blocks in source order.
	BeforeAfter []*CodeBlock

	// Solves are the SOLVE statements of all blocks, in source order.
	Solves []*Solve
	// Verbatims are all VERBATIM texts, which are kept but not understood.
	Verbatims []*Verbatim

	// Warnings are oddities that NEURON accepts in silence or with a notice.
	Warnings []*fault.Error
}
