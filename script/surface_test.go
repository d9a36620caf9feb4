package script

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/internal/dts"
	"github.com/gneuron/gneuron/mechanism"
)

// compare holds the members of an object against those that a type declares,
// both ways.
func compare(t *testing.T, f *dts.File, typ string, have map[string]memberKind, except func(*dts.Member) bool) {
	t.Helper()
	declared := f.Types[typ]
	if declared == nil {
		t.Errorf("stdlib/types lacks the interface %s, with %s", typ, strings.Join(slices.Sorted(maps.Keys(have)), ", "))
		return
	}
	seen := map[string]bool{}
	for _, m := range f.All(declared) {
		if seen[m.Name] || except != nil && except(m) {
			continue
		}
		seen[m.Name] = true
		kind := isProperty
		switch {
		case m.Method:
			kind = isMethod
		case m.Readonly:
			kind = isReadonly
		}
		switch have[m.Name] {
		case "":
			t.Errorf("%s declares %s, which does not exist", typ, m.Name)
		case kind:
		default:
			t.Errorf("%s.%s is %s, but declared as %s", typ, m.Name, have[m.Name], kind)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(have)) {
		if !seen[name] {
			t.Errorf("stdlib/types: %s lacks %s, %s", typ, name, have[name])
		}
	}
}

// ofObject tells the kinds of the own properties of a plain object.
func ofObject(v goja.Value) map[string]memberKind {
	out := map[string]memberKind{}
	obj := v.(*goja.Object)
	for _, name := range obj.GetOwnPropertyNames() {
		out[name] = isProperty
		if _, ok := goja.AssertFunction(obj.Get(name)); ok {
			out[name] = isMethod
		}
	}
	return out
}

// ofMechanisms tells the members that mechanisms add to n, to segments and to
// every name of a range variable.
func ofMechanisms(m *dts.Member, in ...*dts.Type) bool {
	return slices.ContainsFunc(in, func(t *dts.Type) bool { return slices.Contains(t.Members, m) })
}

// TestSurface holds that what scripts find, and what the declarations declare,
// are the same names of the same kinds.
func TestSurface(t *testing.T) {
	rt := New(Options{})
	defer rt.Close()
	n, f := rt.neuron, declarations()
	generated, err := dts.Parse(mechanismTypes(n.m.Mechs.All()))
	if err != nil {
		t.Fatal(err)
	}

	var classes []string
	for _, c := range n.classes {
		typ, have := c.declared()
		classes = append(classes, typ)
		switch typ {
		case "n.Neuron":
			for name, x := range n.numbers {
				have[name] = isProperty
				if x.set == nil {
					have[name] = isReadonly
				}
			}
			for name, v := range n.members {
				if n.m.Mechs.Get(name) != nil {
					continue
				}
				have[name] = isReadonly
				if m := f.Types[typ].Member(name); m != nil && m.Method {
					if _, callable := goja.AssertFunction(v); callable {
						have[name] = isMethod
					}
				}
			}
			compare(t, f, typ, have, func(m *dts.Member) bool {
				return generated.Types[typ].Member(m.Name) != nil || ofMechanisms(m, f.Types["n.ImportedSections"])
			})
		case "n.Section", "n.Segment":
			for _, name := range nodeVariables {
				have[name] = isProperty
			}
			compare(t, f, typ, have, func(m *dts.Member) bool { return ofMechanisms(m, f.Types["n.RangeVariables"], f.Types["n.Mechanisms"]) })
		case "n.Ref":
			have["0"] = isProperty
			compare(t, f, typ, have, nil)
		default:
			compare(t, f, typ, have, nil)
		}
	}
	if len(classes) < 15 {
		t.Errorf("only these classes were found: %s", classes)
	}

	token := map[string]memberKind{}
	for _, name := range (&mechToken{}).Keys() {
		token[name] = isMethod
	}
	compare(t, f, "n.MechanismToken", token, nil)

	vector := map[string]memberKind{}
	for _, name := range vectorMethods(rt.vectorProto()) {
		vector[name] = isMethod
	}
	for _, name := range vectorProperties {
		vector[name] = isReadonly
	}
	compare(t, f, "n.Vector", vector, nil)

	for typ, code := range map[string]string{"plt.Plt": "plt", "plt.Figure": "plt.figure()", "plt.Axes": "plt.figure().axes[0]"} {
		v, err := rt.RunString("figure", code)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]memberKind{}
		for _, name := range rt.PropertyNames(v) {
			have[name] = isMethod
			if _, ok := goja.AssertFunction(v.(*goja.Object).Get(name)); !ok {
				have[name] = isReadonly
			}
		}
		compare(t, f, typ, have, nil)
	}

	global := rt.vm.GlobalObject()
	for name, typ := range map[string]string{"console": "Console", "fs": "FileSystem", "process": "Process", "performance": "Performance"} {
		compare(t, f, typ, ofObject(global.Get(name)), nil)
	}
	compare(t, f, "numpy.Numpy", ofObject(rt.builtins["gneuron/numpy"]()), nil)
	units := map[string]memberKind{}
	for _, name := range n.members["units"].(*goja.Object).GetOwnPropertyNames() {
		if name != "name" && name != "length" && name != "prototype" {
			units[name] = isReadonly
		}
	}
	compare(t, f, "n.Units", units, nil)

	bare := map[string]bool{}
	for _, name := range goja.New().GlobalObject().GetOwnPropertyNames() {
		bare[name] = true
	}
	for _, name := range global.GetOwnPropertyNames() {
		if !bare[name] && f.Globals.Member(name) == nil {
			t.Errorf("stdlib/types lacks the global %s", name)
		}
	}
	for _, m := range f.Globals.Members {
		if global.Get(m.Name) == nil {
			t.Errorf("stdlib/types declares the global %s, which does not exist", m.Name)
		}
	}
	for _, name := range rt.Modules() {
		if f.Types[`"`+name+`"`] == nil {
			t.Errorf("stdlib/types lacks the module %q", name)
		}
	}
	for name := range f.Types {
		if module := strings.Trim(name, `"`); module != name && !slices.Contains(rt.Modules(), module) {
			t.Errorf("stdlib/types declares the module %s, which does not exist", name)
		}
	}
	for path, names := range map[string][]string{"gneuron/test": {"AssertionError", "assert", "test"}, "gneuron/integrators": {"eulerStep", "rungeKutta"}, "gneuron/data": {"load", "save"},
		"gneuron/analysis": {"cv", "fiCurve", "firingRate", "inputResistance", "intervalRate", "intervals", "membraneTimeConstant", "phasePlane", "restingPotential", "rheobase",
			"spikeShapes", "spikeTimes"}} {
		if have := slices.Sorted(maps.Keys(ofObject(rt.builtins[path]()))); !slices.Equal(have, names) {
			t.Errorf("the module %s exports %s, the declarations %s", path, have, names)
		}
	}
}

// TestMechanismSurface holds that the declarations of mechanisms name what
// scripts find at a segment, at an object and under n.
func TestMechanismSurface(t *testing.T) {
	rt := New(Options{})
	defer rt.Close()
	n, f := rt.neuron, declarations()
	variables := map[string]bool{}
	views := map[string]bool{}
	for _, mech := range n.m.Mechs.All() {
		typ := mech.Type
		declared := f.Types["n."+typ.Name+"Variables"]
		if declared == nil {
			t.Errorf("no declaration of the variables of %s", typ.Name)
			continue
		}
		within := n.nameTable().within[mech]
		for name, v := range within {
			m := declared.Member(name)
			if m == nil {
				t.Errorf("the declarations lack %s of %s", name, typ.Name)
			} else if (v.Size > 0) != (m.Signatures[0] == ": number[]") {
				t.Errorf("%s of %s is declared as %s", name, typ.Name, m.Signatures[0])
			} else if !strings.Contains(m.Doc, v.Units) {
				t.Errorf("%s of %s: the unit %s is not in %q", name, typ.Name, v.Units, m.Doc)
			}
		}
		for _, m := range declared.Members {
			if within[m.Name] == nil {
				t.Errorf("%sVariables declares %s, which does not exist", typ.Name, m.Name)
			}
		}
		for _, p := range typ.Procedures {
			if m := f.Types["n."+typ.Name].Member(p.Name); m == nil || !m.Method {
				t.Errorf("the declarations lack %s() of %s", p.Name, typ.Name)
			}
		}
		if f.Types["n.Neuron"].Member(typ.Name) == nil {
			t.Errorf("n lacks %s in the declarations", typ.Name)
		}
		if typ.Kind == mechanism.Density || typ.Kind == mechanism.IonKind {
			views[typ.Name] = true
			for name := range within {
				variables[qualified(typ, name)] = true
			}
		}
	}
	same := func(typ string, want map[string]bool) {
		for _, m := range f.Types[typ].Members {
			if !want[m.Name] {
				t.Errorf("%s declares %s, which does not exist", typ, m.Name)
			}
			delete(want, m.Name)
		}
		if len(want) > 0 {
			t.Errorf("%s lacks %s", typ, slices.Sorted(maps.Keys(want)))
		}
	}
	same("n.RangeVariables", variables)
	same("n.Mechanisms", views)
	for _, name := range n.mechanismNames() {
		if f.Types["n.Neuron"].Member(name) == nil {
			t.Errorf("n lacks %s in the declarations", name)
		}
	}
}

// TestDocumented holds that every type and every member says what it is.
func TestDocumented(t *testing.T) {
	f := declarations()
	for name, typ := range f.Types {
		if typ.Doc == "" {
			t.Errorf("the declaration of %s has no documentation", name)
		}
		for _, m := range typ.Members {
			if m.Doc == "" && m.Name != "prototype" { // for instanceof alone
				t.Errorf("the declaration of %s.%s has no documentation", name, m.Name)
			}
		}
	}
	for _, m := range f.Globals.Members {
		if m.Doc == "" {
			t.Errorf("the declaration of %s has no documentation", m.Name)
		}
	}
}
