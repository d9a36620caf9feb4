package simd

import "math"

// The loops in Go. They define the operations; the assembly goes the same steps.

// fillGo sets dst[i] = x.
func fillGo(dst []float64, x float64) {
	for i := range dst {
		dst[i] = x
	}
}

// addGo sets dst[i] = a[i] + b[i].
func addGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] + b[i]
	}
}

// addSGo sets dst[i] = a[i] + s.
func addSGo(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] + s
	}
}

// subGo sets dst[i] = a[i] - b[i].
func subGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] - b[i]
	}
}

// subSGo sets dst[i] = a[i] - s.
func subSGo(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] - s
	}
}

// ssubGo sets dst[i] = s - a[i].
func ssubGo(dst []float64, s float64, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = s - a[i]
	}
}

// mulGo sets dst[i] = a[i] * b[i].
func mulGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * b[i]
	}
}

// mulSGo sets dst[i] = a[i] * s.
func mulSGo(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * s
	}
}

// divGo sets dst[i] = a[i] / b[i].
func divGo(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] / b[i]
	}
}

// divSGo sets dst[i] = a[i] / s.
func divSGo(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] / s
	}
}

// sdivGo sets dst[i] = s / a[i].
func sdivGo(dst []float64, s float64, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = s / a[i]
	}
}

// mul3Go sets dst[i] = (a[i] * b[i]) * c[i].
func mul3Go(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * b[i] * c[i]
	}
}

// mul4Go sets dst[i] = ((a[i] * b[i]) * c[i]) * d[i].
func mul4Go(dst, a, b, c, d []float64) {
	a, b, c, d = a[:len(dst)], b[:len(dst)], c[:len(dst)], d[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * b[i] * c[i] * d[i]
	}
}

// mul5Go sets dst[i] = (((a[i] * b[i]) * c[i]) * d[i]) * e[i].
func mul5Go(dst, a, b, c, d, e []float64) {
	a, b, c, d, e = a[:len(dst)], b[:len(dst)], c[:len(dst)], d[:len(dst)], e[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * b[i] * c[i] * d[i] * e[i]
	}
}

// sum3Go sets dst[i] = (a[i] + b[i]) + c[i].
func sum3Go(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = a[i] + b[i] + c[i]
	}
}

// ohmGo sets dst[i] = (v[i] - e[i]) * g[i] and adds it to sum[i], g[i] to slope[i].
func ohmGo(dst, sum, slope, v, e, g []float64) {
	sum, slope, v, e, g = sum[:len(dst)], slope[:len(dst)], v[:len(dst)], e[:len(dst)], g[:len(dst)]
	for i := range dst {
		x := float64((v[i] - e[i]) * g[i])
		slope[i] += g[i]
		sum[i] += x
		dst[i] = x
	}
}

// mulAddGo sets dst[i] = a[i]*b[i] + c[i], rounded twice.
func mulAddGo(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = float64(a[i]*b[i]) + c[i]
	}
}

// subMulGo sets dst[i] = (a[i] - b[i]) * c[i].
func subMulGo(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = (a[i] - b[i]) * c[i]
	}
}

// approachGo sets dst[i] = a[i] + (b[i]-a[i])*c[i], rounded at each step.
func approachGo(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		x := a[i]
		dst[i] = x + float64((b[i]-x)*c[i])
	}
}

// negGo sets dst[i] = -a[i].
func negGo(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = -a[i]
	}
}

// absGo sets dst[i] = |a[i]|.
func absGo(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = math.Abs(a[i])
	}
}

// moveGo sets dst[i] = a[i] + s*b[i] and dst2[i] = (k*c[i])*b[i], rounded at each step.
func moveGo(dst, dst2, a, b, c []float64, s, k float64) {
	dst2, a, b, c = dst2[:len(dst)], a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i, x := range b {
		dst[i], dst2[i] = a[i]+float64(s*x), k*c[i]*x
	}
}
