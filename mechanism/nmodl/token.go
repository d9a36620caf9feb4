package nmodl

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// tokenKind is the class of a token.
type tokenKind int

const (
	tokEOF      tokenKind = iota
	tokName               // identifier, perhaps with primes
	tokKeyword            // reserved word
	tokNumber             // integer or real
	tokString             // "text"
	tokPunct              // operator or bracket
	tokVerbatim           // the C text of VERBATIM ... ENDVERBATIM
	tokTitle              // TITLE and the rest of its line
	tokUnit               // a unit with its parentheses; made by the parser
	tokBad                // anything else; text says what is wrong
)

// token is one word of the source.
type token struct {
	kind   tokenKind
	text   string // name without primes, keyword, number or operator as written, text of a string
	primes int    // of a name
	pos    fault.Pos
	start  int // offset of the first byte
	end    int // offset behind the last byte

	// What only the parser knows, for the formatter.
	starts bool      // starts a block, a statement or a line of a block
	role   tokenRole // what an operator or a bracket stands for
}

// tokenRole tells apart what looks the same.
type tokenRole int

const (
	plainToken tokenRole = iota
	callOpen             // "(" behind the name of a routine
	unarySign            // "-" or "!" before a value
	limitOpen            // "<" before limits or a tolerance
	limitClose           // ">" behind them
)

// keywords are the reserved words of NMODL. They are upper case, but for if,
// else and while, which may be written both ways.
var keywords = wordSet(`
	TITLE COMMENT VERBATIM DEFINE INCLUDE
	NEURON SUFFIX POINT_PROCESS ARTIFICIAL_CELL USEION READ WRITE VALENCE CHARGE REPRESENTS
	NONSPECIFIC_CURRENT ELECTRODE_CURRENT RANGE GLOBAL POINTER BBCOREPOINTER EXTERNAL
	THREADSAFE SECTION
	UNITS UNITSON UNITSOFF CONSTANT PARAMETER INDEPENDENT ASSIGNED STATE STEPPED
	START FROM TO BY WITH SWEEP
	INITIAL BREAKPOINT DERIVATIVE KINETIC LINEAR NONLINEAR DISCRETE FUNCTION FUNCTION_TABLE
	PROCEDURE NET_RECEIVE BEFORE AFTER STEP CONSTRUCTOR DESTRUCTOR TERMINAL
	SOLVE METHOD STEADYSTATE IFERROR SOLVEFOR LOCAL TABLE DEPEND CONDUCTANCE
	CONSERVE COMPARTMENT LONGITUDINAL_DIFFUSION WATCH FOR_NETCONS PROTECT MUTEXLOCK MUTEXUNLOCK
	if else while IF ELSE WHILE
	INT PLOT VS PARTIAL DEL DEL2 FIRST LAST MATCH PUTQ GETQ RESET LAG SENS FORALL EQUATION
	MODEL_LEVEL
`)

// abandoned are keywords of SCoP, the ancestor of NMODL, that nocmodl still
// reserves although NEURON does nothing useful with them.
var abandoned = wordSet(`PARTIAL DEL DEL2 FIRST LAST MATCH PUTQ GETQ RESET SENS FORALL EQUATION MODEL_LEVEL`)

func isAlpha(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
