package script

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/internal/dts"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/stdlib"
)

// declarations are those of stdlib, of which help(x) shows the text.
var declarations = sync.OnceValue(func() *dts.File {
	f, err := dts.Parse(stdlib.Types())
	if err != nil {
		panic(err) // the declarations are part of this program
	}
	return f
})

// helpTopic is a member of a type of the declarations, "n.Section" and
// "connect"; without a name it is the type itself.
type helpTopic struct{ of, name string }

// Help tells about the member or the type.
func (t helpTopic) Help() string {
	f := declarations()
	owner := f.Types[t.of]
	if owner == nil {
		return "" // a class that the declarations lack: TestSurface says so
	}
	if t.name == "" {
		return typeHelp(f, owner)
	}
	for _, m := range f.All(owner) {
		if m.Name == t.name {
			return memberHelp(f, owner, m)
		}
	}
	return ""
}

// typeOfClass is the type that declares a class of this package: "n" is
// n.Neuron, "range variable" is n.RangeVariable.
func typeOfClass(name string) string {
	switch name {
	case "n":
		return "n.Neuron"
	case "plt":
		return "plt.Plt"
	case "Figure", "Axes":
		return "plt." + name
	}
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return "n." + strings.Join(words, "")
}

// before is what scripts write before a member of a type.
func before(t *dts.Type) string {
	switch t.Name {
	case "n.Neuron":
		return "n."
	case "plt.Plt":
		return "plt."
	case "":
		return "" // the global scope
	}
	if strings.HasPrefix(t.Name, `"`) {
		return "" // a module: its names are imported
	}
	return t.Name[strings.Index(t.Name, ".")+1:] + "."
}

// memberHelp shows how a member is called, and its documentation. For a class
// it tells about its objects, too.
func memberHelp(f *dts.File, owner *dts.Type, m *dts.Member) string {
	if class := classBehind(f, m); class != nil {
		return classHelp(f, m, class)
	}
	var b strings.Builder
	for _, s := range m.Signatures {
		fmt.Fprintf(&b, "%s%s%s\n", before(owner), m.Name, s)
	}
	fmt.Fprintf(&b, "\n%s\n", m.Doc)
	for _, what := range m.Throws {
		fmt.Fprintf(&b, "%s.\n", what)
	}
	b.WriteString(exampleHelp(m.Example))
	return b.String()
}

// exampleHelp shows the example of a member or a type, if it has one.
func exampleHelp(code string) string {
	if code == "" {
		return ""
	}
	return "\nexample\n  " + strings.ReplaceAll(code, "\n", "\n  ") + "\n"
}

var typeName = regexp.MustCompile(`^: (\w+)$`)

// classBehind gives the type of the class that a member of n is, or nil.
func classBehind(f *dts.File, m *dts.Member) *dts.Type {
	name := typeName.FindStringSubmatch(m.Signatures[0])
	if name == nil || !strings.HasSuffix(name[1], "Class") {
		return nil
	}
	return f.Types["n."+name[1]]
}

var (
	result  = regexp.MustCompile(`: (\w+)(?:<.*>)?$`)
	options = regexp.MustCompile(`\w+Options\b`)
)

// classHelp tells how objects of a class are made, and what they have.
func classHelp(f *dts.File, m *dts.Member, class *dts.Type) string {
	var b strings.Builder
	for _, call := range class.Calls {
		fmt.Fprintf(&b, "n.%s%s\n", m.Name, call)
	}
	fmt.Fprintf(&b, "\n%s\n", m.Doc)
	text := strings.Join(class.Calls, "")
	seen := map[string]bool{}
	for _, name := range options.FindAllString(text, -1) {
		if t := f.Types["n."+name]; t != nil && !seen[name] {
			seen[name] = true
			b.WriteString("options\n")
			listMembers(&b, t.Members)
		}
	}
	if made := result.FindStringSubmatch(class.Calls[0]); made != nil && f.Types["n."+made[1]] != nil {
		b.WriteString("\n" + typeHelp(f, f.Types["n."+made[1]]))
	}
	return b.String()
}

// typeHelp tells about the objects of a type: its members in a line each.
func typeHelp(f *dts.File, t *dts.Type) string {
	_, name, ok := strings.Cut(t.Name, ".")
	if !ok {
		name = t.Name
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", name, t.Doc)
	var properties, methods []*dts.Member
	for _, m := range f.All(t) {
		switch {
		case slices.Contains(f.Types["n.RangeVariables"].Members, m) || slices.Contains(f.Types["n.Mechanisms"].Members, m):
			// Those of mechanisms change with the mechanisms, which have help of their own.
		case m.Method:
			methods = append(methods, m)
		default:
			properties = append(properties, m)
		}
	}
	if len(properties) > 0 {
		b.WriteString("properties\n")
		listMembers(&b, properties)
	}
	if len(methods) > 0 {
		b.WriteString("methods\n")
		listMembers(&b, methods)
	}
	b.WriteString(exampleHelp(t.Example))
	return b.String()
}

// listMembers writes a line for each member: its call and the first sentence
// of its documentation.
func listMembers(b *strings.Builder, list []*dts.Member) {
	var rows [][]string
	for _, m := range list {
		call := m.Name
		if m.Method {
			call += briefParameters(m.Signatures[0])
		}
		rows = append(rows, []string{call, firstSentence(m.Doc)})
	}
	width := 0
	for _, r := range rows {
		if len(r[0]) <= 30 {
			width = max(width, len(r[0]))
		}
	}
	for _, r := range rows {
		fmt.Fprintf(b, "  %-*s  %s\n", width, r[0], r[1])
	}
}

// briefParameters are the names of the parameters of a signature: "(t, fn)".
func briefParameters(signature string) string {
	var names []string
	depth, start := 0, -1
	for i, c := range signature {
		switch c {
		case '(', '{', '[':
			if depth++; depth == 1 && c == '(' {
				start = i + 1
			}
		case ')', '}', ']':
			depth--
		}
		if start >= 0 && (depth == 0 || depth == 1 && c == ',') {
			name, _, _ := strings.Cut(signature[start:i], ":")
			if name = strings.Trim(name, " ?"); name != "" {
				names = append(names, name)
			}
			start = i + 1
			if depth == 0 {
				break
			}
		}
	}
	return "(" + strings.Join(names, ", ") + ")"
}

var sentenceEnd = regexp.MustCompile(`\.\s+[A-Z]|\n\n`)

func firstSentence(doc string) string {
	if at := sentenceEnd.FindStringIndex(doc); at != nil {
		doc = doc[:at[0]+1]
	}
	return strings.TrimSuffix(strings.Join(strings.Fields(doc), " "), ".")
}

// nameMembers lets help(x) know the classes and functions that are members of n,
// and the methods of Vectors.
func (n *neuron) nameMembers() {
	know := func(v goja.Value, topic helpTopic) {
		if obj, ok := v.(*goja.Object); ok && n.rt.Host(obj) == nil {
			n.rt.SetHost(obj, topic)
		}
	}
	for name, v := range n.members {
		know(v, helpTopic{"n.Neuron", name})
	}
	proto := n.rt.vectorProto()
	for _, name := range vectorMethods(proto) {
		know(proto.Get(name), helpTopic{"n.Vector", name})
	}
}

// vectorMethods lists the methods of Vectors.
func vectorMethods(proto *goja.Object) []string {
	return slices.DeleteFunc(proto.GetOwnPropertyNames(), func(name string) bool {
		return name == "constructor" || slices.Contains(vectorProperties, name)
	})
}

// Help is what help(x) shows of a value; ok is false where there is no help.
func (rt *Runtime) Help(v goja.Value) (text string, ok bool) {
	if h, known := rt.Host(v).(Helper); known {
		return h.Help(), true
	}
	obj, isObject := v.(*goja.Object)
	if !isObject {
		return "", false
	}
	f := declarations()
	_ = rt.Try(func() { // a getter of the script may throw
		for _, m := range f.Globals.Members {
			x := rt.vm.GlobalObject().Get(m.Name)
			if x == nil {
				continue
			}
			typ := f.Types[strings.TrimPrefix(m.Signatures[0], ": ")]
			if x.SameAs(obj) {
				if text, ok = memberHelp(f, f.Globals, m), true; typ != nil {
					text = typeHelp(f, typ)
				}
				return
			}
			holder, isObject := x.(*goja.Object)
			if typ == nil || !isObject || rt.Host(holder) != nil {
				continue
			}
			for _, inner := range typ.Members {
				if y := holder.Get(inner.Name); y != nil && y.SameAs(obj) {
					text, ok = memberHelp(f, &dts.Type{Name: "." + m.Name}, inner), true
				}
			}
		}
	})
	return text, ok
}

// classNames lists the classes and objects of n that are no mechanisms.
func (n *neuron) classNames() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(n.members)), func(name string) bool { return n.m.Mechs.Get(name) != nil })
}

// Help lists what n offers.
func (n *neuron) Help() string {
	var b strings.Builder
	b.WriteString("n is the simulator: build a model with its classes, then run it.\n\n")
	list := func(title string, names []string) {
		b.WriteString(title + "\n")
		line := " "
		for _, name := range names {
			if len(line)+len(name) > 76 {
				b.WriteString(line + "\n")
				line = " "
			}
			line += " " + name
		}
		b.WriteString(line + "\n")
	}
	kind := func(k mechanism.Kind) (names []string) {
		for _, m := range n.m.Mechs.All() {
			if m.Type.Kind == k {
				names = append(names, m.Type.Name)
			}
		}
		return names
	}
	list("classes", n.classNames())
	list("point processes", kind(mechanism.PointProcess))
	list("artificial cells", kind(mechanism.ArtificialCell))
	list("density mechanisms", kind(mechanism.Density))
	list("ions", kind(mechanism.IonKind))
	list("functions", n.class.names())
	list("numbers", slices.Sorted(maps.Keys(n.numbers)))
	b.WriteString("\nhelp(n.IClamp), help(n.hh), help(n.continuerun) and the like tell more;\n`gneuron docs` shows all of it in a browser, with a guide.\n")
	return b.String()
}
