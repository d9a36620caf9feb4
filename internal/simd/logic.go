package simd

// Truth gives 1 for true and 0 for false, as the logic loops do. They take any
// number for a truth value: 0 is false, all else (a NaN, too) is true.
func Truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// lessGo tells in dst[i] whether a[i] < b[i].
func lessGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] < b[i])
	}
}

// lessEqGo tells in dst[i] whether a[i] <= b[i].
func lessEqGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] <= b[i])
	}
}

// equalGo tells in dst[i] whether a[i] = b[i].
func equalGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] == b[i])
	}
}

// notEqualGo tells in dst[i] whether a[i] ≠ b[i].
func notEqualGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] != b[i])
	}
}

// andGo tells in dst[i] whether a[i] and b[i] are true.
func andGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] != 0 && b[i] != 0)
	}
}

// orGo tells in dst[i] whether a[i] or b[i] is true.
func orGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] != 0 || b[i] != 0)
	}
}

// notGo tells in dst[i] whether a[i] is false.
func notGo(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = Truth(a[i] == 0)
	}
}

// chooseGo sets dst[i] = a[i] where c[i] is not 0, else b[i].
func chooseGo(dst, c, a, b []float64) {
	c, a, b = c[:len(dst)], a[:len(dst)], b[:len(dst)]
	for i := range dst {
		x := b[i]
		if c[i] != 0 {
			x = a[i]
		}
		dst[i] = x
	}
}

// anyGo reports whether an element is not 0.
func anyGo(a []float64) bool {
	for _, x := range a {
		if x != 0 {
			return true
		}
	}
	return false
}
