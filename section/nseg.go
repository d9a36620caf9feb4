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
	x := &s.m.resampling
	x.spread(old, n)
	var movers []*PointProcess
	if len(s.points) > 0 {
		to := x.carry(old, n)
		movers = slices.Clone(s.points)
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
	}
	far := s.nodes[old]
	s.nodes = append(x.resample(s.m.Nodes, s.nodes[:old], nil), far)
	for _, in := range s.mechs {
		in.rows = rowIDsOf(x.resample(in.mech.Table, in.rows.slice(), s.nodes))
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

// resampling says for each of the new segments of a section which of the old ones it
// is copied from, and whether that one's rows go on as its own.
type resampling struct {
	from   []int
	reused []bool
	fresh  []int // scratch of resample
	source []int
	owners []mechanism.RowID
	kept   []bool
}

// spread fills it for n new segments in place of old ones.
func (x *resampling) spread(old, n int) {
	x.from, x.reused = slices.Grow(x.from[:0], n)[:n], slices.Grow(x.reused[:0], n)[:n]
	for i := range x.from {
		x.from[i] = int(float64(old) * ((float64(i) + .5) / float64(n)))
		x.reused[i] = old > n
	}
	if old < n {
		for k := range old {
			i := int(float64(n) * ((float64(k) + .5) / float64(old)))
			x.from[i], x.reused[i] = k, true
		}
	}
}

// carry says for each old segment which new one its point processes go to.
// The ones that are taken over keep what sits in them; when nseg shrinks, the
// others give it to the first segment whose far end is not before their centre.
func (x *resampling) carry(old, n int) []int {
	to := make([]int, old)
	for k := range to {
		to[k] = -1
	}
	for i, k := range x.from {
		if x.reused[i] {
			to[k] = i
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
func (x *resampling) resample(t *mechanism.Table, rows, nodes []mechanism.RowID) []mechanism.RowID {
	out := make([]mechanism.RowID, len(x.from), len(x.from)+1) // a node follows
	x.kept = slices.Grow(x.kept[:0], len(rows))[:len(rows)]
	clear(x.kept)
	x.fresh, x.source, x.owners = x.fresh[:0], x.source[:0], x.owners[:0] // the new segments whose rows are copies
	for i, k := range x.from {
		out[i] = rows[k]
		if rows[k] == mechanism.NoRow {
			continue
		}
		if x.reused[i] {
			x.kept[k] = true
			continue
		}
		owner := mechanism.NoRow
		if nodes != nil {
			owner = nodes[i]
		}
		row, _ := t.Row(rows[k])
		x.fresh, x.source, x.owners = append(x.fresh, i), append(x.source, row), append(x.owners, owner)
	}
	id := t.AddCopies(x.owners, x.source)
	for j, i := range x.fresh {
		out[i] = id + mechanism.RowID(j)
	}
	for k, id := range rows {
		if !x.kept[k] && id != mechanism.NoRow {
			t.Remove(id)
		}
	}
	return out
}
