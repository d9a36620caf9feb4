package solver

import (
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"sync/atomic"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Columns that a run writes have a number for each row; all others may be uniform
// (mechanism.Table). What code writes that runs on single instances is not known,
// so that such a mechanism has all the columns that it could write.

// written are the columns that a run may write: of nodes, and of each mechanism.
type written struct {
	nodes []bool
	mechs map[*mechanism.Mechanism][]bool
}

// written finds the columns that a run may write.
func (s *Solver) written() *written {
	w := &written{nodes: make([]bool, mechanism.NumNodeColumns), mechs: map[*mechanism.Mechanism][]bool{}}
	for _, c := range []int{mechanism.NodeV, mechanism.NodeRhs, mechanism.NodeD, mechanism.NodeA, mechanism.NodeB} {
		w.nodes[c] = true
	}
	w.nodes[mechanism.NodeICap] = s.Model.AskedICap()
	w.nodes[mechanism.NodeArea] = s.Model.FastIMem
	mechs := s.Model.Mechs.Made()
	for _, m := range mechs {
		w.mechs[m] = make([]bool, m.Table.Columns())
	}
	for _, m := range mechs {
		if m.Table.Len() == 0 {
			continue
		}
		own, t := w.mechs[m], m.Type
		switch {
		case t.Kind == mechanism.IonKind:
			ionWritten(m.Table, own)
		case singly(t):
			all(own)
			all(w.nodes)
			for _, use := range t.Ions {
				all(w.mechs[s.Model.Mechs.Get(use.Ion+"_ion")])
			}
		default:
			for _, v := range t.Vars {
				for k := range max(v.Size, 1) {
					own[v.Column+k] = own[v.Column+k] || v.Role == mechanism.State
				}
			}
			for _, p := range append(programs(t), t.Init) {
				w.add(s, t, own, p)
			}
			for _, p := range tablePrograms(t) {
				for _, x := range p.Writes() {
					if x.External == mechanism.FillOwn {
						own[x.Column] = true
					}
				}
			}
		}
	}
	w.nodes[mechanism.NodeIMem] = s.Model.FastIMem
	return w
}

// add notes what a program of a type writes.
func (w *written) add(s *Solver, t *mechanism.Type, own []bool, p *kernel.Program) {
	if p == nil {
		return
	}
	for _, x := range p.Writes() {
		switch {
		case x.External < 0:
			own[x.Column] = true
		case x.External == mechanism.NodeTable:
			w.nodes[x.Column] = true
		default:
			w.mechs[s.Model.Mechs.Get(t.Ions[x.External-mechanism.FirstIon].Ion+"_ion")][x.Column] = true
		}
	}
}

// tablePrograms lists the programs that make the tables of a type.
func tablePrograms(t *mechanism.Type) []*kernel.Program {
	var out []*kernel.Program
	if t.BeforeTables != nil {
		out = append(out, t.BeforeTables)
	}
	for _, spec := range t.Tables {
		out = append(out, spec.Fill)
		for _, n := range append(slices.Clone(spec.Depend), spec.From, spec.To) {
			if n.Program != nil {
				out = append(out, n.Program)
			}
		}
	}
	return out
}

func all(columns []bool) {
	for c := range columns {
		columns[c] = true
	}
}

// singly tells whether the solver, or some code of a type, works on its instances
// one by one.
func singly(t *mechanism.Type) bool {
	if t == mechanism.ExtracellularType || t.InitCode != nil || t.CurrentCode != nil || t.StateCode != nil ||
		t.Receive != nil || len(t.Pointers) > 0 || len(t.Randoms) > 0 || len(t.Diffusions) > 0 {
		return true
	}
	for _, h := range t.Hooks {
		if h.Code != nil {
			return true
		}
	}
	return false
}

// readsNode tells whether a type may read a column of nodes.
func readsNode(t *mechanism.Type, c int) bool {
	return singly(t) || slices.ContainsFunc(append(programs(t), t.Init), func(p *kernel.Program) bool {
		return p != nil && p.Reads(mechanism.NodeTable, c)
	})
}

// ionWritten finds the columns of an ion that the solver writes.
func ionWritten(t *mechanism.Table, own []bool) {
	own[mechanism.IonI], own[mechanism.IonDidv] = true, true
	styles := t.Values(mechanism.IonStyle)
	last := -1.0
	for _, x := range styles.X {
		if x == last {
			continue
		}
		last = x
		style := mechanism.Style(x)
		if style.CInit() {
			own[mechanism.IonIn], own[mechanism.IonOut] = true, true
		}
		if style.EInit() || style.EAdvance() {
			own[mechanism.IonE] = true
		}
	}
}

// From manyNodes on, and bytesPerNode that were allocated for each since, building
// a model leaves memory behind that is worth giving back; objectsPerNode are few
// enough to look through them.
const (
	manyNodes      = 20000
	bytesPerNode   = 200
	objectsPerNode = 2
)

// built is what had been allocated when memory was last given back [bytes].
var built atomic.Uint64

// giveBack gives to the operating system the memory that building a large model
// has left: lists that have grown, columns in another order. The garbage collector
// by itself would keep as much as the model takes. Where a script has made many
// objects, it is left to itself: it takes its time to look through them.
func giveBack(nodes int) {
	if nodes < manyNodes {
		return
	}
	heap := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/gc/heap/objects:objects"}}
	metrics.Read(heap)
	total, objects := heap[0].Value.Uint64(), heap[1].Value.Uint64()
	if total-built.Load() >= uint64(nodes)*bytesPerNode && objects <= uint64(nodes)*objectsPerNode {
		debug.FreeOSMemory()
		built.Store(total)
	}
}

// compact stores columns that are the same everywhere once, but for those that a
// run writes, and gives back the room that building has left.
func (s *Solver) compact() {
	w := s.written()
	s.Model.Compact(func(c int) bool { return !w.nodes[c] }, readsNode)
	known := map[int]*mechanism.Table{} // the last one of each length
	for _, m := range s.Model.Mechs.Made() {
		t, own := m.Table, w.mechs[m]
		m.Compact(func(c int) bool { return !own[c] })
		if t.Len() > 0 && singly(m.Type) {
			t.ID(0) // threads may ask for others
		}
		if with := known[t.Len()]; with != nil && t.Len() >= mechanism.UniformFrom {
			t.ShareRows(with)
		}
		known[t.Len()] = t
	}
}

// spread gives the columns that a run reads or writes in places their rows.
func (s *Solver) spread() {
	w := s.written()
	for c, own := range w.nodes {
		if own {
			s.Model.Nodes.Column(c)
		}
	}
	for m, columns := range w.mechs {
		for c, own := range columns {
			if own {
				m.Table.Column(c)
			}
		}
	}
	place := func(src Source) {
		if h, ok, err := src.Resolve(); ok && err == nil && h.Valid() {
			h.Table.Column(h.Col)
		}
	}
	for _, r := range s.recorders {
		place(r.From)
	}
	for _, p := range s.players {
		place(p.To)
	}
	for _, p := range s.randoms {
		place(p.to)
	}
	for _, to := range s.pointers {
		place(to)
	}
	if !s.Model.Nodes.Values(mechanism.NodeICap).Uniform { // they are used together
		s.Model.Nodes.Column(mechanism.NodeCm)
	}
	s.Model.SetEnds()
}
