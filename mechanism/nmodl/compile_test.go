package nmodl

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/stdlib"
)

// builtin compiles one of the .mod files of stdlib.
func builtin(t testing.TB, name string) *mechanism.Type {
	t.Helper()
	data, err := stdlib.Mechanisms.ReadFile("mod/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return compileText(t, name, string(data))
}

func compileText(t testing.TB, name, text string) *mechanism.Type {
	t.Helper()
	typ, errs := Compile(name, text, nil)
	for _, e := range errs {
		t.Errorf("%v\n%s", e, e.Caret())
	}
	if typ == nil {
		t.FailNow()
	}
	return typ
}

func TestBuiltinsCompile(t *testing.T) {
	files, err := fs.Glob(stdlib.Mechanisms, "mod/*.mod")
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		typ := builtin(t, strings.TrimPrefix(file, "mod/"))
		if typ.Title == "" || typ.Doc == "" {
			t.Errorf("%s has no TITLE or COMMENT", file)
		}
		if typ.Current == nil && len(typ.Currents) > 0 {
			t.Errorf("%s: the currents do not run in a kernel", file)
		}
		for _, v := range typ.Vars {
			if !v.Hidden && v.Doc == "" {
				t.Errorf("%s: %s is not explained", file, v.Name)
			}
		}
		for _, p := range typ.Procedures {
			if p.Err != nil {
				t.Errorf("%s: %s: %v", file, p.Name, p.Err)
			}
		}
	}
}

// TestHodgkinHuxleyIsLean holds the number of operations of hh down: the
// exponentials that the equations have and no more, none of the constants
// computed per instance.
func TestHodgkinHuxleyIsLean(t *testing.T) {
	typ := builtin(t, "hh.mod")
	state := typ.State.String()
	if n := strings.Count(state, "exp("); n != 3+9 { // 3 updates with the table; 6 rates and 3 updates
		t.Errorf("%d exponentials in the state program\n%s", n, state)
	}
	if strings.Count(state, " = place of ") != 1 || strings.Count(state, " = pow(") != 1 {
		t.Errorf("the table is looked up more than once, or q10 computed more than once\n%s", state)
	}
	block, once := typ.State.Operations()
	if block > 28 || once > 6 {
		t.Errorf("state: %d operations a block, %d a pass\n%s", block, once, state)
	}
	if block, once := typ.Current.Operations(); block > 18 || once > 0 {
		t.Errorf("current: %d operations a block, %d a pass\n%s", block, once, typ.Current)
	}
}
