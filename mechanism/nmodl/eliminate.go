package nmodl

import (
	"maps"
	"slices"

	"github.com/gneuron/gneuron/mechanism/kernel"
)

// eliminate solves a sparse system of equations by Gaussian elimination, as
// operations of the kernel. The pivots are the diagonal elements, in an order
// that is chosen here from where the elements are, not from what they are; an
// element that is not in the matrix is zero.
func (p *pass) eliminate(elements [][2]int, a map[[2]int]kernel.Value, rhs []kernel.Value) []kernel.Value {
	n := len(rhs)
	o := minimumOrder(n, elements)
	if o.work > maxUnrolledWork {
		values := make([]kernel.Value, len(elements))
		for i, e := range elements {
			values[i] = a[e]
		}
		return p.SolveLinear(elements, values, rhs)
	}
	zero := p.Const(0)
	at := func(row, col int) kernel.Value {
		if x, ok := a[[2]int{row, col}]; ok {
			return x
		}
		return zero
	}
	a = maps.Clone(a)
	less := func(x, factor, y kernel.Value) kernel.Value {
		switch {
		case p.isZero(factor) || p.isZero(y):
			return x
		case p.isZero(x):
			return p.Neg(p.Mul(factor, y))
		}
		return p.Sub(x, p.Mul(y, factor))
	}
	b := slices.Clone(rhs)
	for i, pivot := range o.pivots {
		for _, row := range o.below[i] {
			if p.isZero(at(row, pivot)) {
				continue
			}
			factor := p.Div(at(row, pivot), at(pivot, pivot))
			b[row] = less(b[row], factor, b[pivot])
			for _, col := range o.right[i] {
				a[[2]int{row, col}] = less(at(row, col), factor, at(pivot, col))
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		row := o.pivots[i]
		for _, col := range o.right[i] {
			b[row] = less(b[row], at(row, col), b[col])
		}
		b[row] = p.Div(b[row], at(row, row))
	}
	return b
}

// maxUnrolledWork limits the multiplications of an elimination that becomes
// single operations.
const maxUnrolledWork = 25000

// elimination is an order of pivots and what each step works on.
type elimination struct {
	pivots       []int
	below, right [][]int // rows and columns of each step, in the order of the pivots
	work         int     // multiplications
}

// minimumOrder takes as the next pivot the row with the fewest elements left.
// Rows with as many are taken as NEURON takes them: the one whose number of
// elements changed last comes first.
func minimumOrder(n int, elements [][2]int) elimination {
	has := make([]map[int]bool, n)
	for i := range has {
		has[i] = map[int]bool{i: true}
	}
	for _, e := range elements {
		has[e[0]][e[1]] = true
	}
	var queue []int // rows by number of elements
	count := make([]int, n)
	insert := func(row int) {
		at := slices.IndexFunc(queue, func(r int) bool { return count[r] >= count[row] })
		if at < 0 {
			at = len(queue)
		}
		queue = slices.Insert(queue, at, row)
	}
	change := func(row, by int) {
		at := slices.Index(queue, row)
		queue = slices.Delete(queue, at, at+1)
		count[row] += by
		insert(row)
	}
	order := make([]int, n)
	for row := range n {
		order[row] = row
		count[row] = len(has[row])
		insert(row)
	}
	var o elimination
	for i := range n {
		pivot := queue[0]
		at := slices.Index(order, pivot)
		order = slices.Insert(slices.Delete(order, at, at+1), i, pivot)
		var below, right []int
		for _, x := range order[i+1:] {
			if has[x][pivot] {
				below = append(below, x)
			}
			if has[pivot][x] {
				right = append(right, x)
			}
		}
		for _, row := range below {
			for _, col := range right {
				if !has[row][col] {
					has[row][col] = true
					change(row, 1)
				}
			}
			change(row, -1)
			o.work += len(right) + 1
		}
		done := slices.Index(queue, pivot)
		queue = slices.Delete(queue, done, done+1)
		o.below, o.right = append(o.below, below), append(o.right, right)
	}
	o.pivots = order
	// Columns have the final order of the pivots.
	place := make([]int, n)
	for i, row := range order {
		place[row] = i
	}
	for i := range n {
		slices.SortFunc(o.below[i], func(a, b int) int { return place[a] - place[b] })
		slices.SortFunc(o.right[i], func(a, b int) int { return place[a] - place[b] })
		o.work += len(o.right[i]) + 1
	}
	return o
}
