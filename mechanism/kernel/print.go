package kernel

import (
	"fmt"
	"slices"
	"strings"
)

// Names says what a program's data is called, for Text. Missing names are
// written as numbers.
type Names struct {
	Columns   []string   // of the mechanism's own table
	Globals   []string   // by index
	Args      []string   // scalar arguments
	Externals [][]string // columns of the external tables, such as "node.v"
	Tables    []string   // TABLE statements
}

// String lists the program: see Text.
func (p *Program) String() string { return p.Text(Names{}) }

// Text lists the program: the operations on scalars, done once per pass, then
// those of a block of instances. s is a scalar, r a block register, c an own
// column, x k.c column c of external table k, g a global, t k a table.
func (p *Program) Text(names Names) string {
	w := &lister{p: p, names: names}
	if len(p.once) > 0 {
		w.out.WriteString("once per pass\n")
		for i := range p.once {
			w.line(i, &p.once[i])
		}
	}
	fmt.Fprintf(&w.out, "per block of %d instances, registers: %d\n", Block, p.numRegs)
	for i := range p.code {
		w.line(i, &p.code[i])
	}
	for i, v := range p.results {
		fmt.Fprintf(&w.out, "result %d is %s\n", i, w.operand(v))
	}
	return w.out.String()
}

type lister struct {
	p     *Program
	names Names
	out   strings.Builder
}

func (w *lister) line(i int, ins *instr) {
	fmt.Fprintf(&w.out, "%4d  %s\n", i, w.text(ins))
}

// infix gives operations that are written with a sign between two operands.
var infix = map[opcode]string{opAdd: " + ", opSub: " - ", opMul: "*", opDiv: "/", opLess: " < ", opLessEq: " <= ",
	opEqual: " == ", opNotEqual: " != ", opAnd: " && ", opOr: " || "}

// forms gives the other operations on values.
var forms = map[opcode]string{opMove: "$0", opNeg: "-$0", opAbs: "fabs($0)", opNot: "!$0", opSingle: "single($0)", opSelect: "$0 ? $1 : $2",
	opMul3: "$0*$1*$2", opMulAdd: "$0*$1 + $2", opSubMul: "($0 - $1)*$2", opApproach: "$0 + ($1 - $0)*$2"}

// text writes one operation.
func (w *lister) text(ins *instr) string {
	a := make([]string, len(ins.a))
	for k, v := range ins.a {
		if v != noValue {
			a[k] = w.operand(v)
		}
	}
	to := ""
	if ins.dst != noValue {
		to = w.operand(ins.dst) + " = "
	}
	if op, ok := infix[ins.op]; ok {
		return to + a[0] + op + a[1]
	}
	if form, ok := forms[ins.op]; ok {
		return to + strings.NewReplacer("$0", a[0], "$1", a[1], "$2", a[2], "$3", a[3]).Replace(form)
	}
	switch ins.op {
	case opExp:
		s := "exp(" + a[0] + ")"
		if a[1] != "1" {
			s = "exp(" + a[1] + "*" + a[0] + ")"
		}
		switch a[2] {
		case "1":
		case "-1":
			s = "-" + s
		default:
			s = a[2] + "*" + s
		}
		if rest, negative := strings.CutPrefix(a[3], "-"); negative {
			s += " - " + rest
		} else if a[3] != "0" {
			s += " + " + a[3]
		}
		return to + s
	case opFunc1, opFunc2:
		name := ""
		if ins.op == opFunc1 {
			name = funcs1[ins.n].name
		} else {
			name = funcs2[ins.n].name
		}
		args := slices.DeleteFunc(a, func(s string) bool { return s == "" })
		return to + name + "(" + strings.Join(args, ", ") + ")"
	case opGather:
		return to + w.external(ins)
	case opExtStore:
		return w.external(ins) + " = " + a[0]
	case opExtAdd:
		return w.external(ins) + " += " + a[0]
	case opExtSub:
		return w.external(ins) + " -= " + a[0]
	case opStore:
		return named(w.names.Columns, ins.n, "c") + " = " + a[0]
	case opSetGlobal:
		return named(w.names.Globals, ins.n, "g") + " = " + a[0] + " of the last instance"
	case opTableIndex:
		return to + "place of " + a[0] + " in " + named(w.names.Tables, ins.n, "t") + ", the rest in " + w.operand(ins.dst2)
	case opTableRead:
		return to + fmt.Sprintf("%s[%s] output %d, by %s", named(w.names.Tables, ins.n, "t"), a[0], ins.m, a[1])
	case opPut:
		return fmt.Sprintf("plane %d = %s", ins.n, a[0])
	case opTake:
		return fmt.Sprintf("%splane %d", to, ins.n)
	case opSolve:
		s := &w.p.systems[ins.n]
		return fmt.Sprintf("solve the %d equations of planes %d to %d", s.n, s.plane, int(s.plane)+len(s.at)+s.n-1)
	case opLookup:
		args := slices.DeleteFunc(a, func(s string) bool { return s == "" })
		return fmt.Sprintf("%sfunction table %d(%s)", to, ins.n, strings.Join(args, ", "))
	case opJump:
		return fmt.Sprintf("go to %d", ins.target)
	case opJumpIfNone:
		return fmt.Sprintf("go to %d if %s holds nowhere", ins.target, a[0])
	}
	return fmt.Sprintf("%soperation %d(%s)", to, ins.op, strings.Join(a, " "))
}

func (w *lister) external(ins *instr) string {
	if k := int(ins.n); k < len(w.names.Externals) && int(ins.m) < len(w.names.Externals[k]) {
		return w.names.Externals[k][ins.m]
	}
	return fmt.Sprintf("x%d.%d", ins.n, ins.m)
}

func named(list []string, i int32, letter string) string {
	if int(i) < len(list) && list[i] != "" {
		return list[i]
	}
	return fmt.Sprintf("%s%d", letter, i)
}

var envNames = [NumEnv]string{T: "t", Dt: "dt", Celsius: "celsius", Cj: "cj"}

func (w *lister) operand(v Value) string {
	x := w.p.vals[v]
	switch {
	case x.isConst:
		return fmt.Sprintf("%g", x.c)
	case x.in == inColumn:
		return named(w.names.Columns, x.n, "c")
	case x.in != inScalar:
		return fmt.Sprintf("r%d", x.n)
	case x.n < NumEnv:
		return envNames[x.n]
	case int(x.n) < NumEnv+w.p.nGlobals:
		return named(w.names.Globals, x.n-NumEnv, "g")
	case int(x.n) < NumEnv+w.p.nGlobals+w.p.nArgs:
		return named(w.names.Args, x.n-int32(NumEnv+w.p.nGlobals), "a")
	}
	return fmt.Sprintf("s%d", x.n)
}
