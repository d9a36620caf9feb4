package simd

// tableIndexGo prepares the linear interpolation of equally spaced values: for
// u = (x[i]-from)*perStep it sets index[i] to floor(u), held within 0 to last,
// and theta[i] to the fraction within the interval (0 where it was held). A NaN
// gives index 0 and theta NaN.
func tableIndexGo(index, theta, x []float64, from, perStep, last float64) {
	theta, x = theta[:len(index)], x[:len(index)]
	for i := range index {
		index[i], theta[i] = Place(x[i], from, perStep, last)
	}
}

// Place is TableIndex of one number.
func Place(x, from, perStep, last float64) (index, theta float64) {
	u := float64(perStep * (x - from))
	switch {
	case u <= 0:
		return 0, 0
	case u >= last:
		return last, 0
	case u != u:
		return 0, u
	}
	k := float64(int32(u))
	return k, u - k
}

// Between is the interpolation of a and b at theta, from 0 to 1.
func Between(a, b, theta float64) float64 { return a + float64(theta*(b-a)) }

// tableReadGo sets dst[i] to the linear interpolation of column col of the
// row-major table (stride columns a row) at the place that TableIndex found.
// The table needs one row more than the highest index.
func tableReadGo(dst, index, theta, table []float64, col, stride int) {
	index, theta = index[:len(dst)], theta[:len(dst)]
	for i := range dst {
		k := int(index[i])*stride + col
		dst[i] = Between(table[k], table[k+stride], theta[i])
	}
}

// tableFourGo sets a[i] to d[i] to the interpolations of columns 0 to 3 of the
// table at x[i].
func tableFourGo(a, b, c, d, x, table []float64, stride int, from, perStep, last float64) {
	b, c, d, x = b[:len(a)], c[:len(a)], d[:len(a)], x[:len(a)]
	for i := range a {
		index, theta := Place(x[i], from, perStep, last)
		k := int(index) * stride
		top, bottom := table[k:k+4:k+4], table[k+stride:k+stride+4:k+stride+4]
		a[i], b[i], c[i], d[i] = Between(top[0], bottom[0], theta), Between(top[1], bottom[1], theta), Between(top[2], bottom[2], theta), Between(top[3], bottom[3], theta)
	}
}

// tableTwoGo does it for columns 0 and 1.
func tableTwoGo(a, b, x, table []float64, stride int, from, perStep, last float64) {
	b, x = b[:len(a)], x[:len(a)]
	for i := range a {
		index, theta := Place(x[i], from, perStep, last)
		k := int(index) * stride
		a[i], b[i] = Between(table[k], table[k+stride], theta), Between(table[k+1], table[k+stride+1], theta)
	}
}
