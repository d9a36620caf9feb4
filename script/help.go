package script

import (
	"bufio"
	_ "embed"
	"maps"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/mechanism"
)

// functionHelp explains the functions and classes of n, one to a line: how it
// is called, two spaces, what it does.
//
//go:embed help_functions.txt
var functionHelp string

// addHelp makes help(n.continuerun) and the like tell about functions.
func (n *neuron) addHelp() {
	lines := bufio.NewScanner(strings.NewReader(functionHelp))
	for lines.Scan() {
		call, text, _ := strings.Cut(lines.Text(), "  ")
		name, _, _ := strings.Cut(strings.TrimPrefix(call, "n."), "(")
		what := helpText(call + "\n  " + strings.TrimSpace(text) + "\n")
		if m := n.class.members[name]; m != nil {
			n.rt.SetHost(m.method.(*goja.Object), what)
		} else if obj, ok := n.members[name].(*goja.Object); ok && n.rt.Host(obj) == nil {
			n.rt.SetHost(obj, what)
		}
	}
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
	list("density mechanisms", kind(mechanism.Density))
	list("ions", kind(mechanism.IonKind))
	list("functions", n.class.names())
	list("numbers", slices.Sorted(maps.Keys(n.numbers)))
	b.WriteString("\nhelp(n.IClamp), help(n.hh), help(n.continuerun) and the like tell more.\n")
	return b.String()
}
