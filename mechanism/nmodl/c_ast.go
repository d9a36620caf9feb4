package nmodl

import "github.com/gneuron/gneuron/fault"

// cTypeKind is the class of a type of C.
type cTypeKind int

const (
	cVoid cTypeKind = iota
	cInt
	cReal
	cPointer
	cOpaque // a type that only pointers to it make sense of: FILE, Rand, a struct
)

// cType is a type of C. An array is a pointer type with a length.
type cType struct {
	kind     cTypeKind
	size     int64 // bytes of a number
	unsigned bool
	name     string // of an opaque type
	elem     *cType // of a pointer or array
	length   int64  // of an array, else 0
}

var (
	cVoidType   = &cType{kind: cVoid, size: 1}
	cCharType   = &cType{kind: cInt, size: 1}
	cIntType    = &cType{kind: cInt, size: 4}
	cLongType   = &cType{kind: cInt, size: 8}
	cDoubleType = &cType{kind: cReal, size: 8}
	cVoidStar   = &cType{kind: cPointer, size: 8, elem: cVoidType}
	cDoubleStar = &cType{kind: cPointer, size: 8, elem: cDoubleType}
	cCharStar   = &cType{kind: cPointer, size: 8, elem: cCharType}
)

// bytes is sizeof.
func (t *cType) bytes() int64 {
	if t.kind == cPointer && t.length > 0 {
		return t.length * t.elem.bytes()
	}
	return t.size
}

func (t *cType) number() bool { return t.kind == cInt || t.kind == cReal }

// ---- expressions

type cExpr interface{ cPos() fault.Pos }

type cAt struct{ pos fault.Pos }

func (a cAt) cPos() fault.Pos { return a.pos }

type (
	cNum struct {
		cAt
		real  bool
		value float64
		whole int64
		typ   *cType
	}
	cString struct {
		cAt
		text string
	}
	cIdent struct {
		cAt
		name string
	}
	cUnary struct { // - + ! ~ & *
		cAt
		op string
		x  cExpr
	}
	cStep struct { // ++ and --, before (prefix) or behind
		cAt
		op     string
		prefix bool
		x      cExpr
	}
	cBinary struct {
		cAt
		op   string
		x, y cExpr
	}
	cAssign struct { // op is "" for =, else the operator of +=, ...
		cAt
		op   string
		x, y cExpr
	}
	cCond struct {
		cAt
		c, x, y cExpr
	}
	cCall struct {
		cAt
		f    cExpr
		args []cExpr
	}
	cIndex struct {
		cAt
		x, i cExpr
	}
	cMember struct {
		cAt
		x     cExpr
		name  string
		arrow bool
	}
	cCast struct {
		cAt
		typ *cType
		x   cExpr
	}
	cSizeof struct {
		cAt
		typ *cType // nil: of x
		x   cExpr
	}
	cComma struct {
		cAt
		x, y cExpr
	}
	cList struct { // { 1, 2, 3 } as an initial value
		cAt
		items []cExpr
	}
)

// ---- statements

type cNode interface{ cPos() fault.Pos }

type (
	cDecl struct {
		cAt
		vars []*cVar
	}
	cExprStmt struct {
		cAt
		x cExpr
	}
	cBlock struct {
		cAt
		list []cNode
	}
	cIf struct {
		cAt
		c       cExpr
		yes, no cNode
	}
	cLoop struct { // while, do and for
		cAt
		do   bool
		init cNode
		c    cExpr
		step cExpr
		body cNode
	}
	cSwitch struct {
		cAt
		x    cExpr
		list []cNode
	}
	cCase struct {
		cAt
		x cExpr // nil: default
	}
	cJump struct { // break or continue
		cAt
		next control
	}
	cReturn struct {
		cAt
		x cExpr // nil: nothing
	}
	cNMODL struct { // a statement of NMODL
		cAt
		s Stmt
	}
)

// cVar is a variable of C.
type cVar struct {
	cAt
	name   string
	typ    *cType
	init   cExpr
	static bool
	extern bool

	// Where it lives: a slot of the routine, or of the file.
	file   bool
	slot   int
	placed bool
}

// cFunc is a function that a VERBATIM defines.
type cFunc struct {
	cAt
	name   string
	result *cType
	params []*cVar
	body   *cBlock
	bad    *cError // why the body cannot be compiled
	r      *routine
}
