package kernel

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"
)

// run binds the program to columns and makes one pass.
func run(p *Program, columns [][]float64, externals []External, globals []float64, tables ...*Table) {
	env := [NumEnv]float64{T: 1, Dt: 0.025, Celsius: 6.3}
	before := make([][]float64, len(columns))
	for c := range columns {
		before[c] = slices.Clone(columns[c])
	}
	bind := Binding{Rows: len(columns[0]), Columns: columns, Externals: externals, Globals: slices.Clone(globals), Tables: tables}
	p.Bind(bind).Run(&env)
	if externals != nil || bind.Rows <= fewRows {
		copy(globals, bind.Globals)
		return
	}
	// The same again with a few at a time, each as a number of its own.
	for lo := 0; lo < len(columns[0]); lo += bind.Rows {
		bind.Rows, bind.Globals = min(fewRows, len(columns[0])-lo), slices.Clone(globals)
		for c := range columns {
			bind.Columns = slices.Replace(slices.Clone(bind.Columns), c, c+1, before[c][lo:lo+bind.Rows])
		}
		k := p.Bind(bind)
		k.Run(&env)
		if k.variant().singles == nil {
			panic("few instances run in blocks")
		}
		for c, x := range bind.Columns {
			for i := range x {
				if want := columns[c][lo+i]; x[i] != want && x[i] == x[i] || math.Signbit(x[i]) != math.Signbit(want) && want == want {
					panic(fmt.Sprintf("column %d row %d: %g by itself, %g in a block\n%s", c, lo+i, x[i], want, p))
				}
			}
		}
	}
	copy(globals, bind.Globals) // what the last instance left
}

func sequence(n int, f func(i int) float64) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = f(i)
	}
	return x
}

func TestStoreSeesTheOldContentOfOtherColumns(t *testing.T) {
	b := NewBuilder(0, 0)
	x, y := b.Column(0), b.Column(1)
	b.Store(0, b.Add(x, y))
	b.Store(1, b.Sub(x, y)) // the old x
	p := b.Build()
	const n = 300
	xs, ys := sequence(n, func(i int) float64 { return float64(i) }), sequence(n, func(i int) float64 { return 2 })
	run(p, [][]float64{xs, ys}, nil, nil)
	for i := range n {
		if xs[i] != float64(i)+2 || ys[i] != float64(i)-2 {
			t.Fatalf("row %d: %g %g\n%s", i, xs[i], ys[i], p)
		}
	}
}

// TestColumnsThatAreExchanged: what is stored is the content from before, also
// where it goes to another column, table or result as it is.
func TestColumnsThatAreExchanged(t *testing.T) {
	b := NewBuilder(1, 0)
	x, y := b.Column(0), b.Column(1)
	b.Store(0, y)
	b.Store(1, x)
	b.Store(2, b.Add(x, b.Const(1)))
	b.ExternalStore(0, 0, x)
	b.SetGlobal(0, b.Column(2))
	b.Result(y)
	p := b.Build()
	const n = 300
	cols := [][]float64{sequence(n, func(i int) float64 { return float64(i) }), sequence(n, func(i int) float64 { return -float64(i) }), sequence(n, func(int) float64 { return 5 })}
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(n - 1 - i)
	}
	out := [][]float64{make([]float64, n)}
	globals := []float64{0}
	k := p.Bind(Binding{Rows: n, Columns: cols, Externals: []External{NewExternal(out, rows)}, Globals: globals})
	k.Run(&[NumEnv]float64{})
	for i := range n {
		if x := float64(i); cols[0][i] != -x || cols[1][i] != x || cols[2][i] != x+1 || out[0][n-1-i] != x {
			t.Fatalf("row %d: %g %g %g %g\n%s", i, cols[0][i], cols[1][i], cols[2][i], out[0][n-1-i], p)
		}
	}
	if got := k.Call(&[NumEnv]float64{}, 7)[0]; globals[0] != 8 || got != 7 {
		t.Errorf("global %g, result %g", globals[0], got)
	}
}

func TestExternalTablesAreReadAndAccumulatedInOrder(t *testing.T) {
	for _, index := range [][]int32{{2, 3, 4}, {4, 0, 4}} {
		b := NewBuilder(0, 0)
		v := b.External(0, 0)
		b.Store(0, b.Mul(v, b.Const(2)))
		b.ExternalAdd(0, 1, v)
		b.ExternalSub(0, 2, b.Const(1))
		p := b.Build()
		node := [][]float64{{10, 11, 12, 13, 14}, make([]float64, 5), make([]float64, 5)}
		out := make([]float64, 3)
		run(p, [][]float64{out}, []External{NewExternal(node, index)}, nil)
		want1, want2 := make([]float64, 5), make([]float64, 5)
		for i, r := range index {
			if out[i] != 2*node[0][r] {
				t.Errorf("index %v: out[%d] = %g", index, i, out[i])
			}
			want1[r] += node[0][r]
			want2[r]--
		}
		for r := range 5 {
			if node[1][r] != want1[r] || node[2][r] != want2[r] {
				t.Errorf("index %v: row %d: %g %g, want %g %g", index, r, node[1][r], node[2][r], want1[r], want2[r])
			}
		}
	}
}

// TestGapsBetweenRowsInPlace: columns of another table are used in place between
// gaps, in passes over all rows, some, and one.
func TestGapsBetweenRowsInPlace(t *testing.T) {
	b := NewBuilder(1, 0)
	v := b.External(0, 0)
	b.ExternalAdd(0, 1, b.Add(v, b.Column(0)))
	b.ExternalAdd(1, 0, v)
	b.SetGlobal(0, v)
	b.Result(b.Mul(v, b.Const(2)))
	p := b.Build()
	const n, rows = 700, 1200
	first, second := make([]int32, n), make([]int32, n)
	for i := range first {
		first[i], second[i] = int32(i+50*(i/150)), int32(i+30*(i/333)+(i/699))
	}
	own := sequence(n, func(i int) float64 { return float64(i) / 8 })
	node := [][]float64{sequence(rows, func(i int) float64 { return float64(i) }), make([]float64, rows)}
	ion := [][]float64{make([]float64, rows)}
	globals := []float64{0}
	externals := []External{NewExternal(node, first), NewExternal(ion, second)}
	if !externals[0].InPlace || !externals[1].InPlace {
		t.Fatal("the columns are gathered")
	}
	k := p.Bind(Binding{Rows: n, Columns: [][]float64{own}, Externals: externals, Globals: globals})
	var env [NumEnv]float64
	want, wantIon := make([]float64, rows), make([]float64, rows)
	for _, part := range [][2]int{{0, n}, {160, 170}, {100, 400}, {299, 700}, {0, 1}} {
		k.RunRows(&env, part[0], part[1])
		k.SetGlobals()
		for i := part[0]; i < part[1]; i++ {
			want[first[i]] += float64(first[i]) + own[i]
			wantIon[second[i]] += float64(first[i])
		}
		if last := float64(first[part[1]-1]); globals[0] != last {
			t.Errorf("rows %v: global %g, want %g", part, globals[0], last)
		}
	}
	if got := k.Call(&env, 500)[0]; got != 2*float64(first[500]) {
		t.Errorf("result %g, want %g", got, 2*float64(first[500]))
	}
	want[first[500]] += float64(first[500]) + own[500]
	wantIon[second[500]] += float64(first[500])
	for r := range rows {
		if node[1][r] != want[r] || ion[0][r] != wantIon[r] {
			t.Fatalf("row %d: %g and %g, want %g and %g", r, node[1][r], ion[0][r], want[r], wantIon[r])
		}
	}
}

func TestGlobalHoldsWhatTheLastInstanceLeft(t *testing.T) {
	b := NewBuilder(2, 0)
	g := b.Global(0)
	x := b.Add(b.Column(0), g) // every instance sees the value from before the pass
	b.Store(0, x)
	b.SetGlobal(0, x)
	b.SetGlobal(1, b.Mul(g, b.Const(3)))
	const n = 1000
	xs := sequence(n, func(i int) float64 { return float64(i) })
	globals := []float64{100, 0}
	run(b.Build(), [][]float64{xs}, nil, globals)
	if globals[0] != 1099 || globals[1] != 300 || xs[500] != 600 {
		t.Errorf("globals %v, xs[500] = %g", globals, xs[500])
	}
}

// TestGlobalsOfWhatIsStored: what is computed for the last instance alone comes
// from the contents before the stores, too.
func TestGlobalsOfWhatIsStored(t *testing.T) {
	b := NewBuilder(3, 0)
	x, v := b.Column(0), b.External(0, 0)
	b.Store(0, b.Add(x, b.Const(1)))
	b.ExternalAdd(0, 0, b.Const(5))
	b.ExternalStore(0, 1, v)
	b.SetGlobal(0, b.Mul(b.Exp(x), b.Const(2)))
	b.SetGlobal(1, b.Mul(v, b.Const(3)))
	b.SetGlobal(2, v)
	p := b.Build()
	for _, n := range []int{1, 3, 40, 1000} {
		for _, spacing := range []int{1, 2} {
			xs, node := sequence(n, func(i int) float64 { return 0.001 * float64(i) }), [][]float64{make([]float64, 2*n), make([]float64, 2*n)}
			index := make([]int32, n)
			for i := range index {
				index[i] = int32(spacing * i)
				node[0][index[i]] = float64(i)
			}
			globals := make([]float64, 3)
			k := p.Bind(Binding{Rows: n, Columns: [][]float64{xs}, Externals: []External{NewExternal(node, index)}, Globals: globals})
			last := float64(n - 1)
			for pass := range 2 {
				k.Run(&[NumEnv]float64{})
				old := last + 5*float64(pass)
				if want := 2 * math.Exp(0.001*last+float64(pass)); math.Abs(globals[0]-want) > 1e-12*want || globals[1] != 3*old || globals[2] != old || node[1][index[n-1]] != old {
					t.Errorf("%d instances, pass %d: %v, want %v\n%s", n, pass, globals, []float64{want, 3 * old, old}, p)
				}
			}
		}
	}
}

// A mechanism may have got global variables after a program of it was made, which
// then knows nothing of them.
func TestGlobalsOfLater(t *testing.T) {
	b := NewBuilder(1, 1)
	sum := b.Const(0)
	for i := range 9 {
		sum = b.Add(b.Mul(sum, b.Const(float64(i+2))), b.Add(b.Arg(0), b.Global(0)))
	}
	b.Store(0, b.Add(b.Column(0), sum))
	p := b.Build()
	for _, n := range []int{1, 40} {
		numbers := func(globals ...float64) []float64 {
			xs := make([]float64, n)
			p.Bind(Binding{Rows: n, Columns: [][]float64{xs}, Globals: globals}).Run(&[NumEnv]float64{})
			return xs
		}
		later := make([]float64, 200)
		for i := range later {
			later[i] = 1e6 + float64(i)
		}
		if got, want := numbers(append([]float64{0.5}, later...)...), numbers(0.5); !slices.Equal(got, want) {
			t.Errorf("%d instances: %v with other global variables, %v without", n, got[0], want[0])
		}
	}
}

func TestWhileRunsUntilEveryInstanceIsThrough(t *testing.T) {
	// Newton's iteration for the square root, each row to its own accuracy.
	b := NewBuilder(0, 0)
	a := b.Column(0)
	x, going := b.NewVar(a), b.NewVar(b.Const(1))
	b.While(func() Value { return b.Get(going) }, func(c Value) {
		old := b.Get(x)
		next := b.Mul(b.Const(0.5), b.Add(old, b.Div(a, old)))
		b.Set(x, b.Select(c, next, old))
		diff, _ := b.Call("fabs", b.Sub(next, old))
		b.Set(going, b.And(c, b.Less(b.Const(1e-12), b.Div(diff, next))))
	}, nil)
	b.Store(1, b.Get(x))
	p := b.Build()
	const n = 777
	as, out := sequence(n, func(i int) float64 { return 0.5 + float64(i*i) }), make([]float64, n)
	run(p, [][]float64{as, out}, nil, nil)
	for i := range n {
		if math.Abs(out[i]-math.Sqrt(as[i])) > 1e-12*out[i] {
			t.Fatalf("row %d: %g, want %g\n%s", i, out[i], math.Sqrt(as[i]), p)
		}
	}
}

func TestUniformIfTakesOneBranch(t *testing.T) {
	build := func() *Program {
		b := NewBuilder(1, 0)
		x := b.Declare()
		v := b.Column(0)
		tab := b.NewTable()
		b.If(b.Global(0), func() {
			i, theta := b.TablePlace(tab, v)
			b.Set(x, b.TableRead(tab, 1, i, theta))
		}, func() {
			b.Set(x, b.Exp(v))
		})
		b.Store(1, b.Get(x))
		return b.Build()
	}
	table := &Table{From: 0, PerStep: 1, Last: 2, Outputs: 2, Values: []float64{0, 5, 0, 6, 0, 8, 0, 8}}
	v := []float64{0.5, 1.5, 7}
	out := make([]float64, 3)
	run(build(), [][]float64{v, out}, nil, []float64{1}, table)
	if out[0] != 5.5 || out[1] != 7 || out[2] != 8 {
		t.Errorf("with the table: %v", out)
	}
	run(build(), [][]float64{v, out}, nil, []float64{0}, table)
	if math.Abs(out[0]-math.Exp(0.5)) > 1e-15 {
		t.Errorf("without the table: %v", out)
	}
}

func TestCallGivesResults(t *testing.T) {
	b := NewBuilder(0, 2)
	b.Result(b.Sub(b.Arg(0), b.Arg(1)))
	b.Result(b.Mul(b.Column(0), b.Arg(1)))
	k := b.Build().Bind(Binding{Rows: 3, Columns: [][]float64{{1, 2, 3}}})
	var env [NumEnv]float64
	if got := k.Call(&env, 2, 10, 4); got[0] != 6 || got[1] != 12 {
		t.Errorf("got %v", got)
	}
}

// TestRandomPrograms compares the block machine with the same operations done
// number by number.
func TestRandomPrograms(t *testing.T) {
	const columns, rows = 4, 2*Block + 17
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		data := make([][]float64, columns)
		for c := range data {
			data[c] = sequence(rows, func(int) float64 { return r.NormFloat64() })
		}
		b := NewBuilder(0, 0)
		b.exact = true
		env := [NumEnv]float64{T: 1, Dt: 0.025, Celsius: 6.3}
		type pair struct {
			v Value
			x []float64
		}
		var pool []pair
		for c := range columns {
			pool = append(pool, pair{b.Column(c), append([]float64{}, data[c]...)})
		}
		for i := range NumEnv {
			pool = append(pool, pair{b.Env(i), sequence(rows, func(int) float64 { return env[i] })})
		}
		pool = append(pool, pair{b.Const(2), sequence(rows, func(int) float64 { return 2 })})
		ops := []opcode{opAdd, opSub, opMul, opDiv, opLess, opLessEq, opEqual, opNotEqual, opAnd, opOr, opNot, opNeg, opAbs, opSelect, opFunc1, opFunc2}
		for range 40 {
			op := ops[r.Intn(len(ops))]
			args := []pair{pool[r.Intn(len(pool))], pool[r.Intn(len(pool))], pool[r.Intn(len(pool))]}
			n := int32(0)
			count := 2
			switch op {
			case opNot, opNeg, opAbs:
				count = 1
			case opFunc1:
				count, n = 1, int32(r.Intn(len(funcs1)))
			case opFunc2:
				n = int32(r.Intn(len(funcs2)))
			case opSelect:
				count = 3
			}
			var vs []Value
			for _, a := range args[:count] {
				vs = append(vs, a.v)
			}
			x := sequence(rows, func(i int) float64 {
				y, z := 0.0, 0.0
				if count > 1 {
					y = args[1].x[i]
				}
				if count > 2 {
					z = args[2].x[i]
				}
				return scalarOp(op, n, [5]float64{args[0].x[i], y, z})
			})
			pool = append(pool, pair{b.emit(op, n, vs...), x})
		}
		want := make([][]float64, columns)
		for c := range columns {
			last := pool[len(pool)-1-r.Intn(20)]
			b.Store(c, last.v)
			want[c] = last.x
		}
		p := b.Build()
		run(p, data, nil, nil)
		for c := range columns {
			for i := range rows {
				if g, w := data[c][i], want[c][i]; g != w && !(math.IsNaN(g) && math.IsNaN(w)) {
					t.Fatalf("seed %d column %d row %d: %g, want %g\n%s", seed, c, i, g, w, p)
				}
			}
		}
	}
}

// abs is that of C: NEURON's text of a .mod file calls it with a double, which
// it takes for an int.
func TestIntegerAbs(t *testing.T) {
	for x, want := range map[float64]float64{-1.7: 1, 1.7: 1, -0.5: 0, 3: 3} {
		if got := IntegerAbs(x); got != want {
			t.Errorf("abs(%g) = %g, want %g", x, got, want)
		}
	}
}
