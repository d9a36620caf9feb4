// Package reference writes the reference pages of the documentation, in Markdown: of
// classes, functions and modules from the declarations that help() shows, of mechanisms
// and point models from what their .mod files compile to.
package reference

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/internal/dts"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/solver/ode"
)

// Index is the name of the page that lists all others.
const Index = "README.md"

const note = "<!-- Written by `go generate ./docs` from stdlib: change the texts there, not this file. -->\n\n"

// page is a page about a class, a module or an object.
type page struct {
	file, title string
	types       []*dts.Type   // told about, the main one first
	calls       *dts.Type     // the class, whose calls make objects; or nil
	members     []*dts.Member // of the global scope
	doc         string
}

// writer is what the pages are made with.
type writer struct {
	f     *dts.File
	mechs []*mechanism.Type
	pages []*page
	// home says where a type is told about, with the place on that page.
	home map[string]string
}

// Pages writes all pages, by their file names. mechs are the mechanisms that there are,
// models the point models.
func Pages(f *dts.File, mechs []*mechanism.Type, models []*ode.Model) map[string]string {
	w := &writer{f: f, mechs: mechs, home: map[string]string{}}
	w.assign()
	out := map[string]string{}
	for _, p := range w.pages {
		out[p.file] = note + w.page(p)
	}
	for _, t := range mechs {
		out[mechanismFile(t.Name)] = note + w.mechanism(t)
	}
	for _, m := range models {
		out[modelFile(m.Name)] = note + w.model(m)
	}
	out["types.md"] = note + w.aliases()
	out[Index] = note + w.index(models)
	return out
}

func mechanismFile(name string) string { return path.Join("mechanisms", name+".md") }
func modelFile(name string) string     { return path.Join("models", name+".md") }

// helper tells the types that belong to the page of another one: classes, options, and
// those that only lend their members.
var helper = regexp.MustCompile(`(Class|Options|Variables|Numbers|RangeVariables|Mechanisms|ImportedSections)$`)

// assign decides which pages there are, and which type is told about where.
func (w *writer) assign() {
	w.object("n.md", "n", "n.Neuron")
	w.object("plt.md", "plt", "plt.Plt")
	w.home["plt.Drawing"] = "plt.md#drawing"
	w.object("globals.md", "Globals")
	globals := w.pages[len(w.pages)-1]
	globals.doc = "What every script finds without an import, besides n and plt."
	own := w.ofMechanisms()
	for _, name := range w.f.Order {
		t := w.f.Types[name]
		namespace, short, isIn := strings.Cut(name, ".")
		switch {
		case own[name] || w.home[name] != "":
		case strings.HasPrefix(name, `"`):
			w.module(t)
		case t.Module != "" || namespace == "neun" || namespace == "numpy":
			// Told about on the page of the module.
		case !isIn:
			w.place(globals, t)
		case !helper.MatchString(short):
			w.object(short+".md", short, name)
		}
	}
	for _, m := range w.f.Globals.Members {
		if m.Name != "n" && m.Name != "h" && m.Name != "plt" {
			globals.members = append(globals.members, m)
		}
	}
	// Classes, and options, where they are first mentioned.
	for i := 0; i < len(w.pages); i++ {
		p := w.pages[i]
		for j := 0; j < len(p.types); j++ {
			for _, name := range w.mentioned(&dts.Type{Name: p.types[j].Name, Members: w.inherited(p.types[j])}) {
				if t := w.f.Types[name]; t != nil && w.home[name] == "" && strings.HasSuffix(name, "Options") {
					w.place(p, t)
				}
			}
		}
	}
}

// object adds a page about types.
func (w *writer) object(file, title string, names ...string) {
	p := &page{file: file, title: title}
	for _, name := range names {
		w.place(p, w.f.Types[name])
	}
	if len(names) > 0 {
		if class := w.f.Types[names[0]+"Class"]; class != nil {
			p.calls = class
			for _, name := range w.mentioned(class) {
				if t := w.f.Types[name]; t != nil && w.home[name] == "" && strings.HasSuffix(name, "Options") {
					w.place(p, t)
				}
			}
		}
	}
	w.pages = append(w.pages, p)
}

// place has a page tell about a type.
func (w *writer) place(p *page, t *dts.Type) {
	w.home[t.Name] = p.file
	if len(p.types) > 0 {
		w.home[t.Name] += "#" + strings.ToLower(short(t.Name))
	}
	p.types = append(p.types, t)
}

// module adds the page of a module, if it has more than another name for what has a page.
func (w *writer) module(t *dts.Type) {
	name := strings.Trim(t.Name, `"`)
	p := &page{file: path.Base(name) + ".md", title: name}
	w.place(p, t)
	for _, other := range w.f.Order {
		if o := w.f.Types[other]; o.Module == t.Name || name == "neun" && strings.HasPrefix(other, "neun.") {
			w.place(p, o)
		}
	}
	if len(t.Members) > 0 || len(p.types) > 1 || name == "gneuron/numpy" {
		w.pages = append(w.pages, p)
	}
}

// ofMechanisms are the types of mechanisms, which have pages of their own.
func (w *writer) ofMechanisms() map[string]bool {
	own := map[string]bool{}
	for _, m := range w.mechs {
		own["n."+m.Name], own["n."+m.Name+"Variables"] = true, true
		w.home["n."+m.Name] = mechanismFile(m.Name)
	}
	return own
}

var identifier = regexp.MustCompile(`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)?`)

// mentioned lists the types that the signatures of a type name, in their order.
func (w *writer) mentioned(t *dts.Type) []string {
	signatures := slices.Clone(t.Calls)
	for _, m := range t.Members {
		signatures = append(signatures, m.Signatures...)
	}
	return w.typesIn(strings.Join(signatures, "\n"), t)
}

// typesIn lists the types that a text of a type's namespace names.
func (w *writer) typesIn(text string, of *dts.Type) []string {
	namespace := ""
	if before, _, isIn := strings.Cut(of.Name, "."); isIn {
		namespace = before + "."
	}
	var names []string
	for _, name := range identifier.FindAllString(text, -1) {
		if full := namespace + name; w.f.Types[full] != nil || w.alias(full) != nil {
			name = full
		}
		if (w.f.Types[name] != nil || w.alias(name) != nil) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func (w *writer) alias(name string) *dts.Alias {
	for _, a := range w.f.Aliases {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// short is the name of a type without its namespace.
func short(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// aliases writes the page of types that have no members.
func (w *writer) aliases() string {
	var b strings.Builder
	b.WriteString("# Types\n\nNames that signatures use for what an argument may be.\n")
	for _, a := range w.f.Aliases {
		if strings.HasPrefix(a.Name, "neun.") {
			continue // on the page of the module
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n```ts\ntype %s = %s\n```\n", a.Name, w.text(a.Doc), short(a.Name), strings.Join(strings.Fields(a.Text), " "))
	}
	return b.String()
}

// index writes the page that lists all others.
func (w *writer) index(models []*ode.Model) string {
	var b strings.Builder
	b.WriteString("# Reference\n\nEvery class, function, module and mechanism that a script finds. `help(x)` shows the same texts\n" +
		"in a session, `gneuron docs NAME` prints a page, and `gneuron types` writes it all for an editor.\n\n" +
		"Everywhere an error: a name that does not exist, an argument of another kind than the signature says, and\n" +
		"whatever was deleted. The model is left as it was.\n")
	list := func(title string, rows [][2]string) {
		fmt.Fprintf(&b, "\n## %s\n\n", title)
		for _, r := range rows {
			fmt.Fprintf(&b, "- [%s](%s): %s\n", strings.TrimSuffix(path.Base(r[0]), ".md"), r[0], r[1])
		}
	}
	var objects, classes, others, modules [][2]string
	for _, p := range w.pages {
		row := [2]string{p.file, w.text(brief(w.summary(p)))}
		switch {
		case p.file == "n.md" || p.file == "plt.md" || p.file == "globals.md":
			objects = append(objects, row)
		case strings.HasPrefix(p.types[0].Name, `"`):
			modules = append(modules, row)
		case p.calls != nil:
			classes = append(classes, row)
		default:
			others = append(others, row)
		}
	}
	byName := func(a, b [2]string) int { return strings.Compare(strings.ToLower(a[0]), strings.ToLower(b[0])) }
	slices.SortFunc(classes, byName)
	slices.SortFunc(others, byName)
	list("Where to begin", objects)
	list("Classes of n", classes)
	list("What else functions give and take", append(others, [2]string{"types.md", "Names that signatures use for what an argument may be."}))
	list("Modules", modules)
	kinds := map[mechanism.Kind][][2]string{}
	for _, t := range w.mechs {
		kinds[t.Kind] = append(kinds[t.Kind], [2]string{mechanismFile(t.Name), w.text(title(t))})
	}
	titles := map[mechanism.Kind]string{mechanism.Density: "Density mechanisms", mechanism.PointProcess: "Point processes",
		mechanism.ArtificialCell: "Artificial cells", mechanism.IonKind: "Ions"}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		slices.SortFunc(kinds[k], byName)
		list(titles[k], kinds[k])
	}
	var points [][2]string
	for _, m := range models {
		points = append(points, [2]string{modelFile(m.Name), w.text(sentence(m.Title))})
	}
	list("Point models for n.ode", points)
	return b.String()
}
