package reference

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver/ode"
)

// title is what a mechanism is in one line.
func title(t *mechanism.Type) string {
	if t.Title == "" || t.Title == t.Name {
		return "A " + t.Kind.String() + "."
	}
	return sentence(t.Title)
}

func sentence(text string) string {
	if text == "" {
		return ""
	}
	return strings.TrimSuffix(capital(text), ".") + "."
}

// mechanism writes the page of a mechanism.
func (w *writer) mechanism(t *mechanism.Type) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", t.Name, w.text(title(t)))
	switch t.Kind {
	case mechanism.Density:
		fmt.Fprintf(&b, "A density mechanism: `section.insert(n.%s)` puts it into a [section](../Section.md), and\n"+
			"`segment.%s` is what stands at a [segment](../Segment.md), a [Mechanism](../Mechanism.md).\n", t.Name, t.Name)
	case mechanism.IonKind:
		fmt.Fprintf(&b, "It is there where a mechanism uses the ion, or after `section.insert(n.%s)`; `segment.%s` is\n"+
			"what stands at a [segment](../Segment.md), a [Mechanism](../Mechanism.md).\n", t.Name, t.Name)
	case mechanism.PointProcess:
		fmt.Fprintf(&b, "A [point process](../PointProcess.md): `n.%s(segment, {...})` puts one at a [segment](../Segment.md).\n", t.Name)
	case mechanism.ArtificialCell:
		fmt.Fprintf(&b, "An artificial cell: `n.%s({...})` makes one. It has what every [point process](../PointProcess.md) has,\nbut no place.\n", t.Name)
	}
	if t.Doc != "" {
		fmt.Fprintf(&b, "\n%s\n", w.text(t.Doc))
	}
	writeExample(&b, example(t))
	topic := "point process"
	if !t.Kind.IsObject() {
		topic = "density"
	}
	b.WriteString(inGuides(topic, "../../"))
	named := func(v *mechanism.Var) string {
		if t.Kind.IsObject() {
			return ""
		}
		return section.ScriptName(t, v)
	}
	variables(&b, t.Vars, named)
	w.globals(&b, t)
	w.ions(&b, t)
	w.events(&b, t)
	if len(t.Procedures) > 0 {
		fmt.Fprintf(&b, "\n## Functions\n\n")
		for _, p := range t.Procedures {
			what := "procedure"
			if p.IsFunction {
				what = "function"
			}
			fmt.Fprintf(&b, "- `%s(%s)`: a %s", p.Name, strings.Join(p.Args, ", "), what)
			if !t.Kind.IsObject() {
				fmt.Fprintf(&b, "; `n.%s_%s` is it, too", p.Name, t.Name)
			}
			b.WriteString(".\n")
		}
	}
	if t.File != "" {
		fmt.Fprintf(&b, "\nSource: [%s](../../../stdlib/mod/%s)\n", path.Base(t.File), path.Base(t.File))
	}
	return b.String()
}

// example shows how a mechanism comes into a model, with its first parameters at their
// defaults.
func example(t *mechanism.Type) string {
	var options, assignments []string
	for i := range t.Vars {
		v := &t.Vars[i]
		if v.Role != mechanism.Parameter || v.Hidden || v.Size > 0 || len(options) == 3 {
			continue
		}
		options = append(options, fmt.Sprintf("%s: %g", v.Name, v.Default))
		assignments = append(assignments, fmt.Sprintf("\n  seg.%s.%s = %g;", t.Name, v.Name, v.Default))
	}
	given := ""
	if len(options) > 0 {
		given = "{ " + strings.Join(options, ", ") + " }"
	}
	switch t.Kind {
	case mechanism.ArtificialCell:
		return fmt.Sprintf("const cell = n.%s(%s);", t.Name, given)
	case mechanism.PointProcess:
		if given != "" {
			given = ", " + given
		}
		return fmt.Sprintf("const soma = n.Section(\"soma\");\nconst point = n.%s(soma(0.5)%s);", t.Name, given)
	case mechanism.Density:
		if assignments == nil {
			return fmt.Sprintf("const soma = n.Section(\"soma\");\nsoma.insert(n.%s);", t.Name)
		}
		return fmt.Sprintf("const soma = n.Section(\"soma\");\nsoma.insert(n.%s);\nfor (const seg of soma) {%s\n}", t.Name, strings.Join(assignments, ""))
	}
	return ""
}

// variables writes tables of the variables of each role. named gives the name of one
// with its suffix, "" where there is none.
func variables(b *strings.Builder, vars []mechanism.Var, named func(*mechanism.Var) string) {
	for role, heading := range []string{"Parameters", "Assigned variables", "States"} {
		var rows [][]string
		suffixes := false
		for i := range vars {
			v := &vars[i]
			if int(v.Role) != role || v.Hidden {
				continue
			}
			name, full := "`"+v.Name+"`", named(v)
			if v.Size > 0 {
				name = fmt.Sprintf("`%s[%d]`", v.Name, v.Size)
			}
			if full != "" && full != v.Name {
				suffixes, full = true, "`"+full+"`"
			} else {
				full = ""
			}
			row := []string{name, full, v.Units, "", "", marked(v.Doc)}
			if v.Role == mechanism.Parameter {
				row[3], row[4] = fmt.Sprintf("%g", v.Default), v.Limits.String()
			}
			rows = append(rows, row)
		}
		head := []string{"name", "on a segment", "unit", "default", "range", ""}
		if !suffixes {
			head[1] = ""
		}
		if role != int(mechanism.Parameter) {
			head[3], head[4] = "", ""
		}
		table(b, heading, head, rows)
	}
}

// globals writes the table of the variables that all instances share.
func (w *writer) globals(b *strings.Builder, t *mechanism.Type) {
	var rows [][]string
	for i := range t.Globals {
		g := &t.Globals[i]
		if g.Hidden {
			continue
		}
		doc := g.Doc
		if doc == "" && g.Index == t.UseTable {
			doc = "1: rates come from a table; 0: they are computed exactly"
		}
		rows = append(rows, []string{fmt.Sprintf("`n.%s_%s`", g.Name, t.Name), g.Units, fmt.Sprintf("%g", g.Default), g.Limits.String(), marked(doc)})
	}
	table(b, "Shared by all", []string{"name", "unit", "default", "range", ""}, rows)
}

// ions tells which ions a mechanism uses, and which currents it makes.
func (w *writer) ions(b *strings.Builder, t *mechanism.Type) {
	if len(t.Ions)+len(t.Currents) == 0 {
		return
	}
	b.WriteString("\n## Ions and currents\n\n")
	for _, ion := range t.Ions {
		var parts []string
		if len(ion.Read) > 0 {
			parts = append(parts, "reads `"+strings.Join(ion.Read, "`, `")+"`")
		}
		if len(ion.Write) > 0 {
			parts = append(parts, "writes `"+strings.Join(ion.Write, "`, `")+"`")
		}
		name := ion.Ion + "_ion"
		if link := w.home["n."+name]; link != "" {
			name = fmt.Sprintf("[%s](%s)", name, path.Base(link))
		}
		fmt.Fprintf(b, "- %s: %s\n", name, strings.Join(parts, ", "))
	}
	if len(t.Currents) > 0 {
		what := "current of no ion, outward where it is positive"
		if t.Electrode {
			what = "current of an electrode, inward where it is positive"
		}
		fmt.Fprintf(b, "- `%s`: %s\n", strings.Join(t.Currents, "`, `"), what)
	}
}

// events tells how a mechanism takes part in events, and what its POINTERs are.
func (w *writer) events(b *strings.Builder, t *mechanism.Type) {
	var lines []string
	if t.Receive != nil {
		line := "It receives events: it can be the target of a [NetCon](../NetCon.md)"
		if len(t.Receive.Args) > 0 {
			line += ", whose weights are `" + strings.Join(t.Receive.Args, "`, `") + "`"
		}
		lines = append(lines, line+".")
	}
	if t.SendsEvents {
		lines = append(lines, "It sends events: it can be the source of a [NetCon](../NetCon.md).")
	}
	for _, p := range t.Pointers {
		lines = append(lines, fmt.Sprintf("`%s` is a POINTER: `x._ref_%s = reference` sets where it points to.", p.Name, p.Name))
	}
	if len(lines) > 0 {
		fmt.Fprintf(b, "\n## Events and pointers\n\n%s\n", strings.Join(lines, "\n"))
	}
}

// model writes the page of a point model.
func (w *writer) model(m *ode.Model) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s A point model: `n.ode(\"%s\", {...})` integrates it, see [n.ode](../n.md#ode).\n", m.Name, w.text(sentence(m.Title)), m.Name)
	fmt.Fprintf(&b, "\n%s\n", w.text(m.Doc))
	b.WriteString(inGuides("model", "../../"))
	variables(&b, m.Vars, func(*mechanism.Var) string { return "" })
	fmt.Fprintf(&b, "\nSource: [%s.mod](../../../stdlib/models/%s.mod)\n", m.Name, m.Name)
	return b.String()
}

// table writes a table without the columns that are empty, aligned to be read as text.
func table(b *strings.Builder, heading string, head []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	width := make([]int, len(head))
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	fmt.Fprintf(b, "\n## %s\n\n", heading)
	line := func(cells []string, fill string) {
		for i, cell := range cells {
			if width[i] > 0 {
				w := max(width[i], utf8.RuneCountInString(head[i]))
				b.WriteString("| " + cell + strings.Repeat(fill, w-utf8.RuneCountInString(cell)) + " ")
			}
		}
		b.WriteString("|\n")
	}
	line(head, " ")
	line(make([]string, len(head)), "-")
	for _, r := range rows {
		line(r, " ")
	}
}
