package simd

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// columns are the arguments of an operation in the tests: four results, three
// sources, and scalars.
type columns struct {
	dst, dst2, d, e, a, b, c []float64
	s, k, add, o             float64
}

// operations lists every operation that has loops in assembly.
var operations = []struct {
	name string
	do   func(l *Loops, x columns)
}{
	{"Fill", func(l *Loops, x columns) { l.Fill(x.dst, x.s) }},
	{"Add", func(l *Loops, x columns) { l.Add(x.dst, x.a, x.b) }},
	{"AddS", func(l *Loops, x columns) { l.AddS(x.dst, x.a, x.s) }},
	{"Sub", func(l *Loops, x columns) { l.Sub(x.dst, x.a, x.b) }},
	{"SubS", func(l *Loops, x columns) { l.SubS(x.dst, x.a, x.s) }},
	{"SSub", func(l *Loops, x columns) { l.SSub(x.dst, x.s, x.a) }},
	{"Mul", func(l *Loops, x columns) { l.Mul(x.dst, x.a, x.b) }},
	{"MulS", func(l *Loops, x columns) { l.MulS(x.dst, x.a, x.s) }},
	{"Mul3", func(l *Loops, x columns) { l.Mul3(x.dst, x.a, x.b, x.c) }},
	{"MulAdd", func(l *Loops, x columns) { l.MulAdd(x.dst, x.a, x.b, x.c) }},
	{"SubMul", func(l *Loops, x columns) { l.SubMul(x.dst, x.a, x.b, x.c) }},
	{"Approach", func(l *Loops, x columns) { l.Approach(x.dst, x.a, x.b, x.c) }},
	{"Sum3", func(l *Loops, x columns) { l.Sum3(x.dst, x.a, x.b, x.c) }},
	{"Ohm", func(l *Loops, x columns) { l.Ohm(x.dst, x.dst2, x.d, x.a, x.b, x.c) }},
	{"Log", func(l *Loops, x columns) { l.Log(x.dst, x.a) }},
	{"log of positive", func(l *Loops, x columns) { l.Abs(x.dst, x.a); l.Log(x.dst, x.dst) }},
	{"Div", func(l *Loops, x columns) { l.Div(x.dst, x.a, x.b) }},
	{"DivS", func(l *Loops, x columns) { l.DivS(x.dst, x.a, x.s) }},
	{"SDiv", func(l *Loops, x columns) { l.SDiv(x.dst, x.s, x.a) }},
	{"Neg", func(l *Loops, x columns) { l.Neg(x.dst, x.a) }},
	{"Abs", func(l *Loops, x columns) { l.Abs(x.dst, x.a) }},
	{"Select", func(l *Loops, x columns) { l.Select(x.dst, x.a, x.b, x.c) }},
	{"Less", func(l *Loops, x columns) { l.Less(x.dst, x.a, x.b) }},
	{"LessEq", func(l *Loops, x columns) { l.LessEq(x.dst, x.a, x.b) }},
	{"Equal", func(l *Loops, x columns) { l.Equal(x.dst, x.a, x.b) }},
	{"NotEqual", func(l *Loops, x columns) { l.NotEqual(x.dst, x.a, x.b) }},
	{"And", func(l *Loops, x columns) { l.And(x.dst, x.a, x.b) }},
	{"Or", func(l *Loops, x columns) { l.Or(x.dst, x.a, x.b) }},
	{"Not", func(l *Loops, x columns) { l.Not(x.dst, x.a) }},
	{"Mul4", func(l *Loops, x columns) { l.Mul4(x.dst, x.a, x.b, x.c, x.a) }},
	{"Mul5", func(l *Loops, x columns) { l.Mul5(x.dst, x.a, x.b, x.c, x.a, x.b) }},
	{"Exp", func(l *Loops, x columns) { l.Exp(x.dst, x.a, x.o, x.s, x.k, x.add) }},
	{"e^x", func(l *Loops, x columns) { l.Exp(x.dst, x.a, 0, 1, 1, 0) }},
	{"OverExp", func(l *Loops, x columns) { l.OverExp(x.dst, x.a, x.o, x.s, x.k, x.add, x.o) }},
	{"logistic", func(l *Loops, x columns) { l.OverExp(x.dst, x.a, 40, -0.1, 1, 1, 2) }},
	{"Linoid", func(l *Loops, x columns) { l.Linoid(x.dst, x.a, x.o, x.s, x.k, x.add, x.o, x.s, x.k, x.add) }},
	{"vtrap", func(l *Loops, x columns) { l.Linoid(x.dst, x.a, 1, -0.1, 1, -1, 1e-5, 1, -0.05, 0.1) }},
	{"Relax", func(l *Loops, x columns) { l.Relax(x.dst, x.a, x.b, x.c, x.s) }},
	{"RelaxOver", func(l *Loops, x columns) { l.RelaxOver(x.dst, x.a, x.b, x.c, x.s) }},
	{"approach in a step", func(l *Loops, x columns) { l.Relax(x.dst, x.a, x.b, x.c, -0.025) }},
	{"Move", func(l *Loops, x columns) { l.Move(x.dst, x.dst2, x.a, x.b, x.c, x.s, x.k) }},
	{"TableIndex", func(l *Loops, x columns) { l.TableIndex(x.dst, x.dst2, x.a, x.s, 2, 200) }},
	{"TABLE", func(l *Loops, x columns) {
		l.TableIndex(x.dst, x.dst2, x.a, -100, 1, 200)
		l.TableRead(x.dst, x.dst, x.dst2, testTable, 3, testStride)
	}},
	{"TableFour", func(l *Loops, x columns) {
		l.TableFour(x.dst, x.dst2, x.d, x.e, x.a, testTable[1:], testStride, x.s, 2, 200)
	}},
	{"TableTwo", func(l *Loops, x columns) { l.TableTwo(x.dst, x.dst2, x.a, testTable[4:], testStride, -100, 1, 200) }},
}

// testTable has as many columns and places as hh.
const testStride = 6

var testTable = func() []float64 {
	r := rand.New(rand.NewPCG(3, 3))
	x := make([]float64, 202*testStride+4)
	for i := range x {
		x[i] = r.NormFloat64()
	}
	return x
}()

// edges are the values where arithmetic has its corners.
var edges = []float64{0, math.Copysign(0, -1), 1, -1, 2, 0.5, 200, 100, -100,
	math.Inf(1), math.Inf(-1), math.NaN(), math.Float64frombits(0xfff8000000000001),
	math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, -math.SmallestNonzeroFloat64,
	0x1p-1022, -0x1p-1022, 0x0.8p-1022, 0x1p-537, 0x1p512, math.Ln2, -math.Ln2, math.Ln2 / 2, 1e-300, 1e-20,
	709.78271289338397, 709.782712893384, 709.79, 710, 711, -708.396418532264, -708.4, -710, -744, -745.1332191019411,
	-745.1332191019412, -745.14, -749.9, -750, -751, 1e9, -1e9, 0x1p31, 0x1p53}

// values fills x with edges, ordinary numbers, and arbitrary bits.
func values(r *rand.Rand, x []float64) {
	for i := range x {
		switch r.IntN(8) {
		case 0:
			x[i] = edges[r.IntN(len(edges))]
		case 1:
			x[i] = math.Float64frombits(r.Uint64())
		case 2:
			x[i] = (r.Float64() - 0.5) * 1600
		case 3:
			x[i] = -700 - 60*r.Float64()
		default:
			x[i] = r.NormFloat64() * 20
		}
	}
}

// assemblies are the loops in assembly that this machine can run.
func assemblies(t testing.TB) map[string]*Loops {
	out := map[string]*Loops{}
	for i := range paths[:len(paths)-1] {
		p := &paths[i]
		if !p.has {
			t.Logf("%s cannot be tested: this processor has no %s", p.name, p.needs)
			continue
		}
		out[p.name], out[p.name+" for few"], out[p.name+" for one"] = &p.many, &p.few, &p.one
	}
	return out
}

// same compares bit for bit, except that all NaN are one.
func same(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || a != a && b != b
}

// memory is for columns with a margin before and behind.
type memory struct{ dst, dst2, d, e, a, b, c []float64 }

const margin = 16

func newMemory(n int) *memory {
	col := func() []float64 { return make([]float64, n+2*margin) }
	return &memory{col(), col(), col(), col(), col(), col(), col()}
}

// columns are n numbers of each, at offsets of their own.
func (m *memory) columns(offset [7]int, n int) columns {
	cut := func(x []float64, k int) []float64 { return x[k : k+n : k+n] }
	return columns{dst: cut(m.dst, offset[0]), dst2: cut(m.dst2, offset[1]), d: cut(m.d, offset[5]), e: cut(m.e, offset[6]), a: cut(m.a, offset[2]), b: cut(m.b, offset[3]), c: cut(m.c, offset[4])}
}

// compare runs every operation by the loops and in plain Go and compares all of
// the memory, so that a write outside of the slices shows, too.
func compare(t *testing.T, name string, loops *Loops, r *rand.Rand, n int) {
	t.Helper()
	m, want := newMemory(n), newMemory(n)
	for _, col := range [][]float64{m.dst, m.dst2, m.d, m.e, m.a, m.b, m.c} {
		values(r, col)
	}
	var offset [7]int
	for i := range offset {
		offset[i] = r.IntN(margin)
	}
	scalars := make([]float64, 4)
	values(r, scalars)
	for _, op := range operations {
		for _, inPlace := range []bool{false, true} {
			copy(want.dst, m.dst)
			copy(want.dst2, m.dst2)
			copy(want.d, m.d)
			copy(want.e, m.e)
			copy(want.a, m.a)
			copy(want.b, m.b)
			copy(want.c, m.c)
			got := newMemory(n)
			*got = memory{slices.Clone(m.dst), slices.Clone(m.dst2), slices.Clone(m.d), slices.Clone(m.e), slices.Clone(m.a), m.b, m.c}
			run := func(l *Loops, m *memory) {
				x := m.columns(offset, n)
				x.s, x.k, x.add, x.o = scalars[0], scalars[1], scalars[2], scalars[3]
				if inPlace {
					x.dst = x.a
				}
				op.do(l, x)
			}
			run(loops, got)
			run(&plain, want)
			for j, pair := range [][2][]float64{{got.dst, want.dst}, {got.dst2, want.dst2}, {got.a, want.a}, {got.d, want.d}, {got.e, want.e}} {
				for i := range pair[0] {
					if !same(pair[0][i], pair[1][i]) {
						t.Fatalf("%s, %s, n = %d, offsets %v, scalars %v, in place %v: column %d at %d: %v (%x), in plain Go %v (%x); a = %v",
							name, op.name, n, offset, scalars, inPlace, j, i-offset[j], pair[0][i], math.Float64bits(pair[0][i]),
							pair[1][i], math.Float64bits(pair[1][i]), m.a[max(0, min(n+2*margin-1, i-offset[j]+offset[2]))])
					}
				}
			}
		}
	}
}

// TestSameBitsAtAllLengths: every loop gives the bits of plain Go for all short
// lengths and offsets, and writes nothing else.
func TestSameBitsAtAllLengths(t *testing.T) {
	for name, loops := range assemblies(t) {
		r := rand.New(rand.NewPCG(1, 1))
		for n := range 301 {
			compare(t, name, loops, r, n)
		}
	}
}

// TestSameBitsOfMillions: the same for many values.
func TestSameBitsOfMillions(t *testing.T) {
	numbers := 200_000
	if testing.Short() {
		numbers = 50_000
	}
	for name, loops := range assemblies(t) {
		r := rand.New(rand.NewPCG(2, 2))
		for done := 0; done < numbers; done += 50_000 {
			compare(t, name, loops, r, 50_000+r.IntN(8))
		}
	}
}

// TestSameBitsOfEdges: every pair of edges.
func TestSameBitsOfEdges(t *testing.T) {
	n := len(edges) * len(edges)
	x := columns{dst: make([]float64, n), dst2: make([]float64, n), c: make([]float64, n), d: make([]float64, n), e: make([]float64, n)}
	for _, a := range edges {
		for _, b := range edges {
			x.a, x.b = append(x.a, a), append(x.b, b)
		}
	}
	copy(x.c, x.b)
	want := x
	want.dst, want.dst2, want.d, want.e = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for name, loops := range assemblies(t) {
		for _, s := range edges {
			x.s, x.k, x.add, x.o = s, 1, 0, 0
			want.s, want.k, want.add, want.o = s, 1, 0, 0
			for _, op := range operations {
				op.do(loops, x)
				op.do(&plain, want)
				for i := range x.dst {
					if !same(x.dst[i], want.dst[i]) || !same(x.dst2[i], want.dst2[i]) || !same(x.d[i], want.d[i]) || !same(x.e[i], want.e[i]) {
						t.Fatalf("%s, %s of %g and %g, scalar %g: %v, in plain Go %v", name, op.name, x.a[i], x.b[i], s, x.dst[i], want.dst[i])
					}
				}
			}
		}
	}
}

func TestAnyInAssembly(t *testing.T) {
	for name, loops := range assemblies(t) {
		for n := range 70 {
			x := make([]float64, n+2)
			x[0], x[n+1] = 1, 1
			for i := range n {
				x[i+1] = math.Copysign(0, -1)
			}
			if loops.Any(x[1 : n+1]) {
				t.Errorf("%s: Any of %d zeros", name, n)
			}
			for i := range n {
				x[i+1] = math.NaN()
				if !loops.Any(x[1 : n+1]) {
					t.Errorf("%s: not Any of %d, of which number %d is NaN", name, n, i)
				}
				x[i+1] = 0
			}
		}
	}
}

// TestChoice: what GNEURON_SIMD may be, and what the errors say.
func TestChoice(t *testing.T) {
	defer func(before *path, list []path) { current, paths = before, list }(current, paths)
	paths = []path{{name: "avx512", needs: "AVX-512 (F, DQ, VL)"}, {name: "avx2", has: true}, {name: "go", has: true}}
	for _, c := range []struct{ name, runs, msg, hint string }{
		{"", "avx2", "", ""},
		{"avx2", "avx2", "", ""},
		{"go", "go", "", ""},
		{"avx512", "avx2", "GNEURON_SIMD=avx512: this processor has no AVX-512 (F, DQ, VL)", "without GNEURON_SIMD the fastest loops that it has are taken: avx2"},
		{"sse", "avx2", "GNEURON_SIMD=sse: there are no such vector loops", "there are go, avx2, avx512"},
	} {
		e := follow(c.name)
		if Path() != c.runs {
			t.Errorf("%q: %s runs, want %s", c.name, Path(), c.runs)
		}
		switch {
		case (e == nil) != (c.msg == ""):
			t.Errorf("%q: %v", c.name, e)
		case e != nil && (e.Msg != c.msg || e.Hint != c.hint):
			t.Errorf("%q: %v, hint %q", c.name, e, e.Hint)
		}
	}
}

// TestEveryLoopIsThere: a path without one of the loops would crash.
func TestEveryLoopIsThere(t *testing.T) {
	for _, p := range paths {
		for _, loops := range []Loops{p.one, p.few, p.many} {
			v := reflect.ValueOf(loops)
			for i := range v.NumField() {
				if v.Field(i).IsNil() {
					t.Errorf("%s has no %s", p.name, v.Type().Field(i).Name)
				}
			}
		}
	}
}
