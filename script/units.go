package script

import (
	"maps"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// unitFactors are the constants of NEURON's module neuron.units: how many of
// NEURON's own units (ms, mV, um, mM, nA) one such unit is.
var unitFactors = map[string]float64{
	"ms": 1, "us": 1e-3, "s": 1e3, "sec": 1e3, "minute": 6e4, "hour": 3.6e6, "day": 8.64e7,
	"mM": 1, "uM": 1e-3, "nM": 1e-6, "M": 1e3,
	"um": 1, "nm": 1e-3, "mm": 1e3, "cm": 1e4, "m": 1e6,
	"mV": 1, "uV": 1e-3, "V": 1e3,
	"nA": 1, "pA": 1e-3, "uA": 1e3, "mA": 1e6,
	"uS": 1, "nS": 1e-3, "pS": 1e-6, "mS": 1e3, "S": 1e6,
	"degC": 1,
}

// unitsObject makes a function that has the unit constants as properties: the
// module "neuron/units", and n.units, which is callable.
func (h *host) unitsObject() goja.Value {
	f := h.function("units", h.unitsOf)
	for _, name := range slices.Sorted(maps.Keys(unitFactors)) {
		x := unitFactors[name]
		h.constant(f, name, x)
		if rest, ok := strings.CutPrefix(name, "u"); ok { // the micro sign and the Greek letter
			h.constant(f, "\u00b5"+rest, x)
			h.constant(f, "\u03bc"+rest, x)
		}
	}
	return h.rt.strict(f, "there is no unit")
}

func (h *host) constant(obj *goja.Object, name string, x float64) {
	if err := obj.DefineDataProperty(name, h.vm.ToValue(x), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE); err != nil {
		panic(err)
	}
}

// baseUnits are the units of what belongs to no mechanism.
var baseUnits = map[string]string{
	"v": "mV", "diam": "um", "L": "um", "Ra": "ohm-cm", "cm": "uF/cm2", "i_cap": "mA/cm2",
	"nseg": "", "rallbranch": "", "t": "ms", "dt": "ms", "tstop": "ms", "v_init": "mV", "celsius": "degC",
	"i_membrane": "mA/cm2", "i_membrane_": "nA", "FARADAY": "coulomb", "R": "joule/degC",
	"NetCon.delay": "ms", "NetCon.threshold": "mV",
}

// unitsOf is n.units("IClamp.amp"), n.units("gnabar_hh"), n.units("ena"). A
// reference gives the units of what it points to.
func (h *host) unitsOf(call goja.FunctionCall) goja.Value {
	arg := call.Argument(0)
	name := ""
	switch x := h.rt.Host(arg).(type) {
	case *Ref:
		name = x.units
	case *rangeVar:
		name = x.name()
	default:
		if !goja.IsString(arg) {
			h.throw(fault.New(fault.Type, "n.units needs a name such as \"IClamp.amp\" or \"gnabar_hh\", not %s", h.show(arg)))
		}
		name = arg.String()
	}
	if u, ok := h.unitsByName(name); ok {
		return h.vm.ToValue(u)
	}
	e := fault.New(fault.Reference, "there is no variable %q", name)
	e.Variable = name
	h.throw(e.DidYouMean(spell.Nearest(name, h.unitNames())))
	return nil
}

func (h *host) unitsByName(name string) (string, bool) {
	if u, ok := baseUnits[name]; ok {
		return u, true
	}
	for _, mech := range h.m.Mechs.All() {
		t := mech.Type
		for i := range t.Vars {
			if v := &t.Vars[i]; !v.Hidden && qualified(t, v.Name) == name {
				return v.Units, true
			}
		}
		for i := range t.Globals {
			if g := &t.Globals[i]; !g.Hidden && g.Name+"_"+t.Name == name {
				return g.Units, true
			}
		}
		if t.Kind == mechanism.PointProcess && name == t.Name+".delay" && t.Var("delay") == nil {
			if v := t.Var("del"); v != nil {
				return v.Units, true
			}
		}
	}
	return "", false
}

func (h *host) unitNames() []string {
	var out []string
	for name := range baseUnits {
		out = append(out, name)
	}
	for _, mech := range h.m.Mechs.All() {
		for i := range mech.Type.Vars {
			out = append(out, qualified(mech.Type, mech.Type.Vars[i].Name))
		}
	}
	return out
}

// qualified is the name of a mechanism's variable outside of the mechanism:
// "gnabar_hh", "ena", "IClamp.amp".
func qualified(t *mechanism.Type, name string) string {
	if t.Kind.IsObject() {
		return t.Name + "." + name
	}
	if v := t.Var(name); v != nil {
		return section.ScriptName(t, v)
	}
	return name + "_" + t.Name
}
