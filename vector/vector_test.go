package vector

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

func TestTooLarge(t *testing.T) {
	v := Of([]float64{1, 2})
	part := Part{Dest: MaxLen, Last: -1}
	for name, err := range map[string]error{
		"New":      second(New(1e12, 0)),
		"Resize":   v.Resize(1e12),
		"IndgenTo": v.IndgenTo(0, 1, 1e-12),
		"CopyPart": v.CopyPart(v, part),
		"Hist":     v.Hist(v, 0, 1e12, 1),
		"NaN":      CheckLen(math.NaN()),
		"negative": CheckLen(-1),
	} {
		e := fault.As(err)
		if e == nil || e.Kind != fault.Range || !strings.Contains(e.Msg, "268435456") {
			t.Errorf("%s: error %v, want a range error that names the limit", name, err)
		}
	}
	want := "a Vector of 1000000000000 elements: the size must be from 0 to 268435456"
	if err := second(New(1e12, 0)); err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if !slices.Equal(v.Data(), []float64{1, 2}) {
		t.Errorf("the Vector was changed to %v", v.Data())
	}
}

func second(_ *Vector, err error) error { return err }

// TestDocumentedRanges holds the calls in which NEURON departs from its own
// documentation and the methods here do not.
func TestDocumentedRanges(t *testing.T) {
	v := Of([]float64{3, 1, 2, 5, 4})
	if got, _ := v.Mean(2, 4); got != 11.0/3 {
		t.Errorf("mean(2, 4) = %v", got)
	}
	if got, _ := v.Median(0, 3); got != 2.5 {
		t.Errorf("median(0, 3) = %v", got)
	}
	if got, _ := v.MaxInd(1, 3); got != 3 {
		t.Errorf("max_ind(1, 3) = %v", got)
	}
	if got, _ := v.MinInd(2, 4); got != 2 {
		t.Errorf("min_ind(2, 4) = %v", got)
	}
}

// TestSelf holds the calls with the receiver as its own source, which NEURON
// refuses, crashes on or answers from half-changed data.
func TestSelf(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(v *Vector) error
		want []float64
	}{
		{"where", func(v *Vector) error { return v.Where(v, ">", 2) }, []float64{3, 5, 4}},
		{"indvwhere", func(v *Vector) error { return v.IndVWhere(v, ">", 2) }, []float64{0, 3, 4}},
		{"copy", func(v *Vector) error { return v.CopyPart(v, Part{Dest: 1, Last: -1}) }, []float64{3, 3, 1, 2, 5, 4}},
		{"insrt", func(v *Vector) error { return v.Insrt(1, v.Data()...) }, []float64{3, 3, 1, 2, 5, 4, 1, 2, 5, 4}},
		{"hist", func(v *Vector) error { return v.Hist(v, 0, 3, 2) }, []float64{1, 2, 2}},
		{"deriv", func(v *Vector) error { return v.Deriv(v, 1, 2) }, []float64{-2, -0.5, 2, 1, -1}},
		{"add", func(v *Vector) error { return v.Add(v) }, []float64{6, 2, 4, 10, 8}},
		{"sort with NaN", func(v *Vector) error { v.Data()[1] = math.NaN(); v.Sort().Truncate(4); return nil }, []float64{2, 3, 4, 5}},
	} {
		v := Of([]float64{3, 1, 2, 5, 4})
		if err := c.do(v); err != nil || !slices.Equal(v.Data(), c.want) {
			t.Errorf("%s: %v, %v; want %v", c.name, v.Data(), err, c.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		do   func(v *Vector) error
		want string
	}{
		{func(v *Vector) error { return v.Set(3, 0) }, "Vector.set: index 3 is outside 0 to 2"},
		{func(v *Vector) error { v.Truncate(0); return v.Set(0, 0) }, "Vector.set: index 0 of an empty Vector"},
		{func(v *Vector) error { return v.Add(Of([]float64{1})) }, "Vector.add: the Vectors differ in size: 3 and 1"},
		{func(v *Vector) error { return v.Fill(1, 2, 1) }, "Vector.fill: the last index 1 is before the first, 2"},
		{func(v *Vector) error { return v.Sqrt(Of([]float64{1, -4})) }, "Vector.sqrt: element 1 is negative (-4)"},
		{func(v *Vector) error { return v.Rebin(v, 0) }, "Vector.rebin: the factor must be at least 1, not 0"},
		{func(v *Vector) error { return v.Interpolate(v, &Vector{}, v) }, "Vector.interpolate: there are no points to interpolate between"},
		{func(v *Vector) error { return v.Interpolate(v, v, Of([]float64{1})) }, "Vector.interpolate: 3 x values with only 1 y values"},
		{func(v *Vector) error { return v.IndgenTo(1, 1, 0) }, "Vector.indgen: steps of 0 do not lead from 1 to 1"},
		{func(v *Vector) error { _, err := v.Dot(Of(nil)); return err }, "Vector.dot: the Vectors differ in size: 3 and 0"},
		{func(v *Vector) error { _, err := v.IndWhere("=>", 1); return err }, `Vector.indwhere: "=>" is none of the conditions == != > < >= <= [] [) (] ()`},
		{func(v *Vector) error { _, err := v.Printf(&strings.Builder{}, "%d"); return err }, `Vector.printf: the format "%d" has something else than %e, %f or %g in it`},
		{func(v *Vector) error { _, err := v.Printf(&strings.Builder{}, "%g %g"); return err }, `Vector.printf: the format "%g %g" has two numbers in it; it is used once per element`},
	} {
		v := Of([]float64{3, 1, 2})
		if err := c.do(v); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		} else if fault.As(err) == nil {
			t.Errorf("%v is not a *fault.Error", err)
		}
	}
}

// TestMemory: the memory stays while a recording is made anew, zeros come where
// a Vector grows into memory that it had before.
func TestMemory(t *testing.T) {
	v := &Vector{}
	v.Reserve(4)
	v.Append(1, 2, 3, 4)
	before := &v.Data()[0]
	v.Truncate(0)
	v.Append(5)
	if &v.Data()[0] != before {
		t.Error("Truncate gave the memory away")
	}
	v.Rotate(1)
	if err := v.Deriv(Of([]float64{1, 6}), 1, 1); err != nil || &v.Data()[0] != before {
		t.Error("a method that changes the Vector moved it", err)
	}
	if err := v.Resize(3); err != nil || !slices.Equal(v.Data(), []float64{5, 0, 0}) {
		t.Errorf("Resize: %v, %v", v.Data(), err)
	}
}

// TestSortByDigits: many numbers are sorted otherwise than few; the result is the
// same, with infinities, NaN, both zeros and equal numbers among them.
func TestSortByDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	special := []float64{math.Inf(1), math.Inf(-1), math.NaN(), 0, math.Copysign(0, -1), 1, -1, 5e-324, math.MaxFloat64}
	for _, n := range []int{few + 1, 5000, 70000} {
		xs := make([]float64, n)
		for i := range xs {
			switch r.IntN(4) {
			case 0:
				xs[i] = special[r.IntN(len(special))]
			case 1:
				xs[i] = float64(r.IntN(100))
			default:
				xs[i] = r.NormFloat64() * math.Pow(10, float64(r.IntN(600)-300))
			}
		}
		want := make([]int, n)
		for i := range want {
			want[i] = i
		}
		slices.SortStableFunc(want, func(i, j int) int { return compare(xs[i], xs[j]) })
		index := Of(xs).SortIndex().Data()
		sorted := Of(xs).Sort().Data()
		for k, i := range want {
			if int(index[k]) != i {
				t.Fatalf("%d: index %d is %v, want %d", n, k, index[k], i)
			}
			if x := xs[i]; sorted[k] != x && !(x != x && sorted[k] != sorted[k]) {
				t.Fatalf("%d: number %d is %v, want %v", n, k, sorted[k], x)
			}
		}
		if zeros := slices.Index(sorted, 0); !math.Signbit(sorted[zeros]) {
			t.Error("a sign of zero was lost")
		}
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	v := Of(random(r, 1000000))
	for b.Loop() {
		w := Of(v.Data())
		w.Sort()
	}
}

func BenchmarkAppend(b *testing.B) {
	v := &Vector{}
	for i := 0; b.Loop(); i++ {
		if i%100000 == 0 {
			v.Truncate(0)
		}
		v.Append(float64(i))
	}
}
