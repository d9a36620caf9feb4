package script

import (
	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// addVectorSignalMethods adds the methods for spectra, filters and spike trains.
func (rt *Runtime) addVectorSignalMethods() {
	inPlace := rt.vectorInPlace
	inPlace("fft", func(c vectorCall) error {
		src := c.source()
		sign := c.optional(0, 1)
		if !(sign >= -1 && sign <= 1) {
			e := fault.New(fault.Range, "Vector.fft: the sign is 1, or -1 for the inverse, not %g", sign)
			e.Value = sign
			return e
		}
		return c.v.FFT(src, sign == -1)
	})
	inPlace("correl", func(c vectorCall) error {
		a := c.needVector(0)
		b := a
		if c.has(1) {
			b = c.needVector(1)
		}
		return c.v.Correl(a, b)
	})
	inPlace("convlv", func(c vectorCall) error {
		inverse := false
		if c.has(2) {
			switch c.whole(2) {
			case 1:
			case -1:
				inverse = true
			default:
				return fault.New(fault.Range, "Vector.convlv: the sign is 1, or -1 to undo a convolution, not %g", c.number(2))
			}
		}
		return c.v.Convlv(c.needVector(0), c.needVector(1), inverse)
	})
	inPlace("filter", func(c vectorCall) error {
		src := c.v
		if c.has(1) {
			src = c.source()
		}
		return c.v.Filter(src, c.needVector(0))
	})
	inPlace("spctrm", func(c vectorCall) error {
		src := c.needVector(0)
		size := max(1, src.Len()/8)
		if c.has(1) {
			size = c.whole(1)
		}
		return c.v.Spctrm(src, size)
	})

	inPlace("smhist", func(c vectorCall) error {
		return c.v.Smhist(c.needVector(0), c.number(1), c.size(2), c.number(3), c.number(4), c.optionalVector(5))
	})
	rt.vectorFresh("sumgauss", func(c vectorCall) (*vector.Vector, error) {
		return c.v.SumGauss(c.number(0), c.number(1), c.number(2), c.number(3), c.optionalVector(4))
	})
	inPlace("medfltr", func(c vectorCall) error {
		src := c.source()
		points := 3
		if c.has(0) {
			points = c.whole(0)
		}
		return c.v.Medfltr(src, points)
	})
	inPlace("resample", func(c vectorCall) error { return c.v.Resample(c.needVector(0), c.number(1)) })
	inPlace("spikebin", func(c vectorCall) error {
		bin := 1
		if c.has(2) {
			bin = c.whole(2)
		}
		return c.v.Spikebin(c.needVector(0), c.number(1), bin)
	})
	inPlace("psth", func(c vectorCall) error {
		return c.v.Psth(c.needVector(0), c.number(1), c.number(2), c.number(3))
	})
	rt.vectorNumber("trigavg", func(c vectorCall) (float64, error) {
		n, err := c.v.Trigavg(c.needVector(0), c.needVector(1), c.whole(2), c.whole(3))
		return float64(n), err
	})
	inPlace("inf", func(c vectorCall) error {
		return c.v.Inf(c.needVector(0), c.number(1), vector.Firing{
			Leak: c.number(2), Rest: c.number(3), Capacitance: c.number(4),
			Threshold: c.number(5), Reset: c.number(6), Refractory: c.optional(7, 0),
		})
	})

	rt.vectorNumber("buffer_size", func(c vectorCall) (float64, error) {
		if c.has(0) {
			n := c.size(0)
			if n < c.v.Len() {
				return 0, fault.New(fault.Range, "Vector.buffer_size: room for %d elements is too small for the %d that there are", n, c.v.Len())
			}
			c.v.Reserve(n - c.v.Len())
		}
		return float64(c.v.Capacity()), nil
	})
	inPlace("from_double", fromDouble)
	for name, use := range map[string]string{
		"plot":    "draw with plt.plot(v) or plt.plot(x, v)",
		"line":    "draw with plt.plot(v) or plt.plot(x, v)",
		"mark":    `draw with plt.plot(x, v, "o") or plt.figure().scatter(x, v)`,
		"ploterr": "draw the curve with plt.plot(x, v), the error bars as a line from v.minus(e) to v.plus(e) at each x",
	} {
		rt.vectorMethod(name, func(c vectorCall) goja.Value {
			rt.Throw(fault.New(fault.Model, "gneuron has no %s: it has no Graph", c.name).WithHint("%s", use))
			return nil
		})
	}
}

// optionalVector is argument i as a Vector, nil where there is none.
func (c vectorCall) optionalVector(i int) *vector.Vector {
	if !c.has(i) {
		return nil
	}
	return c.needVector(i)
}
