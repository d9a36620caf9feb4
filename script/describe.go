package script

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/gneuron/gneuron/mechanism"
)

// Inspect shows geometry, mechanisms and neighbours.
func (o *sectionObject) Inspect() string {
	s := o.s
	if s.Deleted() {
		return "Section " + s.Name() + " (deleted)"
	}
	var b strings.Builder
	diam, _ := s.Get("diam")
	cm, _ := s.Get("cm")
	fmt.Fprintf(&b, "Section %s: L %g um, diam %g um, nseg %d, Ra %g ohm cm, cm %g uF/cm2", s.Name(), s.L(), diam, s.Nseg(), s.Ra(), cm)
	if n := s.N3d(); n > 0 {
		fmt.Fprintf(&b, ", %d 3-D points", n)
	}
	if names := s.Mechanisms(); len(names) > 0 {
		b.WriteString("\n  mechanisms: " + strings.Join(names, ", "))
	}
	var points []string
	for _, seg := range s.Segments() {
		for _, p := range slices.Backward(seg.PointProcesses()) {
			points = append(points, fmt.Sprintf("%s at %.6g", p.Name(), seg.X))
		}
	}
	list(&b, "point processes", points)
	if parent, x, ok := s.ParentSeg(); ok {
		fmt.Fprintf(&b, "\n  parent: %s(%.6g)", parent.Name(), x)
	}
	var children []string
	for _, c := range s.Children() {
		children = append(children, c.Name())
	}
	list(&b, "children", children)
	return b.String()
}

func (o *sectionObject) brief() string { return o.String() }
func (o *segmentObject) brief() string { return o.String() }
func (o *pointObject) brief() string   { return o.String() }
func (m *mechView) brief() string      { return m.String() }
func (r *Ref) brief() string           { return r.String() }

// list writes a line with at most 8 names.
func list(b *strings.Builder, what string, names []string) {
	const most = 8
	if len(names) == 0 {
		return
	}
	b.WriteString("\n  " + what + ": " + strings.Join(names[:min(len(names), most)], ", "))
	if more := len(names) - most; more > 0 {
		fmt.Fprintf(b, " and %d more", more)
	}
}

// Inspect shows the place, v and the mechanisms with their variables.
func (o *segmentObject) Inspect() string {
	if o.sec.s.Deleted() {
		return "Segment " + o.String() + " (of a deleted section)"
	}
	seg := o.at()
	var b strings.Builder
	v, _ := seg.Get("v")
	diam, _ := seg.Get("diam")
	fmt.Fprintf(&b, "Segment %s: v %g mV, diam %g um, area %.6g um2", o, v, diam, seg.Area())
	for _, mech := range slices.Backward(seg.Mechanisms()) {
		id, _ := seg.MechRow(mech)
		b.WriteString("\n  " + mech.Type.Name + ": " + values(mech, id))
	}
	var points []string
	for _, p := range slices.Backward(seg.PointProcesses()) {
		points = append(points, p.Name())
	}
	list(&b, "point processes", points)
	return b.String()
}

// values shows the variables of an instance with their units.
func values(mech *mechanism.Mechanism, id mechanism.RowID) string {
	var parts []string
	for _, v := range visible(mech.Type) {
		x := columnValues(mech, v, id)
		text := fmt.Sprintf("%g", x[0])
		if len(x) > 1 {
			text = strings.ReplaceAll(fmt.Sprintf("%g", x), " ", ", ")
		}
		parts = append(parts, strings.TrimSpace(optionName(mech.Type, v.Name)+" "+text+" "+v.Units))
	}
	return strings.Join(parts, ", ")
}

// Inspect shows the variables of the mechanism at its segment.
func (m *mechView) Inspect() string {
	if m.seg.sec.s.Deleted() {
		return m.mech.Type.Name + " (of a deleted section)"
	}
	id, ok := m.seg.at().MechRow(m.mech)
	if !ok {
		return m.mech.Type.Name + " (no longer at " + m.seg.String() + ")"
	}
	return m.String() + ": " + values(m.mech, id)
}

// Inspect shows the place and the variables.
func (o *pointObject) Inspect() string {
	if o.p.Deleted() {
		return o.String() + " (deleted)"
	}
	seg, ok := o.p.Segment()
	if !ok {
		return o.String() + " (not located)"
	}
	return fmt.Sprintf("%s at %s: %s", o, o.h.segment(seg), values(o.p.Mech, o.p.ID))
}

// Inspect names the mechanism.
func (t *mechToken) Inspect() string { return "[mechanism " + t.String() + "]" }

// Inspect names the class.
func (t *pointType) Inspect() string { return "[point process " + t.String() + "]" }

// Help explains the mechanism.
func (t *mechToken) Help() string { return mechanismHelp(t.mech) }

// Help explains the mechanism.
func (t *pointType) Help() string { return mechanismHelp(t.mech) }

// Help explains the mechanism.
func (m *mechView) Help() string { return mechanismHelp(m.mech) }

// Help explains the mechanism.
func (o *pointObject) Help() string { return mechanismHelp(o.p.Mech) }

// mechanismHelp is what the .mod file says of a mechanism: parameters with
// their defaults, units and limits, assigned variables, states, functions.
func mechanismHelp(mech *mechanism.Mechanism) string {
	t := mech.Type
	var b strings.Builder
	kind := t.Kind
	fmt.Fprintf(&b, "%s: %s", t.Name, kind)
	if t.Title != "" && t.Title != t.Name {
		b.WriteString(", " + t.Title)
	}
	b.WriteByte('\n')
	if doc := strings.TrimSpace(t.Doc); doc != "" {
		b.WriteString(doc + "\n")
	}
	switch t.Kind {
	case mechanism.Density:
		fmt.Fprintf(&b, "insert it: soma.insert(n.%s), then soma.%s or soma(0.5).%s.%s\n", t.Name, qualified(t, firstVar(mech)), t.Name, firstVar(mech))
	case mechanism.PointProcess, mechanism.ArtificialCell:
		var options []string
		for _, v := range visible(t) {
			if v.Role == mechanism.Parameter && len(options) < 4 {
				options = append(options, optionName(t, v.Name)+": ...")
			}
		}
		fmt.Fprintf(&b, "place it: n.%s(soma(0.5), {%s})\n", t.Name, strings.Join(options, ", "))
	}
	for _, role := range []struct {
		title string
		role  mechanism.Role
	}{{"parameters", mechanism.Parameter}, {"assigned", mechanism.Assigned}, {"states", mechanism.State}} {
		var rows [][]string
		for _, v := range visible(t) {
			if v.Role != role.role {
				continue
			}
			name := v.Name
			if v.Size > 0 {
				name += fmt.Sprintf("[%d]", v.Size)
			}
			if option := optionName(t, name); option != v.Name {
				name = option + " (or " + name + ")"
			}
			value := ""
			if v.Role == mechanism.Parameter {
				value = fmt.Sprintf("%g", v.Default)
			}
			rows = append(rows, []string{name, value, v.Units, v.Limits.String(), v.Doc})
		}
		table(&b, role.title, rows)
	}
	var rows [][]string
	for i := range t.Globals {
		if g := &t.Globals[i]; !g.Hidden {
			rows = append(rows, []string{"n." + g.Name + "_" + t.Name, fmt.Sprintf("%g", g.Default), g.Units, g.Limits.String(), g.Doc})
		}
	}
	table(&b, "global variables", rows)
	var calls []string
	for _, p := range t.Procedures {
		calls = append(calls, p.Name+"("+strings.Join(p.Args, ", ")+")")
	}
	if len(calls) > 0 {
		b.WriteString("functions: " + strings.Join(calls, ", ") + "\n")
	}
	for _, u := range t.Ions {
		fmt.Fprintf(&b, "ion %s:", u.Ion)
		if len(u.Read) > 0 {
			b.WriteString(" reads " + strings.Join(u.Read, ", "))
		}
		if len(u.Write) > 0 {
			b.WriteString(" writes " + strings.Join(u.Write, ", "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// optionName is how scripts rather write a variable: delay for the del of a
// point process.
func optionName(t *mechanism.Type, name string) string {
	if name == "del" && t.Kind == mechanism.PointProcess && t.Var("delay") == nil {
		return "delay"
	}
	return name
}

// table writes rows in aligned columns under a title.
func table(b *strings.Builder, title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	b.WriteString(title + "\n")
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(w, "  "+strings.Join(r, "\t"))
	}
	w.Flush()
	for _, line := range strings.SplitAfter(text.String(), "\n") {
		b.WriteString(strings.TrimRight(line, " \n"))
		if line != "" {
			b.WriteByte('\n')
		}
	}
}

// Help explains sections.
func (o *sectionObject) Help() string { return helpTopic{of: "n.Section"}.Help() }

// Help explains segments.
func (o *segmentObject) Help() string { return helpTopic{of: "n.Segment"}.Help() }

// Help explains references.
func (r *Ref) Help() string { return helpTopic{of: "n.Ref"}.Help() }
