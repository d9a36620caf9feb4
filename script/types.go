package script

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"unicode"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/stdlib"
)

// Types gives the TypeScript declarations of all that a script finds, as one
// text, with those of the .mod files in folders. It fails where a .mod file has
// an error.
func (rt *Runtime) Types(folders ...string) (string, error) {
	known := rt.neuron.m.Mechs
	before := slices.Clone(known.All())
	_, err := rt.guard(func() (goja.Value, error) {
		for _, folder := range folders {
			rt.neuron.load(rt.neuron.modFolder(folder))
		}
		return nil, nil
	})
	text := stdlib.Types()
	own := slices.DeleteFunc(slices.Clone(known.All()), func(m *mechanism.Mechanism) bool { return slices.Contains(before, m) })
	if len(own) > 0 {
		text += "\n" + mechanismTypes(own)
	}
	return text, err
}

// mechanismTypes writes declarations of mechanisms: of each one an interface
// with its variables, one of what stands at a segment or of the object, and what
// it adds to n, to segments and to sections.
func mechanismTypes(list []*mechanism.Mechanism) string {
	w := &typeWriter{}
	w.line(0, "declare namespace n {")
	for i, m := range list {
		if i > 0 {
			w.line(0, "")
		}
		w.mechanism(m)
	}
	w.line(0, "}")
	return w.b.String()
}

type typeWriter struct{ b strings.Builder }

func (w *typeWriter) line(indent int, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if text != "" {
		w.b.WriteString(strings.Repeat("  ", indent))
	}
	w.b.WriteString(text + "\n")
}

// doc writes a comment.
func (w *typeWriter) doc(indent int, text string) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "*/", "* /")
	if !strings.Contains(text, "\n") {
		w.line(indent, "/** %s */", text)
		return
	}
	w.line(indent, "/**")
	for line := range strings.SplitSeq(text, "\n") {
		w.line(indent, "%s", strings.TrimRight(" * "+line, " "))
	}
	w.line(indent, " */")
}

func (w *typeWriter) mechanism(m *mechanism.Mechanism) {
	t := m.Type
	if t.Kind != mechanism.Library {
		w.variables(t)
		w.instance(t)
	}
	w.line(1, "interface Neuron {")
	switch {
	case t.Kind.IsObject():
		w.doc(2, title(t))
		w.line(2, "readonly %s: PointProcessClass<%s>;", t.Name, t.Name)
	case t.Kind != mechanism.Library:
		w.doc(2, title(t))
		w.line(2, "readonly %s: MechanismToken;", t.Name)
	}
	w.globals(t)
	w.line(1, "}")
	if t.Kind != mechanism.Density && t.Kind != mechanism.IonKind {
		return
	}
	w.line(1, "interface Mechanisms {")
	w.doc(2, title(t))
	w.line(2, "readonly %s: %s;", t.Name, t.Name)
	w.line(1, "}")
	w.line(1, "interface RangeVariables {")
	for _, v := range visible(t) {
		w.doc(2, variableDoc(t, v))
		w.line(2, "%s: %s;", qualified(t, v.Name), numberType(v.Size))
	}
	w.line(1, "}")
}

// title is what a mechanism is in one line.
func title(t *mechanism.Type) string {
	if t.Title == "" || t.Title == t.Name {
		return "A " + t.Kind.String() + "."
	}
	return sentence(t.Title)
}

// variables declares the variables by their names within the mechanism.
func (w *typeWriter) variables(t *mechanism.Type) {
	w.doc(1, "The variables of "+t.Name+".")
	w.line(1, "interface %sVariables {", t.Name)
	for _, v := range visible(t) {
		names := []string{v.Name}
		if other := optionName(t, v.Name); other != v.Name {
			names = append(names, other)
		}
		for _, name := range names {
			w.doc(2, variableDoc(t, v))
			w.line(2, "%s: %s;", name, numberType(v.Size))
		}
	}
	w.line(1, "}")
}

// instance declares a mechanism at a segment, or the object of a point process.
func (w *typeWriter) instance(t *mechanism.Type) {
	base, doc := "Mechanism", "at a segment"
	if t.Kind.IsObject() {
		base, doc = "PointProcess", "an object"
	}
	text := t.Name + ", " + doc + ": " + title(t)
	if t.Doc != "" {
		text += "\n\n" + t.Doc
	}
	w.doc(1, text)
	w.line(1, "interface %s extends %s, %sVariables, Refs<%sVariables> {", t.Name, base, t.Name, t.Name)
	for _, p := range t.Pointers {
		w.doc(2, "What the POINTER points to.")
		w.line(2, "%s: number;", p.Name)
		w.doc(2, "Assign a reference to let the POINTER point to it.")
		w.line(2, "_ref_%s: Ref;", p.Name)
	}
	for _, p := range t.Procedures {
		w.doc(2, procedureDoc(p))
		w.line(2, "%s(%s): number;", p.Name, parameters(p))
	}
	w.line(1, "}")
}

// globals declares what a mechanism adds to n.
func (w *typeWriter) globals(t *mechanism.Type) {
	suffix := "_" + t.Name
	if t.Kind == mechanism.Library {
		suffix = ""
	}
	for i := range t.Globals {
		g := &t.Globals[i]
		if g.Hidden {
			continue
		}
		w.doc(2, documentation(globalText(t, g), g.Units, fmt.Sprintf("%g", g.Default), g.Limits.String()))
		w.line(2, "%s%s: %s;", g.Name, suffix, numberType(g.Size))
		if g.Size == 0 {
			w.doc(2, "A reference to it.")
			w.line(2, "readonly _ref_%s%s: Ref;", g.Name, suffix)
		}
	}
	for _, p := range t.Procedures {
		text := procedureDoc(p)
		if p.NeedsInstance && t.Kind == mechanism.Density {
			text += " It uses an instance, which n.setdata" + suffix + "(segment) chooses."
		}
		w.doc(2, text)
		w.line(2, "%s%s(%s): number;", p.Name, suffix, parameters(p))
	}
	for _, table := range t.FunctionTables {
		w.doc(2, "Fills a FUNCTION_TABLE: the values, then their places; or one number for a constant.")
		w.line(2, "table_%s_%s(values: number | Vector, ...places: Vector[]): number;", table.Name, t.Name)
	}
	if t.Kind == mechanism.Density {
		w.doc(2, "Chooses the instance that functions of "+t.Name+" use.")
		w.line(2, "setdata%s(segment: Segment): number;", suffix)
	}
}

func globalText(t *mechanism.Type, g *mechanism.Global) string {
	if g.Doc == "" && t.UseTable >= 0 && g.Index == t.UseTable {
		return "1: rates come from the table; 0: they are computed exactly"
	}
	return g.Doc
}

func numberType(size int) string {
	if size > 0 {
		return "number[]"
	}
	return "number"
}

func procedureDoc(p *mechanism.Procedure) string {
	if p.IsFunction {
		return "A FUNCTION."
	}
	return "A PROCEDURE."
}

// parameters declares the arguments of a FUNCTION or PROCEDURE. One with C in
// it may take further ones.
func parameters(p *mechanism.Procedure) string {
	var list []string
	for _, name := range p.Args {
		if token.IsKeyword(name) || strings.Contains(" in new this void with delete class enum super null true false typeof ", " "+name+" ") {
			name += "_"
		}
		list = append(list, name+": number")
	}
	if p.Code != nil {
		list = append(list, "...more: any[]")
	}
	return strings.Join(list, ", ")
}

func variableDoc(t *mechanism.Type, v *mechanism.Var) string {
	text, value := v.Doc, ""
	if v.Role == mechanism.Parameter {
		value = fmt.Sprintf("%g", v.Default)
	}
	if text == "" {
		text = map[mechanism.Role]string{mechanism.Parameter: "parameter", mechanism.Assigned: "assigned", mechanism.State: "state"}[v.Role]
		text += " of " + t.Name
	}
	return documentation(text, v.Units, value, v.Limits.String())
}

// documentation puts together what is known of a number: "Largest sodium
// conductance [S/cm2], default 0.12; 0 to 1e+09."
func documentation(text, units, value, limits string) string {
	if text == "" {
		text = "a global variable"
	}
	if units != "" {
		text += " [" + units + "]"
	}
	if value != "" {
		text += ", default " + value
	}
	if limits != "" {
		text += "; " + limits
	}
	return sentence(text)
}

// sentence writes a text with a capital letter and a full stop, unless it
// starts with a name such as gbar_hh.
func sentence(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	first, _, _ := strings.Cut(text, " ")
	if len(first) > 1 && strings.ToLower(first) == first && !strings.ContainsAny(first, "_0123456789") || first == "a" {
		r := []rune(text)
		r[0] = unicode.ToUpper(r[0])
		text = string(r)
	}
	return strings.TrimSuffix(text, ".") + "."
}
