package solver

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/random"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/solver/event"
)

// State is what a run has come to: from it, the same model goes on bit for bit.
//
// As NEURON's SaveState it holds the time; the potentials; the states and
// assigned variables of all mechanisms, and the parameters of those that receive
// events; the concentrations, potentials and currents of ions; the weights of
// NetCons and which sources are above their threshold; the waiting events, self
// events and conditions of WATCH; the sequences of random numbers; how far played Vectors are, and what they play
// into. It does not hold
// what a script sets and no run changes: other parameters, global variables,
// celsius, dt, delays, thresholds.
type State struct {
	Sections   []savedSection // of the model
	Nodes      [][]float64
	Mechs      map[string]savedMech // those that have instances
	T, Visible float64              // [ms]
	Above      []bool               // of each source of events
	Weights    [][]float64
	Watches    []savedWatch
	Events     []savedEvent // in the order of their delivery
	Players    []savedPlayer
	Recorders  []savedRecorder
	Callbacks  []savedCallback
	Turns      int
	Scop       uint32         // of scop_random
	Randoms    []random.Place // of Solver.AddRandom
	Streams    []savedStream  // that instances made for themselves
}

// savedSection is what a State depends on of a section.
type savedSection struct {
	Name string
	Nseg int
}

type savedMech struct {
	Instances int
	Columns   [][]float64
}

// savedPlace names an instance by its mechanism and row.
type savedPlace struct {
	Mech string
	Row  int
}

type savedStream struct {
	Of         savedPlace
	Slot       int
	Seq, Which int
}

type savedWatch struct {
	Of    savedPlace
	K     int
	Flag  float64
	Above bool
	Round int
}

// savedEvent is a waiting event. K is the place of what it is for in the
// solver's list of its kind; for a self event that of the NetCon whose weights
// it carries, or -1.
type savedEvent struct {
	T       float64
	Kind    eventKind
	K       int
	Of      savedPlace
	Flag    float64
	Pending bool // net_move would move it
}

type eventKind int

const (
	netConEvent eventKind = iota
	selfEventKind
	watchEventKind
	recorderEvent
	playerEvent
	callbackEvent
)

type savedPlayer struct {
	Into        string
	Started     bool
	Next, Index int
	Value       float64 // of what is played into
}

type savedRecorder struct {
	From    string
	Started bool
	Next    int
}

// savedCallback is a function of CVode.event that waits.
type savedCallback struct {
	T    float64
	Turn int
	fn   func() error // stays in this process
}

// Save takes the state of the run.
func (s *Solver) Save() (*State, error) {
	s.Model.AskICap()
	if err := s.prepare(); err != nil {
		return nil, err
	}
	x := &State{Mechs: map[string]savedMech{}, T: s.t, Visible: s.visibleT, Turns: s.turns}
	for _, sec := range s.Model.Sections() {
		x.Sections = append(x.Sections, savedSection{sec.Name(), sec.Nseg()})
	}
	x.Nodes = copyAll(s.savedNodes())
	for _, m := range s.Model.Mechs.Made() {
		if m.Table.Len() > 0 {
			x.Mechs[m.Type.Name] = savedMech{m.Table.Len(), copyAll(savedColumns(m))}
		}
	}
	for _, src := range s.net.sources.all() {
		x.Above = append(x.Above, src.above)
	}
	connection, weights := map[*NetCon]int{}, map[*float64]int{} // weights are a NetCon's
	for i, c := range s.net.netcons.all() {
		x.Weights = append(x.Weights, slices.Clone(c.Weight))
		connection[c], weights[&c.Weight[0]] = i, i
	}
	places := s.places()
	for _, w := range s.watches.list {
		x.Watches = append(x.Watches, savedWatch{places[w.of], w.k, w.flag, w.above, w.of.round - w.round})
	}
	for _, p := range s.players {
		x.Players = append(x.Players, savedPlayer{p.To.String(), p.started, p.next, p.index, p.dst.get(s, s.t)})
	}
	for _, r := range s.recorders {
		x.Recorders = append(x.Recorders, savedRecorder{r.From.String(), r.started, r.next})
	}
	for _, c := range s.callbacks {
		x.Callbacks = append(x.Callbacks, savedCallback{c.t, c.turn, c.fn})
	}
	for t, e := range s.queue.InOrder() {
		if ended(e) {
			continue
		}
		saved := savedEvent{T: t, K: -1}
		switch e := e.(type) {
		case *NetCon:
			saved.Kind, saved.K = netConEvent, connection[e]
		case *selfEvent:
			if !e.to.Valid() {
				continue
			}
			saved.Kind, saved.Of, saved.Flag, saved.Pending = selfEventKind, places[e.to], e.flag, e.to.pending == e
			if len(e.weights) > 0 {
				if k, ok := weights[&e.weights[0]]; ok {
					saved.K = k
				}
			}
		case *watchEvent:
			saved.Kind, saved.Of, saved.Flag = watchEventKind, places[e.w.of], e.w.flag
		case *Recorder:
			saved.Kind, saved.K = recorderEvent, slices.Index(s.recorders, e)
		case *Player:
			saved.Kind, saved.K = playerEvent, slices.Index(s.players, e)
		case *callback:
			saved.Kind, saved.K = callbackEvent, slices.Index(s.callbacks, e)
		default:
			panic(fmt.Sprintf("solver: an event of type %T cannot be saved", e))
		}
		x.Events = append(x.Events, saved)
	}
	x.Scop = s.Model.Mechs.Random().State()
	for _, r := range s.allRandoms {
		x.Randoms = append(x.Randoms, r.Place())
	}
	for _, m := range s.Model.Mechs.Made() {
		for _, k := range m.KeptStreams() {
			seq, which := k.Stream.Seq()
			x.Streams = append(x.Streams, savedStream{savedPlace{m.Type.Name, k.Row}, k.Slot, int(seq), which})
		}
	}
	return x, nil
}

// Restore brings the model to a state: the run goes on from there. With
// keepEvents it leaves the waiting events as they are. A state of another model
// is an error and changes nothing.
func (s *Solver) Restore(x *State, keepEvents bool) error {
	if err := s.prepare(); err != nil {
		return err
	}
	if err := s.matches(x); err != nil {
		return err
	}
	s.failed = nil
	s.t, s.visibleT = x.T, x.Visible
	loadAll(s.savedNodes(), x.Nodes)
	for name, saved := range x.Mechs {
		loadAll(savedColumns(s.Model.Mechs.Get(name)), saved.Columns)
	}
	for i, src := range s.net.sources.all() {
		src.above = x.Above[i]
	}
	for i, c := range s.net.netcons.all() {
		copy(c.Weight, x.Weights[i])
	}
	s.watches.list = nil
	for _, w := range x.Watches {
		of := s.targetAt(w.Of)
		s.watches.list = append(s.watches.list, &watch{of: of, cond: of.Mech.Type.Receive.Watches[w.K], k: w.K, flag: w.Flag, above: w.Above, round: of.round - w.Round})
	}
	s.restoreRandom(x)
	if !keepEvents {
		s.restoreEvents(x)
	}
	s.transfer.run(s) // to what POINTER variables point, which no table holds
	return nil
}

func (s *Solver) restoreRandom(x *State) {
	s.Model.Mechs.Random().SetState(x.Scop)
	for i, r := range s.allRandoms {
		r.Go(x.Randoms[i])
	}
	saved := map[savedPlace]map[int]savedStream{}
	for _, k := range x.Streams {
		if saved[k.Of] == nil {
			saved[k.Of] = map[int]savedStream{}
		}
		saved[k.Of][k.Slot] = k
	}
	for _, m := range s.Model.Mechs.Made() {
		for _, k := range m.KeptStreams() {
			if was, ok := saved[savedPlace{m.Type.Name, k.Row}][k.Slot]; ok {
				k.Stream.SetSeq(uint32(was.Seq), was.Which)
			}
		}
	}
}

func (s *Solver) restoreEvents(x *State) {
	s.clearEvents()
	for _, t := range s.net.senders {
		t.pending = nil
	}
	s.turns = x.Turns
	s.callbacks = nil
	for _, c := range x.Callbacks {
		s.callbacks = append(s.callbacks, &callback{t: c.T, fn: c.fn, turn: c.Turn, s: s})
	}
	// Recordings and plays that are no longer what they were start as
	// Finitialize would have them.
	recorders := map[int]*Recorder{}
	for i, r := range s.recorders {
		if i < len(x.Recorders) && x.Recorders[i].From == r.From.String() {
			r.started, r.next = x.Recorders[i].Started, x.Recorders[i].Next
			recorders[i] = r
		}
	}
	players := map[int]*Player{}
	for i, p := range s.players {
		if i < len(x.Players) && x.Players[i].Into == p.To.String() {
			p.started, p.next, p.index = x.Players[i].Started, x.Players[i].Next, x.Players[i].Index
			players[i] = p
			if p.started {
				p.set(x.Players[i].Value)
			}
		}
	}
	for _, e := range x.Events {
		var what event.Event
		switch e.Kind {
		case netConEvent:
			s.net.netcons.all()[e.K].Event(e.T)
		case selfEventKind:
			self := &selfEvent{to: s.targetAt(e.Of), flag: e.Flag}
			if e.K >= 0 {
				self.weights = s.net.netcons.all()[e.K].Weight
			}
			if e.Pending {
				self.to.wait(self)
			}
			what = self
		case watchEventKind:
			what = &watchEvent{&watch{of: s.targetAt(e.Of), flag: e.Flag}}
		case recorderEvent:
			if r := recorders[e.K]; r != nil {
				what = r
			}
		case playerEvent:
			if p := players[e.K]; p != nil {
				what = p
			}
		case callbackEvent:
			what = s.callbacks[e.K]
		}
		if what != nil {
			s.queue.Put(e.T, what)
		}
	}
	s.samples.bind(s)
}

// savedColumn is a column that a State holds.
type savedColumn struct {
	table *mechanism.Table
	c     int
}

// savedNodes lists the columns of nodes that a State holds.
func (s *Solver) savedNodes() []savedColumn {
	n := s.Model.Nodes
	return []savedColumn{{n, mechanism.NodeV}, {n, mechanism.NodeICap}, {n, mechanism.NodeIMem}}
}

// savedColumns lists the columns of a mechanism that a State holds.
func savedColumns(m *mechanism.Mechanism) []savedColumn {
	var out []savedColumn
	for _, v := range m.Type.Vars {
		if v.Role == mechanism.Parameter && m.Type.Receive == nil && m.Type.Kind != mechanism.IonKind {
			continue
		}
		for k := range max(v.Size, 1) {
			out = append(out, savedColumn{m.Table, v.Column + k})
		}
	}
	return out
}

func copyAll(columns []savedColumn) [][]float64 {
	out := make([][]float64, len(columns))
	for i, x := range columns {
		out[i] = x.table.Copy(x.c)
	}
	return out
}

func loadAll(to []savedColumn, from [][]float64) {
	for i, x := range to {
		x.table.Load(x.c, from[i])
	}
}

// sameShape reports whether columns are as many and as long.
func sameShape(a [][]float64, b []savedColumn) bool {
	return slices.EqualFunc(a, b, func(a []float64, b savedColumn) bool { return len(a) == b.table.Len() })
}

// places gives the place of every instance that events are for.
func (s *Solver) places() map[*Target]savedPlace {
	out := map[*Target]savedPlace{}
	for m, targets := range s.net.targets {
		for id, t := range targets {
			if row, ok := m.Table.Row(id); ok {
				out[t] = savedPlace{m.Type.Name, row}
			}
		}
	}
	return out
}

func (s *Solver) targetAt(p savedPlace) *Target {
	m := s.Model.Mechs.Get(p.Mech)
	return s.Target(m, m.Table.ID(p.Row))
}

// matches says whether a state is one of this model.
func (s *Solver) matches(x *State) error {
	other := func(format string, args ...any) error {
		return fault.New(fault.Model, "the state was saved from another model: "+format, args...).
			WithHint("restore it into the model it was saved from, made in the same order")
	}
	sections := s.Model.Sections()
	if len(sections) != len(x.Sections) {
		return other("it has %d sections, this one %d", len(x.Sections), len(sections))
	}
	for i, sec := range sections {
		if was := x.Sections[i]; was.Name != sec.Name() || was.Nseg != sec.Nseg() {
			return other("its section %s has nseg %d, here %s has nseg %d", was.Name, was.Nseg, sec.Name(), sec.Nseg())
		}
	}
	for _, m := range s.Model.Mechs.All() {
		saved, n := x.Mechs[m.Type.Name], m.Table.Len()
		if n != saved.Instances {
			return other("it has %d %s, this one %d", saved.Instances, m.Type.Name, n)
		}
		if n > 0 && !sameShape(saved.Columns, savedColumns(m)) {
			return other("%s had other variables", m.Type.Name)
		}
	}
	for name := range x.Mechs {
		if s.Model.Mechs.Get(name) == nil {
			return other("it has the mechanism %s, which this one does not know", name)
		}
	}
	if len(x.Weights) != s.net.netcons.len() {
		return other("it has %d NetCons, this one %d", len(x.Weights), s.net.netcons.len())
	}
	for i, c := range s.net.netcons.all() {
		if len(x.Weights[i]) != len(c.Weight) {
			return other("its NetCon[%d] has %d weights, here %d", i, len(x.Weights[i]), len(c.Weight))
		}
	}
	if len(x.Randoms) != len(s.allRandoms) {
		return other("it has %d Randoms, this one %d", len(x.Randoms), len(s.allRandoms))
	}
	for i, r := range s.allRandoms {
		if !r.CanGo(x.Randoms[i]) {
			return other("the Random made as number %d had another generator", i+1)
		}
	}
	if len(x.Above) != s.net.sources.len() || !sameShape(x.Nodes, s.savedNodes()) || !s.known(x) {
		return other("its events are for other things")
	}
	return nil
}

// known reports whether everything that a state refers to exists.
func (s *Solver) known(x *State) bool {
	instance := func(p savedPlace) bool {
		m := s.Model.Mechs.Get(p.Mech)
		return m != nil && p.Row >= 0 && p.Row < m.Table.Len() && m.Type.Receive != nil
	}
	for _, w := range x.Watches {
		if !instance(w.Of) || w.K < 0 || w.K >= len(s.Model.Mechs.Get(w.Of.Mech).Type.Receive.Watches) {
			return false
		}
	}
	sizes := map[eventKind]int{netConEvent: s.net.netcons.len(), selfEventKind: s.net.netcons.len(), recorderEvent: len(x.Recorders),
		playerEvent: len(x.Players), callbackEvent: len(x.Callbacks)}
	for _, e := range x.Events {
		if e.Kind == selfEventKind || e.Kind == watchEventKind {
			if !instance(e.Of) {
				return false
			}
			if e.K == -1 {
				continue
			}
		}
		if e.K < 0 || e.K >= sizes[e.Kind] {
			return false
		}
	}
	return true
}

// stateHeader is how a file of a State begins.
const stateHeader = "gneuron state 1\n"

// Write writes the state. Functions that wait for their time (CVode.event) cannot
// go into a file: they are an error.
func (x *State) Write(w io.Writer) error {
	if n := len(x.Callbacks); n > 0 {
		return fault.New(fault.Type, "the state cannot be written: a function of CVode.event waits for t = %g ms, and functions do not go into files", x.Callbacks[0].T).
			WithHint("save before it is set up, and call CVode.event again after restore()")
	}
	if _, err := io.WriteString(w, stateHeader); err != nil {
		return err
	}
	return gob.NewEncoder(w).Encode(x)
}

// ReadState reads what Write has written.
func ReadState(r io.Reader) (*State, error) {
	head := make([]byte, len(stateHeader))
	if _, err := io.ReadFull(r, head); err != nil || string(head) != stateHeader {
		return nil, fault.New(fault.Model, "this is not a saved state of gneuron").WithHint("SaveState.fwrite writes such files")
	}
	x := &State{}
	if err := gob.NewDecoder(r).Decode(x); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			return nil, fault.New(fault.Model, "the saved state ends too early")
		}
		return nil, fault.New(fault.Model, "the saved state is damaged: %v", err)
	}
	return x, nil
}
