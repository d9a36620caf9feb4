package vector

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// epsilon is the difference below which NEURON takes two numbers for equal in a
// comparison (its float_epsilon); it is absolute.
const epsilon = 1e-11

// comparators are the conditions of Where and its relatives. Those with a
// bracket compare with a range from a to b, the others with a alone.
var comparators = map[string]func(x, a, b float64) bool{
	"==": func(x, a, _ float64) bool { return math.Abs(x-a) < epsilon },
	"!=": func(x, a, _ float64) bool { return math.Abs(x-a) >= epsilon },
	">":  func(x, a, _ float64) bool { return x > a+epsilon },
	"<":  func(x, a, _ float64) bool { return x < a-epsilon },
	">=": func(x, a, _ float64) bool { return x >= a-epsilon },
	"<=": func(x, a, _ float64) bool { return x <= a+epsilon },
	"[]": func(x, a, b float64) bool { return x >= a-epsilon && x <= b+epsilon },
	"[)": func(x, a, b float64) bool { return x >= a-epsilon && x < b-epsilon },
	"(]": func(x, a, b float64) bool { return x > a+epsilon && x <= b+epsilon },
	"()": func(x, a, b float64) bool { return x > a+epsilon && x < b-epsilon },
}

// condition is the comparator of that name with its one or two operands.
func condition(method, op string, operands []float64) (func(float64) bool, error) {
	holds, ok := comparators[op]
	if !ok {
		names := []string{"==", "!=", ">", "<", ">=", "<=", "[]", "[)", "(]", "()"}
		return nil, fault.New(fault.Range, "Vector.%s: %q is none of the conditions == != > < >= <= [] [) (] ()", method, op).
			DidYouMean(spell.Nearest(op, names))
	}
	need := 1
	if op[0] == '[' || op[0] == '(' {
		need = 2
	}
	if len(operands) < need {
		return nil, fault.New(fault.Type, "Vector.%s: the condition %q needs %d numbers to compare with, not %d", method, op, need, len(operands))
	}
	a, b := operands[0], 0.0
	if need == 2 {
		b = operands[1]
	}
	return func(x float64) bool { return holds(x, a, b) }, nil
}

// IndWhere is the index of the first element for which the condition op holds,
// or -1. op is one of == != > < >= <= with one operand, or one of [] [) (] ()
// with the two ends of a range. Numbers closer than 1e-11 count as equal.
func (v *Vector) IndWhere(op string, operands ...float64) (int, error) {
	holds, err := condition("indwhere", op, operands)
	if err != nil {
		return -1, err
	}
	return slices.IndexFunc(v.data, holds), nil
}

// IndVWhere makes the receiver the indices of all elements of src for which the
// condition holds (see IndWhere).
func (v *Vector) IndVWhere(src *Vector, op string, operands ...float64) error {
	holds, err := condition("indvwhere", op, operands)
	if err != nil {
		return err
	}
	var found []float64
	for i, x := range src.data {
		if holds(x) {
			found = append(found, float64(i))
		}
	}
	v.set(found)
	return nil
}

// Where makes the receiver those elements of src for which the condition holds
// (see IndWhere).
func (v *Vector) Where(src *Vector, op string, operands ...float64) error {
	holds, err := condition("where", op, operands)
	if err != nil {
		return err
	}
	var found []float64
	for _, x := range src.data {
		if holds(x) {
			found = append(found, x)
		}
	}
	v.set(found)
	return nil
}

// Eq says whether both Vectors have the same size and elements that differ by
// less than 1e-11.
func (v *Vector) Eq(w *Vector) bool {
	return slices.EqualFunc(v.data, w.data, func(a, b float64) bool { return math.Abs(a-b) < epsilon })
}

// Contains says whether an element differs from x by less than 1e-11.
func (v *Vector) Contains(x float64) bool {
	return slices.ContainsFunc(v.data, func(a float64) bool { return math.Abs(a-x) < epsilon })
}

// Ind gives a new Vector of the elements at the given indices. Fractions of an
// index are cut off, and an index outside the Vector is left out, as in NEURON.
func (v *Vector) Ind(indices *Vector) *Vector {
	out := &Vector{}
	for _, at := range indices.data {
		if i := int(at); i >= 0 && i < len(v.data) {
			out.data = append(out.data, v.data[i])
		}
	}
	return out
}

// Index makes the receiver the elements of src at the given indices; for an
// index outside src the element is 0, as in NEURON.
func (v *Vector) Index(src, indices *Vector) {
	out := make([]float64, len(indices.data))
	for k, at := range indices.data {
		if i := int(at); i >= 0 && i < len(src.data) {
			out[k] = src.data[i]
		}
	}
	v.set(out)
}
