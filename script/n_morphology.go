package script

import (
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/section/morphology"
)

// morphologyReader is n.Import3d_SWC_read and n.Import3d_Neurolucida3.
type morphologyReader struct {
	format string
	quiet  goja.Value
	shape  *morphology.Morphology // nil before input
}

// morphologyBuilder is n.Import3d_GUI, of which gneuron has what scripts use.
type morphologyBuilder struct{ reader *morphologyReader }

// importedSections are the sections of a morphology behind a name such as
// n.soma.
type importedSections struct {
	array *goja.Object
	list  []*section.Section
}

// addMorphology makes the classes of NEURON's import3d, load_morphology and
// d_lambda.
func (n *neuron) addMorphology() {
	readers := newObjectClass[*morphologyReader](n.host, "Import3d reader")
	readers.method("input", func(r *morphologyReader, call goja.FunctionCall) goja.Value {
		r.shape = n.readMorphology(n.stringArgument(call, "input needs the name of a file as a string"), r.format)
		if !r.quiet.ToBoolean() {
			n.tellRepairs(r.shape)
		}
		return n.vm.ToValue(0)
	})
	readers.property("quiet", func(r *morphologyReader) goja.Value { return r.quiet },
		func(r *morphologyReader, v goja.Value) { r.quiet = v })
	readers.property("filetype", func(r *morphologyReader) goja.Value {
		return n.vm.ToValue(map[string]string{"SWC": "SWC", "ASC": "Neurolucida V3"}[r.format])
	}, nil)
	readers.property("repairs", func(r *morphologyReader) goja.Value { return n.repairs(r.shape) }, nil)
	readers.property("err", func(r *morphologyReader) goja.Value {
		err := 0
		if r.shape != nil && len(r.shape.Repairs) > 0 {
			err = 1
		}
		return n.vm.ToValue(err)
	}, nil)
	for name, format := range map[string]string{"Import3d_SWC_read": "SWC", "Import3d_Neurolucida3": "ASC"} {
		n.members[name] = n.constructor(name, readers.proto, func([]goja.Value) *goja.Object {
			return wrapObject(n.host, readers, &morphologyReader{format: format, quiet: n.vm.ToValue(0)})
		})
	}

	builders := newObjectClass[*morphologyBuilder](n.host, "Import3d_GUI")
	builders.method("instantiate", func(b *morphologyBuilder, call goja.FunctionCall) goja.Value {
		if b.reader.shape == nil {
			n.throw(fault.New(fault.Model, "the reader has read no file").WithHint("call its input(path) first"))
		}
		n.instantiate(b.reader.shape, call.Argument(0), "the argument of instantiate")
		return n.vm.ToValue(0)
	})
	n.members["Import3d_GUI"] = n.constructor("Import3d_GUI", builders.proto, func(args []goja.Value) *goja.Object {
		call := goja.FunctionCall{Arguments: args}
		r, ok := readers.self(call.Argument(0))
		if !ok {
			n.throw(fault.New(fault.Type, "Import3d_GUI needs a reader such as n.Import3d_SWC_read(), not %s", n.show(call.Argument(0))))
		}
		if len(args) < 2 || args[1].ToBoolean() {
			n.throw(fault.New(fault.Model, "gneuron has no windows").WithHint("n.Import3d_GUI(reader, 0) works without one"))
		}
		return wrapObject(n.host, builders, &morphologyBuilder{r})
	})
	n.class.method("load_morphology", n.loadMorphology)
	n.class.method("save_morphology", n.saveMorphology)
	n.class.method("d_lambda", n.dLambda)
}

// readMorphology reads a file; format may be "".
func (n *neuron) readMorphology(name, format string) *morphology.Morphology {
	path := n.rt.ResolvePath(name)
	text, err := os.ReadFile(path)
	if err != nil {
		n.throw(n.misplaced(fault.New(fault.Model, "%s", fileError("read", n.rt.displayName(path), err)), path))
	}
	shape, err := morphology.Read(n.rt.displayName(path), string(text), morphology.Options{Format: format})
	n.check(err)
	return shape
}

// tellRepairs warns of what had to be interpreted in a file.
func (n *neuron) tellRepairs(shape *morphology.Morphology) {
	const most = 10
	for i, r := range shape.Repairs {
		if i == most && len(shape.Repairs) > most+1 {
			n.warn("%s: %d more of this kind; the property repairs lists all", shape.File, len(shape.Repairs)-most)
			return
		}
		n.warn("%s", shape.String(r))
	}
}

// repairs gives the list of {line, text}.
func (n *neuron) repairs(shape *morphology.Morphology) goja.Value {
	list := []any{}
	if shape != nil {
		for _, r := range shape.Repairs {
			o := n.vm.NewObject()
			n.hostSet(o, "line", r.Line)
			n.hostSet(o, "text", r.Text)
			list = append(list, o)
		}
	}
	return n.vm.NewArray(list...)
}

// instantiate makes the sections of a morphology: in an object of the script,
// which gets an array for each type and one of all, or, for null, under n.
func (n *neuron) instantiate(shape *morphology.Morphology, into goja.Value, what string) []morphology.Group {
	if absent(into) {
		for _, name := range shape.Names() {
			if old := n.imported[name]; old != nil { // as NEURON's create does
				for _, s := range old.list {
					if !s.Deleted() {
						n.section(s).remove()
					}
				}
				delete(n.imported, name)
			}
		}
		groups, err := shape.Instantiate(n.m, nil)
		n.check(err)
		for _, g := range groups {
			n.imported[g.Name] = &importedSections{n.vm.NewArray(n.sectionObjects(g.Sections)...), g.Sections}
		}
		return groups
	}
	cell, ok := into.(*goja.Object)
	if !ok || n.rt.Host(into) != nil {
		n.throw(fault.New(fault.Type, "%s must be the object of a cell or null, not %s", what, n.show(into)))
	}
	name := n.cellName(cell)
	for _, member := range append(shape.Names(), "all") {
		if n.holdsSections(cell.Get(member), cell) {
			n.throw(fault.New(fault.Model, "%s has sections already: %s", name, member).
				WithHint("give each morphology a cell of its own"))
		}
	}
	groups, err := shape.Instantiate(n.m, func(s *section.Section) { s.SetCell(cell, name) })
	n.check(err)
	done := false
	defer func() { // a cell that takes no properties leaves no sections
		if !done {
			for _, g := range groups {
				for _, s := range g.Sections {
					n.section(s).remove()
				}
			}
		}
	}()
	var all []any
	for _, g := range groups {
		list := n.sectionObjects(g.Sections)
		all = append(all, list...)
		n.check(cell.Set(g.Name, n.vm.NewArray(list...)))
	}
	n.check(cell.Set("all", n.vm.NewArray(all...)))
	done = true
	return groups
}

// holdsSections tells an array with a section of the cell in it.
func (n *neuron) holdsSections(v goja.Value, cell *goja.Object) bool {
	array, ok := v.(*goja.Object)
	if !ok || array.ClassName() != "Array" {
		return false
	}
	first, ok := n.rt.Host(array.Get("0")).(*sectionObject)
	return ok && !first.s.Deleted() && first.s.Cell() == goja.Value(cell)
}

var morphologyOptions = []string{"into", "format", "quiet", "strict"}

// loadMorphology is n.load_morphology(path, {into, format, quiet, strict}).
func (n *neuron) loadMorphology(_ *neuron, call goja.FunctionCall) goja.Value {
	const what = "n.load_morphology"
	path := n.stringArgument(call, what+" needs the name of a file as a string")
	_, options := n.split(call.Arguments)
	var into goja.Value
	format, quiet, strict := "", false, false
	if options != nil {
		for _, key := range options.Keys() {
			v := options.Get(key)
			switch key {
			case "into":
				into = v
			case "format":
				switch v.String() {
				case "swc", "SWC":
					format = "SWC"
				case "asc", "ASC":
					format = "ASC"
				default:
					n.throw(fault.New(fault.Range, "%s: the format is \"swc\" or \"asc\", not %s", what, n.show(v)))
				}
			case "quiet":
				quiet = v.ToBoolean()
			case "strict":
				strict = v.ToBoolean()
			default:
				n.noOption(what, key, morphologyOptions)
			}
		}
	}
	shape := n.readMorphology(path, format)
	if strict && len(shape.Repairs) > 0 {
		r := shape.Repairs[0]
		e := fault.New(fault.Model, "%s", r.Text)
		e.Pos = fault.Pos{File: shape.File, Line: r.Line}
		n.throw(e.WithHint("without {strict: true} this is a warning"))
	}
	if !quiet {
		n.tellRepairs(shape)
	}
	made := n.vm.NewObject()
	sections := n.vm.NewObject()
	var all []any
	for _, g := range n.instantiate(shape, into, "the option into of "+what) {
		list := n.sectionObjects(g.Sections)
		n.hostSet(sections, g.Name, n.vm.NewArray(list...))
		all = append(all, list...)
	}
	n.hostSet(made, "file", shape.File)
	n.hostSet(made, "format", shape.Format)
	n.hostSet(made, "sections", sections)
	n.hostSet(made, "all", n.vm.NewArray(all...))
	n.hostSet(made, "repairs", n.repairs(shape))
	return made
}

// saveMorphology is n.save_morphology(path, {sections, types, quiet, strict}).
func (n *neuron) saveMorphology(_ *neuron, call goja.FunctionCall) goja.Value {
	const what = "n.save_morphology"
	path := n.stringArgument(call, what+" needs the name of a file as a string")
	if strings.ToLower(filepath.Ext(path)) != ".swc" {
		n.throw(fault.New(fault.Range, "%s writes SWC files, and %q does not end in .swc", what, path))
	}
	_, options := n.split(call.Arguments)
	sections := n.m.Sections()
	types := map[string]int{}
	quiet, strict := false, false
	if options != nil {
		for _, key := range options.Keys() {
			v := options.Get(key)
			switch key {
			case "sections":
				sections = n.sectionsOf("the option sections of "+what, v)
			case "types":
				o, ok := n.rt.plain(v)
				if !ok {
					n.throw(fault.New(fault.Type, "%s: types is an object such as {trunk: 3}, not %s", what, n.show(v)))
				}
				for _, name := range o.Keys() {
					k := n.number(o.Get(name), func() string { return "the type of " + name })
					if k != math.Trunc(k) || math.Abs(k) > 1e6 {
						n.throw(fault.New(fault.Range, "%s: the type of %s must be a whole number, not %g", what, name, k))
					}
					types[name] = int(k)
				}
			case "quiet":
				quiet = v.ToBoolean()
			case "strict":
				strict = v.ToBoolean()
			default:
				n.noOption(what, key, []string{"sections", "types", "quiet", "strict"})
			}
		}
	}
	swc, err := morphology.WriteSWC(n.m, sections, types)
	n.check(err)
	if strict && len(swc.Notes) > 0 {
		n.throw(fault.New(fault.Model, "%s", swc.Notes[0]).WithHint("without {strict: true} this is a warning"))
	}
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(n.rt.dir, path)
	}
	if err := os.WriteFile(full, []byte(swc.Text), 0o644); err != nil {
		n.throw(fault.New(fault.Model, "%s", fileError("write", n.rt.displayName(full), err)))
	}
	notes := []any{}
	for _, text := range swc.Notes {
		if notes = append(notes, text); !quiet {
			n.warn("%s: %s", path, text)
		}
	}
	made := n.vm.NewObject()
	n.hostSet(made, "file", n.rt.displayName(full))
	n.hostSet(made, "points", swc.Points)
	n.hostSet(made, "notes", n.vm.NewArray(notes...))
	return made
}

// dLambda is n.d_lambda({freq, d_lambda, sections}): it sets nseg by the
// d_lambda rule and gives the number of segments.
func (n *neuron) dLambda(_ *neuron, call goja.FunctionCall) goja.Value {
	const what = "n.d_lambda"
	args, options := n.split(call.Arguments)
	if len(args) > 0 {
		n.throw(fault.New(fault.Type, "%s takes an object of options, not %s", what, n.show(args[0])).
			WithHint("%s({freq: 100, d_lambda: 0.1, sections: cell.all})", what))
	}
	freq, part, sections := 100.0, 0.1, n.m.Sections()
	if options != nil {
		for _, key := range options.Keys() {
			v := options.Get(key)
			name := func() string { return "the option " + key + " of " + what }
			switch key {
			case "freq":
				freq = n.number(v, name)
			case "d_lambda":
				part = n.number(v, name)
			case "sections":
				sections = nil
				if s, ok := n.rt.Host(v).(*sectionObject); ok {
					sections = append(sections, s.alive())
					continue
				}
				n.eachItem(v, name(), func(item goja.Value) {
					sections = append(sections, n.asSection(item, "an element of "+name()))
				})
			default:
				n.noOption(what, key, []string{"freq", "d_lambda", "sections"})
			}
		}
	}
	nsegs := make([]int, len(sections))
	total := 0
	for i, s := range sections {
		nseg, err := s.DLambda(freq, part)
		n.check(err)
		nsegs[i] = nseg
		total += nseg
	}
	for i, s := range sections {
		n.check(s.SetNseg(nsegs[i]))
	}
	return n.vm.ToValue(total)
}
