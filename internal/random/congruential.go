package random

// seeds stand for the small seeds, which people like to give and which have too
// few bits.
var seeds = [32]uint32{
	0xbdcc47e5, 0x54aea45d, 0xec0df859, 0xda84637b, 0xc8c6cb4f, 0x35574b01, 0x28260b7d, 0x0d07fdbf,
	0x9faaeeb0, 0x613dd169, 0x5ce2d818, 0x85b9e706, 0xab2469db, 0xda02b0dc, 0x45c60d6e, 0xffe49d10,
	0x7224fea3, 0xf9684fc9, 0xfc7ee074, 0x326ce92a, 0x366d13b5, 0x17aaa731, 0xeb83a675, 0x7781cb32,
	0x4ec7c92d, 0x7f187521, 0x2cf346b4, 0xad13310f, 0xb89cff2b, 0x12164de1, 0xa865168d, 0x32b56cdf,
}

func scattered(seed uint32) uint32 {
	if seed < uint32(len(seeds)) {
		return seeds[seed]
	}
	return seed ^ seeds[seed%uint32(len(seeds))]
}

// additiveSizes are the sizes of the additive generator: the number of its
// terms, the distance of the two that are added, and the size of the table in
// which the linear generator's numbers are shuffled.
var additiveSizes = [...]struct{ terms, distance, shuffled int }{
	{7, 3, 16}, {9, 4, 32}, {10, 3, 32}, {11, 1, 32}, {15, 1, 64}, {17, 3, 128}, {18, 7, 128},
	{20, 3, 128}, {21, 2, 128}, {22, 1, 128}, {23, 5, 128}, {25, 3, 128}, {29, 2, 128}, {31, 3, 128},
	{33, 13, 256}, {35, 2, 256}, {36, 11, 256}, {39, 14, 256}, {41, 3, 256}, {49, 9, 256}, {52, 3, 256},
	{55, 24, 256}, {57, 7, 256}, {58, 19, 256}, {89, 38, 512}, {95, 17, 512}, {97, 6, 512}, {98, 11, 512},
}

// Limits and default of the size of an Additive generator.
const (
	MinAdditive     = 7
	MaxAdditive     = 98
	DefaultAdditive = 55
)

// byteOrders are the orders in which the bytes of a number may leave the
// Additive generator: which of the number's bytes, 3 the highest, becomes byte
// 3, 2, 1 and 0.
var byteOrders = [16]string{
	"3210", "2310", "3120", "1230", "3201", "2301", "3102", "2103",
	"3012", "2013", "1032", "1023", "0321", "0213", "0132", "0123",
}

// shifts are byteOrders as distances by which the bytes are shifted down.
var shifts = func() (s [16][4]uint8) {
	for i, order := range byteOrders {
		for k := range 4 {
			s[i][3-k] = 8 * (order[k] - '0')
		}
	}
	return s
}()

// Additive is the generator ACG of the library libg++: a linear congruential
// generator whose numbers an additive one shuffles, among each other and within
// their bytes.
//
// Source: Knuth, The Art of Computer Programming, vol. 2, algorithm M of section
// 3.2.2; constants and the shuffling of bytes by A. Nowatzyk, in libg++.
type Additive struct {
	seed     uint32
	distance int
	terms    []uint32
	shuffled []uint32
	linear   uint32
	j, k     int // the two terms that come next
}

// NewAdditive makes an ACG generator. Its size is from MinAdditive to
// MaxAdditive; sizes in between that do not exist become the next larger one.
func NewAdditive(seed uint32, size int) *Additive {
	i := 0
	for i < len(additiveSizes)-1 && additiveSizes[i].terms < size {
		i++
	}
	of := additiveSizes[i]
	g := &Additive{seed: seed, distance: of.distance, terms: make([]uint32, of.terms), shuffled: make([]uint32, of.shuffled)}
	g.Reset()
	return g
}

func (g *Additive) next() uint32 {
	g.linear = 66049*g.linear + 3907864577
	return g.linear
}

// Reset goes back to the start.
func (g *Additive) Reset() {
	g.linear = scattered(g.seed)
	for i := range g.terms {
		g.terms[i] = g.next()
	}
	for i := range g.shuffled {
		g.shuffled[i] = g.next()
	}
	size := len(g.terms)
	g.k = int(g.linear % uint32(size))
	g.j = (g.k + g.distance) % size
}

// Uint32 gives the next integer.
func (g *Additive) Uint32() uint32 {
	choice := g.terms[g.k] + g.terms[g.j]
	g.terms[g.k] = choice
	if g.j--; g.j < 0 {
		g.j = len(g.terms) - 1
	}
	if g.k--; g.k < 0 {
		g.k = len(g.terms) - 1
	}
	i := choice >> 24 & uint32(len(g.shuffled)-1)
	// Only the low 8 bits choose: the table may have more places than are used.
	x := g.shuffled[i]
	g.shuffled[i] = g.next()
	s := &shifts[choice>>2&15]
	return x>>s[3]&0xff<<24 | x>>s[2]&0xff<<16 | x>>s[1]&0xff<<8 | x>>s[0]&0xff
}

// Float64 gives a number from 0 up to but not including 1.
func (g *Additive) Float64() float64 {
	low := g.Uint32()
	return mantissa(low, g.Uint32())
}

// Copy gives a generator that goes on with the same numbers.
func (g *Additive) Copy() Generator {
	other := *g
	other.terms = append([]uint32(nil), g.terms...)
	other.shuffled = append([]uint32(nil), g.shuffled...)
	return &other
}

// Multiplicative is the generator MLCG of the library libg++: the difference of
// two multiplicative congruential generators. Its integers have 31 bits. It
// differs from the published method where libg++ does: a remainder stands for a
// quotient, which shortens its period, so that models should rather use
// another generator.
//
// Source: L'Ecuyer (1988), Efficient and portable combined random number
// generators, Comm. ACM 31:742-749, and libg++.
type Multiplicative struct {
	seed1, seed2 int32
	a, b         int32
}

// NewMultiplicative makes an MLCG generator of two seeds.
func NewMultiplicative(seed1, seed2 int32) *Multiplicative {
	g := &Multiplicative{seed1: seed1, seed2: seed2}
	g.Reset()
	return g
}

// Reset goes back to the start.
func (g *Multiplicative) Reset() {
	start := func(seed, modulus int32) int32 {
		if seed < 0 {
			if seed += 2147483561; seed < 0 {
				seed = -seed
			}
		}
		return int32(scattered(uint32(seed)))%modulus + 1
	}
	g.a, g.b = start(g.seed1, 2147483561), start(g.seed2, 2147483397)
}

// Uint32 gives the next integer.
func (g *Multiplicative) Uint32() uint32 {
	k := g.a % 53668
	if g.a = 40014*(g.a-k*53668) - k*12211; g.a < 0 {
		g.a += 2147483563
	}
	k = g.b % 52774
	if g.b = 40692*(g.b-k*52774) - k*3791; g.b < 0 {
		g.b += 2147483399
	}
	z := g.a - g.b
	if z < 1 {
		z += 2147483562
	}
	return uint32(z)
}

// Float64 gives a number from 0 up to but not including 1.
func (g *Multiplicative) Float64() float64 {
	low := g.Uint32()
	return mantissa(low, g.Uint32())
}

// Copy gives a generator that goes on with the same numbers.
func (g *Multiplicative) Copy() Generator {
	other := *g
	return &other
}
