package mechanism

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/simd"
)

// Physical constants, as NEURON 8.2 has them (CODATA 2018).
const (
	Faraday = 96485.33212331001 // [C/mol]
	GasR    = 8.31446261815324  // [J/(mol K)]
	Zero    = 273.15            // 0 degC [K]
)

// Style says how a node's ion is used, as bits of NEURON's ion_style.
//
//	c_style  (bits 0-1) concentrations: 0 unused, 1 parameter, 2 assigned, 3 state
//	cinit    (bit 2) concentrations start from X_i0_X_ion and X_o0_X_ion
//	e_style  (bits 3-4) reversal potential: as c_style
//	einit    (bit 5) e is computed from the concentrations at finitialize
//	eadvance (bit 6) and at every step
//	written  (bits 7-8) a mechanism writes the concentration inside, outside
type Style int

// StyleEInit is the bit that EInit looks at.
const StyleEInit = 1 << 5

const (
	styleWritesIn  Style = 1 << 7
	styleWritesOut Style = 1 << 8
)

// NewStyle joins the five arguments of ion_style.
func NewStyle(c, e, einit, eadvance, cinit int) Style {
	return Style(c&3 | cinit&1<<2 | e&3<<3 | einit&1<<5 | eadvance&1<<6)
}

// With gives the style after ion_style was called with the five arguments:
// what mechanisms write stays as it is.
func (s Style) With(c, e, einit, eadvance, cinit int) Style {
	return NewStyle(c, e, einit, eadvance, cinit) | s&(styleWritesIn|styleWritesOut)
}

// C is the use of the concentrations: 0 unused, 1 parameter, 2 assigned, 3 state.
func (s Style) C() int { return int(s) & 3 }

// E is the use of the reversal potential, likewise.
func (s Style) E() int { return int(s) >> 3 & 3 }

// EInit tells that finitialize computes the reversal potential.
func (s Style) EInit() bool { return s>>5&1 != 0 }

// EAdvance tells that every step computes the reversal potential.
func (s Style) EAdvance() bool { return s>>6&1 != 0 }

// CInit tells that finitialize sets the concentrations to their initial values.
func (s Style) CInit() bool { return s>>2&1 != 0 }

// Indices of an ion's globals: the initial concentrations [mM].
const (
	IonIn0 = iota
	IonOut0
)

// ionDefaults are NEURON's values for the ions that it knows.
var ionDefaults = map[string]struct{ charge, e, in, out float64 }{
	"na": {1, 50, 10, 140},
	"k":  {1, -77, 54.4, 2.5},
	"ca": {2, 12.5 * simd.Log1(2/5e-5), 5e-5, 2},
}

// UnknownCharge is the charge of an ion for which no VALENCE and no
// ion_register has given one. It is NEURON's number: a reversal potential
// computed with it is 0 for all purposes.
const UnknownCharge = -10000

// charge is the charge that an ion has been given, or that NEURON gives it;
// else UnknownCharge.
func (r *Registry) charge(name string) float64 {
	if m := r.Get(name + "_ion"); m != nil {
		return m.Charge
	}
	if d, ok := ionDefaults[name]; ok {
		return d.charge
	}
	return UnknownCharge
}

// checkCharge refuses another charge for an ion than the one it has.
func checkCharge(name string, has, charge float64, hasCharge bool) error {
	if !hasCharge || has == UnknownCharge || charge == has {
		return nil
	}
	e := fault.New(fault.Model, "ion %s has charge %g, not %g", name, has, charge)
	e.Mechanism, e.Value = name+"_ion", charge
	return e.WithHint("all mechanisms of a model must agree on an ion's charge")
}

// RegisterIon makes sure that there is an ion of that name ("na" for na_ion)
// and gives it. The charges of na, k and ca are known; another ion has
// UnknownCharge until one is given. Another charge than the one given is
// refused.
func (r *Registry) RegisterIon(name string, charge float64, hasCharge bool) (*Mechanism, error) {
	if err := checkCharge(name, r.charge(name), charge, hasCharge); err != nil {
		return nil, err
	}
	if m := r.Get(name + "_ion"); m != nil {
		if hasCharge && m.Charge == UnknownCharge {
			m.Charge = charge
			for _, user := range r.Made() {
				user.setCharges()
			}
		}
		return m, nil
	}
	d, ok := ionDefaults[name]
	if !ok {
		d.charge, d.e, d.in, d.out = charge, 0, 1, 1
		if !hasCharge {
			d.charge = UnknownCharge
		}
	}
	positive := &Limits{0, math.Inf(1)}
	t := &Type{Name: name + "_ion", Kind: IonKind, UseTable: -1, Columns: NumIonColumns, NumGlobals: 2,
		Title: "ion " + name,
		Vars: []Var{
			{Name: "e" + name, Units: "mV", Role: Parameter, Column: IonE, Default: d.e, Doc: "reversal potential"},
			{Name: name + "i", Units: "mM", Role: Parameter, Column: IonIn, Default: d.in, Doc: "concentration inside"},
			{Name: name + "o", Units: "mM", Role: Parameter, Column: IonOut, Default: d.out, Doc: "concentration outside"},
			{Name: "i" + name, Units: "mA/cm2", Role: Assigned, Column: IonI, Doc: "current through the membrane"},
			{Name: "di" + name + "_dv_", Units: "S/cm2", Role: Assigned, Column: IonDidv, Doc: "derivative of the current with respect to v"},
			{Name: "style", Role: Assigned, Column: IonStyle, Hidden: true},
		},
		Globals: []Global{
			{Name: name + "i0", Units: "mM", Index: IonIn0, Default: d.in, Limits: positive, Doc: "concentration inside that a run starts with"},
			{Name: name + "o0", Units: "mM", Index: IonOut0, Default: d.out, Limits: positive, Doc: "concentration outside that a run starts with"},
		},
	}
	m := newMechanism(t)
	m.Charge, m.Builtin = d.charge, true
	r.add(&entry{name: t.Name, kind: IonKind, mech: m}, t.Name)
	return m, nil
}

// IonColumn says which column of an ion's table holds the variable that NMODL
// calls name ("ena", "nai", "nao", "ina"), and whether there is one.
func IonColumn(ion, name string) (column int, ok bool) {
	switch name {
	case "e" + ion:
		return IonE, true
	case ion + "i":
		return IonIn, true
	case ion + "o":
		return IonOut, true
	case "i" + ion:
		return IonI, true
	case "di" + ion + "_dv_":
		return IonDidv, true
	}
	return 0, false
}

// Promote gives the style after a mechanism with that use was inserted, as
// NEURON chooses it: reading makes a variable (at least) a parameter, writing
// makes it a state. Where concentrations are used, the reversal potential is
// at least computed at finitialize; where they are a state, they start from
// their initial values and it is computed at every step. A mechanism that
// writes the reversal potential itself ends that.
func Promote(s Style, ion string, use *IonUse) Style {
	c, e := s.C(), s.E()
	written := s & (styleWritesIn | styleWritesOut)
	for _, k := range []struct {
		level int
		names []string
	}{{1, use.Read}, {3, use.Write}} {
		level := k.level
		for _, name := range k.names {
			switch col, _ := IonColumn(ion, name); {
			case col == IonE:
				e = max(e, level)
			case col == IonIn || col == IonOut:
				c = max(c, level)
				if level == 3 && col == IonIn {
					written |= styleWritesIn
				} else if level == 3 {
					written |= styleWritesOut
				}
			}
		}
	}
	if c > 0 {
		e = max(e, 2)
	}
	return NewStyle(c, e, bit(e == 2), bit(e == 2 && c == 3), bit(c == 3)) | written
}

// Nernst gives the equilibrium potential [mV] of an ion:
//
//	e = 1000 · R (273.15 + celsius) / (z F) · ln(out/in)
//
// As in NEURON, it is 1e6 when there is none inside and -1e6 when there is
// none outside (0 for an ion without charge).
func Nernst(in, out, z, celsius float64) float64 {
	switch {
	case z == 0:
		return 0
	case in <= 0:
		return 1e6
	case out <= 0:
		return -1e6
	}
	return 1000 * GasR * (celsius + Zero) / Faraday / z * simd.Log1(out/in)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// GHK gives the Goldman-Hodgkin-Katz current per permeability [mA/cm2 per
// cm/s, that is 0.001 coul/cm3], as NEURON's ghk:
//
//	0.001 · z F · (in·φ(x) − out·φ(−x)),  x = z v/kT,  φ(x) = x/(1 − e^-x)
//
// v [mV], in and out [mM].
func GHK(v, in, out, z, celsius float64) float64 {
	kt := 1000 * GasR * (celsius + Zero) / Faraday
	x := z * v / kt
	return 0.001 * z * Faraday * (float64(in*ghkFactor(-x)) - float64(out*ghkFactor(x)))
}

// ghkFactor is x/(e^x - 1), by its series near 0.
func ghkFactor(x float64) float64 {
	if math.Abs(x) < 1e-4 {
		return 1 - x/2
	}
	return x / (simd.Exp1(x) - 1)
}
