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

// Load compiles the text of a .mod file and makes its mechanism known. An
// INCLUDE is looked for beside the file. A mechanism of the same name is
// replaced if nothing uses it. The error joins all that were found, each with
// its position.
func (m *Model) Load(file, text string) (*mechanism.Mechanism, error) {
	include := func(name string) (string, error) {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(file), name))
		return string(data), err
	}
	t, errs := nmodl.Compile(file, text, include)
	if len(errs) > 0 {
		all := make([]error, len(errs))
		for i, e := range errs {
			all[i] = e
		}
		return nil, errors.Join(all...)
	}
	mech, err := m.Mechs.Register(t, false)
	if err != nil {
		return nil, err
	}
	m.changed()
	return mech, nil
}
