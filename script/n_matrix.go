package script

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
	"gonum.org/v1/gonum/mat"
)

// maxMatrix bounds the number of elements of a Matrix.
const maxMatrix = 1 << 26

// matrix is n.Matrix: numbers in rows and columns. NEURON's sparse type (2) is
// stored like any other; it only differs in what the methods of sparse
// matrices tell.
type matrix struct {
	n      *neuron
	a      *mat.Dense
	r, c   int
	sparse bool
}

func (n *neuron) newMatrix(rows, cols int) *matrix {
	if rows < 0 || cols < 0 || rows > 0 && cols > maxMatrix/rows {
		n.throw(fault.New(fault.Range, "a Matrix of %d x %d elements: the size must be from 0 to %d elements", rows, cols, maxMatrix))
	}
	m := &matrix{n: n, r: rows, c: cols}
	if rows > 0 && cols > 0 {
		m.a = mat.NewDense(rows, cols, nil)
	} else {
		m.a = &mat.Dense{}
	}
	return m
}

func (n *neuron) matrixOf(a *mat.Dense) *matrix {
	r, c := a.Dims()
	return &matrix{n: n, a: a, r: r, c: c}
}

// Inspect shows the size and the elements, of a large matrix those at the top left.
func (m *matrix) Inspect() string {
	const rows, columns = 20, 8
	var b strings.Builder
	fmt.Fprintf(&b, "Matrix %d x %d", m.r, m.c)
	for i := range min(m.r, rows) {
		b.WriteByte('\n')
		for j := range min(m.c, columns) {
			fmt.Fprintf(&b, " %-8.3g", m.a.At(i, j))
		}
		if m.c > columns {
			b.WriteString(" ...")
		}
	}
	if m.r > rows {
		b.WriteString("\n ...")
	}
	return b.String()
}

func (m *matrix) text(element, end string) string {
	var b strings.Builder
	for i := range m.r {
		for j := range m.c {
			fmt.Fprintf(&b, element, m.a.At(i, j))
		}
		b.WriteString(end)
	}
	return b.String()
}

// place takes two arguments of a call as row and column.
func (m *matrix) place(call goja.FunctionCall, k int) (i, j int) {
	i = m.n.integer(call.Argument(k), func() string { return "the row of a Matrix" })
	j = m.n.integer(call.Argument(k+1), func() string { return "the column of a Matrix" })
	m.inside(i, m.r, "row")
	m.inside(j, m.c, "column")
	return i, j
}

func (m *matrix) inside(i, size int, what string) {
	if i < 0 || i >= size {
		m.n.throw(fault.Outside("the "+what+" of a Matrix", float64(i), 0, float64(size-1)))
	}
}

// square throws unless the matrix has as many rows as columns.
func (m *matrix) square(what string) {
	if m.r != m.c || m.r == 0 {
		m.n.throw(fault.New(fault.Range, "Matrix.%s needs a square matrix, not %d x %d", what, m.r, m.c))
	}
}

// matrixRow is m.x[i].
type matrixRow struct {
	m *matrix
	i int
}

func (r *matrixRow) Len() int { return r.m.c }
func (r *matrixRow) Get(j int) goja.Value {
	r.m.inside(j, r.m.c, "column")
	return r.m.n.vm.ToValue(r.m.a.At(r.i, j))
}
func (r *matrixRow) Set(j int, v goja.Value) bool {
	r.m.inside(j, r.m.c, "column")
	r.m.a.Set(r.i, j, r.m.n.number(v, func() string { return "an element of a Matrix" }))
	return true
}
func (r *matrixRow) SetLen(int) bool { return false }

// matrixRows is m.x.
type matrixRows struct{ m *matrix }

func (r *matrixRows) Len() int { return r.m.r }
func (r *matrixRows) Get(i int) goja.Value {
	r.m.inside(i, r.m.r, "row")
	return r.m.n.vm.NewDynamicArray(&matrixRow{r.m, i})
}
func (r *matrixRows) Set(int, goja.Value) bool { return false }
func (r *matrixRows) SetLen(int) bool          { return false }

func (n *neuron) addMatrix() {
	vm := n.vm
	c := newObjectClass[*matrix](n.host, "Matrix")
	object := func(m *matrix) *goja.Object { return wrapObject(n.host, c, m) }
	method := func(name string, f func(m *matrix, call goja.FunctionCall) goja.Value) {
		c.method(name, f)
	}
	number := func(call goja.FunctionCall, i int, what string) float64 {
		return n.argument(call, i, "argument "+fmt.Sprint(i+1)+" of Matrix."+what)
	}
	other := func(call goja.FunctionCall, i int, what string) *matrix {
		m, ok := c.self(call.Argument(i))
		if !ok {
			n.throw(fault.New(fault.Type, "Matrix.%s needs a Matrix, not %s", what, n.show(call.Argument(i))))
		}
		return m
	}
	vectorArgument := func(call goja.FunctionCall, i, size int, what string) []float64 {
		xs, ok := n.rt.numbers(call.Argument(i), "Matrix."+what)
		if v := n.rt.toVector(call.Argument(i)); v != nil {
			xs, ok = v.Data(), true
		}
		if !ok {
			n.throw(fault.New(fault.Type, "Matrix.%s needs a Vector, not %s", what, n.show(call.Argument(i))))
		}
		if size >= 0 && len(xs) != size {
			n.throw(fault.New(fault.Range, "Matrix.%s: the Vector has %d elements, %d are needed", what, len(xs), size))
		}
		return xs
	}
	// giveVector puts a result into the Vector among the arguments from i on, or a new one.
	giveVector := func(call goja.FunctionCall, i int, xs []float64) goja.Value {
		for ; i < len(call.Arguments); i++ {
			if v := n.rt.toVector(call.Arguments[i]); v != nil {
				n.check(v.Resize(len(xs)))
				copy(v.Data(), xs)
				return call.Arguments[i]
			}
		}
		return n.rt.newVector(vector.Of(xs))
	}
	// giveMatrix puts a result into the Matrix that is argument i, or a new one.
	giveMatrix := func(call goja.FunctionCall, i int, a *mat.Dense) goja.Value {
		result := n.matrixOf(a)
		if out, ok := c.self(call.Argument(i)); ok {
			out.a, out.r, out.c = result.a, result.r, result.c
			return call.Argument(i)
		}
		return object(result)
	}
	method("nrow", func(m *matrix, _ goja.FunctionCall) goja.Value { return vm.ToValue(m.r) })
	method("ncol", func(m *matrix, _ goja.FunctionCall) goja.Value { return vm.ToValue(m.c) })
	c.property("x", func(m *matrix) goja.Value { return vm.NewDynamicArray(&matrixRows{m}) }, nil)
	method("getval", func(m *matrix, call goja.FunctionCall) goja.Value {
		i, j := m.place(call, 0)
		return vm.ToValue(m.a.At(i, j))
	})
	method("setval", func(m *matrix, call goja.FunctionCall) goja.Value {
		i, j := m.place(call, 0)
		m.a.Set(i, j, number(call, 2, "setval"))
		return vm.ToValue(m.a.At(i, j))
	})
	method("resize", func(m *matrix, call goja.FunctionCall) goja.Value {
		r := n.integer(call.Argument(0), func() string { return "the rows of Matrix.resize" })
		k := n.integer(call.Argument(1), func() string { return "the columns of Matrix.resize" })
		next := n.newMatrix(r, k)
		for i := range min(r, m.r) {
			for j := range min(k, m.c) {
				next.a.Set(i, j, m.a.At(i, j))
			}
		}
		m.a, m.r, m.c = next.a, r, k
		return call.This
	})
	method("c", func(m *matrix, _ goja.FunctionCall) goja.Value {
		out := n.newMatrix(m.r, m.c)
		if m.r*m.c > 0 {
			out.a.Copy(m.a)
		}
		out.sparse = m.sparse
		return object(out)
	})
	method("bcopy", func(m *matrix, call goja.FunctionCall) goja.Value {
		var k [6]int
		given := 0
		for given < 6 && given < len(call.Arguments) && goja.IsNumber(call.Arguments[given]) {
			k[given] = n.integer(call.Arguments[given], func() string { return "an argument of Matrix.bcopy" })
			given++
		}
		if given != 4 && given != 6 {
			n.throw(fault.New(fault.Type, "Matrix.bcopy takes i0, j0, rows, columns and perhaps i1, j1, not %d numbers", given))
		}
		if k[0] < 0 || k[1] < 0 || k[2] < 0 || k[3] < 0 || k[4] < 0 || k[5] < 0 || k[0]+k[2] > m.r || k[1]+k[3] > m.c {
			n.throw(fault.New(fault.Range, "Matrix.bcopy: the block of %d x %d at (%d, %d) is outside of the %d x %d matrix", k[2], k[3], k[0], k[1], m.r, m.c))
		}
		var out *matrix
		result := call.Argument(given)
		if to, ok := c.self(result); ok {
			out = to
		} else {
			out = n.newMatrix(k[4]+k[2], k[5]+k[3])
			result = object(out)
		}
		if k[4]+k[2] > out.r || k[5]+k[3] > out.c {
			n.throw(fault.New(fault.Range, "Matrix.bcopy: the block does not fit into the %d x %d matrix", out.r, out.c))
		}
		for i := range k[2] {
			for j := range k[3] {
				out.a.Set(k[4]+i, k[5]+j, m.a.At(k[0]+i, k[1]+j))
			}
		}
		return result
	})
	// In place, each gives the matrix itself.
	inPlace := func(name string, f func(m *matrix, call goja.FunctionCall)) {
		method(name, func(m *matrix, call goja.FunctionCall) goja.Value {
			f(m, call)
			return call.This
		})
	}
	fill := func(m *matrix, f func(i, j int) float64) {
		for i := range m.r {
			for j := range m.c {
				m.a.Set(i, j, f(i, j))
			}
		}
	}
	inPlace("zero", func(m *matrix, _ goja.FunctionCall) { fill(m, func(int, int) float64 { return 0 }) })
	inPlace("ident", func(m *matrix, _ goja.FunctionCall) {
		fill(m, func(i, j int) float64 {
			if i == j {
				return 1
			}
			return 0
		})
	})
	inPlace("muls", func(m *matrix, call goja.FunctionCall) {
		s := number(call, 0, "muls")
		fill(m, func(i, j int) float64 { return s * m.a.At(i, j) })
	})
	inPlace("add", func(m *matrix, call goja.FunctionCall) {
		b := other(call, 0, "add")
		if b.r != m.r || b.c != m.c {
			n.throw(fault.New(fault.Range, "Matrix.add: %d x %d and %d x %d do not fit", m.r, m.c, b.r, b.c))
		}
		fill(m, func(i, j int) float64 { return m.a.At(i, j) + b.a.At(i, j) })
	})
	// A row, column or diagonal, set to one number or to a Vector.
	line := func(name string, size func(m *matrix, k int) int, at func(m *matrix, k, i int) (int, int)) {
		inPlace("set"+name, func(m *matrix, call goja.FunctionCall) {
			k := n.integer(call.Argument(0), func() string { return "the index of Matrix.set" + name })
			count := size(m, k)
			var xs []float64
			if !goja.IsNumber(call.Argument(1)) {
				xs = vectorArgument(call, 1, -1, "set"+name)
				if len(xs) < count || name != "diag" && len(xs) != count {
					n.throw(fault.New(fault.Range, "Matrix.set%s: the Vector has %d elements, %d are needed", name, len(xs), count))
				}
			}
			for i := range count {
				r, j := at(m, k, i)
				if xs != nil {
					m.a.Set(r, j, xs[i])
				} else {
					m.a.Set(r, j, call.Argument(1).ToFloat())
				}
			}
		})
		method("get"+name, func(m *matrix, call goja.FunctionCall) goja.Value {
			k := n.integer(call.Argument(0), func() string { return "the index of Matrix.get" + name })
			xs := make([]float64, size(m, k))
			for i := range xs {
				r, j := at(m, k, i)
				xs[i] = m.a.At(r, j)
			}
			return giveVector(call, 1, xs)
		})
	}
	line("row", func(m *matrix, k int) int { m.inside(k, m.r, "row"); return m.c }, func(_ *matrix, k, i int) (int, int) { return k, i })
	line("col", func(m *matrix, k int) int { m.inside(k, m.c, "column"); return m.r }, func(_ *matrix, k, i int) (int, int) { return i, k })
	line("diag", func(m *matrix, k int) int { return max(0, min(m.r-max(-k, 0), m.c-max(k, 0))) },
		func(_ *matrix, k, i int) (int, int) { return i + max(-k, 0), i + max(k, 0) })
	method("mulv", func(m *matrix, call goja.FunctionCall) goja.Value {
		x := mat.NewVecDense(m.c, append([]float64{}, vectorArgument(call, 0, m.c, "mulv")...))
		y := mat.NewVecDense(m.r, nil)
		y.MulVec(m.a, x)
		return giveVector(call, 1, y.RawVector().Data)
	})
	method("mulm", func(m *matrix, call goja.FunctionCall) goja.Value {
		b := other(call, 0, "mulm")
		if m.c != b.r {
			n.throw(fault.New(fault.Range, "Matrix.mulm: %d x %d and %d x %d do not fit", m.r, m.c, b.r, b.c))
		}
		var out mat.Dense
		out.Mul(m.a, b.a)
		return giveMatrix(call, 1, &out)
	})
	method("transpose", func(m *matrix, call goja.FunctionCall) goja.Value {
		return giveMatrix(call, 0, mat.DenseCopyOf(m.a.T()))
	})
	singular := func(what string) {
		n.throw(fault.New(fault.Model, "Matrix.%s: the matrix is singular", what))
	}
	method("inverse", func(m *matrix, call goja.FunctionCall) goja.Value {
		m.square("inverse")
		var out mat.Dense
		if err := out.Inverse(m.a); err != nil && mat.Cond(m.a, 1) == math.Inf(1) {
			singular("inverse")
		}
		return giveMatrix(call, 0, &out)
	})
	method("solv", func(m *matrix, call goja.FunctionCall) goja.Value {
		m.square("solv")
		b := mat.NewVecDense(m.r, append([]float64{}, vectorArgument(call, 0, m.r, "solv")...))
		var x mat.VecDense
		if err := x.SolveVec(m.a, b); err != nil && mat.Cond(m.a, 1) == math.Inf(1) {
			singular("solv")
		}
		return giveVector(call, 1, x.RawVector().Data)
	})
	method("exp", func(m *matrix, call goja.FunctionCall) goja.Value {
		m.square("exp")
		var out mat.Dense
		out.Exp(m.a)
		return giveMatrix(call, 0, &out)
	})
	method("pow", func(m *matrix, call goja.FunctionCall) goja.Value {
		m.square("pow")
		k := n.integer(call.Argument(0), func() string { return "the power of Matrix.pow" })
		var out mat.Dense
		if k < 0 {
			n.throw(fault.New(fault.Range, "Matrix.pow(%d): the power must be 0 or greater", k))
		}
		out.Pow(m.a, k)
		return giveMatrix(call, 1, &out)
	})
	// det gives a mantissa and writes the exponent of ten into the reference.
	method("det", func(m *matrix, call goja.FunctionCall) goja.Value {
		m.square("det")
		_, sign := mat.LogDet(m.a)
		var lu mat.LU
		lu.Factorize(m.a)
		var u mat.TriDense
		lu.UTo(&u)
		mantissa, exponent := sign, 0.0
		for i := range m.r {
			mantissa *= math.Abs(u.At(i, i))
			if mantissa != 0 {
				e := math.Floor(math.Log10(math.Abs(mantissa)))
				mantissa /= math.Pow(10, e)
				exponent += e
			}
		}
		if mantissa == 0 {
			exponent = 0
		}
		if !absent(call.Argument(0)) {
			n.check(n.asRef(call.Argument(0), "the argument of Matrix.det").SetValue(exponent))
			return vm.ToValue(mantissa)
		}
		return vm.ToValue(mantissa * math.Pow(10, exponent))
	})
	method("symmeig", func(m *matrix, call goja.FunctionCall) goja.Value {
		m.square("symmeig")
		sym := mat.NewSymDense(m.r, nil)
		for i := range m.r {
			for j := i; j < m.r; j++ {
				sym.SetSym(i, j, m.a.At(i, j))
			}
		}
		var eig mat.EigenSym
		if !eig.Factorize(sym, true) {
			n.throw(fault.New(fault.Model, "Matrix.symmeig found no eigenvalues"))
		}
		if _, ok := c.self(call.Argument(0)); ok {
			var q mat.Dense
			eig.VectorsTo(&q)
			giveMatrix(call, 0, &q)
		}
		return n.rt.newVector(vector.Of(eig.Values(nil)))
	})
	// eigenvalues are those of any square matrix, hence complex; NEURON has only symmeig.
	method("eigenvalues", func(m *matrix, _ goja.FunctionCall) goja.Value {
		m.square("eigenvalues")
		for i := range m.r {
			for j := range m.c {
				if x := m.a.At(i, j); math.IsNaN(x) || math.IsInf(x, 0) {
					n.throw(fault.New(fault.Range, "Matrix.eigenvalues: the element in row %d, column %d is %g", i, j, x))
				}
			}
		}
		var eig mat.Eigen
		if !eig.Factorize(m.a, mat.EigenNone) {
			n.throw(fault.New(fault.Model, "Matrix.eigenvalues: the iteration did not converge"))
		}
		values := eig.Values(nil)
		slices.SortStableFunc(values, func(a, b complex128) int {
			return cmp.Or(cmp.Compare(real(b), real(a)), cmp.Compare(imag(b), imag(a)))
		})
		list := make([]any, len(values))
		for i, z := range values {
			list[i] = n.rt.record("re", real(z), "im", imag(z))
		}
		return vm.NewArray(list...)
	})
	method("svd", func(m *matrix, call goja.FunctionCall) goja.Value {
		var svd mat.SVD
		if m.r*m.c == 0 || !svd.Factorize(m.a, mat.SVDFull) {
			n.throw(fault.New(fault.Model, "Matrix.svd found no singular values"))
		}
		if len(call.Arguments) > 1 {
			var u, v mat.Dense
			svd.UTo(&u)
			svd.VTo(&v)
			giveMatrix(call, 0, mat.DenseCopyOf(u.T()))
			giveMatrix(call, 1, mat.DenseCopyOf(v.T()))
		}
		return n.rt.newVector(vector.Of(svd.Values(nil)))
	})
	method("to_vector", func(m *matrix, call goja.FunctionCall) goja.Value {
		xs := make([]float64, 0, m.r*m.c)
		for j := range m.c {
			for i := range m.r {
				xs = append(xs, m.a.At(i, j))
			}
		}
		return giveVector(call, 0, xs)
	})
	inPlace("from_vector", func(m *matrix, call goja.FunctionCall) {
		xs := vectorArgument(call, 0, m.r*m.c, "from_vector")
		for k, x := range xs {
			m.a.Set(k%m.r, k/m.r, x)
		}
	})
	method("printf", func(m *matrix, call goja.FunctionCall) goja.Value {
		element, end := " %-8.3g", "\n"
		if v := call.Argument(0); !absent(v) {
			element = v.String()
		}
		if v := call.Argument(1); !absent(v) {
			end = v.String()
		}
		fmt.Fprint(n.rt.Stdout(), m.text(element, end))
		return vm.ToValue(0)
	})
	method("sprowlen", func(m *matrix, call goja.FunctionCall) goja.Value {
		return vm.ToValue(len(m.entries(n.integer(call.Argument(0), func() string { return "the row of Matrix.sprowlen" }))))
	})
	method("spgetrowval", func(m *matrix, call goja.FunctionCall) goja.Value {
		row := n.integer(call.Argument(0), func() string { return "the row of Matrix.spgetrowval" })
		k := n.integer(call.Argument(1), func() string { return "the index of Matrix.spgetrowval" })
		at := m.entries(row)
		m.inside(k, len(at), "entry")
		n.check(n.asRef(call.Argument(2), "the third argument of Matrix.spgetrowval").SetValue(float64(at[k])))
		return vm.ToValue(m.a.At(row, at[k]))
	})
	method("toJSON", func(m *matrix, _ goja.FunctionCall) goja.Value {
		var rows []any
		for i := range m.r {
			rows = append(rows, vm.ToValue(mat.Row(nil, i, m.a)))
		}
		return vm.NewArray(rows...)
	})
	n.members["Matrix"] = n.constructor("Matrix", c.proto, func(args []goja.Value) *goja.Object {
		size := func(i int) int {
			if i >= len(args) || absent(args[i]) {
				return 0
			}
			return n.integer(args[i], func() string { return "the size of a Matrix" })
		}
		m := n.newMatrix(size(0), size(1))
		m.sparse = size(2) == 2
		return object(m)
	})
}

// entries are the columns of a row whose element is not 0.
func (m *matrix) entries(row int) []int {
	m.inside(row, m.r, "row")
	var at []int
	for j := range m.c {
		if m.a.At(row, j) != 0 {
			at = append(at, j)
		}
	}
	return at
}
