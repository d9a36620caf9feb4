package script

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/internal/dts"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
)

// HelpOn is what help("name") shows: of a mechanism, a member of n or plt, a variable
// such as "gnabar_hh", a member of a class such as "connect" or "Vector.record". Where
// there is nothing, near is the name that was perhaps meant, or "".
func (rt *Runtime) HelpOn(name string) (text, near string) {
	n, f := rt.neuron, declarations()
	owner, member, dotted := strings.Cut(name, ".")
	if !dotted {
		owner, member = "n", name
	}
	switch {
	case owner == "n" || owner == "h":
		if mech := n.m.Mechs.Get(member); mech != nil {
			return mechanismHelp(mech), ""
		}
		if text := (helpTopic{"n.Neuron", member}).Help(); text != "" {
			return text, ""
		}
		if text := n.variableHelp(member); text != "" {
			return text, ""
		}
	case owner == "plt":
		if text := (helpTopic{"plt.Plt", member}).Help(); text != "" {
			return text, ""
		}
	default:
		for _, typ := range []string{"n." + owner, "plt." + owner, owner} {
			if f.Types[typ] != nil {
				if text := (helpTopic{typ, member}).Help(); text != "" {
					return text, ""
				}
			}
		}
	}
	if !dotted {
		for _, m := range f.Globals.Members {
			if m.Name == name {
				return memberHelp(f, f.Globals, m), ""
			}
		}
		if text := membersNamed(f, name); text != "" {
			return text, ""
		}
	}
	return "", n.nearHelp(name)
}

// variableHelp tells about a variable of a mechanism by the name that scripts give it,
// gnabar_hh, ina or usetable_hh.
func (n *neuron) variableHelp(key string) string {
	name, m := n.suffixed(key)
	for _, mech := range n.m.Mechs.All() {
		t := mech.Type
		for _, v := range visible(t) {
			if mech == m && v.Name == name && !v.Plain || v.Plain && v.Name == key {
				return rangeHelp(t, v, key)
			}
		}
	}
	if m == nil {
		return ""
	}
	if g := m.Type.Global(name); g != nil && !g.Hidden {
		text := fmt.Sprintf("n.%s: a global variable of %s, %g%s by default", key, m.Type.Name, g.Default, inUnits(g.Units))
		return strings.Join(notEmpty(text, inRange(g.Limits), g.Doc), "\n") + "\n"
	}
	if p := m.Type.Procedure(name); p != nil {
		return fmt.Sprintf("n.%s(%s): a function of %s\n", key, strings.Join(p.Args, ", "), m.Type.Name)
	}
	return ""
}

// rangeHelp tells about a variable that each instance of a mechanism has.
func rangeHelp(t *mechanism.Type, v *mechanism.Var, key string) string {
	roles := map[mechanism.Role]string{mechanism.Parameter: "parameter", mechanism.Assigned: "assigned variable", mechanism.State: "state"}
	what := roles[v.Role]
	text := fmt.Sprintf("%s: %s of %s%s", key, what, t.Name, inUnits(v.Units))
	if v.Role == mechanism.Parameter {
		text = fmt.Sprintf("%s: %s of %s, %g%s by default", key, what, t.Name, v.Default, inUnits(v.Units))
	}
	use := ""
	if t.Kind == mechanism.Density || t.Kind == mechanism.IonKind {
		use = fmt.Sprintf("of a whole section: soma.%s; of a segment: soma(0.5).%s.%s", key, t.Name, v.Name)
		if v.Plain {
			use = fmt.Sprintf("of a segment: soma(0.5).%s; recorded: n.Vector().record(soma(0.5)._ref_%s)", key, key)
		}
	}
	return strings.Join(notEmpty(text, inRange(v.Limits), v.Doc, use), "\n") + "\n"
}

func inUnits(text string) string {
	if text == "" || text == "1" {
		return ""
	}
	return " " + text
}

func inRange(l *mechanism.Limits) string {
	if text := l.String(); text != "" {
		return "allowed: " + text
	}
	return ""
}

func notEmpty(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// membersNamed tells about the members of that name of all types.
func membersNamed(f *dts.File, name string) string {
	const most = 6
	var found []string
	more := 0
	for _, key := range slices.Sorted(maps.Keys(f.Types)) {
		t := f.Types[key]
		if strings.HasSuffix(key, "Options") || strings.HasSuffix(key, "Class") || strings.HasPrefix(key, `"`) ||
			strings.HasSuffix(key, "Variables") && key != "n.RangeVariables" {
			continue
		}
		if m := t.Member(name); m != nil {
			if text := strings.ReplaceAll(memberHelp(f, t, m), "RangeVariables.", "soma(0.5)."); len(found) < most && !slices.Contains(found, text) {
				found = append(found, text)
			} else {
				more++
			}
		}
	}
	text := strings.Join(found, "\n")
	if more > 0 {
		text += fmt.Sprintf("\nand %d more\n", more)
	}
	return text
}

// nearHelp finds what there is help on whose name is near.
func (n *neuron) nearHelp(name string) string {
	f := declarations()
	var names []string
	owner, _, dotted := strings.Cut(name, ".")
	switch {
	case dotted && f.Types["plt.Plt"] != nil && owner == "plt":
		for _, m := range f.All(f.Types["plt.Plt"]) {
			names = append(names, "plt."+m.Name)
		}
	case dotted && f.Types["n."+owner] != nil:
		for _, m := range f.All(f.Types["n."+owner]) {
			names = append(names, owner+"."+m.Name)
		}
	case dotted:
		for _, m := range n.allNames() {
			names = append(names, owner+"."+m)
		}
	default:
		names = n.rt.HelpNames()
		for key, t := range f.Types {
			if !strings.HasSuffix(key, "Options") {
				for _, m := range t.Members {
					names = append(names, m.Name)
				}
			}
		}
		slices.Sort(names)
	}
	return spell.Nearest(name, names)
}

// HelpNames lists the members of n and the variables of mechanisms, as HelpOn takes
// them.
func (rt *Runtime) HelpNames() []string {
	names := rt.neuron.allNames()
	for _, mech := range rt.neuron.m.Mechs.All() {
		for _, v := range visible(mech.Type) {
			if v.Plain {
				names = append(names, v.Name)
			} else if !mech.Type.Kind.IsObject() {
				names = append(names, v.Name+"_"+mech.Type.Name)
			}
		}
	}
	return names
}

// MechanismNames lists what can be inserted into sections.
func (rt *Runtime) MechanismNames() (names []string) {
	for _, mech := range rt.neuron.m.Mechs.All() {
		if !mech.Type.Kind.IsObject() {
			names = append(names, mech.Type.Name)
		}
	}
	return names
}

// SectionNames lists the names of sections that begin with a prefix, at most so many.
func (rt *Runtime) SectionNames(prefix string, most int) (names []string) {
	for _, s := range rt.neuron.m.Sections() {
		if name := s.Name(); strings.HasPrefix(name, prefix) {
			if names = append(names, name); len(names) == most {
				break
			}
		}
	}
	return names
}

// OptionNames lists the options that the class or mechanism n.NAME takes.
func (rt *Runtime) OptionNames(name string) (names []string) {
	if mech := rt.neuron.m.Mechs.Get(name); mech != nil {
		for _, v := range visible(mech.Type) {
			if v.Role == mechanism.Parameter {
				names = append(names, optionName(mech.Type, v.Name))
			}
		}
		return names
	}
	f := declarations()
	for _, m := range f.Types["n.Neuron"].Members {
		if class := classBehind(f, m); m.Name == name && class != nil {
			for _, o := range options.FindAllString(strings.Join(class.Calls, ""), -1) {
				if t := f.Types["n."+o]; t != nil {
					for _, option := range t.Members {
						names = append(names, option.Name)
					}
				}
			}
		}
	}
	return names
}

var (
	declarationHead = regexp.MustCompile(`(?:export\s+)?(?:default\s+)?(?:(?:const|let|var)\s+)?(?:[\w$.]+\s*[=:]\s*)?$`)
	commentBefore   = regexp.MustCompile(`(?s)(/\*(?:[^*]|\*[^/])*\*/|(?:^|\n)[ \t]*//[^\n]*(?:\n[ \t]*//[^\n]*)*)[ \t]*\n?[ \t]*$`)
	commentMarks    = regexp.MustCompile(`(?m)^[ \t]*(?://+|/\*+|\*/|\*)? ?|[ \t]*\*/[ \t]*$`)
)

// FunctionHelp tells about a function of a script: how it is called, and the comment
// before it. It is "" for what is no such function.
func (rt *Runtime) FunctionHelp(v goja.Value) string {
	obj, ok := v.(*goja.Object)
	if _, callable := goja.AssertFunction(v); !ok || !callable || obj.ExportType() == typeProxy {
		return ""
	}
	text := (&inspection{rt: rt}).method(obj, "toString", "")
	if text == "" || strings.HasSuffix(text, "{ [native code] }") {
		return ""
	}
	head, name := signature(text), stringProperty(obj, "name")
	members := ""
	if strings.HasPrefix(text, "class") {
		if proto, ok := rt.Property(obj, "prototype").(*goja.Object); ok {
			members = strings.Join(slices.DeleteFunc(rt.PropertyNames(proto), isIndex), " ")
		}
		if members != "" {
			members = "\nmembers: " + members + "\n"
		}
	} else if name != "" && !strings.Contains(head, name) {
		head = name + " = " + head
	}
	for _, key := range slices.Sorted(maps.Keys(rt.sources)) {
		src := rt.sources[key]
		at := strings.LastIndex(src.text, text)
		if at < 0 || src.internal {
			continue
		}
		before := src.text[:at]
		before = before[:len(before)-len(declarationHead.FindString(before))]
		if m := commentBefore.FindStringSubmatch(before); m != nil {
			comment := strings.TrimSpace(commentMarks.ReplaceAllString(strings.TrimSpace(m[1]), ""))
			return head + "\n\n" + comment + "\n" + members
		}
	}
	return head + "\n" + members
}

// signature is the text of a function up to its body.
func signature(text string) string {
	depth := 0
	for i, c := range text {
		switch c {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '{':
			if depth == 0 {
				return strings.TrimSpace(text[:i])
			}
		case '=':
			if depth == 0 && strings.HasPrefix(text[i:], "=>") {
				return strings.TrimSpace(text[:i+2]) + " ..."
			}
		}
	}
	return text
}
