// Package section holds the model: sections joined to trees, their segments,
// 3-D points, inserted mechanisms, range variables and point processes. It
// knows nothing of time.
//
// Every number lives in a column of a table (package mechanism): those of nodes
// in Model.Nodes, those of mechanisms in the tables of Model.Mechs. Sections
// keep the RowIDs of their rows. Prepare brings the tables into the order in
// which the solver works.
package section

import (
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// Defaults of a new section, as in NEURON.
const (
	DefaultL       = 100.0 // [um]
	DefaultDiam    = 500.0 // [um]
	DefaultRa      = 35.4  // [ohm cm]
	DefaultCm      = 1.0   // [uF/cm2]
	DefaultV       = -65.0 // [mV]
	DefaultCelsius = 6.3   // [degC]
	MaxNseg        = 32767
	// endArea stands in for the area of the nodes at the ends of a section,
	// which have none: with it, their equations are in nA and uS.
	endArea = 100.0
)

// Model is a set of sections with their mechanisms and point processes.
type Model struct {
	Nodes   *mechanism.Table    // columns mechanism.NodeV ...; one row per node
	Mechs   *mechanism.Registry // all mechanisms that can be inserted, ions included
	Celsius float64             // temperature [degC]; see SetCelsius
	// FastIMem says whether the range variable i_membrane_ is computed.
	FastIMem bool
	// FillICap, if not nil, is called when i_cap is asked for the first time
	// and has not been computed (AskICap), to fill its column.
	FillICap func(column []float64)
	// Warn is told of what is allowed, but probably not meant: one sentence
	// without prefix. New sets it to a line "warning: ..." on stderr.
	Warn func(text string)

	sections []*Section
	points   []*PointProcess
	gone     bool // some of sections or points are deleted

	atNode   map[mechanism.RowID][]*PointProcess // oldest first
	numbers  map[*mechanism.Mechanism]*numbering // of point processes
	unnamed  int
	warned   map[*mechanism.Var]bool
	askedCap bool
	version  int
	ordered  int // version that Prepare has put in order
	reshaped bool
	parent   []int32
	ends     []int32 // rows
	groups   []int32 // first rows
	weaves   []Weave
	inOrder  []*Section // breadth first; see order
	orderOf  int        // version of inOrder

	resampling resampling // of the last section
}

// New makes an empty model that knows all built-in mechanisms.
func New() *Model {
	m := newModel(mechanism.NewRegistry())
	m.registerBuiltins()
	return m
}

func newModel(r *mechanism.Registry) *Model {
	m := &Model{Mechs: r, Warn: func(text string) { fmt.Fprintln(os.Stderr, "warning: "+text) }}
	m.clear()
	return m
}

func (m *Model) clear() {
	names := make([]string, mechanism.NumNodeColumns)
	for c, name := range map[int]string{
		mechanism.NodeV: "v", mechanism.NodeArea: "area", mechanism.NodeDiam: "diam",
		mechanism.NodeCm: "cm", mechanism.NodeRhs: "rhs", mechanism.NodeD: "d",
		mechanism.NodeA: "a", mechanism.NodeB: "b",
		mechanism.NodeICap: "i_cap", mechanism.NodeIMem: "i_membrane_",
	} {
		names[c] = name
	}
	m.Nodes = mechanism.NewTable("node", names...)
	m.Celsius = DefaultCelsius
	m.FastIMem, m.askedCap = false, false
	m.sections, m.points, m.gone = nil, nil, false
	m.atNode = map[mechanism.RowID][]*PointProcess{}
	m.numbers = map[*mechanism.Mechanism]*numbering{}
	m.warned = map[*mechanism.Var]bool{}
	m.unnamed = 0
	m.parent, m.ends, m.groups, m.weaves = nil, nil, nil, nil
	m.reshaped = true
	m.changed()
}

// AskICap has the range variable i_cap computed from now on. A large model does
// without until it is asked for.
func (m *Model) AskICap() {
	if m.askedCap {
		return
	}
	m.askedCap = true
	if m.Nodes.Values(mechanism.NodeICap).Uniform && m.FillICap != nil {
		m.FillICap(m.Nodes.Column(mechanism.NodeICap))
	}
}

// AskedICap tells whether somebody has asked for i_cap.
func (m *Model) AskedICap() bool { return m.askedCap }

// changed notes that the structure of the model is another one.
func (m *Model) changed() { m.version++ }

// Beside makes an empty model with the same mechanisms, global variables and
// temperature. What the one was warned of the other is not warned of again.
func (m *Model) Beside() *Model {
	other := newModel(m.Mechs.Copy())
	other.Celsius, other.FastIMem, other.Warn, other.warned = m.Celsius, m.FastIMem, m.Warn, m.warned
	return other
}

// Version changes with anything structural: sections, nseg, connections,
// inserted mechanisms, point processes. Changed parameters and geometry are
// not structural.
func (m *Model) Version() int { return m.version }

// Reset forgets all sections and point processes, and gives celsius and the
// global variables of all mechanisms their defaults. Mechanisms stay known.
func (m *Model) Reset() {
	for _, p := range m.PointProcesses() {
		p.Delete()
	}
	for _, s := range m.Sections() {
		s.Delete()
	}
	for _, mech := range m.Mechs.Made() {
		mech.ResetGlobals()
	}
	m.Mechs.Random().Restart()
	m.clear()
}

// SetCelsius sets the temperature, from -273.15 to 1e6 [degC].
func (m *Model) SetCelsius(x float64) error {
	if math.IsNaN(x) || x < -mechanism.Zero || x > 1e6 {
		return outside("celsius", x, -mechanism.Zero, 1e6)
	}
	m.Celsius = x
	return nil
}

// NewSection makes a section: nseg 1, L 100, diam 500, Ra 35.4, cm 1, v -65.
// Names need not be unique; a section without name gets one.
func (m *Model) NewSection(name string) *Section {
	m.changed()
	if name == "" {
		m.unnamed++
		name = fmt.Sprintf("__nrnsec_0x%x", m.unnamed)
	}
	s := &Section{m: m, name: name, root: mechanism.NoRow,
		length: DefaultL, ra: DefaultRa, rall: 1}
	s.root = m.newNodes(3)
	s.nodes = []mechanism.RowID{s.root + 1, s.root + 2}
	m.node(s.nodes[0], mechanism.NodeCm).Set(DefaultCm)
	m.sections = append(m.sections, s)
	s.reshape()
	return s
}

// newNode makes a node as at an end, where there is no membrane: cm is 0.
func (m *Model) newNode() mechanism.RowID { return m.newNodes(1) }

// newNodes makes n such nodes and gives the first; the others follow it.
func (m *Model) newNodes(n int) mechanism.RowID {
	var x [mechanism.NumNodeColumns]float64
	x[mechanism.NodeV], x[mechanism.NodeArea], x[mechanism.NodeDiam] = DefaultV, endArea, DefaultDiam
	return m.Nodes.AddRows(noRows(n), x[:])
}

// node gives a number of a node.
func (m *Model) node(id mechanism.RowID, col int) mechanism.Handle {
	return mechanism.Handle{Table: m.Nodes, Col: col, ID: id}
}

// compact takes deleted sections and point processes out of the lists.
func (m *Model) compact() {
	if m.gone {
		m.sections = slices.DeleteFunc(m.sections, (*Section).Deleted)
		m.points = slices.DeleteFunc(m.points, (*PointProcess).Deleted)
		m.gone = false
	}
}

// Sections lists the sections in order of creation (NEURON's allsec).
func (m *Model) Sections() []*Section {
	m.compact()
	return slices.Clone(m.sections)
}

// Roots lists the sections without parent in order of creation.
func (m *Model) Roots() []*Section {
	m.compact()
	var roots []*Section
	for _, s := range m.sections {
		if s.parent == nil {
			roots = append(roots, s)
		}
	}
	return roots
}

// PointProcesses lists the point processes in order of creation.
func (m *Model) PointProcesses() []*PointProcess {
	m.compact()
	return slices.Clone(m.points)
}

// outside says that a number is not a number or outside [lo, hi].
func outside(what string, x, lo, hi float64) *fault.Error {
	return (&mechanism.Limits{Lo: lo, Hi: hi}).Check(what, x)
}
