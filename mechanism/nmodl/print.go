package nmodl

import (
	"fmt"
	"strconv"
	"strings"
)

// Print gives a tree back as NMODL text, without comments, and with the files
// that it INCLUDEs in place. Parsing the text gives an equal tree.
func Print(f *File) string {
	p := &printer{}
	if f.Title != "" {
		p.line("TITLE %s", f.Title)
	}
	for _, b := range f.Blocks {
		p.block(b)
	}
	return p.out.String()
}

// PrintExpr gives an expression as NMODL text.
func PrintExpr(x Expr) string { return exprText(x, 0) }

// printer writes lines with one tab per level.
type printer struct {
	out   strings.Builder
	level int
}

func (p *printer) line(format string, args ...any) {
	for range p.level {
		p.out.WriteByte('\t')
	}
	fmt.Fprintf(&p.out, format, args...)
	p.out.WriteByte('\n')
}

// braces writes a heading, "{", what body writes, and "}".
func (p *printer) braces(heading string, body func()) {
	p.line("%s", strings.TrimSpace(heading+" {"))
	p.level++
	body()
	p.level--
	p.line("}")
}

func (p *printer) block(b Block) {
	switch b := b.(type) {
	case *NeuronBlock:
		p.braces("NEURON", func() { p.neuron(b) })
	case *UnitsBlock:
		p.braces("UNITS", func() {
			for _, d := range b.Defs {
				p.unitDef(d)
			}
		})
	case *DeclBlock:
		word := [...]string{"PARAMETER", "CONSTANT", "ASSIGNED", "STATE", "INDEPENDENT", "STEPPED"}[b.Kind]
		p.braces(word, func() {
			for _, d := range b.Decls {
				p.line("%s", declText(d))
			}
		})
	case *Define:
		p.line("DEFINE %s %d", b.Name, b.Value)
	case *Local:
		p.line("%s", localText(b))
	case *Verbatim:
		p.verbatim(b)
	case *UnitsSwitch:
		p.line("%s", switchText(b))
	case *CodeBlock:
		p.code(b)
	}
}

func identText(list []Ident) string {
	names := make([]string, len(list))
	for i, id := range list {
		names[i] = id.Name
	}
	return strings.Join(names, ", ")
}

func (p *printer) neuron(n *NeuronBlock) {
	if n.Suffix.Name != "" {
		word := [...]string{"SUFFIX", "POINT_PROCESS", "ARTIFICIAL_CELL", "SUFFIX"}[n.Kind]
		p.line("%s %s", word, n.Suffix.Name)
	}
	if n.Represents != "" {
		p.line("REPRESENTS %s", n.Represents)
	}
	for _, u := range n.Ions {
		s := "USEION " + u.Ion.Name
		if len(u.Read) > 0 {
			s += " READ " + identText(u.Read)
		}
		if len(u.Write) > 0 {
			s += " WRITE " + identText(u.Write)
		}
		if u.HasValence {
			s += " VALENCE " + strconv.FormatFloat(u.Valence, 'g', -1, 64)
		}
		if u.Represents != "" {
			s += " REPRESENTS " + u.Represents
		}
		p.line("%s", s)
	}
	for _, l := range []struct {
		word string
		list []Ident
	}{
		{"NONSPECIFIC_CURRENT", n.NonspecificCurrent}, {"ELECTRODE_CURRENT", n.ElectrodeCurrent},
		{"RANGE", n.Range}, {"GLOBAL", n.Global}, {"POINTER", n.Pointer},
		{"BBCOREPOINTER", n.BBCorePointer}, {"EXTERNAL", n.External}, {"RANDOM", n.Random},
		{"SECTION", n.Section},
	} {
		if len(l.list) > 0 {
			p.line("%s %s", l.word, identText(l.list))
		}
	}
	if n.ThreadSafe {
		p.line("%s", strings.TrimSpace("THREADSAFE "+identText(n.ThreadSafeNames)))
	}
}

func (p *printer) unitDef(d *UnitDef) {
	switch {
	case d.Name == "":
		p.line("(%s) = (%s)", d.New.Text, d.From.Text)
	case d.HasValue:
		p.line("%s = %s (%s)", d.Name, d.Text, d.To.Text)
	case d.Arrow:
		p.line("%s = (%s) -> (%s)", d.Name, d.From.Text, d.To.Text)
	default:
		p.line("%s = (%s) (%s)", d.Name, d.From.Text, d.To.Text)
	}
}

func unitText(u Unit) string {
	if !u.Given {
		return ""
	}
	return " (" + u.Text + ")"
}

// numberText gives a number without its unit.
func numberText(n *Number) string {
	if n.Define == "" {
		return n.Text
	}
	if strings.HasPrefix(n.Text, "-") {
		return "-" + n.Define
	}
	return n.Define
}

func sizeText(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("[%d]", n)
}

func declText(d *Decl) string {
	s := d.Name + sizeText(d.Size)
	if d.Sweep {
		s = "SWEEP " + s
	}
	if d.Value != nil {
		s += " = " + numberText(d.Value)
	}
	for i, n := range d.Steps {
		s += [...]string{" = ", ", "}[min(i, 1)] + numberText(n)
	}
	if d.From != nil {
		s += " FROM " + numberText(d.From) + " TO " + numberText(d.To)
	}
	if d.With != nil {
		s += " WITH " + numberText(d.With)
	}
	if d.Start != nil {
		s += " START " + numberText(d.Start)
	}
	s += unitText(d.Unit)
	if d.Lo != nil {
		s += " <" + numberText(d.Lo) + ", " + numberText(d.Hi) + ">"
	}
	if d.Tolerance != nil {
		s += " <" + numberText(d.Tolerance) + ">"
	}
	return s
}

func localText(l *Local) string {
	vars := make([]string, len(l.Vars))
	for i, v := range l.Vars {
		vars[i] = v.Name + sizeText(v.Size)
	}
	return "LOCAL " + strings.Join(vars, ", ")
}

func switchText(s *UnitsSwitch) string {
	if s.On {
		return "UNITSON"
	}
	return "UNITSOFF"
}

func (p *printer) verbatim(v *Verbatim) {
	text := v.Text
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	p.out.WriteString(strings.Repeat("\t", p.level) + "VERBATIM" + text + "ENDVERBATIM\n")
}

func argText(args []*Arg) string {
	list := make([]string, len(args))
	for i, a := range args {
		list[i] = a.Name + unitText(a.Unit)
	}
	return "(" + strings.Join(list, ", ") + ")"
}

func (p *printer) code(b *CodeBlock) {
	s := b.heading()
	switch b.Kind {
	case Function, Procedure, FunctionTable, NetReceive:
		s += argText(b.Args)
	}
	s += unitText(b.Unit)
	if len(b.SolveFor) > 0 {
		s += " SOLVEFOR " + identText(b.SolveFor)
	}
	if b.Kind == FunctionTable {
		p.line("%s", s)
		return
	}
	p.body(s, b.Body)
}

// body writes a heading and statements in braces.
func (p *printer) body(heading string, list []Stmt) {
	p.braces(heading, func() { p.stmts(list) })
}
