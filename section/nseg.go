package section

import (
	"fmt"
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// SetNsegNumber is SetNseg for a number that need not be an integer.
func (s *Section) SetNsegNumber(n float64) error {
	if err := s.alive(); err != nil {
		return err
	}
	if n != math.Trunc(n) || !(n >= 1 && n <= MaxNseg) {
		e := fault.New(fault.Range, "%s.nseg = %g must be an integer from 1 to %d", s.Name(), n, MaxNseg)
		e.Section, e.Variable, e.Value = s.Name(), "nseg", n
		e.Lo, e.Hi, e.HasRange = 1, MaxNseg, true
		return e
	}
	s.changeNseg(int(n))
	return nil
}

// SetNseg divides the section into n segments, 1 to 32767.
//
// As in NEURON, each new segment copies all range variables of the old one
// that contains its centre (the upper one where the centre lies on a
// boundary), and rows of the old segments go on as those of new ones where
// they can. Point processes keep the centre of their old segment, not the x
// they were placed at; Model.Warn is told when that x is now in another
// segment.
func (s *Section) SetNseg(n int) error { return s.SetNsegNumber(float64(n)) }

func (s *Section) changeNseg(n int) {
	old := s.Nseg()
	if n == old {
		return
	}
	from, reused := spread(old, n)
	to := carry(old, n, from, reused)
	movers := slices.Clone(s.points)
	slices.SortStableFunc(movers, func(p, q *PointProcess) int { return p.index - q.index })
	for _, p := range s.points {
		switch p.index {
		case nearNode:
		case old:
			p.index = n
		default:
			p.index = to[p.index]
		}
	}
	far := s.nodes[old]
	s.nodes = append(s.resample(s.m.Nodes, s.nodes[:old], from, reused, nil), far)
	for _, in := range s.mechs {
		in.rows = s.resample(in.mech.Table, in.rows, from, reused, s.nodes)
	}
	moveNodes(movers)
	why := func() string { return fmt.Sprintf("nseg of %s changed from %d to %d", s.Name(), old, n) }
	for _, c := range s.children {
		s.adopt(c, why)
		c.nearMoved()
	}
	s.reshape()
	s.m.changed()
	s.m.checkPlaces(s, why)
}

// spread says for each of n new segments which of the old ones it is copied
// from, and whether that one's rows go on as its own.
func spread(old, n int) (from []int, reused []bool) {
	from, reused = make([]int, n), make([]bool, n)
	for i := range from {
		from[i] = int(float64(old) * ((float64(i) + .5) / float64(n)))
		reused[i] = old > n
	}
	if old < n {
		for k := range old {
			i := int(float64(n) * ((float64(k) + .5) / float64(old)))
			from[i], reused[i] = k, true
		}
	}
	return from, reused
}

// carry says for each old segment which new one its point processes go to.
// The ones that are taken over keep what sits in them; when nseg shrinks, the
// others give it to the first segment whose far end is not before their centre.
func carry(old, n int, from []int, reused []bool) []int {
	to := make([]int, old)
	for k := range to {
		to[k] = -1
	}
	for i := range from {
		if reused[i] {
			to[from[i]] = i
		}
	}
	i := 0
	for k := range to {
		x := (float64(k) + .5) / float64(old)
		for i < n-1 && x > (float64(i)+1)/float64(n) {
			i++
		}
		if to[k] < 0 {
			to[k] = i
		}
	}
	return to
}

// resample makes the rows of the new segments in a table and removes those
// that are not taken over. nodes, if not nil, are the owners of the new rows.
func (s *Section) resample(t *mechanism.Table, rows []mechanism.RowID, from []int, reused []bool, nodes []mechanism.RowID) []mechanism.RowID {
	out := make([]mechanism.RowID, len(from), len(from)+1) // a node follows
	kept := make([]bool, len(rows))
	var fresh []int // the new segments whose rows are copies
	var owners []mechanism.RowID
	for i, k := range from {
		out[i] = rows[k]
		if rows[k] == mechanism.NoRow {
			continue
		}
		if reused[i] {
			kept[k] = true
			continue
		}
		owner := mechanism.NoRow
		if nodes != nil {
			owner = nodes[i]
		}
		fresh, owners = append(fresh, i), append(owners, owner)
	}
	source := make([]int, len(fresh))
	for j, i := range fresh {
		source[j], _ = t.Row(rows[from[i]])
	}
	id := t.AddCopies(owners, source)
	for j, i := range fresh {
		out[i] = id + mechanism.RowID(j)
	}
	for k, id := range rows {
		if !kept[k] && id != mechanism.NoRow {
			t.Remove(id)
		}
	}
	return out
}
