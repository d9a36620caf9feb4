package nmodl

import (
	"strings"
	"testing"

	"github.com/gneuron/gneuron/mechanism/kernel"
)

// TestEquationErrors holds what a text that stands alone must not have.
func TestEquationErrors(t *testing.T) {
	for _, c := range []struct{ text, want, hint string }{
		{"STATE { v }", "1:1: there are no equations to integrate", "write them as DERIVATIVE name { x' = ... }"},
		{"STATE { v w } DERIVATIVE d { v' = 1 }", "1:11: the STATE w has no equation", "write w' = ... in the DERIVATIVE block, or declare w in ASSIGNED"},
		{"STATE { v } DERIVATIVE d { v' = -u }", "1:34: u is not defined", ""},
		{"NEURON { SUFFIX a USEION na READ ena } STATE { m } DERIVATIVE d { m' = ena }", "1:19: equations that stand alone have no ions", "declare ena and what else they need in PARAMETER"},
		{"NEURON { POINT_PROCESS a POINTER p } ASSIGNED { p } STATE { m } DERIVATIVE d { m' = p }", "1:49: equations that stand alone have no POINTER p", "declare it in PARAMETER"},
		{"STATE { m } BREAKPOINT { SOLVE p } PROCEDURE p() { m = 1 }", "1:26: SOLVE p: its PROCEDURE block has no derivatives to integrate", "write the equations as x' = ... in a DERIVATIVE block"},
	} {
		_, errs := CompileEquations("x.mod", c.text, nil)
		if len(errs) == 0 {
			t.Errorf("%s: no error", c.text)
			continue
		}
		if got := strings.TrimPrefix(errs[0].Pos.String(), "x.mod:") + ": " + errs[0].Msg; got != c.want || errs[0].Hint != c.hint {
			t.Errorf("%s:\n got %s (%s)\nwant %s (%s)", c.text, got, errs[0].Hint, c.want, c.hint)
		}
	}
	e := equationsOf(t, "STATE { v } DERIVATIVE d { v' = 1 } NET_RECEIVE(w) { if (flag == 1) { WATCH (v > 1) 2 } else if (flag == 2) { net_send(5, 3) } }")
	if _, err := e.Receive(0, e.Columns, false); err == nil || !strings.Contains(err.Msg, "no self events") {
		t.Errorf("a self event gives %v", err)
	}
}

func equationsOf(t *testing.T, text string) *Equations {
	t.Helper()
	e, errs := CompileEquations("x.mod", text, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	return e
}

// derivatives gives the derivatives of the states where variables have values.
func derivatives(t *testing.T, e *Equations, values map[string]float64) []float64 {
	t.Helper()
	n := len(e.States)
	p, err := e.Program(false, func(b *EquationPass) {
		for i, f := range b.Slopes(b.X, b.Const(0)) {
			b.Store(e.Columns+i, f)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	columns := make([][]float64, e.Columns+n)
	for i := range columns {
		columns[i] = make([]float64, 1)
	}
	for _, v := range e.Vars {
		columns[v.Column][0] = v.Default
		if x, ok := values[v.Name]; ok {
			columns[v.Column][0] = x
		}
	}
	p.Bind(kernel.Binding{Rows: 1, Columns: columns, Globals: e.Globals}).Run(&[kernel.NumEnv]float64{kernel.T: 2})
	out := make([]float64, n)
	for i := range out {
		out[i] = columns[e.Columns+i][0]
	}
	return out
}

// TestEquations holds what the derivatives are of: all blocks that a SOLVE names, or all
// there are, with the names that elsewhere belong to a section.
func TestEquations(t *testing.T) {
	for _, c := range []struct {
		text   string
		values map[string]float64
		want   []float64
	}{
		{"STATE { v area diam } DERIVATIVE d { v' = area + diam  area' = v  diam' = t }", map[string]float64{"v": 1, "area": 2, "diam": 3}, []float64{5, 1, 2}},
		{"STATE { x y } DERIVATIVE a { x' = y } DERIVATIVE b { y' = x }", map[string]float64{"x": 3, "y": 4}, []float64{4, 3}},
		{"STATE { o c } PARAMETER { k = 2 } KINETIC s { ~ c <-> o (k, 1) }", map[string]float64{"o": 0.25, "c": 0.75}, []float64{-1.25, 1.25}}, // c comes first in the reaction
		{"STATE { x } DERIVATIVE a { x' = f(x) } FUNCTION f(x) { TABLE FROM 0 TO 1 WITH 2 f = x*x }", map[string]float64{"x": 0.25}, []float64{0.0625}},
		{"NEURON { SUFFIX s GLOBAL g } PARAMETER { g = 3 } STATE { x } DERIVATIVE a { x' = g }", nil, []float64{3}},
		{"ASSIGNED { v } STATE { m } BREAKPOINT { SOLVE s METHOD cnexp } DERIVATIVE s { m' = v - m } DERIVATIVE other { m' = 0 }", map[string]float64{"v": 5, "m": 1}, []float64{4}},
		{"STATE { x[2] } DERIVATIVE a { FROM i = 0 TO 1 { x'[i] = x[1-i] } }", map[string]float64{"x": 7}, []float64{0, 7}},
	} {
		got := derivatives(t, equationsOf(t, c.text), c.values)
		for i, x := range c.want {
			if i >= len(got) || got[i] != x {
				t.Errorf("%s: derivatives %v, not %v", c.text, got, c.want)
				break
			}
		}
	}
}
