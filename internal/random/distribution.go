package random

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/libm"
)

// Distribution makes numbers of those of a generator. One belongs to one
// Random: the normal ones keep a number for the next time.
type Distribution interface {
	// Pick gives the next number.
	Pick(g Generator) float64

	copy() Distribution
}

// maxTrials bounds how many numbers of a generator one number of a distribution
// may use up on average, so that drawing it ends in less than a second or so.
const maxTrials = 1e7

func outside(function, parameter string, x float64, need string) error {
	e := fault.New(fault.Range, "Random.%s: %s = %g %s", function, parameter, x, need)
	e.Variable, e.Value = parameter, x
	return e
}

func finite(x float64) bool { return x-x == 0 }

type uniform struct{ low, width float64 }

// Uniform is the distribution of equal density between two numbers, in either
// order.
func Uniform(low, high float64) (Distribution, error) {
	low, high = min(low, high), max(low, high)
	return &uniform{low, high - low}, nil
}

func (d *uniform) copy() Distribution { return d }

func (d *uniform) Pick(g Generator) float64 { return d.low + float64(d.width*g.Float64()) }

type discrete struct{ low, count float64 }

// DiscreteUniform gives the whole numbers from low to high, each as often as
// the others. Fractions of low and high are dropped.
func DiscreteUniform(low, high float64) (Distribution, error) {
	low, high = math.Trunc(low), math.Trunc(high)
	if low > high {
		low, high = high, low
	}
	return &discrete{low, high - low + 1}, nil
}

func (d *discrete) copy() Distribution { return d }

func (d *discrete) Pick(g Generator) float64 { return d.low + math.Floor(d.count*g.Float64()) }

type normal struct {
	mean, deviation float64
	kept            float64 // the other number of a pair, of mean 0 and deviation 1
	isKept          bool
}

// Normal is the normal distribution. Its numbers come in pairs, by the polar
// method.
func Normal(mean, variance float64) (Distribution, error) {
	if variance < 0 {
		return nil, outside("normal", "variance", variance, "must not be negative")
	}
	return &normal{mean: mean, deviation: math.Sqrt(variance)}, nil
}

func (d *normal) copy() Distribution { other := *d; return &other }

func (d *normal) Pick(g Generator) float64 {
	if d.isKept {
		d.isKept = false
		return float64(d.kept*d.deviation) + d.mean
	}
	for {
		x := float64(2*g.Float64()) - 1
		y := float64(2*g.Float64()) - 1
		if w := float64(x*x) + float64(y*y); w <= 1 {
			scale := math.Sqrt(-2 * libm.Log(w) / w)
			d.kept, d.isKept = y*scale, true
			return float64(x*scale*d.deviation) + d.mean
		}
	}
}

type logNormal struct{ normal }

// LogNormal is the distribution of the exponential of a normal one, with the
// mean and the variance of the numbers themselves.
func LogNormal(mean, variance float64) (Distribution, error) {
	switch {
	case !(mean != 0):
		return nil, outside("lognormal", "mean", mean, "must not be 0")
	case variance < 0:
		return nil, outside("lognormal", "variance", variance, "must not be negative")
	}
	square := mean * mean
	return &logNormal{normal{
		mean:      libm.Log(square / math.Sqrt(variance+square)),
		deviation: math.Sqrt(libm.Log((variance + square) / square)),
	}}, nil
}

func (d *logNormal) copy() Distribution { other := *d; return &other }

func (d *logNormal) Pick(g Generator) float64 { return libm.Pow(math.E, d.normal.Pick(g)) }

type exponential struct{ mean float64 }

// NegExp is the exponential distribution.
func NegExp(mean float64) (Distribution, error) { return &exponential{mean}, nil }

func (d *exponential) copy() Distribution { return d }

func (d *exponential) Pick(g Generator) float64 { return -d.mean * libm.Log(g.Float64()) }

type poisson struct{ limit float64 }

// Poisson is the distribution of the number of events in a time in which mean
// events are expected.
func Poisson(mean float64) (Distribution, error) {
	if !(mean >= 0 && mean <= 700) { // exp(-mean) becomes 0, under which no product falls
		return nil, fault.Outside("Random.poisson: mean", mean, 0, 700)
	}
	return &poisson{libm.Exp(-mean)}, nil
}

func (d *poisson) copy() Distribution { return d }

func (d *poisson) Pick(g Generator) float64 {
	count := 0
	for product := 1.0; product >= d.limit; product *= g.Float64() {
		count++
	}
	return float64(count - 1)
}

type binomial struct {
	trials int
	p      float64
}

// Binomial is the distribution of the number of successes in trials that
// succeed with probability p. A fraction of trials is dropped.
func Binomial(trials, p float64) (Distribution, error) {
	switch {
	case !(trials >= 0 && trials <= maxTrials):
		return nil, fault.Outside("Random.binomial: N", trials, 0, maxTrials)
	case !(p >= 0 && p <= 1):
		return nil, fault.Outside("Random.binomial: p", p, 0, 1)
	}
	return &binomial{int(trials), p}, nil
}

func (d *binomial) copy() Distribution { return d }

func (d *binomial) Pick(g Generator) float64 {
	successes := 0
	for range d.trials {
		if g.Float64() < d.p {
			successes++
		}
	}
	return float64(successes)
}

type geometric struct{ p float64 }

// Geometric is the distribution of the number of trials up to the first that
// fails, if they succeed with probability p.
func Geometric(p float64) (Distribution, error) {
	if !(p >= 0 && p <= 1-1/maxTrials) {
		return nil, fault.Outside("Random.geometric: p", p, 0, 1-1/maxTrials)
	}
	return &geometric{p}, nil
}

func (d *geometric) copy() Distribution { return d }

func (d *geometric) Pick(g Generator) float64 {
	trials := 1
	for g.Float64() < d.p {
		trials++
	}
	return float64(trials)
}

type hypergeometric struct{ mean, p float64 }

// HyperGeometric is what NEURON calls the hypergeometric distribution: a mixture
// of two exponential ones. Its variance is at least the square of its mean.
func HyperGeometric(mean, variance float64) (Distribution, error) {
	z := variance / (mean * mean)
	if !(z >= 1) || !finite(z) {
		return nil, outside("hypergeo", "variance", variance, "must be at least the square of the mean, which must not be 0")
	}
	return &hypergeometric{mean, 0.5 * (1 - math.Sqrt((z-1)/(z+1)))}, nil
}

func (d *hypergeometric) copy() Distribution { return d }

func (d *hypergeometric) Pick(g Generator) float64 {
	p := d.p
	if g.Float64() > p {
		p = 1 - p
	}
	return -d.mean * libm.Log(g.Float64()) / (2 * p)
}

type erlang struct {
	stages int
	rate   float64
}

// Erlang is the distribution of the sum of k equal exponential ones, with the
// whole number k >= 1 that comes nearest to mean²/variance.
func Erlang(mean, variance float64) (Distribution, error) {
	k := math.Trunc(mean*mean/variance + 0.5)
	switch {
	case mean == 0:
		return nil, outside("erlang", "mean", mean, "must not be 0")
	case !(variance > 0):
		return nil, outside("erlang", "variance", variance, "must be greater than 0")
	case !(k <= maxTrials):
		return nil, outside("erlang", "variance", variance, "is too small for the mean")
	}
	k = max(k, 1)
	return &erlang{int(k), k / mean}, nil
}

func (d *erlang) copy() Distribution { return d }

func (d *erlang) Pick(g Generator) float64 {
	product := 1.0
	for range d.stages {
		product *= g.Float64()
	}
	return -libm.Log(product) / d.rate
}

type weibull struct{ power, beta float64 }

// Weibull is the distribution of (beta x)^(1/alpha), x exponential with mean 1.
func Weibull(alpha, beta float64) (Distribution, error) {
	switch {
	case !(alpha > 0):
		return nil, outside("weibull", "alpha", alpha, "must be greater than 0")
	case !(beta >= 0):
		return nil, outside("weibull", "beta", beta, "must not be negative")
	}
	return &weibull{1 / alpha, beta}, nil
}

func (d *weibull) copy() Distribution { return d }

func (d *weibull) Pick(g Generator) float64 {
	return libm.Pow(d.beta*-libm.Log(1-g.Float64()), d.power)
}
