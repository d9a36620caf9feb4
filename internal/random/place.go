package random

// Place is where a Random has come to in its sequence. It can be written with
// encoding/gob.
type Place struct {
	Words  []uint64 // of the generator; their number tells its kind and size
	Kept   float64  // the second number of a pair of the normal distribution
	IsKept bool
}

// Place tells where r is.
func (r *Random) Place() Place {
	p := Place{}
	if d := r.pairs(); d != nil {
		p.Kept, p.IsKept = d.kept, d.isKept
	}
	switch g := r.gen.(type) {
	case *Counter:
		p.Words = []uint64{g.Seq()}
	case *Ran4:
		p.Words = []uint64{uint64(g.Seq)}
	case *Multiplicative:
		p.Words = []uint64{uint64(g.a), uint64(g.b)}
	case *Additive:
		p.Words = []uint64{uint64(g.linear), uint64(g.j), uint64(g.k)}
		for _, x := range g.terms {
			p.Words = append(p.Words, uint64(x))
		}
		for _, x := range g.shuffled {
			p.Words = append(p.Words, uint64(x))
		}
	case *Isaac:
		p.Words = append(p.Words, uint64(g.left), g.a, g.b, g.c)
		p.Words = append(append(p.Words, g.state[:]...), g.results[:]...)
	}
	return p
}

// CanGo reports whether p is a place of a generator like r's.
func (r *Random) CanGo(p Place) bool {
	if len(p.Words) != len(r.Place().Words) {
		return false
	}
	switch g := r.gen.(type) {
	case *Counter:
		return p.Words[0] <= MaxSeq
	case *Additive:
		size := uint64(len(g.terms))
		return p.Words[1] < size && p.Words[2] < size
	case *Isaac:
		return p.Words[0] <= 2*isaacSize
	}
	return true
}

// Go moves r to a place; CanGo must be true.
func (r *Random) Go(p Place) {
	if d := r.pairs(); d != nil {
		d.kept, d.isKept = p.Kept, p.IsKept
	}
	switch g := r.gen.(type) {
	case *Counter:
		g.SetSeq(p.Words[0])
	case *Ran4:
		g.Seq = uint32(p.Words[0])
	case *Multiplicative:
		g.a, g.b = int32(p.Words[0]), int32(p.Words[1])
	case *Additive:
		g.linear, g.j, g.k = uint32(p.Words[0]), int(p.Words[1]), int(p.Words[2])
		for i, x := range p.Words[3:] {
			if i < len(g.terms) {
				g.terms[i] = uint32(x)
			} else {
				g.shuffled[i-len(g.terms)] = uint32(x)
			}
		}
	case *Isaac:
		g.left, g.a, g.b, g.c = int(p.Words[0]), p.Words[1], p.Words[2], p.Words[3]
		copy(g.state[:], p.Words[4:])
		copy(g.results[:], p.Words[4+isaacSize:])
	}
}

// pairs gives the normal distribution that r draws from, or nil.
func (r *Random) pairs() *normal {
	switch d := r.dist.(type) {
	case *normal:
		return d
	case *logNormal:
		return &d.normal
	}
	return nil
}
