package nmodl

import (
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
