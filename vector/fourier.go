package vector

import (
	"math"
	"math/cmplx"

	"github.com/gneuron/gneuron/fault"
	"gonum.org/v1/gonum/dsp/fourier"
)

// FFT makes the receiver the Fourier transform of src, of which the size is
// first filled up with zeros to a power of two, n. With
//
//	c_k = Σ_j src_j·exp(-2πi·jk/n)
//
// the result is, as in NEURON,
//
//	v_0 = Re c_0,  v_1 = Re c_{n/2},  v_{2k} = Re c_k,  v_{2k+1} = -Im c_k
//
// for 0 < k < n/2. The inverse takes that order and gives the samples times
// n/2: what was transformed to and fro has to be divided by n/2.
func (v *Vector) FFT(src *Vector, inverse bool) error {
	n, err := powerOfTwo(len(src.data))
	if err != nil {
		return err
	}
	xs := padded(src.data, n)
	if !inverse {
		c := fourier.NewFFT(n).Coefficients(nil, xs)
		out := make([]float64, n)
		out[0] = real(c[0])
		if n > 1 {
			out[1] = real(c[n/2])
		}
		for k := 1; k < n/2; k++ {
			out[2*k], out[2*k+1] = real(c[k]), -imag(c[k])
		}
		v.set(out)
		return nil
	}
	c := make([]complex128, n/2+1)
	for k := 1; k < n/2; k++ {
		c[k] = complex(xs[2*k], -xs[2*k+1])
	}
	if n > 1 {
		c[n/2] = complex(xs[1], 0)
	}
	c[0] = complex(xs[0], 0)
	v.set(synthesis(c, n, 2))
	return nil
}

// Correl makes the receiver the correlation of a and b, both filled up with
// zeros to the same power of two, n:
//
//	v_k = Σ_j a_{j+k}·b_j
//
// with indices modulo n, so that the negative lags -1, -2, ... stand at n-1,
// n-2, ... With a = b it is the autocorrelation.
func (v *Vector) Correl(a, b *Vector) error {
	n, err := powerOfTwo(max(len(a.data), len(b.data)))
	if err != nil {
		return err
	}
	fft := fourier.NewFFT(n)
	c := fft.Coefficients(nil, padded(a.data, n))
	for k, d := range fft.Coefficients(nil, padded(b.data, n)) {
		c[k] *= cmplx.Conj(d)
	}
	v.set(synthesis(c, n, float64(n)))
	return nil
}

// Convlv makes the receiver the convolution of src with a response in
// wrap-around order: the first half is the answer at the times 0, 1, 2, ..., the
// last elements are that at ..., -2, -1. Both are filled up with zeros to the
// same power of two, n, and wrap around:
//
//	v_k = Σ_j src_{k-j}·response_j
//
// As in NEURON the middle of a response with an even size is left out. With
// inverse it undoes the convolution instead: convolved with the response, the
// result is src. That is an error where the response has no part at a frequency.
func (v *Vector) Convlv(src, response *Vector, inverse bool) error {
	if len(response.data) == 0 {
		return fault.New(fault.Range, "Vector.convlv: the response has no elements")
	}
	n, err := powerOfTwo(max(len(src.data), len(response.data)))
	if err != nil {
		return err
	}
	out, err := convolve(src.data, response.data, n, inverse)
	if err != nil {
		return err
	}
	v.set(out)
	return nil
}

// Filter makes the receiver src after the filter that is given by its
// frequencies. As in NEURON the response, which is then convolved with src (see
// Convlv), is the spectrum of the filter in the order Re c_0 ... Re c_{n/2},
// Im c_{n/2-1} ... Im c_1, of which as many elements count as the filter has.
func (v *Vector) Filter(src, filter *Vector) error {
	m := len(filter.data)
	if m == 0 {
		return fault.New(fault.Range, "Vector.filter: the filter has no elements")
	}
	n, err := powerOfTwo(max(len(src.data), m))
	if err != nil {
		return err
	}
	response := make([]float64, n)
	for k, c := range fourier.NewFFT(n).Coefficients(nil, padded(filter.data, n)) {
		response[k] = real(c)
		if k > 0 && k < n/2 {
			response[n-k] = imag(c)
		}
	}
	out, err := convolve(src.data, response[:m], n, false)
	if err != nil {
		return err
	}
	v.set(out)
	return nil
}

// Spctrm puts the power spectrum of src into the first elements of the
// receiver, which grows where needed and keeps what it has behind them, as in
// NEURON. size, rounded up to a power of two, m, is the number of frequencies;
// element k is the power at k/(2m) cycles per sample. src is cut into parts of
// 2m samples that overlap by half, filled up with zeros at the end; of each
// part, seen through a Bartlett window, the power of the Fourier transform
// counts. The sum over all frequencies is about the mean square of src.
//
// Source: Welch (1967), IEEE Trans. Audio Electroacoust. 15:70-73.
func (v *Vector) Spctrm(src *Vector, size int) error {
	xs := src.data
	if size < 1 || size >= len(xs) {
		return fault.New(fault.Range, "Vector.spctrm: the number of frequencies must be from 1 to below the size of the data, %d, not %d", len(xs), size)
	}
	m, err := powerOfTwo(size)
	if err != nil {
		return err
	}
	pairs := int(math.Ceil((float64(len(xs))/float64(m) - 1) / 2))
	if pairs < 1 {
		return fault.New(fault.Range, "Vector.spctrm: %d frequencies need more than %d samples, there are %d", m, m, len(xs))
	}
	xs = padded(xs, (2*pairs+1)*m)
	window := make([]float64, 2*m)
	for j := range window {
		window[j] = 1 - math.Abs(float64(j-m)/float64(m))
	}
	power := make([]float64, m)
	part := make([]float64, 2*m)
	fft := fourier.NewFFT(2 * m)
	var c []complex128
	for p := range 2 * pairs {
		for j, w := range window {
			part[j] = xs[p*m+j] * w
		}
		c = fft.Coefficients(c, part)
		for k := range power {
			power[k] += real(c[k])*real(c[k]) + imag(c[k])*imag(c[k])
		}
	}
	scale := 1 / (dot(window, window) * float64(2*m*pairs))
	for k := range power {
		power[k] *= scale
	}
	power[0] /= 2
	if len(v.data) < m {
		v.set(power)
	} else {
		copy(v.data, power)
	}
	return nil
}

// convolve is the cyclic convolution of n elements of xs with a response in
// wrap-around order, or its inverse.
func convolve(xs, response []float64, n int, inverse bool) ([]float64, error) {
	fft := fourier.NewFFT(n)
	c := fft.Coefficients(nil, padded(xs, n))
	r := fft.Coefficients(nil, wrapped(response, n))
	size := 0.0
	for _, x := range response {
		size += math.Abs(x)
	}
	for k := range c {
		if !inverse {
			c[k] *= r[k]
			continue
		}
		if cmplx.Abs(r[k]) <= 1e-14*size { // what rounding leaves of 0
			return nil, fault.New(fault.Range, "Vector.convlv: the response has no part at %d/%d cycles per sample, so what it did there cannot be undone", k, n)
		}
		c[k] /= r[k]
	}
	return synthesis(c, n, float64(n)), nil
}

// wrapped places a response in wrap-around order at both ends of n elements.
func wrapped(response []float64, n int) []float64 {
	m := len(response)
	out := make([]float64, n)
	copy(out, response[:(m+1)/2])
	for i := 1; i <= (m-1)/2; i++ {
		out[n-i] = response[m-i]
	}
	return out
}

// synthesis gives the n samples Σ_k c_k·exp(2πi·jk/n)/over of a real signal.
func synthesis(c []complex128, n int, over float64) []float64 {
	out := fourier.NewFFT(n).Sequence(nil, c)
	for i := range out {
		out[i] /= over
	}
	return out
}

// powerOfTwo is the least power of two that is not below n.
func powerOfTwo(n int) (int, error) {
	p := 1
	for p < n {
		p *= 2
	}
	return p, CheckLen(float64(p))
}

// padded is a copy of xs with zeros up to n elements.
func padded(xs []float64, n int) []float64 {
	out := make([]float64, n)
	copy(out, xs)
	return out
}
