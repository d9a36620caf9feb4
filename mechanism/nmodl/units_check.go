package nmodl

import (
	"fmt"
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// checkUnits compares the units of what code adds, compares, assigns and
// passes, in the way of NEURON's modlunit: a number without a unit takes that
// of its neighbour in a sum, a number alone in parentheses is a conversion
// factor, a LOCAL has the unit of what was assigned to it last, and nothing is
// compared between UNITSOFF and UNITSON. Unlike modlunit it goes on behind the
// first mismatch, knows the units of v and the like where a file gives none,
// and takes sqrt, fabs and the like as they are.
func checkUnits(checked *Checked) []*fault.Error {
	c := &unitChecker{Checked: checked, on: true, locals: map[*Symbol]quantity{}, factors: map[*Symbol]quantity{},
		volumes: map[*Symbol]quantity{}, known: map[string]quantity{},
		table: &unitTable{defined: map[string]unit{}, fixed: definitions}}
	if !c.usesUnits() {
		return nil
	}
	c.definitions()
	c.declarations()
	for _, b := range c.File.Blocks {
		switch b := b.(type) {
		case *UnitsSwitch:
			c.on = b.On
		case *CodeBlock:
			c.code(b)
		}
	}
	return c.warnings
}

type unitChecker struct {
	*Checked
	table    *unitTable
	on       bool // UNITSON
	known    map[string]quantity
	locals   map[*Symbol]quantity // what was assigned last
	factors  map[*Symbol]quantity // name = (from) -> (to)
	volumes  map[*Symbol]quantity // of the states that COMPARTMENT lists
	flux     quantity             // of the reaction before
	warnings []*fault.Error
}

func (c *unitChecker) warn(pos fault.Pos, format string, args ...any) *fault.Error {
	w := warning(c.Checked, pos, format, args...)
	c.warnings = append(c.warnings, w)
	return w
}

// usesUnits says whether the file gives any variable a unit.
func (c *unitChecker) usesUnits() bool {
	for _, b := range c.File.Blocks {
		if b, ok := b.(*DeclBlock); ok {
			for _, d := range b.Decls {
				if d.Unit.Given {
					return true
				}
			}
		}
	}
	return false
}

// definitions reads UNITS. What is wrong there is an error of Compile.
func (c *unitChecker) definitions() {
	for _, b := range c.File.Blocks {
		block, ok := b.(*UnitsBlock)
		if !ok {
			continue
		}
		for _, d := range block.Defs {
			switch {
			case d.Name == "":
				if q, err := c.table.quantity(d.From.Text); err == nil {
					c.table.defined[d.New.Text] = q.unit
				}
			case d.Arrow:
				from, err1 := c.table.quantity(d.From.Text)
				to, err2 := c.table.quantity(d.To.Text)
				q := anything
				if err1 == nil && err2 == nil {
					q = to.times(from, -1)
					q.number = false
				}
				c.factors[c.Symbols[d.Name]] = q
			}
		}
	}
}

// given evaluates a unit that the text gives.
func (c *unitChecker) given(u Unit) quantity {
	if !u.Given {
		return noUnit
	}
	q, ok := c.known[u.Text]
	if !ok {
		var err *unitError
		if q, err = c.table.quantity(u.Text); err != nil {
			w := c.warn(u.Pos, "%s", err.msg).DidYouMean(err.meant)
			if def := customary[err.name]; def != "" {
				w.WithHint("UNITS { (%s) = (%s) } defines it", err.name, def)
			}
		}
		c.known[u.Text] = q
	}
	return q
}

// customary are names that files define in UNITS.
var customary = map[string]string{"mV": "millivolt", "uV": "microvolt", "mA": "milliamp", "uA": "microamp", "nA": "nanoamp", "pA": "picoamp",
	"S": "siemens", "mS": "millisiemens", "uS": "microsiemens", "nS": "nanosiemens", "pS": "picosiemens", "umho": "micromho",
	"molar": "1/liter", "M": "1/liter", "mM": "milli/liter", "uM": "micro/liter", "nM": "nano/liter", "um": "micron", "l": "liter",
	"uF": "microfarad", "nF": "nanofarad", "mol": "1", "A": "amp"}

// unitOf evaluates the declared unit of a symbol, which given has seen before.
func (c *unitChecker) unitOf(text string) quantity {
	return c.given(Unit{Text: text, Given: text != ""})
}

var simulatorUnits = map[string]string{"v": "millivolt", "t": "ms", "dt": "ms", "celsius": "degC", "diam": "micron", "area": "micron2"}

var simulatorShown = map[string]string{"v": "mV", "diam": "um", "area": "um2"}

// declarations checks the units of declared variables: that they exist, and
// that those of the simulator, of ions and currents are NEURON's.
func (c *unitChecker) declarations() {
	for _, b := range c.File.Blocks {
		b, ok := b.(*DeclBlock)
		if !ok {
			continue
		}
		for _, d := range b.Decls {
			q := c.given(d.Unit)
			s := c.Symbols[d.Name]
			want, ok := c.outer(s)
			switch {
			case !ok || q.any || s.Pos != d.Pos:
			case !d.Unit.Given:
				if b.Kind != IndependentDecl {
					c.warn(d.Pos, "%s has no unit here; it is in %s", d.Name, want)
				}
			case q.dim != want.dim || !near(q.factor, want.factor):
				c.warn(d.Unit.Pos, "%s is in %s, not in %s", d.Name, want, q)
			}
		}
	}
}

// outer gives the unit of a variable that is not the mechanism's own.
func (c *unitChecker) outer(s *Symbol) (q quantity, ok bool) {
	if s == nil {
		return q, false
	}
	text, shown := "", ""
	switch {
	case s.Storage == SimulatorStorage:
		text, shown = simulatorUnits[s.Name], simulatorShown[s.Name]
	case s.Current != NotCurrent || s.Ion != nil && s.Ion.Part == IonCurrent:
		if c.Kind == Density {
			text, shown = "milliamp/cm2", "mA/cm2"
		} else {
			text, shown = "nanoamp", "nA"
		}
	case s.Ion != nil && s.Ion.Part == IonReversal:
		text, shown = "millivolt", "mV"
	case s.Ion != nil:
		text, shown = "milli/liter", "mM"
	}
	if text == "" {
		return q, false
	}
	q, err := c.table.quantity(text)
	if err != nil {
		return q, false
	}
	if shown != "" {
		q.text = shown
		q.atoms = nil
		for _, term := range terms(shown) {
			q.atoms = addAtom(q.atoms, term.name, term.power)
		}
	}
	return q, true
}

// of gives the unit of a variable.
func (c *unitChecker) of(s *Symbol) quantity {
	if s == nil {
		return anything
	}
	if q, ok := c.outer(s); ok {
		return q
	}
	if q, ok := c.factors[s]; ok {
		return q
	}
	switch s.Role {
	case BlockLocal, FileLocal:
		if q, ok := c.locals[s]; ok {
			return q
		}
		return anything
	case Argument:
		if q, ok := c.locals[s]; ok {
			return q
		}
	case LoopVariable:
		return plainNumber
	case Predeclared:
		if s.Storage == LocalStorage { // f_flux, b_flux
			return c.flux
		}
		if s.Unit == "" && !c.isStartValue(s) || strings.HasPrefix(s.Name, "lag_") {
			return anything
		}
	}
	return c.unitOf(s.Unit)
}

func (c *unitChecker) isStartValue(s *Symbol) bool { return s.Storage == GlobalStorage }

// code checks a block.
func (c *unitChecker) code(b *CodeBlock) {
	for _, a := range b.Args {
		c.given(a.Unit)
	}
	c.given(b.Unit)
	c.flux = anything
	if b.Kind == Kinetic {
		c.compartments(b.Body)
	}
	c.statements(b.Body)
}

func (c *unitChecker) statements(list []Stmt) {
	for _, s := range list {
		c.statement(s)
	}
}

func (c *unitChecker) statement(s Stmt) {
	switch s := s.(type) {
	case *Assign:
		c.assign(s)
	case *Protect:
		c.assign(s.Assign)
	case *CallStmt:
		c.expr(s.Call)
	case *If:
		c.expr(s.Cond)
		c.statements(s.Then)
		c.statements(s.Else)
	case *While:
		c.expr(s.Cond)
		c.statements(s.Body)
	case *From:
		c.expr(s.Lo)
		c.expr(s.Hi)
		c.statements(s.Body)
	case *BlockStmt:
		c.statements(s.Body)
	case *UnitsSwitch:
		c.on = s.On
	case *Solve:
		c.statements(s.IfError)
	case *Equation:
		c.same(s.Pos, stmtText(s), s.Left, s.Right)
	case *Watch:
		c.same(s.Pos, "WATCH "+watchText(s), s.Left, s.Right)
	case *ForNetCons:
		c.statements(s.Body)
	case *NetInitial:
		c.statements(s.Body)
	case *Reaction:
		c.reaction(s)
	case *Conserve:
		q := c.amount(s.Left[0].Var)
		for _, r := range s.Left[1:] {
			q = c.compare(r.Pos, stmtText(s), q, c.amount(r.Var), PrintExpr(s.Left[0].Var), PrintExpr(r.Var), false)
		}
		c.compare(s.Pos, stmtText(s), q, c.expr(s.Value), "the left side", PrintExpr(s.Value), true)
	}
}

func (c *unitChecker) assign(a *Assign) {
	value := c.expr(a.Value)
	if s := symbolOf(a.Target); s != nil && (s.Role == BlockLocal || s.Role == FileLocal || s.Role == Argument && s.Unit == "") {
		if _, prime := a.Target.(*Prime); !prime {
			if old, ok := c.locals[s]; !ok || !value.number || old.number {
				c.locals[s] = value
			}
			return
		}
	}
	c.compare(a.Pos, assignText(a), c.expr(a.Target), value, PrintExpr(a.Target), PrintExpr(a.Value), true)
}

// same compares two expressions.
func (c *unitChecker) same(pos fault.Pos, whole string, x, y Expr) quantity {
	left := c.expr(x)
	return c.compare(pos, whole, left, c.expr(y), PrintExpr(x), PrintExpr(y), true)
}

// compare tells where two quantities differ and gives the one that a sum of
// them has. withHint says that a factor before the second would help.
func (c *unitChecker) compare(pos fault.Pos, whole string, left, right quantity, leftText, rightText string, withHint bool) quantity {
	switch {
	case left.any || right.any:
		if left.any {
			return right
		}
		return left
	case right.number:
		return left
	case left.number:
		return right
	case left.dim == right.dim && near(left.factor, right.factor) || !c.on:
		return left
	}
	w := c.warn(pos, "%s: %s, %s", short(whole), left.is(short(leftText)), right.is(short(rightText)))
	if left.dim != right.dim {
		return anything
	}
	if withHint {
		w.WithHint("a conversion factor is missing: (%.6g)*(%s)", right.factor/left.factor, short(rightText))
	}
	return left
}

// short cuts the text of a long expression.
func short(s string) string {
	const most = 50
	if r := []rune(s); len(r) > most {
		return string(r[:most-3]) + "..."
	}
	return s
}

// stmtText gives a statement as NMODL text.
func stmtText(s Stmt) string {
	if w, ok := s.(*Watch); ok {
		return "WATCH " + watchText(w)
	}
	p := &printer{}
	p.stmt(s)
	return strings.TrimSuffix(p.out.String(), "\n")
}

// unitless tells where a quantity has a unit that it must not have.
func (c *unitChecker) unitless(pos fault.Pos, q quantity, format string, args ...any) {
	if q.none() || !c.on {
		return
	}
	what := fmt.Sprintf(format, args...)
	if q.dim == (dimension{}) {
		c.warn(pos, "%s: a conversion factor is missing", q.is(what)).WithHint("multiply it by (%.6g)", q.factor)
		return
	}
	c.warn(pos, "%s, but must have no unit", q.is(what))
}
