package reference

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/internal/dts"
	"github.com/gneuron/gneuron/internal/site"
)

// guides are the pages of the guide that tell how a class is used.
var guides = map[string][]string{
	"n": {"guide/2-first-neuron.md", "script-api.md", "differences.md"}, "plt": {"guide/5-recording.md", "plotting.md"},
	"Section": {"guide/2-first-neuron.md", "guide/3-cable.md"}, "Segment": {"guide/3-cable.md"}, "Vector": {"guide/5-recording.md"},
	"Ref": {"guide/5-recording.md"}, "NetCon": {"guide/4-networks.md"}, "ParallelContext": {"guide/4-networks.md", "performance.md"},
	"PointProcess": {"guide/2-first-neuron.md"}, "Mechanism": {"guide/6-mechanisms.md", "mechanisms.md"}, "MechanismToken": {"guide/3-cable.md"},
	"RangeVarPlot": {"plotting.md"}, "PlotShape": {"plotting.md"}, "Figure": {"plotting.md"}, "Axes": {"plotting.md"},
	"Import3dReader": {"morphologies.md"}, "Import3d_GUI": {"morphologies.md"}, "ImportedMorphology": {"morphologies.md"}, "SectionList": {"morphologies.md"},
	"Sweep": {"sweeps.md"}, "CVode": {"differences.md"}, "SaveState": {"script-api.md"},
	"Equations": {"lessons.md"}, "OdeResult": {"lessons.md"}, "gneuron/analysis": {"script-api.md", "lessons.md"}, "gneuron/python": {"porting-scripts.md"},
	"gneuron/numpy": {"porting-scripts.md"}, "gneuron/data": {"guide/5-recording.md"}, "gneuron/integrators": {"lessons.md"}, "neun": {"lessons.md"},
	"gneuron/test": {"script-api.md"}, "Units": {"guide/2-first-neuron.md"}, "density": {"guide/3-cable.md", "mechanisms.md"},
	"point process": {"guide/4-networks.md", "mechanisms.md"}, "model": {"lessons.md", "mechanisms.md"},
}

// inGuides points to the guides, from a page that lies in a folder up levels below docs.
func inGuides(topic, up string) string {
	if len(guides[topic]) == 0 {
		return ""
	}
	var links []string
	for _, file := range guides[topic] {
		name := strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".md")
		name = strings.ReplaceAll(strings.TrimLeft(name, "0123456789-"), "-", " ")
		links = append(links, fmt.Sprintf("[%s](%s%s)", name, up, file))
	}
	return "\nIn the guide: " + strings.Join(links, ", ") + ".\n"
}

// summary is what a page is about.
func (w *writer) summary(p *page) string {
	if p.doc != "" {
		return p.doc
	}
	return p.types[0].Doc
}

// page writes a page about a class, a module or an object.
func (w *writer) page(p *page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", p.title, w.text(w.summary(p)))
	if p.calls != nil {
		name := strings.TrimSuffix(short(p.calls.Name), "Class")
		writeCalls(&b, "n."+name, p.calls.Calls)
	}
	if len(p.types) > 0 {
		writeExample(&b, p.types[0].Example)
		if p.calls != nil {
			b.WriteString(w.see(p.calls.Calls, p.types[0], p))
			if m := w.f.Types["n.Neuron"].Member(p.title); m != nil {
				w.writeThrows(&b, m)
			}
		}
	}
	b.WriteString(inGuides(p.title, "../"))
	if p.title == "neun" {
		w.writeNames(&b)
	}
	w.writeMembers(&b, p, &dts.Type{Name: "."}, p.members, "##")
	for i, t := range p.types {
		if i > 0 {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", short(t.Name), w.text(t.Doc))
			if len(t.Calls) > 0 {
				writeCalls(&b, "", t.Calls)
			}
			w.writeOptions(&b, p, t)
			continue
		}
		w.writeBases(&b, p, t)
		w.writeMembers(&b, p, t, w.inherited(t), "##")
	}
	return b.String()
}

// writeNames tells the patterns of the names in the module neun.
func (w *writer) writeNames(b *strings.Builder) {
	b.WriteString("\n## Names\n\n")
	for _, a := range w.f.Aliases {
		if name, ok := strings.CutPrefix(a.Name, "neun."); ok {
			fmt.Fprintf(b, "- %s: %s\n", name, w.text(a.Doc))
		}
	}
}

// lenders are the types whose members those that extend them list as their own.
var lenders = regexp.MustCompile(`\.(NodeVariables|Numbers|ImportedSections|Curve|Path)$`)

// inherited lists the members of a type with those of its lenders.
func (w *writer) inherited(t *dts.Type) []*dts.Member {
	out := slices.Clone(t.Members)
	if t.Name == `"gneuron/numpy"` {
		return w.f.Types["numpy.Numpy"].Members // what the module exports
	}
	for _, name := range t.Extends {
		if base := w.f.Types[name]; base != nil && (lenders.MatchString(name) || t.Name == "plt.Plt") {
			for _, m := range base.Members {
				with := *m
				if with.Group == "" {
					with.Group = map[string]string{"n.Numbers": "Numbers", "n.ImportedSections": "Sections of a morphology", "plt.Drawing": "Drawing"}[name]
				}
				out = append(out, &with)
			}
		}
	}
	return out
}

// writeBases tells what else objects of a type have.
func (w *writer) writeBases(b *strings.Builder, p *page, t *dts.Type) {
	for _, name := range t.Extends {
		switch {
		case w.home[name] != "" && w.home[name] != p.file && !lenders.MatchString(name):
			fmt.Fprintf(b, "\nIt has all of %s, too.\n", w.link(name, p))
		case name == "n.RangeVariables":
			b.WriteString("\nIt has the range variables of its [mechanisms](README.md#density-mechanisms), too.\n")
		}
	}
}

// writeMembers writes members, those of a group under a heading of their own.
func (w *writer) writeMembers(b *strings.Builder, p *page, t *dts.Type, members []*dts.Member, level string) {
	group := ""
	var plain, refused []*dts.Member
	if t.Name == "n.Neuron" {
		w.writeClasses(b, members)
		group = "Classes"
	}
	for _, m := range members {
		switch {
		case w.classOf(m) != nil || t.Name == "n.Neuron" && w.isOfMechanism(m):
			continue // listed above; on a page of its own
		case asText.MatchString(m.Name) && m.Signatures[0][0] == '(':
			plain = append(plain, m)
			continue
		case m.Method && strings.HasSuffix(m.Signatures[0], "any[]): never"):
			refused = append(refused, m)
			continue
		}
		if m.Group != group {
			group = m.Group
			if group != "" {
				fmt.Fprintf(b, "\n%s %s\n", level, group)
			}
		}
		deeper := level
		if group != "" {
			deeper += "#"
		}
		w.member(b, p, t, m, deeper)
	}
	list := func(heading string, members []*dts.Member) {
		if len(members) > 0 {
			fmt.Fprintf(b, "\n%s %s\n\n", level, heading)
		}
		for _, m := range members {
			fmt.Fprintf(b, "- `%s%s`: %s\n", m.Name, strings.Replace(m.Signatures[0], "(...args: any[]): never", "", 1), w.text(m.Doc))
		}
	}
	list("As a text", plain)
	list("Refused", refused)
}

// writeClasses lists the classes that are members of n.
func (w *writer) writeClasses(b *strings.Builder, members []*dts.Member) {
	b.WriteString("\n## Classes\n\n")
	for _, m := range members {
		if w.classOf(m) != nil {
			made := "n." + strings.TrimSuffix(strings.TrimPrefix(m.Signatures[0], ": "), "Class")
			fmt.Fprintf(b, "- [%s](%s): %s\n", m.Name, w.home[made], w.text(m.Doc))
		}
	}
	b.WriteString("\nPoint processes, artificial cells and mechanisms are in the [list](README.md).\n")
}

// asText are the methods that most objects have.
var asText = regexp.MustCompile(`^(name|hname|toString|toJSON|valueOf)$`)

// isOfMechanism tells the members that mechanisms add to n.
func (w *writer) isOfMechanism(m *dts.Member) bool {
	for _, t := range w.mechs {
		if m.Name == t.Name || strings.HasSuffix(m.Name, "_"+t.Name) || strings.HasPrefix(m.Signatures[0], ": PointProcessClass") {
			return true
		}
	}
	return false
}

// classOf gives the class that a member of n is, or nil.
func (w *writer) classOf(m *dts.Member) *dts.Type {
	name, ok := strings.CutSuffix(strings.TrimPrefix(m.Signatures[0], ": "), "Class")
	if !ok || w.home["n."+name] == "" {
		return nil
	}
	return w.f.Types["n."+name+"Class"]
}

// member writes a member: how it is called, what it does, what it refuses, and an example.
func (w *writer) member(b *strings.Builder, p *page, t *dts.Type, m *dts.Member, level string) {
	fmt.Fprintf(b, "\n%s %s\n", level, m.Name)
	if m.Signatures[0] != "" {
		var calls []string
		for _, s := range m.Signatures {
			s = strings.Join(strings.Fields(s), " ")
			if !m.Method {
				s = strings.TrimPrefix(s, "()") // a getter
			}
			if m.Readonly {
				s += "  // cannot be set"
			}
			calls = append(calls, m.Name+s)
		}
		fmt.Fprintf(b, "\n```ts\n%s\n```\n", strings.Join(calls, "\n"))
	}
	text, fails := errorsOf(m.Doc)
	fmt.Fprintf(b, "\n%s\n", w.text(text))
	if fails != "" {
		fmt.Fprintf(b, "\n*Error*: %s\n", w.text(fails))
	}
	w.writeThrows(b, m)
	writeExample(b, m.Example)
	b.WriteString(w.see(m.Signatures, t, p))
}

func (w *writer) writeThrows(b *strings.Builder, m *dts.Member) {
	for _, what := range m.Throws {
		fmt.Fprintf(b, "\n*Error*: %s.\n", w.text(what))
	}
}

// writeOptions writes members as a list.
func (w *writer) writeOptions(b *strings.Builder, p *page, t *dts.Type) {
	if len(t.Members) > 0 {
		b.WriteString("\n")
	}
	for _, m := range t.Members {
		var calls []string
		for _, s := range m.Signatures {
			calls = append(calls, "`"+m.Name+strings.Join(strings.Fields(s), " ")+"`")
		}
		fmt.Fprintf(b, "- %s: %s\n", strings.Join(calls, ", "), w.text(strings.Join(strings.Fields(m.Doc), " ")))
	}
	for _, base := range t.Extends {
		if w.home[base] != "" {
			fmt.Fprintf(b, "\nAnd all of %s.\n", w.link(base, p))
		}
	}
	var signatures []string
	for _, m := range t.Members {
		signatures = append(signatures, m.Signatures...)
	}
	b.WriteString(w.see(signatures, t, p))
}

func writeCalls(b *strings.Builder, name string, calls []string) {
	b.WriteString("\n```ts\n")
	for _, c := range calls {
		fmt.Fprintf(b, "%s%s\n", name, strings.Join(strings.Fields(c), " "))
	}
	b.WriteString("```\n")
}

func writeExample(b *strings.Builder, code string) {
	if code != "" {
		fmt.Fprintf(b, "\n```js\n%s\n```\n", code)
	}
}

// see links the types that signatures mention.
func (w *writer) see(signatures []string, t *dts.Type, p *page) string {
	var links []string
	for _, name := range w.typesIn(strings.Join(signatures, "\n"), t) {
		if link := w.link(name, p); link != "" && w.home[name] != p.file {
			links = append(links, link)
		}
	}
	if len(links) == 0 {
		return ""
	}
	return "\nSee " + strings.Join(links, ", ") + ".\n"
}

// link leads to where a type is told about; it is empty where that is nowhere.
func (w *writer) link(name string, p *page) string {
	to := w.home[name]
	if to == "" && w.alias(name) != nil {
		to = "types.md#" + site.Anchor(name)
	}
	if to == "" {
		return ""
	}
	if rest, same := strings.CutPrefix(to, p.file+"#"); same {
		to = "#" + rest
	}
	return fmt.Sprintf("[%s](%s)", short(name), to)
}
