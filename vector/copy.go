package vector

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Copy gives a new Vector with the elements of the range.
func (v *Vector) Copy(bounds ...int) (*Vector, error) {
	xs, err := v.span("c", bounds)
	if err != nil {
		return nil, err
	}
	return Of(xs), nil
}

// CopyFrom makes the receiver hold the elements of src. The label stays.
func (v *Vector) CopyFrom(src *Vector) *Vector {
	if v != src {
		v.set(src.data)
	}
	return v
}

// Part says which elements a CopyPart takes and where it puts them.
type Part struct {
	Dest            int // index of the first element that is written
	First, Last     int // first and last element of the source; Last -1 is its end
	DestInc, SrcInc int // from one element to the next; 0 is 1
}

// CopyPart writes the elements First, First+SrcInc, ... up to Last of src to
// Dest, Dest+DestInc, ... of the receiver, which grows where needed (with zeros
// between) and keeps its other elements. An empty src writes nothing. The source
// is read before anything is written, so it may be the receiver.
func (v *Vector) CopyPart(src *Vector, p Part) error {
	p.DestInc, p.SrcInc = max(p.DestInc, 1), max(p.SrcInc, 1)
	if p.Dest < 0 {
		return fault.New(fault.Range, "Vector.copy: the destination index %d is negative", p.Dest)
	}
	last := p.Last
	if last == -1 {
		last = len(src.data) - 1
	}
	var xs []float64
	if len(src.data) > 0 || p.First > 0 || p.Last > 0 {
		part, err := src.span("copy", []int{p.First, last})
		if err != nil {
			return err
		}
		xs = make([]float64, 0, (len(part)-1)/p.SrcInc+1)
		for i := 0; i < len(part); i += p.SrcInc {
			xs = append(xs, part[i])
		}
	}
	need := float64(p.Dest)
	if len(xs) > 0 {
		need += float64(len(xs)-1)*float64(p.DestInc) + 1
	}
	if err := CheckLen(need); err != nil {
		return err
	}
	if int(need) > len(v.data) {
		if err := v.Resize(int(need)); err != nil {
			return err
		}
	}
	for k, x := range xs {
		v.data[p.Dest+k*p.DestInc] = x
	}
	return nil
}

// CopyIndexed sets v[dest[k]] = src[from[k]] for every k that both index
// Vectors have. As in NEURON, fractions of an index are cut off, a pair with an
// index outside its Vector is left out, and the size stays.
func (v *Vector) CopyIndexed(src, from, dest *Vector) *Vector {
	xs := src.data
	if v == src {
		xs = slices.Clone(xs)
	}
	for k := range min(len(from.data), len(dest.data)) {
		i, j := int(from.data[k]), int(dest.data[k])
		if i >= 0 && i < len(xs) && j >= 0 && j < len(v.data) {
			v.data[j] = xs[i]
		}
	}
	return v
}
