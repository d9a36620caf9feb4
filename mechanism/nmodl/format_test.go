package nmodl

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
)

func TestFormat(t *testing.T) {
	const src = `TITLE   x
: about the file
NEURON{SUFFIX x RANGE g,e
USEION na READ ena ,nai WRITE ina
NONSPECIFIC_CURRENT i }


COMMENT
   kept   as it is
ENDCOMMENT
UNITS { (mV)=( millivolt ) }
PARAMETER {
g=.1( S/cm2 )<0,1e9>:conductance


long = -2 : another
: alone
}
STATE{m<1e-3>}
INITIAL
{
	m =0}
BREAKPOINT { LOCAL a
    a = g * ( v - -e )  b=3
	IF(a>1) {a=1}
	ELSE{ a = 2
	  : inside
	}
	a = a +
	b * (1e-3)
	VERBATIM
	  x = 1;
	ENDVERBATIM
	net_send( 0 ,1 )
}
KINETIC k { ~ a+2 b <-> c (f (1),2)
	COMPARTMENT i,g {a b}
}
`
	const want = `TITLE x
: about the file
NEURON {
	SUFFIX x
	RANGE g, e
	USEION na READ ena, nai WRITE ina
	NONSPECIFIC_CURRENT i
}

COMMENT
   kept   as it is
ENDCOMMENT
UNITS { (mV) = (millivolt) }
PARAMETER {
	g = .1 (S/cm2) <0, 1e9> :conductance

	long = -2 : another
	: alone
}
STATE { m <1e-3> }
INITIAL {
	m = 0
}
BREAKPOINT {
	LOCAL a
	a = g*(v - -e)
	b = 3
	if (a > 1) { a = 1 } else {
		a = 2
		: inside
	}
	a = a +
		b*(1e-3)
	VERBATIM
	  x = 1;
	ENDVERBATIM
	net_send(0, 1)
}
KINETIC k {
	~ a + 2 b <-> c (f(1), 2)
	COMPARTMENT i, g { a b }
}
`
	got, errs := Format("m.mod", src, nil)
	if len(errs) > 0 {
		t.Fatal(said(errs))
	}
	if got != want {
		t.Errorf("formatted as\n%s", got)
	}
	if _, errs := Format("m.mod", "STATE { 3 }", nil); said(errs) != `m.mod:1:9: expected the name of a variable, found "3"` {
		t.Errorf("a text with an error: %s", said(errs))
	}
}

// ownFiles are the .mod files of this repository.
func ownFiles(t testing.TB) map[string]string {
	files := map[string]string{"everything.mod": everything}
	for _, folder := range []string{"testdata/mod", "../../stdlib/mod", "../../testdata/neuron/mod"} {
		names, err := filepath.Glob(folder + "/*.mod")
		if err != nil || len(names) == 0 {
			t.Fatalf("no files in %s: %v", folder, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = string(text)
		}
	}
	return files
}

// programTexts gives all programs of a type as text.
func programTexts(typ *mechanism.Type) string {
	s := fmt.Sprintln(typ.Init, typ.Current, typ.State)
	for _, p := range typ.Procedures {
		s += fmt.Sprintln(p.Name, p.Program)
	}
	return s
}

// Formatting changes neither the tree nor the kernels, and twice is as once.
func TestFormatKeepsMeaning(t *testing.T) {
	for name, text := range ownFiles(t) {
		out, errs := Format(name, text, nil)
		if len(errs) > 0 {
			t.Errorf("%s: %s", name, said(errs))
			continue
		}
		if again, _ := Format(name, out, nil); again != out {
			t.Errorf("%s formats differently the second time", name)
		}
		first, _ := Parse(name, text, nil)
		second, _ := Parse(name, out, nil)
		if Print(first) != Print(second) {
			t.Errorf("%s has another tree", name)
		}
		a, errsA := Compile(name, text, nil)
		b, errsB := Compile(name, out, nil)
		if len(errsA) != len(errsB) || len(errsA) == 0 && programTexts(a) != programTexts(b) {
			t.Errorf("%s has other programs", name)
		}
	}
}
