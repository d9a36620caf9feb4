package simd

// The loops in assembly take the numbers of a run as four of a list of int32.

func eliminateWide(a, b, d, rhs, v []float64, runs []Run) {
	if len(runs) > 0 {
		eliminateAVX512(&a[0], &b[0], &d[0], &rhs[0], &v[0], &runs[0].Row, len(runs))
	}
}

func substituteWide(b, d, rhs []float64, runs []Run) {
	if len(runs) > 0 {
		substituteAVX512(&b[0], &d[0], &rhs[0], &runs[0].Row, len(runs))
	}
}

func eliminateNarrow(a, b, d, rhs, v []float64, runs []Run) {
	if len(runs) > 0 {
		eliminateAVX2(&a[0], &b[0], &d[0], &rhs[0], &v[0], &runs[0].Row, len(runs))
	}
}

func substituteNarrow(b, d, rhs []float64, runs []Run) {
	if len(runs) > 0 {
		substituteAVX2(&b[0], &d[0], &rhs[0], &runs[0].Row, len(runs))
	}
}

func eliminateWeaveWide(a, b, d, rhs, v []float64, w *Weave) {
	eliminateWeaveAVX512(&a[0], &b[0], &d[0], &rhs[0], &v[0], &w.Fill[0], &w.A[0], w.Inside)
}

func substituteWeaveWide(b, d, rhs []float64, w *Weave) {
	substituteWeaveAVX512(&b[0], &d[0], &rhs[0], &w.Fill[0], &w.A[0], w.Inside)
}

func eliminateWeaveNarrow(a, b, d, rhs, v []float64, w *Weave) {
	eliminateWeaveAVX2(&a[0], &b[0], &d[0], &rhs[0], &v[0], &w.Fill[0], &w.A[0], w.Inside)
}

func substituteWeaveNarrow(b, d, rhs []float64, w *Weave) {
	substituteWeaveAVX2(&b[0], &d[0], &rhs[0], &w.Fill[0], &w.A[0], w.Inside)
}
