package nmodl

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// dimension counts the powers of the primitive units m, kg, sec, coul, candela
// and K, in this order.
type dimension [6]int

// unit is a quantity: factor times powers of the primitive units.
type unit struct {
	factor float64
	dim    dimension
}

var primitives = []string{"m", "kg", "sec", "coul", "candela", "K"}

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

// prefixes of units.
var prefixes = []struct {
	name   string
	factor float64
}{
	{"yotta", 1e24}, {"zetta", 1e21}, {"exa", 1e18}, {"peta", 1e15}, {"tera", 1e12}, {"giga", 1e9},
	{"mega", 1e6}, {"meg", 1e6}, {"kilo", 1e3}, {"hecto", 1e2}, {"hecta", 1e2}, {"deka", 10}, {"deci", 1e-1}, {"centi", 1e-2},
	{"milli", 1e-3}, {"micro", 1e-6}, {"nano", 1e-9}, {"pico", 1e-12}, {"femto", 1e-15}, {"atto", 1e-18},
}

// definitions gives units by other units: those of NEURON's library that
// mechanisms use, with the constants of CODATA 2018.
var definitions = map[string]string{
	"pi": "3.14159265358979323846", "percent": "0.01", "%": "0.01",
	"radian": "0.5/pi", "degree": "0.0055555555555555555 pi-radian", "steradian": "radian2", "sr": "steradian",

	"second": "sec", "s": "sec", "ms": "millisec", "us": "microsec", "ns": "nanosec", "minute": "60 sec", "min": "minute",
	"hour": "60 min", "hr": "hour", "day": "24 hr", "da": "day", "week": "7 day", "year": "365.24219879 day", "yr": "year",
	"hertz": "/sec", "Hz": "hertz", "hz": "hertz", "khz": "1000 /sec", "mhz": "1000000 /sec", "curie": "3.7e10 /sec",

	"gram": "millikg", "gm": "gram", "mg": "milligram", "gramme": "gram", "tonne": "1000000 gm", "amu": "1.66044e-27 kg", "dalton": "amu",

	"meter": "m", "metre": "meter", "cm": "centimeter", "mm": "millimeter", "km": "kilometer", "nm": "nanometer",
	"micron": "micrometer", "angstrom": "decinanometer", "inch": "2.54 cm", "in": "inch", "foot": "12 in", "feet": "foot", "ft": "foot",
	"cc": "cm3", "liter": "kilocc", "litre": "liter", "ml": "milliliter",

	"newton": "kg-m/sec2", "nt": "newton", "N": "newton", "joule": "nt-m", "cal": "4.1868 joule", "calorie": "cal", "kcal": "kilocal",
	"dyne": "cm-gm/sec2", "erg": "cm2-gm/sec2", "ev": "e-volt", "eV": "e V", "pascal": "nt/m2", "bar": "100000 nt/m2",
	"atmosphere": "101325 nt/m2", "atm": "atmosphere",

	"coulomb": "coul", "C": "coul", "ampere": "coul/sec", "amp": "ampere", "watt": "joule/sec", "volt": "watt/amp", "V": "volt",
	"ohm": "volt/amp", "mho": "/ohm", "siemens": "/ohm", "farad": "coul/volt", "henry": "sec2/farad", "weber": "volt-sec",
	"tesla": "weber/m2", "gauss": "0.0001 weber/m2", "kilohm": "kiloohm", "megohm": "megaohm", "pf": "picofarad",
	"cd": "candela", "lumen": "cd sr", "lux": "cd sr/m2",

	"degC": "K", "kelvin": "K", "degF": "0.5555555555555556 degC",
	"c": "2.99792458e8 m/sec", "g": "9.80665 m/sec2", "mole": "6.02214076e23", "e": "1.602176634e-19 coul",
	"faraday": "e-mole", "boltzmann": "1.380649e-23 joule/K", "k": "boltzmann", "gasconstant": "k-mole", "R": "gasconstant",
	"planck": "6.62607015e-34 joule-sec", "hbar": "0.15915494309189535 planck",
}

// unitTable knows units: NEURON's and those that a file defines.
type unitTable struct {
	defined map[string]unit   // by the file
	fixed   map[string]string // aliases that NEURON knows
}

// unitError is what is wrong with a unit.
type unitError struct{ msg, meant string }

// parse evaluates a unit such as "mA/cm2", "k-mole" or "10000 coulomb": factors
// with a blank, "-" or "*" between, and after "/" divisors.
func (t *unitTable) parse(text string) unit {
	u := unit{factor: 1}
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
			x, err := strconv.ParseFloat(text[i:j], 64)
			if err != nil || x == 0 {
				panic(unitError{msg: fmt.Sprintf("%q is no number that a unit can have", text[i:j])})
			}
			u.factor *= math.Pow(x, float64(power))
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
			i = j
			u = u.times(t.lookup(name), n*power)
		}
	}
	return u
}

// numberEnd finds the end of the number at i: digits, a point, an exponent.
func numberEnd(text string, i int) int {
	digits := func() {
		for i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] == '.') {
			i++
		}
	}
	digits()
	if j := i + 1; i < len(text) && text[i] == 'e' {
		if j < len(text) && (text[j] == '-' || text[j] == '+') {
			j++
		}
		if j < len(text) && text[j] >= '0' && text[j] <= '9' {
			i = j
			digits()
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
	panic(unitError{fmt.Sprintf("the unit %q is not known", name), spell.Nearest(name, known)})
}

func (t *unitTable) find(name string) (unit, bool) {
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
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(name, p.name); ok {
			u := unit{factor: 1}
			if rest != "" {
				if u, ok = t.find(rest); !ok {
					continue
				}
			}
			u.factor *= p.factor
			return u, true
		}
	}
	if rest, ok := strings.CutSuffix(name, "s"); ok && rest != "" {
		return t.find(rest)
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
