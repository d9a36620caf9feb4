package solver

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// MaxGid is the largest global identifier.
const MaxGid = math.MaxInt32

// gids are the global identifiers of event sources. A gid belongs to this
// process (own) or stands for a source that no cell here has (inputs).
type gids struct {
	own    map[int]*EventSource // nil: no source yet
	inputs map[int]*EventSource
}

// Gid gives the global identifier of the source; ok is false where it has none.
func (src *EventSource) Gid() (gid int, ok bool) { return src.gid, src.hasGid }

// AddGid says that a gid belongs to this process. It must be new.
func (s *Solver) AddGid(gid int) error {
	if err := checkGid(gid); err != nil {
		return err
	}
	if _, ok := s.gids.inputs[gid]; ok {
		return gidFault(gid, "gid %d is already connected to as the gid of another process", gid).
			WithHint("set_gid2node and cell come before gid_connect")
	}
	if _, ok := s.gids.own[gid]; ok {
		return gidFault(gid, "gid %d was already given out", gid).WithHint("each cell needs a gid of its own; gid_clear() forgets all")
	}
	if s.gids.own == nil {
		s.gids.own = map[int]*EventSource{}
	}
	s.gids.own[gid] = nil
	return nil
}

func checkGid(gid int) error {
	if gid < 0 || gid > MaxGid {
		return fault.Outside("gid", float64(gid), 0, MaxGid)
	}
	return nil
}

func gidFault(gid int, format string, args ...any) *fault.Error {
	e := fault.New(fault.Model, format, args...)
	e.Variable, e.Value = "gid", float64(gid)
	return e
}

// GidState is 0 for a gid that is not of this process, 1 for one without a
// source, 2 for one whose source tells no other process of its events, 3 for
// one whose source does.
func (s *Solver) GidState(gid int) int {
	src, ok := s.gids.own[gid]
	switch {
	case !ok:
		return 0
	case src == nil:
		return 1
	case !src.output:
		return 2
	}
	return 3
}

// SetGidSource gives a gid of this process its source. It stays when the last
// NetCon of the source goes. output says whether the source tells other
// processes, and SpikeRecord of all, of its events.
func (s *Solver) SetGidSource(gid int, src *EventSource, output bool) error {
	if err := checkGid(gid); err != nil {
		return err
	}
	if _, ok := s.gids.inputs[gid]; ok {
		return gidFault(gid, "gid %d is already connected to as the gid of another process", gid).
			WithHint("set_gid2node and cell come before gid_connect")
	}
	old, ok := s.gids.own[gid]
	if !ok {
		return gidFault(gid, "gid %d is not of this process", gid).WithHint("set_gid2node(%d, 0) comes first", gid)
	}
	if old != nil && old != src {
		return gidFault(gid, "gid %d is already that of another source", gid).WithHint("each cell needs a gid of its own")
	}
	if src.hasGid && src.gid != gid {
		return gidFault(gid, "the source for gid %d already has gid %d", gid, src.gid).WithHint("a source has one gid")
	}
	s.gids.own[gid] = src
	src.gid, src.hasGid, src.output = gid, true, output
	return nil
}

// GidSource gives the source of a gid of this process.
func (s *Solver) GidSource(gid int) (*EventSource, error) {
	if err := checkGid(gid); err != nil {
		return nil, err
	}
	src, ok := s.gids.own[gid]
	switch {
	case !ok:
		return nil, gidFault(gid, "gid %d is not of this process", gid).WithHint("set_gid2node(%d, 0) makes it so", gid)
	case src == nil:
		return nil, gidFault(gid, "gid %d has no source of events", gid).WithHint("cell(%d, netcon) gives it that of a NetCon", gid)
	}
	return src, nil
}

// OutputGid has the source of a gid tell other processes of its events.
func (s *Solver) OutputGid(gid int) error {
	src, err := s.GidSource(gid)
	if err == nil {
		src.output = true
	}
	return err
}

// ConnectGid makes a NetCon from the source of a gid; where c is not nil, that
// one gets it as its source instead. The source of a gid that is not of this
// process sends what FireGid sends.
func (s *Solver) ConnectGid(gid int, target *Target, c *NetCon) (*NetCon, error) {
	if err := checkGid(gid); err != nil {
		return nil, err
	}
	if src, ok := s.gids.own[gid]; ok && src == nil {
		_, err := s.GidSource(gid)
		return nil, err
	}
	if c == nil {
		c = s.Connect(target)
	}
	c.setSource(s.gidSource(gid))
	return c, nil
}

// gidSource gives the source of a gid, and makes one for a gid of another
// process.
func (s *Solver) gidSource(gid int) *EventSource {
	if src := s.gids.own[gid]; src != nil {
		return src
	}
	src := s.gids.inputs[gid]
	if src == nil {
		if s.gids.inputs == nil {
			s.gids.inputs = map[int]*EventSource{}
		}
		src = &EventSource{Threshold: DefaultThreshold, gid: gid, hasGid: true}
		s.gids.inputs[gid] = src
		s.net.sources.add(src)
	}
	return src
}

// FireGid lets an event of a gid that is not of this process leave at time t
// [ms].
func (s *Solver) FireGid(gid int, t float64) {
	if src := s.gids.inputs[gid]; src != nil {
		src.send(s, t)
	}
}

// FireGid serves the code of instances.
func (m simulator) FireGid(gid int, t float64) { m.s.FireGid(gid, t) }

// OutputSources lists the sources that tell other processes of their events.
func (s *Solver) OutputSources() []*EventSource {
	var out []*EventSource
	for _, src := range s.net.sources.all() {
		if src.output {
			out = append(out, src)
		}
	}
	return out
}

// ClearGids forgets all gids. Sources with NetCons stay.
func (s *Solver) ClearGids() {
	s.gids = gids{}
	var idle []*EventSource
	for _, src := range s.net.sources.all() {
		src.gid, src.hasGid, src.output = 0, false, false
		if src.outputs.len() == 0 {
			idle = append(idle, src)
		}
	}
	for _, src := range idle {
		s.dropSource(src)
	}
}
