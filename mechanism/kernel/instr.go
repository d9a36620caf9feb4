package kernel

// opcode names an operation.
type opcode uint8

const (
	opNop opcode = iota
	opMove
	opNeg
	opAbs
	opExp   // a3·e^(a2·(a0 + a1)) + a4, all but a0 scalars
	opFunc1 // n: index into funcs1
	opAdd
	opSub
	opMul
	opDiv
	opFunc2 // n: index into funcs2
	opLess
	opLessEq
	opEqual
	opNotEqual
	opAnd
	opOr
	opNot
	opSelect
	opMul3       // (a0·a1)·a2
	opMul4       // ((a0·a1)·a2)·a3
	opMul5       // (((a0·a1)·a2)·a3)·a4
	opSum3       // (a0 + a1) + a2
	opMulAdd     // a0·a1 + a2
	opSubMul     // (a0 - a1)·a2
	opApproach   // a0 + (a1 - a0)·a2
	opRelax      // a0 + (a1 - a0)·(1 - e^(a3·a2)), a3 a scalar
	opRelaxOver  // a0 + (a1 - a0)·(1 - e^(a3/a2)), a3 a scalar
	opOverExp    // a5/(a3·e^(a2·(a0 + a1)) + a4), all but a0 scalars
	opLinoid     // where |x| < a5, a6 + a7·x, else a8·x/(a3·e^(a2·x) + a4), for x = a0 + a1; all but a0 scalars
	opGather     // n: external table, m: column
	opTableIndex // dst index, dst2 theta; n: table
	opTableRead  // args index, theta; n: table, m: output
	opStore      // own column n
	opExtStore   // external table n, column m
	opExtAdd
	opExtSub
	opSetGlobal  // global n: the last instance's value
	opPut        // plane n
	opSolve      // system n
	opTake       // plane n
	opLookup     // n: function table
	opSingle     // a0 rounded to single precision
	opJump       // m: 1 + the error of a loop that does not end, or 0
	opJumpIfNone // jump when no element of a is true (a scalar: when it is 0)
)

// where says in which storage a value lives.
type where uint8

const (
	inRegister where = iota // a block register
	inColumn                // the mechanism's own column n
	inScalar                // the scalar bank, index n
	inVar                   // a block register that is set more than once
)

type value struct {
	in      where
	n       int32   // column, scalar index, or, after allocation, register
	isConst bool    // a scalar known when the Program is built
	c       float64 // its number
}

type instr struct {
	op     opcode
	n, m   int32 // operands that are not values (see opcode)
	dst    Value // noValue where the operation gives none
	dst2   Value
	last   bool // done for the last instance of a pass alone
	a      operands
	target int // of a jump
}

const noValue Value = -1

// operands are the values that an operation works on.
type operands [9]Value

// none are the operands of an operation without operands.
var none = operands{noValue, noValue, noValue, noValue, noValue, noValue, noValue, noValue, noValue}

func values(vs ...Value) operands {
	a := none
	copy(a[:], vs)
	return a
}
