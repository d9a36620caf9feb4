package nmodl

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

// said is what an error tells, without its source line.
func said(errs []*fault.Error) string {
	var lines []string
	for _, e := range errs {
		line := e.Error()
		if e.Hint != "" {
			line += " [" + e.Hint + "]"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"PROCEDURE p() { x = }", `m.mod:1:21: expected an expression, found "}"`},
		{"PROCEDURE p() { x = 3 * }", `m.mod:1:25: expected an expression, found "}"`},
		{"PROCEDURE p() {\n\tx = (1 + 2\n\ty = 3\n}", `m.mod:3:2: expected an operator, or ")" for the "(" of line 2, found "y"`},
		{"PROCEDURE p() { if (a = 3) { } }", `m.mod:1:23: expected ")" after the condition, found "=" [a comparison is written ==]`},
		{"PROCEDURE p() { x 3 }", `m.mod:1:19: expected "=" or "(" after x, found "3"`},
		{"PROCEDURE p() { solve s METHOD cnexp }", `m.mod:1:23: expected "=" or "(" after solve, found "s" [did you mean "SOLVE"?]`},
		{"PROCEDURE p() { x = 3; }", `m.mod:1:22: NMODL has no ; between statements`},
		{"PROCEDURE p() { x = a & b }", `m.mod:1:23: the operator is &&`},
		{"PROCEDURE p() { x = _y }", `m.mod:1:21: a name cannot start with _`},
		{"PROCEDURE p() { x = 1 $ 2 }", `m.mod:1:23: the character '$' has no meaning in NMODL`},
		{"PROCEDURE p() { x = (a) (mV) }", `m.mod:1:25: expected an operator, found "(" [a unit can only follow a number]`},
		{"PROCEDURE p() { x = 1 (mV\n}", "m.mod:1:23: this unit has no closing )"},
		{"PROCEDURE p { }", `m.mod:1:13: expected "(" after PROCEDURE p, found "{" [arguments stand in parentheses; ( ) is none]`},
		{"PROCEDURE p(a, ) { }", `m.mod:1:16: expected the name of an argument, found ")"`},
		{"PROCEDURE p() { RESET }", `m.mod:1:17: RESET is a statement of NMODL's ancestor that NEURON does not run`},
		{"PROCEDURE p() { INITIAL { } }", `m.mod:1:17: expected a statement, found the keyword INITIAL`},
		{"BREAKPOINT { TABLE m FROM 0 TO 1 WITH 10 }", `m.mod:1:14: TABLE belongs in a FUNCTION or a PROCEDURE, not in BREAKPOINT`},
		{"PROCEDURE p(v) { TABLE m FROM 0 TO 1 WITH 0.5 }", `m.mod:1:43: expected the number of intervals after WITH, found "0.5"`},
		{"INITIAL { ~ a <-> b (1, 2) }", `m.mod:1:11: ~ starts a reaction of a KINETIC block or an equation of a LINEAR or NONLINEAR block, not a statement of INITIAL`},
		{"KINETIC k { ~ a <-> b (1) }", `m.mod:1:25: expected "," between the two rates of a reaction with <->, found ")"`},
		{"KINETIC k { ~ a -> b (1) }", `m.mod:1:20: expected "(" and a rate after ->, found "b" [what A -> (k) turns into is not written; use <-> with a backward rate of 0 to name it]`},
		{"KINETIC k { ~ a << (1, 2) }", `m.mod:1:22: a reaction with << takes one rate`},
		{"KINETIC k { ~ 1.5 a << (1) }", `m.mod:1:15: expected a whole number of molecules, found "1.5"`},
		{"NET_RECEIVE(w) { WATCH (v = 3) 2 }", `m.mod:1:27: expected "<" or ">" in WATCH, found "="`},
		{"BEFORE DAWN { }", `m.mod:1:8: expected INITIAL, BREAKPOINT, SOLVE or STEP after BEFORE, found "DAWN"`},
		{"NEURON { SUFIX hh }", `m.mod:1:10: expected a statement of the NEURON block such as SUFFIX, USEION or RANGE, found "SUFIX" [did you mean "SUFFIX"?]`},
		{"NEURON { RANGE a b }", `m.mod:1:18: expected a statement of the NEURON block such as SUFFIX, USEION or RANGE, found "b" [names in a list have commas between them]`},
		{"NEURON { USEION na }", `m.mod:1:20: expected READ or WRITE after USEION na, found "}"`},
		{"NEURON { USEION na REPRESENTS sodium }", `m.mod:1:20: expected READ or WRITE after USEION na, found the keyword REPRESENTS`},
		{"NEURON { USEION na READ ena REPRESENTS sodium }", `m.mod:1:40: REPRESENTS needs an identifier such as CHEBI:29101 or [CHEBI:29101]`},
		{"NEURON { SUFFIX STATE }", `m.mod:1:17: expected a name after SUFFIX, found the keyword STATE [STATE is a keyword and cannot be a name]`},
		{"PARAMETER { g = x }", `m.mod:1:17: expected a number as the value of g, found "x" [what is computed from other variables is set in INITIAL]`},
		{"PARAMETER { g = 1 <0> }", `m.mod:1:21: expected "," between the limits of g, found ">"`},
		{"PARAMETER { g[0] }", `m.mod:1:15: an array needs at least one element`},
		{"ASSIGNED { g = 3 }", `m.mod:1:14: only a PARAMETER or a CONSTANT is declared with a value [START gives it a value before INITIAL runs]`},
		{"UNITS { (mV) = 3 }", `m.mod:1:16: expected the unit that (mV) stands for, in parentheses, found "3"`},
		{"DEFINE N 3\nPARAMETER { N = 1 }", `m.mod:2:13: N stands for 3 by DEFINE and cannot be a variable`},
		{"DEFINE N 3 DEFINE N 4", `m.mod:1:19: N is defined twice, first as 3 at line 1`},
		{"paramter { g = 3 }", `m.mod:1:1: expected a block such as NEURON, PARAMETER or BREAKPOINT, found "paramter" [did you mean "PARAMETER"?]`},
		{"state { m }", `m.mod:1:1: expected a block such as NEURON, PARAMETER or BREAKPOINT, found "state" [did you mean "STATE"?]`},
		{"INITIAL { } }", `m.mod:1:13: this } closes nothing`},
		{"INITIAL { x = 1", `m.mod:1:9: the INITIAL block that starts here is never closed: a } is missing`},
		{"INITIAL {\n x = 1\nSTATE { m }", `m.mod:3:1: STATE starts inside the INITIAL block of line 1: a } is missing before it`},
		{"VERBATIM\nint x;\n", `m.mod:1:1: this VERBATIM has no end: ENDVERBATIM must stand at the start of a line`},
		{"COMMENT a ENDCOMMENT", `m.mod:1:1: this COMMENT has no end: ENDCOMMENT must stand at the start of a line`},
		{"INITIAL { printf(\"abc)\n}", `m.mod:1:18: this text has no closing "`},
		{"INCLUDE \"gone.inc\"", `m.mod:1:9: INCLUDE "gone.inc": no such file`},
		{"INCLUDE \"m.mod\"", `m.mod:1:9: m.mod includes itself`},
		{"INCLUDE \"bad.inc\" STATE { 3 }", "bad.inc:2:5: expected an expression, found the end of the file\nbad.inc:1:9: the INITIAL block"},
	} {
		include := func(name string) (string, error) {
			if name == "bad.inc" {
				return "INITIAL {\nx = ", nil
			}
			return "", errors.New("no such file")
		}
		_, errs := Parse("m.mod", c.src, include)
		got := said(errs)
		if got != c.want && !(strings.HasPrefix(c.src, "INCLUDE \"bad") && strings.HasPrefix(got, c.want)) {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
		for _, e := range errs {
			if e.Kind != fault.Syntax || e.Pos.Line == 0 {
				t.Errorf("%q: kind %v, position %v", c.src, e.Kind, e.Pos)
			}
		}
	}
}

// Every mistake of a file is reported, each once.
func TestParseReportsAll(t *testing.T) {
	_, errs := Parse("m.mod", `NEURON {
	SUFFIX x
	RANGE
}
PARAMETER {
	a = b
	c = 3 (mV
	d = 4
}
BREAKPOINT {
	if (a > ) {
		c = 1
	}
	d = * 2
	e = 3
}
FUNCTION f(x) {
	f = x +
}
`, nil)
	want := `m.mod:4:1: expected a variable name after RANGE, found "}"
m.mod:6:6: expected a number as the value of a, found "b" [what is computed from other variables is set in INITIAL]
m.mod:7:8: this unit has no closing )
m.mod:11:10: expected an expression, found ")"
m.mod:14:6: expected an expression, found "*"
m.mod:19:1: expected an expression, found "}"`
	if got := said(errs); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if caret := errs[3].Caret(); caret != "   11 | \tif (a > ) {\n      | \t        ^\n" {
		t.Errorf("caret display:\n%s", caret)
	}
}

func TestParseStopsAtTen(t *testing.T) {
	_, errs := Parse("m.mod", "INITIAL {\n"+strings.Repeat("x = *\n", 50)+"}", nil)
	if len(errs) != 10 {
		t.Errorf("%d errors, want 10", len(errs))
	}
}

// Nesting without bound is an error, not a stack overflow.
func TestParseDeep(t *testing.T) {
	for _, src := range []string{
		"INITIAL { x = " + strings.Repeat("(", 1e6),
		"INITIAL { x = " + strings.Repeat("-", 1e6),
		"INITIAL { x = " + strings.Repeat("1^", 5e5),
		"INITIAL { x = 1" + strings.Repeat("+1", 1e5),
		"INITIAL { " + strings.Repeat("{", 1e6),
		"INITIAL { " + strings.Repeat("if (1) {", 1e5),
		"INITIAL { if (1) { } " + strings.Repeat("else if (1) { }", 5e4),
	} {
		_, errs := Parse("m.mod", src, nil)
		if len(errs) == 0 {
			t.Errorf("%.30q...: no error", src)
		} else if msg := errs[0].Msg; !strings.Contains(msg, "more than") {
			t.Errorf("%.30q...: %s", src, msg)
		}
	}
}

func TestPrintExpressions(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a+b*c", "a + b*c"},
		{"(a+b)*c", "(a + b)*c"},
		{"a-(b-c)", "a - (b - c)"},
		{"(a-b)-c", "a - b - c"},
		{"a/(b*c)", "a/(b*c)"},
		{"-a^2", "-a^2"},
		{"(-a)^2", "(-a)^2"},
		{"a^-b^c", "a^-b^c"},
		{"a^b^c", "a^b^c"},
		{"(a^b)^c", "(a^b)^c"},
		{"-a*b", "-a*b"},
		{"-(a*b)", "-(a*b)"},
		{"a == b < c", "a == b < c"},
		{"(a == b) < c", "(a == b) < c"},
		{"a && b || !c && d", "a && b || !c && d"},
		{"!(a && b)", "!(a && b)"},
		{"1.5e-3 (mA/cm2) * x", "1.5e-3 (mA/cm2)*x"},
		{".5", ".5"},
		{"f(a, b[i+1], g())", "f(a, b[i + 1], g())"},
		{"m' + m''[2]", "m' + m''[2]"},
		{"x@2 + y@1[3]", "x@2 + y@1[3]"},
	} {
		f, errs := Parse("m.mod", "INITIAL { q = "+c.src+" }", nil)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.src, errs[0])
			continue
		}
		x := f.Blocks[0].(*CodeBlock).Body[0].(*Assign).Value
		if got := PrintExpr(x); got != c.want {
			t.Errorf("%s prints as %s, want %s", c.src, got, c.want)
		}
	}
}

// Comparison binds as in C, into which NEURON translates.
func TestPrecedence(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a == b < c", "(a == (b < c))"},
		{"a < b == c", "((a < b) == c)"},
		{"a - b - c", "((a - b) - c)"},
		{"a ^ b ^ c", "(a ^ (b ^ c))"},
		{"-a ^ b", "(-(a ^ b))"},
		{"-a * b", "((-a) * b)"},
		{"a ^ -b * c", "((a ^ (-b)) * c)"},
		{"!a == b", "((!a) == b)"},
		{"a || b && c", "(a || (b && c))"},
	} {
		f, errs := Parse("m.mod", "INITIAL { q = "+c.src+" }", nil)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.src, errs[0])
			continue
		}
		if got := grouped(f.Blocks[0].(*CodeBlock).Body[0].(*Assign).Value); got != c.want {
			t.Errorf("%s groups as %s, want %s", c.src, got, c.want)
		}
	}
}

func grouped(x Expr) string {
	switch x := x.(type) {
	case *Name:
		return x.Name
	case *Unary:
		return fmt.Sprintf("(%s%s)", x.Op, grouped(x.X))
	case *Binary:
		return fmt.Sprintf("(%s %s %s)", grouped(x.X), x.Op, grouped(x.Y))
	}
	return "?"
}

func TestInclude(t *testing.T) {
	f, errs := Parse("m.mod", "NEURON { SUFFIX x }\nINCLUDE \"p.inc\"\nSTATE { m[N] }", func(name string) (string, error) {
		return "DEFINE N 4\nPARAMETER {\n a = N\n}\n", nil
	})
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	d := f.Blocks[2].(*DeclBlock).Decls[0]
	if p := d.Position(); p.String() != "p.inc:3:2" || d.Value.Value != 4 {
		t.Errorf("a = %g at %v", d.Value.Value, p)
	}
	if m := f.Blocks[3].(*DeclBlock).Decls[0]; m.Size != 4 || m.Pos.String() != "m.mod:3:9" {
		t.Errorf("m has %d elements at %v", m.Size, m.Pos)
	}
}

// Line ends of any kind, a byte order mark and text behind a control-Z are no
// part of the program.
func TestLineEnds(t *testing.T) {
	f, errs := Parse("m.mod", "\ufeffTITLE x\r\nSTATE { m }\rASSIGNED {\n é: \n}", nil)
	if got, want := said(errs), "m.mod:4:2: the character 'é' has no meaning in NMODL"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if f.Title != "x" {
		t.Errorf("title %q", f.Title)
	}
	if _, errs := Parse("m.mod", "STATE { m }\x1agarbage(((", nil); len(errs) > 0 {
		t.Error(errs[0])
	}
}
