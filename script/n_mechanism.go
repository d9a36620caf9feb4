package script

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// mechInstance is the instance that n.rates_hh(v) and the like use, chosen
// with n.setdata_hh(segment).
type mechInstance struct {
	mech *mechanism.Mechanism
	id   mechanism.RowID
}

// suffixed splits a member name such as "usetable_hh" into the name within the
// mechanism and the mechanism.
func (n *neuron) suffixed(key string) (string, *mechanism.Mechanism) {
	for i := 1; i < len(key)-1; i++ {
		if key[i] == '_' {
			if m := n.m.Mechs.Get(key[i+1:]); m != nil {
				return key[:i], m
			}
		}
	}
	return "", nil
}

// mechanismValue gives a global or a function of a mechanism, or nil.
func (n *neuron) mechanismValue(key string) goja.Value {
	isRef := strings.HasPrefix(key, "_ref_")
	name, m := n.suffixed(strings.TrimPrefix(key, "_ref_"))
	if m == nil {
		return nil
	}
	if g := m.Type.Global(name); g != nil && !g.Hidden {
		switch {
		case isRef:
			return n.refTo("n."+key, func() float64 { return m.Globals[g.Index] }, func(x float64) error { return n.setGlobal(m, g, 0, x) })
		case g.Size > 0:
			return n.globalArray(m, g)
		}
		return n.vm.ToValue(m.Globals[g.Index])
	}
	if isRef {
		return nil
	}
	if p := m.Type.Procedure(name); p != nil {
		return n.function(key, func(call goja.FunctionCall) goja.Value {
			at, ok := n.instance[m.Type.Name]
			if p.NeedsInstance && (!ok || at.mech != m || !(mechanism.Handle{Table: m.Table, ID: at.id}).Valid()) {
				n.throw(fault.New(fault.Model, "n.%s uses variables of an instance of %s: which one?", key, m.Type.Name).
					WithHint("call n.setdata_%s(segment) first, or segment.%s.%s(...)", m.Type.Name, m.Type.Name, name))
			}
			id := mechanism.NoRow
			if ok {
				id = at.id
			}
			return n.callProcedure(m, id, p, "n."+key, call.Arguments)
		})
	}
	if name == "setdata" && m.Type.Kind == mechanism.Density {
		return n.function(key, func(call goja.FunctionCall) goja.Value {
			seg := n.asSegment(call.Argument(0), "the argument of n."+key)
			id, ok := seg.MechRow(m)
			if !ok {
				n.throw(fault.New(fault.Model, "n.%s: %s is not inserted at %s", key, m.Type.Name, seg))
			}
			n.instance[m.Type.Name] = mechInstance{m, id}
			return n.vm.ToValue(1)
		})
	}
	return nil
}

// setMechanismValue sets a global of a mechanism; false means there is none.
func (n *neuron) setMechanismValue(key string, v goja.Value) bool {
	name, m := n.suffixed(key)
	if m == nil {
		return false
	}
	g := m.Type.Global(name)
	if g == nil || g.Hidden {
		return false
	}
	if g.Size > 0 {
		n.throw(fault.New(fault.Type, "n.%s is an array of %d: set its elements", key, g.Size))
	}
	n.check(n.setGlobal(m, g, 0, n.number(v, func() string { return "n." + key })))
	return true
}

// setGlobal sets a global. Outside of its limits it is an error for a built-in
// mechanism, and one warning for a user's.
func (n *neuron) setGlobal(m *mechanism.Mechanism, g *mechanism.Global, element int, x float64) error {
	if err := m.SetGlobal(g, element, x); err != nil {
		return err
	}
	if err := g.Limits.Check(g.Name+"_"+m.Type.Name, x); err != nil && !n.warned[err.Msg] {
		n.warned[err.Msg] = true
		n.warn("%s", err.Msg)
	}
	return nil
}

func (n *neuron) globalArray(m *mechanism.Mechanism, g *mechanism.Global) goja.Value {
	return n.vm.NewDynamicArray(&globalArray{n, m, g})
}

// globalArray is an array among the globals of a mechanism.
type globalArray struct {
	n *neuron
	m *mechanism.Mechanism
	g *mechanism.Global
}

func (a *globalArray) Len() int { return a.g.Size }

func (a *globalArray) Get(i int) goja.Value {
	if i < 0 || i >= a.g.Size {
		a.n.throw(fault.Outside("the index of "+a.g.Name+"_"+a.m.Type.Name, float64(i), 0, float64(a.g.Size-1)))
	}
	return a.n.vm.ToValue(a.m.Globals[a.g.Index+i])
}

func (a *globalArray) Set(i int, v goja.Value) bool {
	a.Get(i)
	a.n.check(a.n.setGlobal(a.m, a.g, i, a.n.number(v, func() string { return a.g.Name })))
	return true
}

func (a *globalArray) SetLen(int) bool { return false }

// mechanismNames lists the globals and functions of mechanisms as members of n.
func (n *neuron) mechanismNames() []string {
	var names []string
	for _, m := range n.m.Mechs.All() {
		for _, g := range m.Type.Globals {
			if !g.Hidden {
				names = append(names, g.Name+"_"+m.Type.Name)
			}
		}
		for _, p := range m.Type.Procedures {
			names = append(names, p.Name+"_"+m.Type.Name)
		}
	}
	return names
}

// addMechanismMembers makes load_mechanisms and load_mechanism.
func (n *neuron) addMechanismMembers() {
	n.class.method("load_mechanisms", func(_ *neuron, call goja.FunctionCall) goja.Value {
		name := call.Argument(0).String()
		dir := n.rt.ResolvePath(name)
		files, err := filepath.Glob(filepath.Join(dir, "*.mod"))
		if err == nil && len(files) == 0 {
			if _, statErr := os.Stat(dir); statErr != nil {
				n.throw(fault.New(fault.Model, "n.load_mechanisms: there is no folder %q", name).
					WithHint("a path is relative to the working directory, or to the script's folder"))
			}
			n.throw(fault.New(fault.Model, "n.load_mechanisms: there is no .mod file in %q", name))
		}
		slices.Sort(files)
		for _, file := range files {
			n.loadFile(file)
		}
		return n.vm.ToValue(len(files))
	})
	n.class.method("load_mechanism", func(_ *neuron, call goja.FunctionCall) goja.Value {
		text := call.Argument(0).String()
		if strings.ContainsAny(text, "{\n") {
			return n.load("mechanism.mod", text)
		}
		return n.loadFile(n.rt.ResolvePath(text))
	})
}

func (n *neuron) loadFile(path string) goja.Value {
	text, err := os.ReadFile(path)
	if err != nil {
		n.throw(fault.New(fault.Model, "%s", fileError("read", n.rt.displayName(path), err)))
	}
	return n.load(path, string(text))
}

func (n *neuron) load(path, text string) goja.Value {
	m, err := n.m.Load(path, text)
	n.check(err)
	n.forgetMechanisms()
	v, _ := n.host.member(m.Type.Name)
	return v
}
