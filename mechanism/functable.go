package mechanism

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// FillFunctionTable gives FUNCTION_TABLE k its values at places x or, for a
// function of two arguments, at x and y, with those of one x side by side.
// Outside of the places it holds the values at the ends. A single value without
// places is a constant. The slices are used as they are, so what is written to
// them later shows.
func (m *Mechanism) FillFunctionTable(k int, values []float64, places ...[]float64) *fault.Error {
	t := m.Type.FunctionTables[k]
	name := "table_" + t.Name + "_" + m.Type.Name
	wrong := func(format string, args ...any) *fault.Error {
		e := fault.New(fault.Range, name+": "+format, args...)
		e.Mechanism = m.Type.Name
		return e
	}
	if len(places) == 0 && len(values) == 1 {
		places = make([][]float64, len(t.Args))
		for i := range places {
			places[i] = []float64{0}
		}
	}
	if len(places) != len(t.Args) {
		return wrong("the function has %d arguments, and places are given for %d", len(t.Args), len(places)).
			WithHint("first the values, then the places of each argument")
	}
	want := 1
	for i, x := range places {
		want *= len(x)
		for j := range x {
			if math.IsNaN(x[j]) || j > 0 && !(x[j-1] < x[j]) {
				return wrong("the places of %s must grow: element %d is %g", t.Args[i], j, x[j])
			}
		}
	}
	if want == 0 || len(values) != want {
		return wrong("%d values for %d places", len(values), want)
	}
	l := m.Lookups[k]
	l.Values, l.X, l.Y = values, places[0], nil
	if len(places) == 2 {
		l.Y = places[1]
	}
	return nil
}
