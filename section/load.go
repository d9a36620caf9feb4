package section

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/nmodl"
	"github.com/gneuron/gneuron/stdlib"
)

// builtin is a mechanism of stdlib. Its type is compiled on first use, once for
// all models.
type builtin struct {
	name    string
	kind    mechanism.Kind
	compile func() *mechanism.Type
}

// builtins are the mechanisms of stdlib in the order of their files.
var builtins = sync.OnceValue(func() (list []builtin) {
	entries, err := fs.ReadDir(stdlib.Mechanisms, "mod")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".mod" {
			continue
		}
		text, err := fs.ReadFile(stdlib.Mechanisms, "mod/"+e.Name())
		if err != nil {
			panic(err)
		}
		file := ModFile{Name: e.Name(), Text: string(text)}
		name, kind := nmodl.Declared(file.Text)
		list = append(list, builtin{name, kind, sync.OnceValue(func() *mechanism.Type {
			t, errs := file.compile()
			if len(errs) > 0 {
				panic("section: built-in " + errs[0].Error())
			}
			return t
		})})
	}
	return list
})

// compiling is held by what compiles: it has all processors, and its own setting
// of the garbage collector.
var compiling sync.Mutex

// compileAll compiles files side by side, on all processors. A file has either a
// type or errors.
func compileAll(files []ModFile) ([]*mechanism.Type, [][]*fault.Error) {
	compiling.Lock()
	defer compiling.Unlock()
	// A compiler makes much that it soon forgets. With Go's usual 100 % a quarter
	// of its time would go into clearing that up early.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	types := make([]*mechanism.Type, len(files))
	found := make([][]*fault.Error, len(files))
	var wait sync.WaitGroup
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, f := range files {
		wait.Add(1)
		limit <- struct{}{}
		go func() {
			types[i], found[i] = f.compile()
			<-limit
			wait.Done()
		}()
	}
	wait.Wait()
	return types, found
}

// registerBuiltins makes the mechanisms of stdlib known.
func (m *Model) registerBuiltins() {
	if _, err := m.Mechs.Register(mechanism.ExtracellularType, true); err != nil {
		panic(err)
	}
	for _, b := range builtins() {
		m.Mechs.Reserve(b.name, b.kind, b.compile)
	}
}

// ModFile is the text of a .mod file.
type ModFile struct {
	Name string // for messages
	Dir  string // where the files of INCLUDE are looked for
	Text string
}

// brought are the built-in mechanisms that NEURON does not have: models bring files of
// these names.
var brought = map[string]bool{"VecStim": true, "gap": true, "Izhikevich": true, "AdExpIF": true}

// Load compiles .mod files and makes their mechanisms known. One of the same
// name is replaced if nothing uses it; the error names what does. A file that
// is loaded already, and has not changed since, leaves its mechanism alone.
// Where there is a mistake in any of the files, none is loaded, and the error
// joins all that were found, each with its position.
// See brought for the warning about a built-in one that is replaced.
func (m *Model) Load(files ...ModFile) ([]*mechanism.Mechanism, error) {
	list := make([]*mechanism.Mechanism, len(files))
	var fresh []ModFile
	var at []int // their places in files
	for i, f := range files {
		if list[i] = m.unchanged(f); list[i] == nil {
			fresh, at = append(fresh, f), append(at, i)
		}
	}
	types, found := compileAll(fresh)
	var errs []error
	var changed []*mechanism.Type
	for i := range fresh {
		for _, e := range found[i] {
			errs = append(errs, e)
		}
		if types[i] != nil {
			changed = append(changed, types[i])
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	for _, t := range changed {
		if err := m.replaceable(t.Name); err != nil {
			return nil, err
		}
	}
	if err := m.Mechs.CanRegister(changed...); err != nil {
		return nil, err
	}
	for i, t := range types {
		if old := m.Mechs.Get(t.Name); old != nil && old.Builtin && !brought[t.Name] && m.Warn != nil {
			m.Warn(fmt.Sprintf("%s replaces the built-in mechanism %s; NEURON refuses that name", fresh[i].Name, t.Name))
		}
		mech, err := m.Mechs.Register(t, false)
		if err != nil {
			return nil, err
		}
		list[at[i]] = mech
	}
	m.changed()
	return list, nil
}

func (f ModFile) compile() (*mechanism.Type, []*fault.Error) {
	return nmodl.Compile(f.Name, f.Text, func(name string) (string, error) {
		data, err := os.ReadFile(filepath.Join(f.Dir, name))
		return string(data), err
	})
}

// unchanged gives the mechanism that was loaded from the same text. A text that
// INCLUDEs others may have changed with them.
func (m *Model) unchanged(f ModFile) *mechanism.Mechanism {
	if strings.Contains(f.Text, "INCLUDE") {
		return nil
	}
	for _, mech := range m.Mechs.Made() {
		if !mech.Builtin && mech.Type.File == f.Name && mech.Type.Source == f.Text {
			return mech
		}
	}
	return nil
}

// replaceable says what of the model uses a mechanism, which then cannot be
// replaced.
func (m *Model) replaceable(name string) error {
	mech := m.Mechs.Get(name)
	if mech == nil {
		return nil
	}
	var users []string
	undo := "uninsert it there"
	for _, s := range m.Sections() {
		if slices.ContainsFunc(s.mechs, func(in *inserted) bool { return in.mech == mech }) {
			users = append(users, "section "+s.Name())
		}
	}
	for _, p := range m.PointProcesses() {
		if p.Mech == mech {
			undo = "delete it"
			at := ""
			if p.sec != nil {
				at = " in section " + p.sec.Name()
			}
			users = append(users, p.Name()+at)
		}
	}
	if len(users) == 0 {
		return nil
	}
	who := users[0]
	switch n := len(users) - 1; {
	case n == 1:
		who += " and " + users[1]
	case n > 1:
		who += fmt.Sprintf(" and %d more", n)
		undo = strings.Replace(strings.Replace(undo, " there", " everywhere", 1), "delete it", "delete them", 1)
	}
	e := fault.New(fault.Model, "mechanism %s cannot be replaced: %s uses it", name, who)
	if len(users) > 1 {
		e.Msg = fmt.Sprintf("mechanism %s cannot be replaced: %s use it", name, who)
	}
	e.Mechanism = name
	return e.WithHint("%s first, or call n.reset()", undo)
}
