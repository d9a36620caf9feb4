package script

import (
	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/section"
)

// psection is Section.psection(): what a section is made of, as a plain object
// with NEURON's keys, its sets as arrays.
func (h *host) psection(s *section.Section) goja.Value {
	d, err := s.PSection()
	h.check(err)
	mechanisms := func(list []section.MechanismData) *goja.Object {
		o := h.vm.NewObject()
		for _, m := range list {
			vars := h.vm.NewObject()
			for _, v := range m.Vars {
				h.rt.set(vars, v.Name, h.perSegment(v))
			}
			h.rt.set(o, m.Name, vars)
		}
		return o
	}
	place := func(g *section.Segment) goja.Value {
		if g == nil {
			return goja.Null()
		}
		return h.segment(*g).obj
	}
	points := h.vm.NewObject()
	for _, group := range d.PointProcesses {
		var items []any
		for _, p := range group.Instances {
			if o := h.points[p]; o != nil {
				items = append(items, o.obj)
			}
		}
		h.rt.set(points, group.Type, h.vm.NewArray(items...))
	}
	points3d := make([]any, len(d.Points3d))
	for i, p := range d.Points3d {
		points3d[i] = h.array(p[:])
	}
	cell := goja.Null()
	if v, ok := d.Cell.(goja.Value); ok {
		cell = v
	}
	return h.rt.record(
		"point_processes", points,
		"density_mechs", mechanisms(d.DensityMechs),
		"ions", mechanisms(d.Ions),
		"morphology", h.rt.record(
			"L", d.L,
			"diam", h.array(d.Diam),
			"pts3d", h.vm.NewArray(points3d...),
			"parent", place(d.Parent),
			"trueparent", place(d.TrueParent),
		),
		"nseg", d.Nseg,
		"Ra", d.Ra,
		"cm", h.array(d.Cm),
		"regions", h.vm.NewArray(),
		"species", h.vm.NewArray(),
		"name", d.Name,
		"hoc_internal_name", d.HocInternalName,
		"cell", cell,
	)
}

// perSegment gives an array with one number per segment, or one array of
// numbers for an array variable.
func (h *host) perSegment(v section.VarData) goja.Value {
	if v.Size == 0 {
		return h.array(v.Values)
	}
	rows := make([]any, len(v.Values)/v.Size)
	for i := range rows {
		rows[i] = h.array(v.Values[i*v.Size : (i+1)*v.Size])
	}
	return h.vm.NewArray(rows...)
}
