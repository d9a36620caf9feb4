package simd

// tableIndexGo prepares the linear interpolation of equally spaced values: for
// u = (x[i]-from)*perStep it sets index[i] to floor(u), held within 0 to last,
// and theta[i] to the fraction within the interval (0 where it was held). A NaN
// gives index 0 and theta NaN.
func tableIndexGo(index, theta, x []float64, from, perStep, last float64) {
	theta, x = theta[:len(index)], x[:len(index)]
	for i := range index {
		u := float64(perStep * (x[i] - from))
		switch {
		case u <= 0:
			index[i], theta[i] = 0, 0
		case u >= last:
			index[i], theta[i] = last, 0
		case u != u:
			index[i], theta[i] = 0, u
		default:
			k := float64(int32(u))
			index[i], theta[i] = k, u-k
		}
	}
}

// tableReadGo sets dst[i] to the linear interpolation of column col of the
// row-major table (stride columns a row) at the place that TableIndex found.
// The table needs one row more than the highest index.
func tableReadGo(dst, index, theta, table []float64, col, stride int) {
	index, theta = index[:len(dst)], theta[:len(dst)]
	for i := range dst {
		k := int(index[i])*stride + col
		a := table[k]
		dst[i] = a + float64(theta[i]*(table[k+stride]-a))
	}
}
