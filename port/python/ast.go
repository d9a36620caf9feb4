// Package python reads Python 3: a text becomes a syntax tree.
//
// It knows the language as scripts of models use it; what it does not know (match
// statements, type parameters) is an error with its place. Lines of IPython that
// begin with % or ! are statements of their own.
//
// Source: The Python Language Reference, https://docs.python.org/3/reference/grammar.html
package python

// Module is a whole text.
type Module struct {
	Body     []*Stmt
	Comments []Comment
}

// Stmt is a statement. Which fields count is said by its Kind.
type Stmt struct {
	Kind     string // expr assign augmented annotated return if for while def class import from pass break continue global del raise try with assert magic
	Line     int    // of its begin, from 1
	LastLine int    // of its head or, if it is simple, of its end

	Targets []*Expr  // assign: each = of a chain; del
	Value   *Expr    // what is assigned, returned, raised, tested, iterated over, expression
	Op      string   // augmented: "+="
	Body    []*Stmt  // if for while def class try with
	Else    []*Stmt  // if for while try
	Finally []*Stmt  // try
	Except  []Except // try
	Name    string   // def class, module of from; text of magic
	Params  []Param  // def
	Bases   []*Expr  // class
	Marks   []*Expr  // decorators of def and class
	Names   []Alias  // import, from, global
	Items   []With   // with
}

// Except is a clause of try.
type Except struct {
	Type *Expr // nil: any
	Name string
	Body []*Stmt
	Line int
}

// With is an item of a with statement.
type With struct{ Value, As *Expr }

// Alias is a name that is imported, and what it is called.
type Alias struct{ Name, As string }

// Param is a parameter of a function.
type Param struct {
	Name    string
	Default *Expr // or nil
	Star    int   // 1 for *args, 2 for **kwargs
}

// Expr is an expression. Which fields count is said by its Kind.
type Expr struct {
	Kind string // name number string formatted tuple list dict set binary unary and or compare call attribute index slice lambda if comprehension star yield await walrus constant
	Line int

	S      string   // name, number, string (its value), operator, attribute, constant; of comprehension: list set dict generator
	Items  []*Expr  // elements; operands; keys of dict (nil for **x); arguments; parts of formatted; from, to, step of slice (nil: none)
	Values []*Expr  // of dict
	Ops    []string // compare
	X      *Expr    // what an attribute, index, call, star, unary is of; value of a comprehension, lambda, formatted value
	Y      *Expr    // index; value of a dict comprehension
	Keys   []Keyword
	Params []Param // lambda
	Loops  []Loop  // comprehension
	Format string  // of a value in a formatted string: "!r:>8.3f" without the !r in Op
}

// Keyword is a keyword argument; Name is "" for **x.
type Keyword struct {
	Name  string
	Value *Expr
}

// Loop is a for of a comprehension.
type Loop struct {
	Target, Over *Expr
	If           []*Expr
}
