package mechanism

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
