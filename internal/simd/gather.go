package simd

// These have no assembly: vector instructions that gather or scatter are no
// faster than single moves on most processors, and the plain loops check the
// indices.

// Gather sets dst[i] = src[index[i]].
func Gather(dst, src []float64, index []int32) {
	index = index[:len(dst)]
	for i := range dst {
		dst[i] = src[index[i]]
	}
}

// Scatter sets dst[index[i]] = a[i], in order, so the last of equal indices holds.
func Scatter(dst []float64, index []int32, a []float64) {
	index = index[:len(a)]
	for i, x := range a {
		dst[index[i]] = x
	}
}

// ScatterAdd adds a[i] to dst[index[i]], in order; indices may repeat.
func ScatterAdd(dst []float64, index []int32, a []float64) {
	index = index[:len(a)]
	for i, x := range a {
		dst[index[i]] += x
	}
}

// ScatterSub subtracts a[i] from dst[index[i]], in order; indices may repeat.
func ScatterSub(dst []float64, index []int32, a []float64) {
	index = index[:len(a)]
	for i, x := range a {
		dst[index[i]] -= x
	}
}
