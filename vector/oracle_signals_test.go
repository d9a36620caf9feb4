package vector

// performSignal makes the Go call for a method of spectra, filters and spike
// trains; ok is false for another method.
func performSignal(v *Vector, method string, in arguments) (got any, err error, ok bool) {
	vec := func(i int) *Vector {
		if i < len(in.vectors) {
			return in.vectors[i]
		}
		return nil
	}
	x := func(i int) float64 { return in.number(i, 0) }
	src := in.source(v)
	last := append([]*Vector{src}, in.vectors...)[len(in.vectors)]
	switch method {
	case "fft":
		if x(0) > 1 || x(0) < -1 {
			return nil, missing(), true
		}
		err = v.FFT(src, x(0) == -1)
	case "correl":
		err = v.Correl(src, last)
	case "convlv":
		if sign := in.number(0, 1); sign != 1 {
			return nil, missing(), true
		}
		err = v.Convlv(src, last, false)
	case "filter":
		err = v.Filter(src, last)
	case "spctrm":
		err = v.Spctrm(src, int(in.number(0, float64(max(1, src.Len()/8)))))
	case "sumgauss":
		w, err := v.SumGauss(x(0), x(1), x(2), x(3), vec(0))
		return w, err, true
	case "smhist":
		err = v.Smhist(src, x(0), int(x(1)), x(2), x(3), vec(1))
	case "resample":
		err = v.Resample(src, x(0))
	case "spikebin":
		err = v.Spikebin(src, x(0), int(in.number(1, 1)))
	case "psth":
		err = v.Psth(src, x(0), x(1), x(2))
	case "trigavg":
		n, err := v.Trigavg(src, vec(1), int(x(0)), int(x(1)))
		return float64(n), err, true
	case "inf":
		err = v.Inf(src, x(0), Firing{x(1), x(2), x(3), x(4), x(5), x(6)})
	case "buffer_size":
		if n := int(x(0)); len(in.numbers) > 0 && n < v.Len() {
			return nil, missing(), true
		} else if n > 0 {
			v.Reserve(n - v.Len())
		}
		return float64(v.Capacity()), nil, true
	default:
		return nil, nil, false
	}
	return v, err, true
}
