package random

import "github.com/gneuron/gneuron/internal/random123"

// Random draws from a distribution with a generator, as NEURON's class of that
// name.
type Random struct {
	gen  Generator
	dist Distribution
}

// New makes a Random as NEURON does: the ACG generator with a seed and a size,
// and the normal distribution of mean 0 and variance 1.
func New(seed uint32, size int) *Random {
	return &Random{gen: NewAdditive(seed, size), dist: &normal{deviation: 1}}
}

// Generator is the present generator.
func (r *Random) Generator() Generator { return r.gen }

// SetGenerator changes the generator. The distribution stays; a second number
// that a normal one has kept comes next, as in NEURON.
func (r *Random) SetGenerator(g Generator) { r.gen = g }

// SetDistribution changes what is drawn.
func (r *Random) SetDistribution(d Distribution) { r.dist = d }

// Pick gives the next number.
func (r *Random) Pick() float64 { return r.dist.Pick(r.gen) }

// Reset goes back to the start of the generator's sequence.
func (r *Random) Reset() { r.gen.Reset() }

// Copy gives a Random that goes on with the same numbers.
func (r *Random) Copy() *Random { return &Random{r.gen.Copy(), r.dist.copy()} }

// Stream is the Random123 stream that is drawn from, or nil.
func (r *Random) Stream() *random123.Stream {
	if c, ok := r.gen.(*Counter); ok {
		return c.Stream()
	}
	return nil
}
