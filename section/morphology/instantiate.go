package morphology

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/gneuron/gneuron/section"
)

// Group is what was made of all sections of one type: soma[0], soma[1], ...
type Group struct {
	Name     string // "soma", "axon", "dend", "apic", "dend_5", "minus_2"
	Type     int
	Sections []*section.Section
}

// typeName is how sections of a type are called.
func typeName(kind int) string {
	switch {
	case kind == Soma:
		return "soma"
	case kind == Axon:
		return "axon"
	case kind == Dend:
		return "dend"
	case kind == Apical:
		return "apic"
	case kind < 0:
		return fmt.Sprintf("minus_%d", -kind)
	}
	return fmt.Sprintf("dend_%d", kind)
}

// Names lists the names of the groups that Instantiate makes, in their order.
func (m *Morphology) Names() []string {
	var kinds []int
	for _, s := range m.Sections {
		kinds = append(kinds, s.Type)
	}
	slices.Sort(kinds)
	var names []string
	for _, k := range slices.Compact(kinds) {
		names = append(names, typeName(k))
	}
	return names
}

// Instantiate makes the sections in a model: first all of the lowest type, then
// the next, and so on. adopt, unless it is nil, is called with each new section
// and may give it a cell. Without one coordinates are rounded to eight digits,
// which is how NEURON hands them to sections that belong to no cell.
//
// When something goes wrong nothing stays in the model.
func (m *Morphology) Instantiate(model *section.Model, adopt func(*section.Section)) (groups []Group, err error) {
	byType := make([]int, len(m.Sections))
	for i := range byType {
		byType[i] = i
	}
	slices.SortStableFunc(byType, func(a, b int) int { return cmp.Compare(m.Sections[a].Type, m.Sections[b].Type) })
	made := make([]*section.Section, len(m.Sections))
	done := false
	defer func() {
		if done {
			return
		}
		for _, s := range made {
			if s != nil {
				s.Delete()
			}
		}
	}()
	for _, i := range byType {
		kind := m.Sections[i].Type
		if len(groups) == 0 || groups[len(groups)-1].Type != kind {
			groups = append(groups, Group{Name: typeName(kind), Type: kind})
		}
		g := &groups[len(groups)-1]
		made[i] = model.NewSection(fmt.Sprintf("%s[%d]", g.Name, len(g.Sections)))
		g.Sections = append(g.Sections, made[i])
		if adopt != nil {
			adopt(made[i])
		}
	}
	exact := func(x float64) float64 { return x }
	if adopt == nil {
		exact = eightDigits
	}
	for i, s := range m.Sections {
		if s.Parent >= 0 {
			if err := made[i].Connect(made[s.Parent], s.ParentX, 0); err != nil {
				return nil, err
			}
		}
		if w := s.Wire; w != nil {
			if err := made[i].SetPt3dStyle(true, exact(w.X), exact(w.Y), exact(w.Z)); err != nil {
				return nil, err
			}
		}
		for _, p := range s.Points {
			if err := made[i].Pt3dAdd(exact(p.X), exact(p.Y), exact(p.Z), exact(p.Diam)); err != nil {
				return nil, err
			}
		}
	}
	done = true
	return groups, nil
}

func eightDigits(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 8, 64), 64)
	if err != nil {
		return x
	}
	return y
}
