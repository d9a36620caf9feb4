package simd

import "golang.org/x/sys/cpu"

//go:generate go run -C gen . -set avx512 -pkg simd -out ../avx512_amd64.s -stubs ../avx512_amd64.go
//go:generate go run -C gen . -set avx2 -pkg simd -out ../avx2_amd64.s -stubs ../avx2_amd64.go

// assembly lists the paths in assembly, the fastest first. That package cpu
// reports an extension means that the operating system saves its registers, too.
func assembly() []path {
	x := &cpu.X86
	hasAVX2 := x.HasAVX2 && x.HasFMA && x.HasBMI2
	hasAVX512 := hasAVX2 && x.HasAVX512F && x.HasAVX512DQ && x.HasAVX512VL
	one, few := plain, plain
	one.Exp = expOneAVX2
	few.Exp = expAVX2
	return []path{
		{name: "avx512", needs: "AVX-512 (F, DQ, VL)", has: hasAVX512, one: one, few: few, many: avx512,
			eliminate: eliminateWide, substitute: substituteWide, eliminateWeave: eliminateWeaveWide, substituteWeave: substituteWeaveWide},
		{name: "avx2", needs: "AVX2 with FMA and BMI2", has: hasAVX2, one: one, few: few, many: avx2,
			eliminate: eliminateNarrow, substitute: substituteNarrow, eliminateWeave: eliminateWeaveNarrow, substituteWeave: substituteWeaveNarrow},
	}
}

var avx512 = Loops{
	Fill:       fillAVX512,
	Add:        addAVX512,
	AddS:       addSAVX512,
	Sub:        subAVX512,
	SubS:       subSAVX512,
	SSub:       ssubAVX512,
	Mul:        mulAVX512,
	MulS:       mulSAVX512,
	Div:        divAVX512,
	DivS:       divSAVX512,
	SDiv:       sdivAVX512,
	Mul3:       mul3AVX512,
	Mul4:       mul4AVX512,
	Mul5:       mul5AVX512,
	Sum3:       sum3AVX512,
	Ohm:        ohmAVX512,
	MulAdd:     mulAddAVX512,
	SubMul:     subMulAVX512,
	Approach:   approachAVX512,
	Move:       moveAVX512,
	Neg:        negAVX512,
	Abs:        absAVX512,
	Less:       lessAVX512,
	LessEq:     lessEqAVX512,
	Equal:      equalAVX512,
	NotEqual:   notEqualAVX512,
	And:        andAVX512,
	Or:         orAVX512,
	Not:        notAVX512,
	Select:     chooseAVX512,
	Any:        anyAVX512,
	Exp:        expAVX512,
	OverExp:    overExpAVX512,
	Log:        logAVX512,
	Linoid:     linoidAVX512,
	Relax:      relaxAVX512,
	RelaxOver:  relaxOverAVX512,
	TableIndex: tableIndexAVX512,
	TableRead:  tableReadFast,
	TableFour:  tableFourFast,
	TableTwo:   tableTwoFast,
}

var avx2 = Loops{
	Fill:       fillAVX2,
	Add:        addAVX2,
	AddS:       addSAVX2,
	Sub:        subAVX2,
	SubS:       subSAVX2,
	SSub:       ssubAVX2,
	Mul:        mulAVX2,
	MulS:       mulSAVX2,
	Div:        divAVX2,
	DivS:       divSAVX2,
	SDiv:       sdivAVX2,
	Mul3:       mul3AVX2,
	Mul4:       mul4AVX2,
	Mul5:       mul5AVX2,
	Sum3:       sum3AVX2,
	Ohm:        ohmAVX2,
	MulAdd:     mulAddAVX2,
	SubMul:     subMulAVX2,
	Approach:   approachAVX2,
	Move:       moveAVX2,
	Neg:        negAVX2,
	Abs:        absAVX2,
	Less:       lessAVX2,
	LessEq:     lessEqAVX2,
	Equal:      equalAVX2,
	NotEqual:   notEqualAVX2,
	And:        andAVX2,
	Or:         orAVX2,
	Not:        notAVX2,
	Select:     chooseAVX2,
	Any:        anyAVX2,
	Exp:        expAVX2,
	OverExp:    overExpAVX2,
	Log:        logAVX2,
	Linoid:     linoidAVX2,
	Relax:      relaxAVX2,
	RelaxOver:  relaxOverAVX2,
	TableIndex: tableIndexAVX2,
	TableRead:  tableReadFast,
	TableFour:  tableFourFast,
	TableTwo:   tableTwoFast,
}

// tableReadFast calls the assembly with the last place that the table has.
func tableReadFast(dst, index, theta, table []float64, col, stride int) {
	last := (len(table)-1-col)/stride - 1
	if last < 0 {
		tableReadGo(dst, index, theta, table, col, stride)
		return
	}
	tableReadAVX2(dst, index, theta, &table[col], stride, float64(last))
}

// rows reports whether a table has all of the memory that reading width numbers
// at each of its places touches.
func rows(table []float64, stride, width int, last float64) bool {
	return last >= 0 && last < 1<<31 && stride > 0 && (int(last)+1)*stride+width <= len(table)
}

func tableFourFast(a, b, c, d, x, table []float64, stride int, from, perStep, last float64) {
	if !rows(table, stride, 4, last) {
		tableFourGo(a, b, c, d, x, table, stride, from, perStep, last)
		return
	}
	tableFourAVX2(a, b, c, d, x, &table[0], stride, from, perStep, last)
}

func tableTwoFast(a, b, x, table []float64, stride int, from, perStep, last float64) {
	if !rows(table, stride, 2, last) {
		tableTwoGo(a, b, x, table, stride, from, perStep, last)
		return
	}
	tableTwoAVX2(a, b, x, &table[0], stride, from, perStep, last)
}
