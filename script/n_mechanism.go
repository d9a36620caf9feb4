package script

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// mechInstance is the instance that n.rates_hh(v) and the like use, chosen
// with n.setdata_hh(segment).
type mechInstance struct {
	mech *mechanism.Mechanism
	id   mechanism.RowID
}

// suffixed splits a member name such as "usetable_hh" into the name within the
// mechanism and the mechanism. What a file with SUFFIX nothing has goes by its
// own name.
func (n *neuron) suffixed(key string) (string, *mechanism.Mechanism) {
	for i := 1; i < len(key)-1; i++ {
		if key[i] == '_' {
			if m := n.m.Mechs.Get(key[i+1:]); m != nil {
				return key[:i], m
			}
		}
	}
	return key, n.m.Mechs.Library(key)
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
	if table, ok := strings.CutPrefix(name, "table_"); ok {
		for k, t := range m.Type.FunctionTables {
			if t.Name == table {
				return n.function(key, func(call goja.FunctionCall) goja.Value {
					n.fillFunctionTable(m, k, "n."+key, call.Arguments)
					return n.vm.ToValue(0)
				})
			}
		}
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

// fillFunctionTable is n.table_NAME_SUFFIX(values, places...), with Vectors, or
// with one number for a constant.
func (n *neuron) fillFunctionTable(m *mechanism.Mechanism, k int, what string, args []goja.Value) {
	var lists [][]float64
	for i, a := range args {
		v := n.rt.toVector(a)
		switch {
		case v != nil:
			lists = append(lists, v.Data())
		case len(args) == 1:
			lists = append(lists, []float64{n.number(a, func() string { return "the argument of " + what })})
		default:
			n.throw(fault.New(fault.Type, "argument %d of %s must be a Vector, not %s", i+1, what, n.show(a)))
		}
	}
	if len(lists) == 0 {
		n.throw(fault.New(fault.Type, "%s needs the values of the function and their places", what))
	}
	if err := m.FillFunctionTable(k, lists[0], lists[1:]...); err != nil {
		n.throw(err)
	}
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
		suffix := "_" + m.Type.Name
		if m.Type.Kind == mechanism.Library {
			suffix = ""
		}
		for _, g := range m.Type.Globals {
			if !g.Hidden {
				names = append(names, g.Name+suffix)
			}
		}
		for _, p := range m.Type.Procedures {
			names = append(names, p.Name+suffix)
		}
		for _, t := range m.Type.FunctionTables {
			names = append(names, "table_"+t.Name+"_"+m.Type.Name)
		}
	}
	return names
}

// addMechanismMembers makes load_mechanisms and load_mechanism.
func (n *neuron) addMechanismMembers() {
	n.class.method("load_mechanisms", func(_ *neuron, call goja.FunctionCall) goja.Value {
		return n.vm.ToValue(len(n.load(n.modFolder(n.stringArgument(call, "n.load_mechanisms needs the name of a folder as a string")))))
	})
	n.class.method("load_mechanism", func(_ *neuron, call goja.FunctionCall) goja.Value {
		text := n.stringArgument(call, "n.load_mechanism needs the name of a .mod file, or its text, as a string")
		file := section.ModFile{Name: "mechanism.mod", Text: text}
		if !strings.ContainsAny(text, "{\n") {
			file = n.readMod(n.rt.ResolvePath(text))
		}
		v, _ := n.host.member(n.load([]section.ModFile{file})[0].Type.Name)
		return v
	})
}

// stringArgument takes the first argument of a call, which must be a string
// that is not empty.
func (n *neuron) stringArgument(call goja.FunctionCall, need string) string {
	v := call.Argument(0)
	if !goja.IsString(v) || v.String() == "" {
		n.throw(fault.New(fault.Type, "%s, not %s", need, n.show(v)))
	}
	return v.String()
}

// modFolder reads the .mod files of a folder, by name.
func (n *neuron) modFolder(name string) []section.ModFile {
	dir := n.rt.ResolvePath(name)
	entries, err := os.ReadDir(dir)
	if err != nil {
		e := fault.New(fault.Model, "n.load_mechanisms: there is no folder %q", name)
		if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
			n.throw(fault.New(fault.Model, "n.load_mechanisms: %q is a file, not a folder", name).WithHint("n.load_mechanism(%q) loads it", name))
		}
		n.throw(n.misplaced(e, dir))
	}
	var files []section.ModFile
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".mod" {
			files = append(files, n.readMod(filepath.Join(dir, e.Name())))
		}
	}
	if len(files) == 0 {
		n.throw(fault.New(fault.Model, "n.load_mechanisms: there is no .mod file in %q", name))
	}
	return files
}

func (n *neuron) readMod(path string) section.ModFile {
	text, err := os.ReadFile(path)
	if err != nil {
		n.throw(n.misplaced(fault.New(fault.Model, "%s", fileError("read", n.rt.displayName(path), err)), path))
	}
	return section.ModFile{Name: n.rt.displayName(path), Dir: filepath.Dir(path), Text: string(text)}
}

// LoadMod loads the mechanisms of a .mod file, or of those of a folder, and gives
// their names.
func (rt *Runtime) LoadMod(path string) (names []string, err error) {
	err = rt.Try(func() {
		n := rt.neuron
		full := rt.ResolvePath(path)
		var files []section.ModFile
		if info, err := os.Stat(full); err == nil && !info.IsDir() {
			files = append(files, n.readMod(full))
		} else {
			files = n.modFolder(path)
		}
		for _, m := range n.load(files) {
			names = append(names, m.Type.Name)
		}
	})
	return names, err
}

// misplaced says what a path that does not exist may have meant.
func (n *neuron) misplaced(e *fault.Error, path string) *fault.Error {
	var names []string
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if near := spell.Nearest(filepath.Base(path), names); near != "" {
		return e.DidYouMean(n.rt.displayName(filepath.Join(filepath.Dir(path), near)))
	}
	return e.WithHint("a path is relative to the working directory, or to the script's folder")
}

// load makes the mechanisms of .mod files known: all of them, or none.
func (n *neuron) load(files []section.ModFile) []*mechanism.Mechanism {
	n.notSweeping("n.load_mechanisms")
	list, err := n.m.Load(files...)
	n.check(err)
	n.forgetMechanisms()
	return list
}
