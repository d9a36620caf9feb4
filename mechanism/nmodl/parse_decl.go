package nmodl

import (
	"strconv"
	"strings"

	"github.com/gneuron/gneuron/internal/spell"
)

// nearestWord is a hint for a misspelt word out of a list, or "".
func nearestWord(word, list string) string {
	words := strings.Fields(list)
	upper := strings.ToUpper(word)
	for _, w := range words {
		if w == upper {
			return "did you mean " + strconv.Quote(w) + "?"
		}
	}
	if near := spell.Nearest(word, words); near != "" {
		return "did you mean " + strconv.Quote(near) + "?"
	}
	return ""
}

// unit parses an optional unit in parentheses.
func (p *parser) unit() Unit {
	if !p.is("(") {
		return Unit{}
	}
	u := Unit{At: At{p.tok.pos}, Given: true}
	p.lex.to(p.tok.end)
	text, ok := p.lex.unit()
	if !ok {
		p.failAt(u.Pos, "", "this unit has no closing )")
	}
	u.Text = text
	p.tok.kind, p.tok.text, p.tok.end = tokUnit, "("+text+")", p.lex.off
	p.advance()
	return u
}

// number parses a number without a sign or the name of a DEFINE.
func (p *parser) number(what string) *Number {
	t := p.tok
	switch {
	case t.kind == tokNumber:
		value, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.failAt(t.pos, "", "the number %s is beyond the range of a double", t.text)
		}
		p.advance()
		return &Number{At: At{t.pos}, Value: value, Text: t.text}
	case t.kind == tokName && t.primes == 0 && p.defines[t.text] != nil:
		p.advance()
		d := p.defines[t.text]
		return &Number{At: At{t.pos}, Value: float64(d.Value), Text: strconv.Itoa(d.Value), Define: d.Name}
	}
	p.expected(what)
	return nil
}

// signedNumber parses a number with or without a minus.
func (p *parser) signedNumber(what string) *Number {
	at := p.tok.pos
	p.mark("-", unarySign)
	if !p.accept("-") {
		return p.number(what)
	}
	n := p.number(what)
	n.Pos, n.Value, n.Text = at, -n.Value, "-"+n.Text
	return n
}

// integer parses a non-negative integer or the name of a DEFINE.
func (p *parser) integer(what string) *Number {
	t := p.tok
	n := p.number(what)
	if v, err := strconv.Atoi(n.Text); err != nil || v > 1e9 {
		p.failAt(t.pos, "", "expected %s, found %s", what, t.describe())
	}
	return n
}

// size parses an optional array size [n]; 0 if there is none.
func (p *parser) size() int {
	if !p.accept("[") {
		return 0
	}
	n := p.integer("the number of elements")
	if n.Value < 1 {
		p.failAt(n.Pos, "", "an array needs at least one element")
	}
	if p.arrays += int(n.Value); p.arrays > maxElements {
		p.failAt(n.Pos, "", "%s elements are too many: all arrays of a file together may have %d", n.Text, maxElements)
	}
	p.expect("]", "after the number of elements")
	return int(n.Value)
}

// unitsBlock parses UNITS { ... }.
func (p *parser) unitsBlock() Block {
	b := &UnitsBlock{At: At{p.advance().pos}}
	p.body("UNITS", func() { b.Defs = append(b.Defs, p.unitDef()) })
	return b
}

// unitDef parses one definition of a UNITS block.
func (p *parser) unitDef() *UnitDef {
	d := &UnitDef{At: At{p.tok.pos}}
	if p.is("(") {
		d.New = p.unit()
		p.expect("=", "in the definition of the unit ("+d.New.Text+")")
		d.From = p.requiredUnit("the unit that (" + d.New.Text + ") stands for")
		return d
	}
	d.Name = p.ident("(unit) = (unit), or name = number (unit)").Name
	p.expect("=", "after "+d.Name)
	if !p.is("(") {
		n := p.signedNumber("a number or a unit in parentheses")
		d.HasValue, d.Value, d.Text = true, n.Value, n.Text
		d.To = p.requiredUnit("the unit of " + d.Name)
		return d
	}
	d.From = p.unit()
	d.Arrow = p.accept("->")
	d.To = p.requiredUnit("the unit in which to express " + d.Name)
	return d
}

func (p *parser) requiredUnit(what string) Unit {
	if !p.is("(") {
		p.expected(what + ", in parentheses")
	}
	return p.unit()
}

var declKinds = map[string]DeclKind{
	"PARAMETER": ParameterDecl, "CONSTANT": ConstantDecl, "ASSIGNED": AssignedDecl,
	"STATE": StateDecl, "INDEPENDENT": IndependentDecl, "STEPPED": SteppedDecl,
}

// declBlock parses a block of declarations.
func (p *parser) declBlock() Block {
	t := p.advance()
	b := &DeclBlock{At: At{t.pos}, Kind: declKinds[t.text]}
	parse := map[DeclKind]func() *Decl{
		ParameterDecl:   p.parameter,
		ConstantDecl:    p.constant,
		AssignedDecl:    p.variable,
		StateDecl:       p.variable,
		IndependentDecl: p.independent,
		SteppedDecl:     p.stepped,
	}[b.Kind]
	p.body(t.text, func() { b.Decls = append(b.Decls, parse()) })
	return b
}

// declared parses the name that a declaration starts with.
func (p *parser) declared(what string) *Decl {
	if p.tok.kind == tokName && p.defines[p.tok.text] != nil {
		p.failAt(p.tok.pos, "", "%s stands for %d by DEFINE and cannot be a variable",
			p.tok.text, p.defines[p.tok.text].Value)
	}
	name := p.ident(what)
	return &Decl{At: name.At, Name: name.Name}
}

// parameter parses name[size] = value (unit) <lo, hi>.
func (p *parser) parameter() *Decl {
	d := p.declared("the name of a parameter")
	d.Size = p.size()
	if p.accept("=") {
		d.Value = p.value(d.Name)
	}
	d.Unit = p.unit()
	if p.mark("<", limitOpen); p.accept("<") {
		d.Lo = p.signedNumber("the lower limit of " + d.Name)
		p.expect(",", "between the limits of "+d.Name)
		d.Hi = p.signedNumber("the upper limit of " + d.Name)
		p.mark(">", limitClose)
		p.expect(">", "after the limits of "+d.Name)
	}
	return d
}

// value parses the number that a parameter or a constant is declared with.
func (p *parser) value(name string) *Number {
	if p.tok.kind == tokName && p.defines[p.tok.text] == nil {
		p.expectedHint("a number as the value of "+name, "what is computed from other variables is set in INITIAL")
	}
	return p.signedNumber("a number as the value of " + name)
}

// constant parses name = value (unit).
func (p *parser) constant() *Decl {
	d := p.declared("the name of a constant")
	p.expect("=", "after the constant "+d.Name)
	d.Value = p.value(d.Name)
	d.Unit = p.unit()
	return d
}

// variable parses name[size] FROM lo TO hi START x (unit) <tol>.
func (p *parser) variable() *Decl {
	d := p.declared("the name of a variable")
	d.Size = p.size()
	if p.is("=") {
		p.failAt(p.tok.pos, "START gives it a value before INITIAL runs",
			"only a PARAMETER or a CONSTANT is declared with a value")
	}
	if p.accept("FROM") {
		d.From = p.signedNumber("a number after FROM")
		p.expect("TO", "after FROM "+d.From.Text)
		d.To = p.signedNumber("a number after TO")
	}
	d.Start = p.start()
	d.Unit = p.unit()
	if p.mark("<", limitOpen); p.accept("<") {
		d.Tolerance = p.number("the absolute tolerance of " + d.Name)
		p.mark(">", limitClose)
		p.expect(">", "after the absolute tolerance of "+d.Name)
	}
	return d
}

func (p *parser) start() *Number {
	if p.accept("START") {
		return p.signedNumber("a number after START")
	}
	return nil
}

// independent parses SWEEP name FROM lo TO hi WITH n START x (unit).
func (p *parser) independent() *Decl {
	sweep := p.accept("SWEEP")
	d := p.declared("the name of the independent variable")
	d.Sweep = sweep
	p.expect("FROM", "after "+d.Name)
	d.From = p.signedNumber("a number after FROM")
	p.expect("TO", "after FROM "+d.From.Text)
	d.To = p.signedNumber("a number after TO")
	p.expect("WITH", "after TO "+d.To.Text)
	d.With = p.integer("an integer after WITH")
	d.Start = p.start()
	d.Unit = p.unit()
	return d
}

// stepped parses name = v1, v2, ... (unit).
func (p *parser) stepped() *Decl {
	d := p.declared("the name of a stepped variable")
	p.expect("=", "after "+d.Name)
	d.Steps = append(d.Steps, p.signedNumber("a number"))
	p.expect(",", "and a second value")
	for {
		d.Steps = append(d.Steps, p.signedNumber("a number"))
		if !p.accept(",") {
			break
		}
	}
	d.Unit = p.unit()
	return d
}

// unitsSwitch parses UNITSON or UNITSOFF.
func (p *parser) unitsSwitch() *UnitsSwitch {
	t := p.advance()
	return &UnitsSwitch{At{t.pos}, t.text == "UNITSON"}
}

// verbatim takes a VERBATIM text.
func (p *parser) verbatim() *Verbatim {
	t := p.advance()
	return &Verbatim{At: At{t.pos}, Text: t.text}
}

// local parses LOCAL a, b[3].
func (p *parser) local() *Local {
	l := &Local{At: At{p.advance().pos}}
	for {
		name := p.ident("the name of a variable after LOCAL")
		l.Vars = append(l.Vars, &LocalVar{At: name.At, Name: name.Name, Size: p.size()})
		if !p.accept(",") {
			return l
		}
	}
}
