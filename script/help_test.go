package script

import (
	"strings"
	"testing"
)

// TestHelp holds that every function and class of n tells about itself.
func TestHelp(t *testing.T) {
	rt := New(Options{})
	n := rt.neuron
	overview := n.Help()
	for _, name := range append(n.class.names(), n.classNames()...) {
		v := n.Get(name)
		h, ok := rt.Host(v).(Helper)
		if !ok && name != "cvode" {
			t.Errorf("n.%s has no help: give it a line in help_functions.txt", name)
			continue
		}
		if ok && !strings.HasPrefix(h.Help(), "n."+name) && !strings.Contains(h.Help(), name+"(") {
			t.Errorf("help(n.%s) tells of something else:\n%s", name, h.Help())
		}
		if !strings.Contains(overview, " "+name) {
			t.Errorf("help(n) lacks %s", name)
		}
	}
	for line := range strings.Lines(functionHelp) {
		name, _, _ := strings.Cut(strings.TrimPrefix(strings.Fields(line)[0], "n."), "(")
		if n.class.members[name] == nil && n.members[name] == nil {
			t.Errorf("help for n.%s, which does not exist", name)
		}
	}
}
