package solver

// sequence keeps elements in the order in which they were added. Taking one out
// leaves a hole; holes are closed when the elements are next listed, or when
// there are many, so that removing takes the same time however long the sequence
// is. P says where an element keeps its place. The zero sequence is empty.
type sequence[T any, P placer[T]] struct {
	items []*T // nil: a hole
	holes int
}

// placer gives the number in which an element keeps its place in a sequence. An
// element is in one sequence at a time for each kind of placer.
type placer[T any] interface{ place(x *T) *int }

func (q *sequence[T, P]) add(x *T) {
	var p P
	*p.place(x) = len(q.items)
	q.items = append(q.items, x)
}

func (q *sequence[T, P]) remove(x *T) {
	var p P
	q.items[*p.place(x)] = nil
	q.holes++
	if q.holes > len(q.items)/2 {
		q.close()
	}
}

// close moves the elements together, into memory of their own: what iterates
// over all goes on undisturbed.
func (q *sequence[T, P]) close() {
	old := q.items
	q.items, q.holes = make([]*T, 0, q.len()), 0
	for _, x := range old {
		if x != nil {
			q.add(x)
		}
	}
}

func (q *sequence[T, P]) len() int { return len(q.items) - q.holes }

// all lists the elements. Those that are removed while one iterates over the list
// may turn to nil.
func (q *sequence[T, P]) all() []*T {
	if q.holes > 0 {
		q.close()
	}
	return q.items
}

// The places of a NetCon in the network and among those of its source, and that
// of a source in the network.
type (
	netconPlace struct{}
	outputPlace struct{}
	sourcePlace struct{}
)

func (netconPlace) place(c *NetCon) *int        { return &c.place }
func (outputPlace) place(c *NetCon) *int        { return &c.output }
func (sourcePlace) place(src *EventSource) *int { return &src.place }
