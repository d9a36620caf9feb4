package random

const isaacSize = 16 // words of the state: for simulation, not cryptography

// Isaac is the generator ISAAC-64 with a state of 16 words.
//
// Source: Jenkins (1996), ISAAC, Fast Software Encryption, LNCS 1039:41-49.
type Isaac struct {
	seed    uint32
	state   [isaacSize]uint64
	results [isaacSize]uint64
	left    int // halves of results that were not given yet
	a, b, c uint64
}

// NewIsaac makes an ISAAC-64 generator. A seed of 0 stands for one that differs
// from generator to generator.
func NewIsaac(seed uint32, shared *Shared) *Isaac {
	if shared.isaac == 0 {
		shared.isaac = 0xffffffff
	}
	shared.isaac--
	if seed == 0 {
		seed = shared.isaac
	}
	g := &Isaac{seed: seed}
	g.Reset()
	return g
}

// Seed is the seed that it started with.
func (g *Isaac) Seed() uint32 { return g.seed }

// Reset goes back to the start.
func (g *Isaac) Reset() {
	g.a, g.b, g.c = 0, 0, 0
	var x [8]uint64
	for i := range x {
		x[i] = 0x9e3779b97f4a7c13 // the golden ratio
	}
	for range 4 {
		isaacMix(&x)
	}
	fill := func(from [isaacSize]uint64) {
		for i := 0; i < isaacSize; i += 8 {
			for k := range x {
				x[k] += from[i+k]
			}
			isaacMix(&x)
			copy(g.state[i:], x[:])
		}
	}
	fill([isaacSize]uint64{uint64(g.seed)})
	fill(g.state)
	g.generate()
}

// isaacShifts are the distances of the eight parts of a mix; every other one is
// to the left.
var isaacShifts = [8]uint{9, 9, 23, 15, 14, 20, 17, 14}

// isaacMix has every word depend on all others.
func isaacMix(x *[8]uint64) {
	for k, by := range isaacShifts {
		x[k] -= x[(k+4)%8]
		if k%2 == 0 {
			x[(k+5)%8] ^= x[(k+7)%8] >> by
		} else {
			x[(k+5)%8] ^= x[(k+7)%8] << by
		}
		x[(k+7)%8] += x[k]
	}
}

// generate makes the next results.
func (g *Isaac) generate() {
	g.c++
	g.b += g.c
	for i := range g.state {
		x := g.state[i]
		switch i % 4 {
		case 0:
			g.a = ^(g.a ^ g.a<<21)
		case 1:
			g.a ^= g.a >> 5
		case 2:
			g.a ^= g.a << 12
		case 3:
			g.a ^= g.a >> 33
		}
		g.a += g.state[(i+isaacSize/2)%isaacSize]
		y := g.state[x>>3%isaacSize] + g.a + g.b
		g.state[i] = y
		g.b = g.state[y>>7%isaacSize] + x
		g.results[i] = g.b
	}
	g.left = 2 * isaacSize
}

// Uint32 gives the next integer: the halves of the results, from the last on.
func (g *Isaac) Uint32() uint32 {
	if g.left == 0 {
		g.generate()
	}
	g.left--
	return uint32(g.results[g.left/2] >> (32 * uint(g.left%2)))
}

// Float64 gives a number from 0 up to but not including 1.
func (g *Isaac) Float64() float64 { return float64(g.Uint32()) / (1 << 32) }

// Copy gives a generator that goes on with the same numbers.
func (g *Isaac) Copy() Generator {
	other := *g
	return &other
}
