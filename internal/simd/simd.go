// Package simd holds the vector loops of the block machine, one per operation.
//
// They run in assembly for AVX-512 or AVX2, where the processor has it, or in
// plain Go (path.go), and give the same bits in all of them: every step is
// rounded for itself, unless the description says that it is not. Only which
// NaN comes out, of the many that IEEE 754 has, is left open.
//
// The assembly is written by the module in gen. The plain loops are the
// definition of the operations; short slices, where calling assembly costs more
// than it gains, take them on every path.
package simd

// Loops are the operations on slices of numbers. Each works element by element
// on as many elements as dst has; the other slices must be as long, and dst may
// be one of them.
type Loops struct {
	// dst = a + b and so on. S is a scalar: SubS is a - s and SSub s - a.
	Add, Sub, Mul, Div     func(dst, a, b []float64)
	AddS, SubS, MulS, DivS func(dst, a []float64, s float64)
	SSub, SDiv             func(dst []float64, s float64, a []float64)

	Mul3     func(dst, a, b, c []float64) // (a·b)·c
	Mul4     func(dst, a, b, c, d []float64)
	Mul5     func(dst, a, b, c, d, e []float64)
	Sum3     func(dst, a, b, c []float64) // (a + b) + c
	MulAdd   func(dst, a, b, c []float64) // a·b + c, rounded twice
	SubMul   func(dst, a, b, c []float64) // (a - b)·c
	Approach func(dst, a, b, c []float64) // a + (b - a)·c, rounded at each step
	Neg, Abs func(dst, a []float64)       // -a, |a|

	// Ohm is the current dst = (v - e)·g, which it adds to sum, and g to slope.
	Ohm func(dst, sum, slope, v, e, g []float64)

	// Comparisons and logic give 1 or 0 and take any number for a truth value:
	// 0 is false, all else (a NaN, too) is true.
	Less, LessEq, Equal, NotEqual, And, Or func(dst, a, b []float64)

	Not    func(dst, a []float64)       // whether a is false
	Select func(dst, c, a, b []float64) // a where c is true, else b
	Any    func(a []float64) bool       // whether an element is true

	Fill func(dst []float64, x float64) // x

	// Exp is k·e^(s·(a + o)) + c, rounded at each step, and OverExp n divided by
	// that. Linoid is n·x/(k·e^(s·x) + c) of x = a + o, but p + q·x where |x| < w.
	Exp     func(dst, a []float64, o, s, k, c float64)
	OverExp func(dst, a []float64, o, s, k, c, n float64)
	Linoid  func(dst, a []float64, o, s, k, c, w, p, q, n float64)

	// Relax is a + (b - a)·(1 - e^(s·r)), the step of an exponential approach from a
	// to b, and RelaxOver the same with s/r.
	Relax, RelaxOver func(dst, a, b, r []float64, s float64)

	// Move is dst = a + s·b and dst2 = (k·c)·b, rounded at each step.
	Move func(dst, dst2, a, b, c []float64, s, k float64)

	Log func(dst, a []float64) // the natural logarithm

	// TableIndex prepares the linear interpolation of equally spaced values: for
	// u = (x-from)*perStep, index is floor(u), held within 0 to last, and theta the
	// fraction within the interval (0 where it was held). A NaN gives index 0 and
	// theta NaN.
	TableIndex func(index, theta, x []float64, from, perStep, last float64)

	// TableRead is the linear interpolation of column col of the row-major table
	// (stride columns a row) at the place that TableIndex found. The table needs
	// one row more than the highest index.
	TableRead func(dst, index, theta, table []float64, col, stride int)

	// TableFour is the interpolation of the first four columns of a table, at the
	// places of x, in one; TableTwo that of the first two.
	TableFour func(a, b, c, d, x, table []float64, stride int, from, perStep, last float64)
	TableTwo  func(a, b, x, table []float64, stride int, from, perStep, last float64)
}

// For gives the fastest loops for n elements.
func For(n int) *Loops {
	if n < 2 {
		return &current.one
	}
	if n < enough {
		return &current.few
	}
	return &current.many
}

// enough is the number of elements from which on a call of assembly takes less
// time than a loop in Go of one or two instructions.
const enough = 8

var plain = Loops{
	Fill:       fillGo,
	Add:        addGo,
	AddS:       addSGo,
	Sub:        subGo,
	SubS:       subSGo,
	SSub:       ssubGo,
	Mul:        mulGo,
	MulS:       mulSGo,
	Div:        divGo,
	DivS:       divSGo,
	SDiv:       sdivGo,
	Mul3:       mul3Go,
	Mul4:       mul4Go,
	Mul5:       mul5Go,
	Sum3:       sum3Go,
	Ohm:        ohmGo,
	MulAdd:     mulAddGo,
	SubMul:     subMulGo,
	Approach:   approachGo,
	Move:       moveGo,
	Neg:        negGo,
	Abs:        absGo,
	Less:       lessGo,
	LessEq:     lessEqGo,
	Equal:      equalGo,
	NotEqual:   notEqualGo,
	And:        andGo,
	Or:         orGo,
	Not:        notGo,
	Select:     chooseGo,
	Any:        anyGo,
	Exp:        expGo,
	OverExp:    overExpGo,
	Log:        logGo,
	Linoid:     linoidGo,
	Relax:      relaxGo,
	RelaxOver:  relaxOverGo,
	TableIndex: tableIndexGo,
	TableRead:  tableReadGo,
	TableFour:  tableFourGo,
	TableTwo:   tableTwoGo,
}

// Fill sets dst[i] = x.
func Fill(dst []float64, x float64) { For(len(dst)).Fill(dst, x) }
