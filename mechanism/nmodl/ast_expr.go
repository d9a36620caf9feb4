package nmodl

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
