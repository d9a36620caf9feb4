package mechanism

import (
	"cmp"
	"slices"

	"github.com/gneuron/gneuron/internal/random123"
)

// objectKey names what an instance keeps besides numbers.
type objectKey struct {
	id   RowID // NoRow: of the mechanism as a whole
	slot int
}

// Object gives what the code of an instance keeps under a slot: a POINTER that
// holds no number but, say, a Random or memory from malloc. NoRow stands for
// what the mechanism as a whole keeps. It is nil where nothing was kept.
func (m *Mechanism) Object(id RowID, slot int) any { return m.objects[objectKey{id, slot}] }

// SetObject keeps x under a slot.
func (m *Mechanism) SetObject(id RowID, slot int, x any) {
	if m.objects == nil {
		m.objects = map[objectKey]any{}
	}
	m.objects[objectKey{id, slot}] = x
}

// Kept is a Random123 stream that an instance keeps as an object; Row is -1 for
// what the mechanism as a whole keeps.
type Kept struct {
	Row, Slot int
	Stream    *random123.Stream
}

// KeptStreams lists the streams that instances have made for themselves, by row.
func (m *Mechanism) KeptStreams() []Kept {
	var out []Kept
	for key, x := range m.objects {
		keeper, ok := x.(interface{ Stream() *random123.Stream })
		if !ok || keeper.Stream() == nil {
			continue
		}
		row, alive := m.Table.Row(key.id)
		if !alive {
			if key.id != NoRow {
				continue
			}
			row = -1
		}
		out = append(out, Kept{row, key.slot, keeper.Stream()})
	}
	slices.SortFunc(out, func(a, b Kept) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Slot, b.Slot)) })
	return out
}
