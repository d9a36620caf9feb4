package solver

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// TestTreeAgainstDenseSolve compares the elimination along the tree with
// gonum's solution of the same matrix, for random forests.
func TestTreeAgainstDenseSolve(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 50 {
		n := 1 + r.Intn(60)
		m := tree{parent: make([]int32, n), a: make([]float64, n), b: make([]float64, n), d: make([]float64, n), rhs: make([]float64, n)}
		dense := mat.NewDense(n, n, nil)
		rhs, v, bare := mat.NewVecDense(n, nil), make([]float64, n), make([]bool, n)
		row := r.Perm(n)
		for k, i := range row {
			m.parent[i] = -1
			if up := r.Intn(k + 1); up > 0 {
				m.parent[i] = int32(row[up-1])
			}
			bare[i] = m.parent[i] >= 0 && i%3 == 0
		}
		for i, p := range m.parent { // some roots, too, where the tree has more than ends
			if p >= 0 && m.parent[p] < 0 && !bare[i] && i%2 == 0 {
				bare[p] = true
			}
		}
		for i := range n {
			m.d[i] = 0.1 + r.Float64()
			if m.rhs[i] = r.NormFloat64(); bare[i] {
				m.d[i], m.rhs[i] = 0, 0
			}
			rhs.SetVec(i, m.rhs[i])
			v[i] = r.NormFloat64()
			dense.Set(i, i, m.d[i])
		}
		for i := range n {
			if p := int(m.parent[i]); p >= 0 {
				m.a[i], m.b[i] = -r.Float64(), -r.Float64()
				rhs.SetVec(i, rhs.AtVec(i)-m.b[i]*(v[p]-v[i]))
				rhs.SetVec(p, rhs.AtVec(p)+m.a[i]*(v[p]-v[i]))
				dense.Set(i, p, m.b[i])
				dense.Set(p, i, m.a[i])
				dense.Set(i, i, dense.At(i, i)-m.b[i])
				dense.Set(p, p, dense.At(p, p)-m.a[i])
			}
		}
		var x mat.VecDense
		if err := x.SolveVec(dense, rhs); err != nil {
			t.Fatal(err)
		}
		way := m.arrange(shard{0, n}, bare, nil)
		m.solve(v, &way)
		for i := range n {
			if math.Abs(m.rhs[i]-x.AtVec(i)) > 1e-12*(1+math.Abs(x.AtVec(i))) {
				t.Fatalf("node %d of %d: %g, want %g", i, n, m.rhs[i], x.AtVec(i))
			}
		}
	}
}

// TestTreeGoesLevelByLevel: the branches side by side, without bare leaves and bare
// roots of one child; a run ends where its rows, their parents or their level do.
func TestTreeGoesLevelByLevel(t *testing.T) {
	for _, c := range []struct {
		parent, bare string
		roots        []shard
		runs         []simd.Run
		ends         []simd.Run
	}{
		{"-0103-56", "10110101", []shard{{0, 1}, {6, 7}}, []simd.Run{{Row: 1, Parent: 0, N: 1, Levels: 1}, {Row: 3, Parent: 0, N: 1, Levels: 2}}, []simd.Run{{Row: 2, Parent: 1, N: 1, Levels: 1}, {Row: 7, Parent: 6, N: 1, Levels: 1}, {Row: 5, Parent: 6, N: 1, Levels: 1}}},
		{"---012345678", "000000000000", []shard{{0, 3}}, []simd.Run{{Row: 3, Parent: 0, N: 3, Levels: 3}}, nil},
		{"-001234", "0000000", []shard{{0, 1}}, []simd.Run{{Row: 1, Parent: 0, N: 1, Levels: 1}, {Row: 2, Parent: 0, N: 1, Levels: 1}, {Row: 3, Parent: 1, N: 2, Levels: 2}}, nil},
		{"678---345", "000000000", []shard{{3, 6}}, []simd.Run{{Row: 6, Parent: 3, N: 3, Levels: 1}, {Row: 0, Parent: 6, N: 3, Levels: 1}}, nil},
	} {
		var m tree
		var bare []bool
		for i := range c.parent {
			m.parent = append(m.parent, int32(strings.IndexByte("0123456789", c.parent[i])))
			bare = append(bare, c.bare[i] == '1')
		}
		way := m.arrange(shard{0, len(bare)}, bare, nil)
		if !slices.Equal(way.roots, c.roots) || !slices.Equal(way.parts[0].runs, c.runs) || !slices.Equal(way.bare, c.ends) {
			t.Errorf("%s: roots %v, runs %v, bare %v; want %v, %v, %v", c.parent, way.roots, way.parts, way.bare, c.roots, c.runs, c.ends)
		}
	}
}

// TestLongSectionsInPieces solves the matrix of cells with long sections with
// these cut into pieces and without.
func TestLongSectionsInPieces(t *testing.T) {
	for _, nseg := range []int{64, 65, 80, 81, 97, 150, 1001} {
		m := section.New()
		soma, axon, dend := m.NewSection("soma"), m.NewSection("axon"), m.NewSection("dend")
		for _, err := range []error{axon.SetNseg(nseg), axon.Connect(soma, 1, 0), dend.SetNseg(nseg + 16), dend.Connect(axon, 1, 1),
			m.NewSection("").Connect(dend, 0, 0), m.NewSection("cable").SetNseg(nseg)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, x := range m.Sections() { // 10 um long and 1 um thick segments, as models have
			for _, err := range []error{x.SetL(10 * float64(x.Nseg())), x.Set("diam", 1)} {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := m.Prepare(); err != nil {
			t.Fatal(err)
		}
		if len(m.Weaves()) != 3 {
			t.Fatalf("nseg %d: %d sections are cut into pieces", nseg, len(m.Weaves()))
		}
		r := rand.New(rand.NewSource(int64(nseg)))
		n := m.Nodes.Len()
		random := func() []float64 {
			x := make([]float64, n)
			for i := range x {
				x[i] = r.Float64()
			}
			return x
		}
		a, b, d, rhs, v := m.Nodes.Column(mechanism.NodeA), m.Nodes.Column(mechanism.NodeB), random(), random(), random()
		solution := func(weaves []section.Weave) []float64 {
			x := tree{m.Parent(), a, b, slices.Clone(d), slices.Clone(rhs)}
			cut := 0
			for i, first := range m.Groups() {
				last := append(m.Groups(), int32(n))[i+1]
				var here []section.Weave
				for _, w := range weaves {
					if w.Row >= int(first) && w.Row < int(last) {
						here = append(here, w)
					}
				}
				way := x.arrange(shard{int(first), int(last)}, make([]bool, n), here)
				shareFills([]path{way})
				cut += len(way.parts) - 1
				x.solve(v, &way)
			}
			if cut != len(weaves) {
				t.Fatalf("nseg %d: %d sections are solved in pieces, want %d", nseg, cut, len(weaves))
			}
			return x.rhs
		}
		want := solution(nil)
		for i, x := range solution(m.Weaves()) {
			if math.Abs(x-want[i]) > 1e-12*(1+math.Abs(want[i])) {
				t.Fatalf("nseg %d: row %d: %g, in one piece %g", nseg, i, x, want[i])
			}
		}
	}
}
