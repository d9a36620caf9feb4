package ode

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// input is the parameter of a model that synaptic input goes to.
const input = "I"

// Neuron is a single instance of a point model that is stepped by hand: input is added up
// for a step, which takes all of it.
type Neuron struct {
	b      *Batch
	method *Method
	into   int // column of the input
	input  float64
}

// NewNeuron makes an instance of a model with an input I. The method must have steps of
// fixed length.
func NewNeuron(m *Model, method *Method, single bool) (*Neuron, error) {
	into, _, err := m.Variable(input)
	if err != nil {
		return nil, err
	}
	b, err := m.NewBatch(1, single)
	if err != nil {
		return nil, err
	}
	if err := b.Initialize(0); err != nil {
		return nil, err
	}
	return &Neuron{b: b, method: method, into: into}, nil
}

// Get gives a variable by its column.
func (n *Neuron) Get(column int) float64 { return n.b.columns[column][0] }

// Set sets a variable.
func (n *Neuron) Set(column int, x float64) error { return n.b.Set(column, 0, x) }

// AddInput adds to the input of the next step.
func (n *Neuron) AddInput(x float64) error {
	if math.IsNaN(x - x) {
		e := fault.New(fault.Range, "the input of %s is %g, which is no finite number", n.b.m.Name, x)
		e.Mechanism, e.Value = n.b.m.Name, x
		return e
	}
	n.input = n.b.round(n.input + n.b.round(x))
	return nil
}

// Input is what was added up since the last step.
func (n *Neuron) Input() float64 { return n.input }

// Step makes a step of length h with the input, which is 0 after it. Where the condition of
// a WATCH holds at its end, what it asks for happens. When a state stops being finite the
// neuron is left as it was.
func (n *Neuron) Step(h float64) error {
	b := n.b
	if !(h > 0) || math.IsInf(h, 0) {
		e := fault.New(fault.Range, "the step of %s is %g; it must be finite and greater than 0", b.m.Name, h)
		e.Mechanism, e.Value = b.m.Name, h
		return e
	}
	var few [8]float64
	before := few[:0]
	for _, s := range b.m.States {
		before = append(before, b.columns[s.Column][0])
	}
	b.columns[n.into][0] = n.input
	if err := b.Step(n.method, 0, h); err != nil {
		return err
	}
	for i, s := range b.m.States {
		if x := b.columns[s.Column][0]; math.IsNaN(x - x) {
			for i, s := range b.m.States {
				b.columns[s.Column][0] = before[i]
			}
			e := fault.New(fault.Model, "%s of %s became %g in a step of %g ms from %g", s.Name, b.m.Name, x, h, before[i])
			e.Mechanism, e.Variable, e.Value = b.m.Name, s.Name, x
			return e.WithHint("a shorter step may do, or an input that is not so strong")
		}
	}
	for w := range b.m.Watches() {
		if b.columns[b.at.margin+w][0] > 0 {
			b.columns[b.at.mask][0] = 1
			if err := b.whole.receive(w, 0, 1, 0); err != nil {
				return err
			}
		}
	}
	n.input = 0
	return nil
}

// Synapse is an instance of the equations of a synapse between two neurons.
type Synapse struct {
	b           *Batch
	method      *Method
	kind        *SynapseKind
	pre, post   *Neuron
	vPre, vPost int // columns of the potentials in the neurons
	steps       int

	columns map[string]int // of its variables
	last    float64        // the potential before the synapse in the last step
	pulse   float64        // how long it has released transmitter
}

// SynapseKind is what a synapse does in a step.
type SynapseKind struct {
	Model string
	step  func(*Synapse, float64) error
}

// The kinds of synapse.
var (
	Electrical = &SynapseKind{"ElectricalSynapse", (*Synapse).electrical}
	Chemical   = &SynapseKind{"ChemicalSynapse", (*Synapse).chemical}
	Diffusion  = &SynapseKind{"DiffusionSynapse", (*Synapse).diffusion}
)

// NewSynapse makes a synapse from one neuron to another, which measures the potential in
// the given column of each. Its equations make a number of steps in each of its own.
func NewSynapse(kind *SynapseKind, method *Method, single bool, pre *Neuron, vPre int, post *Neuron, vPost, steps int) (*Synapse, error) {
	m, err := Named(kind.Model)
	if err != nil {
		return nil, err
	}
	if steps < 1 || steps > 1e6 {
		return nil, fault.Outside("the number of steps of a synapse", float64(steps), 1, 1e6)
	}
	b, err := m.NewBatch(1, single)
	if err != nil {
		return nil, err
	}
	if err := b.Initialize(0); err != nil {
		return nil, err
	}
	s := &Synapse{b: b, method: method, kind: kind, pre: pre, post: post, vPre: vPre, vPost: vPost, steps: steps, columns: map[string]int{}}
	for _, v := range m.Vars {
		s.columns[v.Name] = v.Column
	}
	s.last = pre.Get(vPre)
	return s, nil
}

// Model is the equations of the synapse.
func (s *Synapse) Model() *Model { return s.b.m }

// Get gives a variable by its column.
func (s *Synapse) Get(column int) float64 { return s.b.columns[column][0] }

// Set sets a variable.
func (s *Synapse) Set(column int, x float64) error { return s.b.Set(column, 0, x) }

// Step brings the currents up to date with the potentials, after a step of length h of the
// synapse's own equations. The neurons get the currents as input, but for a Chemical
// synapse, which leaves that to the caller.
func (s *Synapse) Step(h float64) error {
	if !(h > 0) || math.IsInf(h, 0) {
		return fault.New(fault.Range, "the step of a synapse is %g; it must be finite and greater than 0", h)
	}
	return s.kind.step(s, h)
}

func (s *Synapse) at(name string) *float64 { return &s.b.columns[s.columns[name]][0] }

func (s *Synapse) electrical(float64) error {
	*s.at("v1"), *s.at("v2") = s.pre.Get(s.vPre), s.post.Get(s.vPost)
	if err := s.b.whole.observe(0, 1, 0); err != nil {
		return err
	}
	if err := s.pre.AddInput(*s.at("i1")); err != nil {
		return err
	}
	return s.post.AddInput(*s.at("i2"))
}

func (s *Synapse) chemical(h float64) error {
	*s.at("v_pre"), *s.at("v_post") = s.pre.Get(s.vPre), s.post.Get(s.vPost)
	for range s.steps {
		if err := s.b.Step(s.method, 0, h); err != nil {
			return err
		}
	}
	return s.b.whole.observe(0, 1, 0)
}

func (s *Synapse) diffusion(h float64) error {
	v, thresh := s.pre.Get(s.vPre), *s.at("thresh")
	release := s.at("release")
	for range s.steps {
		if s.last < thresh && v >= thresh {
			*release, s.pulse = 1, 0
		}
		if *release != 0 {
			if s.pulse = s.b.round(s.pulse + s.b.round(h)); s.pulse > *s.at("max_release_time") {
				*release = 0
			}
		}
		if err := s.b.Step(s.method, 0, h); err != nil {
			return err
		}
		s.last = v
	}
	*s.at("v_post") = s.post.Get(s.vPost)
	if err := s.b.whole.observe(0, 1, 0); err != nil {
		return err
	}
	return s.post.AddInput(*s.at("i"))
}
