package vector

import (
	"bufio"
	"errors"
	"math"
	"math/cmplx"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"
)

// random gives n numbers of a normal distribution, the same in every run.
func random(r *rand.Rand, n int) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = r.NormFloat64()
	}
	return xs
}

// near wants the same numbers to a part of the largest.
func near(t *testing.T, what string, got, want []float64, part float64) {
	t.Helper()
	compareWithin(t, what, got, want, part)
}

// TestFourierByDefinition holds the transforms against the sums that define
// them. A sum of n terms is uncertain by n units in the last place of its
// largest term.
func TestFourierByDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		size := 1 + r.IntN(70)
		n, _ := powerOfTwo(size)
		part := float64(n) * 4 * 0x1p-52
		src := Of(random(r, size))
		xs := padded(src.data, n)
		v := &Vector{}
		if err := v.FFT(src, false); err != nil {
			t.Fatal(err)
		}
		want := make([]float64, n)
		for k := 0; k <= n/2; k++ {
			var c complex128
			for j, x := range xs {
				c += complex(x, 0) * cmplx.Rect(1, -2*math.Pi*float64(j*k%n)/float64(n))
			}
			switch {
			case k == 0:
				want[0] = real(c)
			case k == n/2:
				want[1] = real(c)
			default:
				want[2*k], want[2*k+1] = real(c), -imag(c)
			}
		}
		near(t, "fft", v.Data(), want, part)
		if err := v.FFT(v, true); err != nil {
			t.Fatal(err)
		}
		near(t, "to and fro", v.DivScalar(float64(n)/2).Data(), xs, part)

		other := Of(random(r, 1+r.IntN(size)))
		ys := padded(other.data, n)
		for k := range want {
			want[k] = 0
			for j, y := range ys {
				want[k] += xs[(j+k)%n] * y
			}
		}
		if err := v.Correl(src, other); err != nil {
			t.Fatal(err)
		}
		near(t, "correl", v.Data(), want, part)

		response := wrapped(other.data, n)
		for k := range want {
			want[k] = 0
			for j, y := range response {
				want[k] += xs[(k-j+n)%n] * y
			}
		}
		if err := v.Convlv(src, other, false); err != nil {
			t.Fatal(err)
		}
		near(t, "convlv", v.Data(), want, part)
	}
}

// TestDeconvolution: what was convolved comes back. With a response of which one
// element outweighs the others every frequency keeps at least half of it, so
// that little is lost.
func TestDeconvolution(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 30 {
		src := Of(random(r, 32))
		response := Of([]float64{4, r.Float64(), r.Float64(), r.Float64(), -r.Float64()})
		v := &Vector{}
		if err := errors.Join(v.Convlv(src, response, false), v.Convlv(v, response, true)); err != nil {
			t.Fatal(err)
		}
		near(t, "src", v.Data(), src.Data(), 1e-14)
	}
	err := (&Vector{}).Convlv(Of([]float64{1, 2, 3, 4}), Of([]float64{2, 1, 1}), true)
	want := "Vector.convlv: the response has no part at 2/4 cycles per sample, so what it did there cannot be undone"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestSpctrmSum: the powers add up to about the mean square of the samples
// (Parseval's theorem; the window and the frequency that is left out make "about").
func TestSpctrmSum(t *testing.T) {
	v := &Vector{data: make([]float64, 1024)}
	v.Sin(60, 0.3, 1)
	p := &Vector{}
	if err := p.Spctrm(v, 64); err != nil {
		t.Fatal(err)
	}
	total, peak := sum(p.Data()), 0
	for k, x := range p.Data() {
		if x > p.Data()[peak] {
			peak = k
		}
	}
	if math.Abs(total-0.5) > 0.02 || peak != 8 { // 60 Hz at 1 kHz is 7.68/128
		t.Errorf("power %v, most at %d", total, peak)
	}
}

func TestMedfltr(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		n, points := r.IntN(30), 1+r.IntN(6)
		src := Of(random(r, n))
		v := &Vector{}
		if err := v.Medfltr(src, points); err != nil {
			t.Fatal(err)
		}
		for i := range n {
			w := slices.Clone(src.Data()[max(0, i-points):min(n, i+points+1)])
			sort.Float64s(w)
			if want := (w[(len(w)-1)/2] + w[len(w)/2]) / 2; v.Data()[i] != want {
				t.Fatalf("element %d of %d with %d points: %v, want %v", i, n, points, v.Data()[i], want)
			}
		}
	}
}

// TestStatisticsVsGonum: gonum sums in another order, which moves the last bits.
func TestStatisticsVsGonum(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 40 {
		v := Of(random(r, 2+r.IntN(500)))
		mean, _ := v.Mean()
		variance, _ := v.Var()
		stdev, _ := v.Stdev()
		stderr, _ := v.Stderr()
		m, s2 := stat.MeanVariance(v.Data(), nil)
		s := math.Sqrt(s2)
		got := []float64{mean, variance, stdev, stderr}
		for i, want := range []float64{m, s2, s, stat.StdErr(s, float64(v.Len()))} {
			if !(math.Abs(got[i]-want) <= 1e-13*(1+s2)) {
				t.Errorf("statistic %d: %v, gonum %v", i, got[i], want)
			}
		}
	}
}

// TestFitFinds: on exact data the parameters come back, for each form.
func TestFitFinds(t *testing.T) {
	x := (&Vector{data: make([]float64, 60)}).Indgen(0, 0.5)
	for form, want := range map[string][]float64{
		"line": {2, -7}, "quad": {0.5, -3, 2}, "exp1": {3, 2.5}, "exp2": {3, 1.5, 1.5, 12}, "charging": {3, 1.5, 1.5, 12},
	} {
		f, err := FitForm(form, len(want))
		if err != nil {
			t.Fatal(err)
		}
		y := &Vector{}
		for _, x := range x.Data() {
			value, _ := f(x, want)
			y.Append(value)
		}
		p := slices.Clone(want)
		for i := range p {
			p[i] *= 1.3 + 0.2*float64(i%2)
		}
		fitted := &Vector{}
		e, err := y.Fit(fitted, f, x, p)
		if err != nil || !(e < 1e-14) {
			t.Errorf("%s: mean square %v, %v", form, e, err)
			continue
		}
		near(t, form, p, want, 1e-6) // as sharp as a simplex that sees differences of 1e-14 gets
		near(t, form+" fitted", fitted.Data(), y.Data(), 1e-6)
	}
}

// TestFitRefusals: nothing changes where a fit is refused or its function fails.
func TestFitRefusals(t *testing.T) {
	broken := errors.New("broken")
	three := Of([]float64{1, 2, 3})
	calls := 0
	line := func(x float64, p []float64) (float64, error) { return p[0] * x, nil }
	for _, c := range []struct {
		f    FitFunction
		x    *Vector
		p    []float64
		want string
	}{
		{line, Of([]float64{1}), []float64{1}, "Vector.fit: 3 data with 1 x values"},
		{line, three, nil, "Vector.fit: there is no parameter to adapt"},
		{line, three, []float64{0}, "Vector.fit: parameter 1 starts at 0, from where the search finds no scale"},
		{func(float64, []float64) (float64, error) { return math.NaN(), nil }, three, []float64{2},
			"Vector.fit: with the first parameters (2) the function is not finite at every x"},
		{func(float64, []float64) (float64, error) {
			if calls++; calls > 20 {
				return 0, broken
			}
			return 1, nil
		}, three, []float64{2}, "broken"},
	} {
		fitted, p := Of([]float64{7}), slices.Clone(c.p)
		_, err := three.Fit(fitted, c.f, c.x, p)
		if err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
		if !slices.Equal(p, c.p) || fitted.Len() != 1 {
			t.Errorf("%s: changed to %v, %v", c.want, p, fitted.Data())
		}
	}
	_, err := FitForm("exp2", 3)
	if want := `Vector.fit: "exp2" has 4 parameters (amp1, tau1, amp2, tau2), not 3`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestScan(t *testing.T) {
	text := func() *bufio.Reader {
		return bufio.NewReader(strings.NewReader("t: 1, 2 3\n4 x inf 5e0 6\n\n7\t8 end\n"))
	}
	for _, c := range []struct {
		what string
		do   func(v *Vector) (int, error)
		want []float64
	}{
		{"all", func(v *Vector) (int, error) { return v.Scan(text(), -1, Column{}) }, []float64{1, 2, 3, 4, 5, 6, 7, 8}},
		{"n", func(v *Vector) (int, error) { return v.Scan(text(), 3, Column{}) }, []float64{1, 2, 3}},
		{"none", func(v *Vector) (int, error) { return v.Scan(text(), 0, Column{}) }, nil},
		{"too many", func(v *Vector) (int, error) { return v.Scan(text(), 99, Column{}) }, []float64{1, 2, 3, 4, 5, 6, 7, 8}},
		{"column", func(v *Vector) (int, error) { return v.Scan(text(), -1, Column{2, 3}) }, []float64{2, 5, 8}},
		{"column, the last row ends early", func(v *Vector) (int, error) { return v.Scan(text(), -1, Column{1, 3}) }, []float64{1, 4, 7}},
		{"column that is missing in the last row", func(v *Vector) (int, error) { return v.Scan(text(), -1, Column{3, 3}) }, []float64{3, 6}},
		{"til", func(v *Vector) (int, error) { return v.ScanTil(text(), 4, Column{}) }, []float64{1, 2, 3}},
		{"til in a column", func(v *Vector) (int, error) { return v.ScanTil(text(), 6, Column{2, 2}) }, []float64{2, 4}},
		{"til before the column", func(v *Vector) (int, error) { return v.ScanTil(text(), 5, Column{2, 2}) }, []float64{2, 4}},
	} {
		v := Of([]float64{9})
		n, err := c.do(v)
		if err != nil || n != len(c.want) || !slices.Equal(v.Data(), c.want) {
			t.Errorf("%s: %d, %v, %v; want %v", c.what, n, v.Data(), err, c.want)
		}
	}
	for _, c := range []struct {
		do   func(v *Vector) (int, error)
		want string
	}{
		{func(v *Vector) (int, error) { return v.ScanTil(text(), 2, Column{1, 2}) }, "Vector.scantil: the file ends before the number 2, after 4 others"},
		{func(v *Vector) (int, error) { return v.Scan(text(), -1, Column{3, 2}) }, "Vector.scanf: column 3 of 2: the first is 1, the last the number of columns"},
	} {
		v := Of([]float64{9})
		if _, err := c.do(v); err == nil || err.Error() != c.want || v.Len() != 1 {
			t.Errorf("%v and %v, want %s", err, v.Data(), c.want)
		}
	}
}
