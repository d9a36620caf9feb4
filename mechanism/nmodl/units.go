package nmodl

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// dimension counts the powers of the primitive units m, kg, sec, coul, candela,
// K and bit, in this order.
type dimension [7]int

// unit is a quantity: factor times powers of the primitive units.
type unit struct {
	factor float64
	dim    dimension
}

func (d dimension) String() string {
	var parts []string
	for i, n := range d {
		switch {
		case n == 1:
			parts = append(parts, primitives[i])
		case n != 0:
			parts = append(parts, fmt.Sprintf("%s%d", primitives[i], n))
		}
	}
	if len(parts) == 0 {
		return "no dimension"
	}
	return strings.Join(parts, "-")
}

// unitTable knows units: NEURON's and those that a file defines.
type unitTable struct {
	defined map[string]unit   // by the file
	fixed   map[string]string // aliases that NEURON knows
}

// unitError is what is wrong with a unit.
type unitError struct{ msg, meant, name string }

// unitTerm is a part of a unit: a number, or a name; to a power.
type unitTerm struct {
	number float64
	name   string // "" for a number
	power  int
}

// terms takes a unit such as "mA/cm2", "k-mole" or "10000 coulomb" apart:
// factors with a blank, "-" or "*" between, and after "/" divisors.
func terms(text string) []unitTerm {
	var list []unitTerm
	power := 1
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '-' || c == '*':
			i++
		case c == '/':
			power = -1
			i++
		case c >= '0' && c <= '9' || c == '.':
			j := numberEnd(text, i)
			digits := text[i:j]
			if k := strings.IndexAny(digits, "+-"); k > 0 && digits[k-1] != 'e' {
				digits = digits[:k] + "e" + digits[k:]
			}
			x, err := strconv.ParseFloat(digits, 64)
			if err != nil || x == 0 {
				panic(unitError{msg: fmt.Sprintf("%q is no number that a unit can have", text[i:j])})
			}
			list = append(list, unitTerm{number: x, power: power})
			i = j
		default:
			j := i
			for j < len(text) && !strings.ContainsRune(" \t-*/0123456789.", rune(text[j])) {
				j++
			}
			name, n := text[i:j], 1
			i = j
			for j < len(text) && text[j] >= '0' && text[j] <= '9' {
				j++
			}
			if j > i {
				n, _ = strconv.Atoi(text[i:j])
			}
			if n > maxUnitPower {
				panic(unitError{msg: fmt.Sprintf("a unit to the power %s is too much", text[i:j])})
			}
			i = j
			list = append(list, unitTerm{name: name, power: n * power})
		}
	}
	return list
}

// maxUnitPower bounds the power of a unit.
const maxUnitPower = 100

// parse evaluates a unit.
func (t *unitTable) parse(text string) unit {
	u := unit{factor: 1}
	for _, term := range terms(text) {
		if term.name == "" {
			u = u.times(unit{factor: term.number}, term.power)
		} else {
			u = u.times(t.lookup(term.name), term.power)
		}
	}
	return u
}

// numberEnd finds the end of the number at i: digits, a point, an exponent
// with "e" or, as NEURON writes it, a sign alone ("1-12").
func numberEnd(text string, i int) int {
	isNumber := func(i int) bool { return i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] == '.') }
	start := i
	for isNumber(i) {
		i++
	}
	j := i
	if j < len(text) && text[j] == 'e' {
		j++
	}
	if j < len(text) && (text[j] == '-' || text[j] == '+') {
		j++
	}
	if j > i && j < len(text) && text[j] >= '0' && text[j] <= '9' && start < i {
		for i = j; isNumber(i); {
			i++
		}
	}
	return i
}

// times gives u·v^n.
func (u unit) times(v unit, n int) unit {
	for range max(n, -n) {
		if n > 0 {
			u.factor *= v.factor
		} else {
			u.factor /= v.factor
		}
	}
	for i := range u.dim {
		u.dim[i] += n * v.dim[i]
	}
	return u
}

// lookup finds a unit by name: as it is, behind a prefix, without a plural s.
func (t *unitTable) lookup(name string) unit {
	if u, ok := t.find(name); ok {
		return u
	}
	var known []string
	for n := range t.fixed {
		known = append(known, n)
	}
	for n := range t.defined {
		known = append(known, n)
	}
	panic(unitError{fmt.Sprintf("the unit %q is not known", name), spell.Nearest(name, known), name})
}

// find looks up a name as NEURON does: as it is, then without its first
// prefix, then without an s at its end.
func (t *unitTable) find(name string) (unit, bool) {
	factor := 1.0
search:
	for {
		if u, ok := t.plain(name); ok {
			u.factor *= factor
			return u, true
		}
		for _, p := range prefixes {
			if rest, ok := strings.CutPrefix(name, p.name); ok {
				factor *= p.factor
				if name = rest; name == "" {
					return unit{factor: factor}, true
				}
				continue search
			}
		}
		rest, ok := strings.CutSuffix(name, "s")
		if !ok || rest == "" {
			return unit{}, false
		}
		name = rest
	}
}

// plain finds a name without a prefix.
func (t *unitTable) plain(name string) (unit, bool) {
	if u, ok := t.defined[name]; ok {
		return u, true
	}
	for i, p := range primitives {
		if p == name {
			u := unit{factor: 1}
			u.dim[i] = 1
			return u, true
		}
	}
	if text, ok := t.fixed[name]; ok {
		return t.parse(text), true
	}
	return unit{}, false
}

// unitFactors gives the constants of UNITS their values: name = (from) (to) is
// how many (to) one (from) is.
func (c *compiler) unitFactors() (err *fault.Error) {
	t := &unitTable{defined: map[string]unit{}, fixed: definitions}
	var def *UnitDef
	defer func() {
		switch r := recover().(type) {
		case nil:
		case unitError:
			err = c.errorAt(def.Pos, "%s", r.msg).DidYouMean(r.meant)
		default:
			panic(r)
		}
	}()
	for _, b := range c.File.Blocks {
		block, ok := b.(*UnitsBlock)
		if !ok {
			continue
		}
		for _, def = range block.Defs {
			switch {
			case def.HasValue:
			case def.Name == "":
				t.defined[def.New.Text] = t.parse(def.From.Text)
			default:
				from, to := t.parse(def.From.Text), t.parse(def.To.Text)
				if from.dim != to.dim {
					panic(unitError{msg: fmt.Sprintf("(%s) and (%s) measure different things: %s and %s", def.From.Text, def.To.Text, from.dim, to.dim)})
				}
				c.Symbols[def.Name].Default = from.factor / to.factor
			}
		}
	}
	return nil
}
