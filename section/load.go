package section

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/nmodl"
	"github.com/gneuron/gneuron/stdlib"
)

// builtins are the mechanisms of stdlib, compiled once for all models.
var builtins = sync.OnceValue(func() []*mechanism.Type {
	entries, err := fs.ReadDir(stdlib.Mechanisms, "mod")
	if err != nil {
		panic(err)
	}
	var types []*mechanism.Type
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".mod" {
			continue
		}
		text, err := fs.ReadFile(stdlib.Mechanisms, "mod/"+e.Name())
		if err != nil {
			panic(err)
		}
		t, errs := nmodl.Compile(e.Name(), string(text), nil)
		if len(errs) > 0 {
			panic("section: built-in " + errs[0].Error())
		}
		types = append(types, t)
	}
	return types
})

// registerBuiltins makes the mechanisms of stdlib known.
func (m *Model) registerBuiltins() {
	for _, t := range builtins() {
		if _, err := m.Mechs.Register(t, true); err != nil {
			panic(err)
		}
	}
}

// ModFile is the text of a .mod file.
type ModFile struct {
	Name string // for messages
	Dir  string // where the files of INCLUDE are looked for
	Text string
}

// Load compiles .mod files and makes their mechanisms known. One of the same
// name is replaced if nothing uses it. Where there is a mistake in any of the
// files, none is loaded, and the error joins all that were found, each with its
// position.
func (m *Model) Load(files ...ModFile) ([]*mechanism.Mechanism, error) {
	var types []*mechanism.Type
	var errs []error
	for _, f := range files {
		t, found := nmodl.Compile(f.Name, f.Text, func(name string) (string, error) {
			data, err := os.ReadFile(filepath.Join(f.Dir, name))
			return string(data), err
		})
		for _, e := range found {
			errs = append(errs, e)
		}
		if len(found) == 0 {
			types = append(types, t)
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if err := m.Mechs.CanRegister(types...); err != nil {
		return nil, err
	}
	var list []*mechanism.Mechanism
	for _, t := range types {
		mech, err := m.Mechs.Register(t, false)
		if err != nil {
			return nil, err
		}
		list = append(list, mech)
	}
	m.changed()
	return list, nil
}
