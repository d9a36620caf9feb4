package nmodl

import (
	"fmt"
	"math"
	"strings"
)

// quantity is what an expression measures.
type quantity struct {
	unit
	number bool       // a plain number, which takes the unit of what it is added to
	any    bool       // not known: goes with everything
	text   string     // as a declaration writes it, "" for what is computed
	atoms  []unitTerm // how messages write a computed unit; its numbers are left out
}

var (
	plainNumber = quantity{unit: unit{factor: 1}, number: true}
	noUnit      = quantity{unit: unit{factor: 1}}
	anything    = quantity{any: true}
)

// none says that a quantity has no dimension and is no conversion factor.
func (q quantity) none() bool {
	return q.any || q.number || q.dim == dimension{} && near(q.factor, 1)
}

func near(a, b float64) bool { return math.Abs(a/b-1) <= 1e-5 }

// times gives q r^n.
func (q quantity) times(r quantity, n int) quantity {
	if q.any || r.any {
		return anything
	}
	if n < -maxUnitPower || n > maxUnitPower {
		return anything
	}
	out := quantity{unit: q.unit.times(r.unit, n), number: q.number && r.number}
	out.atoms = append(out.atoms, q.atoms...)
	for _, a := range r.atoms {
		out.atoms = addAtom(out.atoms, a.name, a.power*n)
	}
	return out
}

func addAtom(list []unitTerm, name string, power int) []unitTerm {
	for i := range list {
		if list[i].name == name {
			if list[i].power += power; list[i].power == 0 {
				return append(list[:i:i], list[i+1:]...)
			}
			return list
		}
	}
	return append(list, unitTerm{name: name, power: power})
}

// quantity evaluates a unit of the text; an unknown one is anything, and its
// error is told.
func (t *unitTable) quantity(text string) (q quantity, err *unitError) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(unitError)
			if !ok {
				panic(r)
			}
			q, err = anything, &e
		}
	}()
	q = quantity{unit: t.parse(text), text: text}
	for _, term := range terms(text) {
		if term.name != "" {
			q.atoms = addAtom(q.atoms, term.name, term.power)
		}
	}
	return q, nil
}

// usual are units in which messages write what they equal.
var usual = usualUnits(`mV ms /ms mA/cm2 nA mA uA S S/cm2 uS nS pS mM uM mM/ms coul coul/cm3 um um2 um3 cm2 cm3
	uF/cm2 1/mV V A sec /sec joule degC`)

func usualUnits(names string) []quantity {
	t := &unitTable{defined: map[string]unit{}, fixed: definitions}
	for _, def := range [][2]string{{"mV", "millivolt"}, {"mA", "milliamp"}, {"nA", "nanoamp"}, {"uA", "microamp"}, {"A", "amp"},
		{"S", "siemens"}, {"uS", "microsiemens"}, {"nS", "nanosiemens"}, {"pS", "picosiemens"},
		{"mM", "milli/liter"}, {"uM", "micro/liter"}, {"um", "micron"}, {"uF", "microfarad"}} {
		t.defined[def[0]] = t.parse(def[1])
	}
	var list []quantity
	for _, name := range strings.Fields(names) {
		q, err := t.quantity(name)
		if err != nil {
			panic(err.msg)
		}
		list = append(list, q)
	}
	return list
}

// String is the unit as messages write it.
func (q quantity) String() string {
	if q.text != "" {
		return q.text
	}
	for _, u := range usual {
		if u.dim == q.dim && near(u.factor, q.factor) {
			return u.text
		}
	}
	var over, under []string
	for _, a := range q.atoms {
		switch {
		case a.power > 0:
			over = append(over, a.name+powerText(a.power))
		default:
			under = append(under, a.name+powerText(-a.power))
		}
	}
	s := strings.Join(over, "-")
	if len(under) > 0 {
		s += "/" + strings.Join(under, "-")
	}
	return s
}

func powerText(n int) string {
	if n == 1 {
		return ""
	}
	return fmt.Sprint(n)
}

// is says what a quantity measures: "v is in mV".
func (q quantity) is(what string) string {
	switch {
	case q.dim != dimension{}:
		return what + " is in " + q.String()
	case near(q.factor, 1):
		return what + " has no unit"
	}
	return fmt.Sprintf("%s has the factor %.6g", what, q.factor)
}
