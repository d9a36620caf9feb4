package section

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
)

// always are the mechanisms that every section has; their variables (diam, cm,
// i_cap) are columns of the nodes.
var always = []string{"morphology", "capacitance"}

// Insert puts a density mechanism, with the ions it uses, into all segments. A
// mechanism that is already there is left as it is.
func (s *Section) Insert(name string) error {
	if err := s.alive(); err != nil {
		return err
	}
	if slices.Contains(always, name) {
		return nil
	}
	mech := s.m.Mechs.Get(name)
	if mech == nil || mech.Type.Kind.IsObject() || mech.Type.Kind == mechanism.Library {
		_, err := s.m.Mechs.Find(name, mechanism.Density)
		if e := fault.As(err); e != nil {
			e.Section = s.Name()
		}
		return err
	}
	if mech.Type.Kind == mechanism.IonKind {
		s.addIon(mech, -1)
		return nil
	}
	if s.find(mech) != nil {
		return nil
	}
	in := &inserted{mech: mech, rows: noRowIDs(s.Nseg())}
	s.addRows(in, 0, s.Nseg())
	if mech.Type == mechanism.ExtracellularType {
		s.addEnds(in)
	}
	s.mechs = append(s.mechs, in)
	s.useIons(mech.Type, -1)
	s.m.changed()
	return nil
}

// useIons makes sure that the ions of a type are there, with the style that
// its use asks for: at one index of nodes, or everywhere for -1.
func (s *Section) useIons(t *mechanism.Type, index int) {
	for k := range t.Ions {
		use := &t.Ions[k]
		mech := s.m.Mechs.Get(use.Ion + "_ion")
		in := s.addIon(mech, index)
		if index < 0 { // NEURON brings the ions of the newest mechanism to the front
			s.mechs = append(slices.DeleteFunc(s.mechs, func(x *inserted) bool { return x == in }), in)
		}
		first, last := s.span(index)
		old := -1.0 // of the segment before, which mostly has the same
		var promoted float64
		for i := first; i < last; i++ {
			id := in.rows.at(i)
			style := mechanism.Handle{Table: mech.Table, Col: mechanism.IonStyle, ID: id}
			if x := style.Get(); x != old {
				old, promoted = x, float64(mechanism.Promote(mechanism.Style(x), use.Ion, use))
			}
			style.Set(promoted)
		}
	}
}

// noRows makes the rows of a mechanism that is in none of n segments.
func noRows(n int) []mechanism.RowID { return slices.Repeat([]mechanism.RowID{mechanism.NoRow}, n) }

// addRows gives a mechanism rows at the nodes from first up to last where it has
// none yet, and says whether there were any.
func (s *Section) addRows(in *inserted, first, last int) bool {
	if in.rows.list == nil {
		return false
	}
	rows, added := in.rows.list, false
	for i := first; i < last; i++ {
		end := i
		for end < last && rows[end] == mechanism.NoRow {
			end++
		}
		if end == i {
			continue
		}
		id := in.mech.AddAt(s.nodes[i:end])
		for ; i < end; i++ {
			rows[i] = id
			id++
		}
		added = true
	}
	in.rows = rowIDsOf(rows)
	return added
}

// span is the range of one index of nodes, or of all segments for -1.
func (s *Section) span(index int) (first, last int) {
	if index < 0 {
		return 0, s.Nseg()
	}
	return index, index + 1
}

// addIon gives an ion a row at one index of nodes, or everywhere for -1. For
// the first use of an ion without a charge Model.Warn is told.
func (s *Section) addIon(mech *mechanism.Mechanism, index int) *inserted {
	in := s.find(mech)
	if in == nil {
		in = &inserted{mech: mech, rows: noRowIDs(s.Nseg())}
		s.mechs = append(s.mechs, in)
	}
	if mech.Table.Len() == 0 && mech.Charge == mechanism.UnknownCharge {
		name := mech.Type.Title[len("ion "):]
		s.m.Warn("no .mod file says the charge of the ion " + name + " (USEION " + name + " ... VALENCE z), which is taken as -10000 as in NEURON")
	}
	first, last := s.span(index)
	if s.addRows(in, first, last) {
		s.m.changed()
	}
	return in
}

// Uninsert takes a density mechanism out of all segments; one that is not
// there is no error. The ions it used stay. Ions themselves and extracellular
// cannot be taken out: Model.Warn is told, as NEURON warns.
func (s *Section) Uninsert(name string) error {
	if err := s.alive(); err != nil {
		return err
	}
	mech := s.m.Mechs.Get(name)
	switch {
	case slices.Contains(always, name) || mech != nil && (mech.Type.Kind == mechanism.IonKind || mech.Type == mechanism.ExtracellularType):
		s.m.Warn(name + " cannot be taken out of " + s.Name())
		return nil
	case mech == nil || mech.Type.Kind != mechanism.Density:
		_, err := s.m.Mechs.Find(name, mechanism.Density)
		return err
	}
	i := slices.IndexFunc(s.mechs, func(in *inserted) bool { return in.mech == mech })
	if i < 0 {
		return nil
	}
	for _, id := range s.mechs[i].rows.all() {
		mech.Remove(id)
	}
	s.mechs = slices.Delete(s.mechs, i, i+1)
	s.m.changed()
	return nil
}

// Has tells whether a density mechanism or an ion is in the section.
func (s *Section) Has(name string) bool {
	if s.deleted {
		return false
	}
	mech := s.m.Mechs.Get(name)
	return slices.Contains(always, name) || mech != nil && s.find(mech) != nil
}

// Mechanisms names the density mechanisms and ions, oldest first.
func (s *Section) Mechanisms() []string {
	var out []string
	for _, in := range s.mechs {
		out = append(out, in.mech.Type.Name)
	}
	return out
}

// find gives what is inserted of a mechanism, or nil.
func (s *Section) find(mech *mechanism.Mechanism) *inserted {
	for _, in := range s.mechs {
		if in.mech == mech {
			return in
		}
	}
	return nil
}

// IonStyle gives the style of an ion in the section, that of its first segment
// which has the ion.
func (s *Section) IonStyle(ion string) (mechanism.Style, error) {
	in, err := s.ion(ion)
	if err != nil {
		return 0, err
	}
	for _, id := range in.rows.all() {
		if id != mechanism.NoRow {
			return mechanism.Style(mechanism.Handle{Table: in.mech.Table, Col: mechanism.IonStyle, ID: id}.Get()), nil
		}
	}
	return 0, nil
}

// SetIonStyle gives an ion a style in all segments that have it.
func (s *Section) SetIonStyle(ion string, style mechanism.Style) error {
	in, err := s.ion(ion)
	if err != nil {
		return err
	}
	for _, id := range in.rows.all() {
		mechanism.Handle{Table: in.mech.Table, Col: mechanism.IonStyle, ID: id}.Set(float64(style))
	}
	s.m.changed() // what the solver does in a step depends on the styles
	return nil
}

// ion finds an ion of the section by the name "na_ion".
func (s *Section) ion(name string) (*inserted, error) {
	if err := s.alive(); err != nil {
		return nil, err
	}
	mech, err := s.m.Mechs.Find(name, mechanism.IonKind)
	if err != nil {
		return nil, err
	}
	in := s.find(mech)
	if in == nil {
		e := fault.New(fault.Model, "%s has no %s", s.Name(), name)
		e.Section, e.Mechanism = s.Name(), name
		return nil, e.DidYouMean(spell.Nearest(name, s.Mechanisms()))
	}
	return in, nil
}
