package solver

import (
	"slices"

	"github.com/gneuron/gneuron/internal/random"
	"github.com/gneuron/gneuron/internal/random123"
)

// randomPlayer drives a number with those that a Random picks.
type randomPlayer struct {
	from *random.Random
	to   Source
	dst  source
}

// PlayRandom gives dst a new number of r in each Finitialize and each step:
// after the events of the step's first half, before t moves. It starts at once
// and lasts until RemoveRandom; each call adds a number that r plays into.
func (s *Solver) PlayRandom(r *random.Random, dst Source) error {
	if err := s.reach(dst); err != nil {
		return err
	}
	s.randoms = append(s.randoms, &randomPlayer{from: r, to: dst})
	s.unresolved = true
	return nil
}

// AddRandom makes r one of the Randoms of the model, whose sequences belong to
// its State.
func (s *Solver) AddRandom(r *random.Random) { s.allRandoms = append(s.allRandoms, r) }

// RemoveRandom ends all that r plays into, and takes it out of the model.
func (s *Solver) RemoveRandom(r *random.Random) {
	s.randoms = slices.DeleteFunc(s.randoms, func(p *randomPlayer) bool { return p.from == r })
	s.allRandoms = slices.DeleteFunc(s.allRandoms, func(x *random.Random) bool { return x == r })
}

func (s *Solver) playRandom() {
	for _, p := range s.randoms {
		p.dst.set(s, p.from.Pick())
	}
}

// randomState keeps where the sequences are that a step moves on.
type randomState struct {
	shared  uint32 // of scop_random
	randoms []random.Place
	streams []streamPlace
}

// streamPlace is where a stream is that an instance made for itself.
type streamPlace struct {
	of    *random123.Stream
	seq   uint32
	which int
}

func (k *randomState) take(s *Solver) {
	k.shared = s.Model.Mechs.Random().State()
	k.randoms, k.streams = k.randoms[:0], k.streams[:0]
	for _, r := range s.allRandoms {
		k.randoms = append(k.randoms, r.Place())
	}
	for _, m := range s.Model.Mechs.Made() {
		for _, kept := range m.KeptStreams() {
			seq, which := kept.Stream.Seq()
			k.streams = append(k.streams, streamPlace{kept.Stream, seq, which})
		}
	}
}

func (k *randomState) restore(s *Solver) {
	s.Model.Mechs.Random().SetState(k.shared)
	for i, r := range s.allRandoms {
		r.Go(k.randoms[i])
	}
	for _, x := range k.streams {
		x.of.SetSeq(x.seq, x.which)
	}
}
