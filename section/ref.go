package section

import (
	"math"

	"github.com/gneuron/gneuron/mechanism"
)

// Ref names a range variable at a place (NEURON's _ref_v). It finds its number
// anew when the structure of the model has changed, so that it goes on with
// the segment that holds its x after nseg changed.
type Ref struct {
	Seg     Segment
	Name    string
	Element int // of an array, else -1

	handle  mechanism.Handle
	version int
}

// Ref makes a reference to a range variable.
func (g Segment) Ref(name string) (*Ref, error) { return g.RefElement(name, -1) }

// RefElement is Ref for element k of an array.
func (g Segment) RefElement(name string, k int) (*Ref, error) {
	r := &Ref{Seg: g, Name: name, Element: k}
	_, err := r.Handle()
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Handle gives the number as it is stored now.
func (r *Ref) Handle() (mechanism.Handle, error) {
	if v := r.Seg.Sec.m.version; r.version != v || r.handle.Table == nil || !r.handle.Valid() {
		h, err := r.Seg.VarElement(r.Name, r.Element)
		if err != nil {
			r.handle = mechanism.Handle{}
			return h, err
		}
		r.handle, r.version = h, v
	}
	if r.Name == "diam" && r.Seg.Sec.stale {
		r.Seg.Sec.measure()
	}
	return r.handle, nil
}

// Value reads the variable; NaN when it no longer exists.
func (r *Ref) Value() float64 {
	h, err := r.Handle()
	if err != nil {
		return math.NaN()
	}
	return h.Get()
}

// Set changes the variable, as Segment.Set does.
func (r *Ref) Set(x float64) error { return r.Seg.SetElement(r.Name, r.Element, x) }
