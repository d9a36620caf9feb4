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
// those of a block of instances, for each choice of the conditions that are the
// same for all, and at last those that are done for the last instance alone. s
// is a scalar, r a block register, c an own column, x k.c column c of external
// table k, g a global, t k a table.
func (p *Program) Text(names Names) string {
	w := &lister{p: p, names: names, vals: p.vals}
	if len(p.once) > 0 {
		w.out.WriteString("once per pass\n")
		for i := range p.once {
			w.line(i, &p.once[i])
		}
	}
	for choice := range p.variants {
		v := &p.variants[choice]
		w.vals = v.vals
		fmt.Fprintf(&w.out, "per block of %d instances%s, registers: %d\n", Block, w.choice(choice), v.numRegs)
		late := 0
		for i := range v.code {
			if v.code[i].last {
				late++
			} else {
				w.line(i, &v.code[i])
			}
		}
		if late > 0 {
			w.out.WriteString("of the last instance\n")
			for i := range v.code {
				if v.code[i].last {
					w.line(i, &v.code[i])
				}
			}
		}
		for i, r := range v.results {
			fmt.Fprintf(&w.out, "result %d is %s\n", i, w.operand(r))
		}
	}
	return w.out.String()
}

// choice says under which conditions a variant runs.
func (w *lister) choice(choice int) string {
	var list []string
	for i, c := range w.p.conds {
		s := w.scalar(c)
		for _, ins := range w.p.once {
			if ins.op == opNot && w.vals[ins.dst].n == c {
				s = "!" + w.operand(ins.a[0])
			}
		}
		if choice>>i&1 == 0 {
			if rest, not := strings.CutPrefix(s, "!"); not {
				s = rest
			} else {
				s = "!" + s
			}
		}
		list = append(list, s)
	}
	if list == nil {
		return ""
	}
	return " where " + strings.Join(list, " && ")
}

type lister struct {
	p     *Program
	names Names
	vals  []value
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
	opMul3: "$0*$1*$2", opMul4: "$0*$1*$2*$3", opMul5: "$0*$1*$2*$3*$4",
	opRelax: "$0 + ($1 - $0)*(1 - exp($3*$2))", opRelaxOver: "$0 + ($1 - $0)*(1 - exp($3/$2))", opSum3: "$0 + $1 + $2", opMulAdd: "$0*$1 + $2", opSubMul: "($0 - $1)*$2", opApproach: "$0 + ($1 - $0)*$2"}

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
		return to + strings.NewReplacer("$0", a[0], "$1", a[1], "$2", a[2], "$3", a[3], "$4", a[4]).Replace(form)
	}
	switch ins.op {
	case opExp:
		return to + exponential(a)
	case opOverExp:
		return to + a[5] + "/(" + exponential(a) + ")"
	case opLinoid:
		x := sum(a[0], a[1])
		return to + fmt.Sprintf("|%s| < %s ? %s + %s*(%s) : %s*(%s)/(%s)", x, a[5], a[6], a[7], x, a[8], x, exponential(a))
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
		return named(w.names.Globals, ins.n, "g") + " = " + a[0]
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

// exponential writes k·e^(s·(x + o)) + c.
func exponential(a []string) string {
	x := sum(a[0], a[1])
	switch {
	case a[2] == "1":
	case x == a[0]:
		x = a[2] + "*" + x
	default:
		x = a[2] + "*(" + x + ")"
	}
	s := "exp(" + x + ")"
	switch a[3] {
	case "1":
	case "-1":
		s = "-" + s
	default:
		s = a[3] + "*" + s
	}
	return sum(s, a[4])
}

// sum writes x + y.
func sum(x, y string) string {
	if y == "0" {
		return x
	}
	if rest, negative := strings.CutPrefix(y, "-"); negative {
		return x + " - " + rest
	}
	return x + " + " + y
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
	x := w.vals[v]
	switch {
	case x.isConst:
		return fmt.Sprintf("%g", x.c)
	case x.in == inColumn:
		return named(w.names.Columns, x.n, "c")
	case x.in != inScalar:
		return fmt.Sprintf("r%d", x.n)
	}
	return w.scalar(x.n)
}

// scalar names a number of the scalar bank.
func (w *lister) scalar(n int32) string {
	switch {
	case n < NumEnv:
		return envNames[n]
	case int(n) < NumEnv+w.p.nGlobals:
		return named(w.names.Globals, n-NumEnv, "g")
	case int(n) < NumEnv+w.p.nGlobals+w.p.nArgs:
		return named(w.names.Args, n-int32(NumEnv+w.p.nGlobals), "a")
	}
	return fmt.Sprintf("s%d", n)
}
