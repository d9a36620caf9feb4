package script

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// postponed are members of NEURON's interface that gneuron does not have yet.
// A use of one says so by name.
var postponed = map[string]bool{
	"SaveState": true, "BBSaveState": true,
	"MechanismType": true, "MechanismStandard": true,
	"StateTransitionEvent": true, "LinearMechanism": true, "KSChan": true,
	"Import3d_Neurolucida_read": true, "Import3d_MorphML": true, "Import3d_Eutectic_read": true,
	"PlotShape": true, "RangeVarPlot": true,
	"sweep": true, "batch_run": true, "rxd": true,
}

// replaced are members that gneuron will not have, with what to use instead.
var replaced = map[string]string{
	"Graph":        "draw with plt.plot or plt.figure",
	"Shape":        "draw with plt",
	"nrn_load_dll": "n.load_mechanisms(folder) loads .mod files without compiling them first",
	"xopen":        "load another script with require",
	"pwman_place":  "gneuron has no windows; draw with plt",
	"execute":      "gneuron runs no HOC code",
	"hoc_stdout":   "redirect the output of the command instead",
	"coreneuron":   "gneuron needs no second engine",
	"load_python":  "gneuron scripts are JavaScript",
}

func notYet(what string) *fault.Error {
	e := fault.New(fault.Model, "not yet: %s is not part of this version of gneuron", what)
	e.Variable = what
	return e
}

// postponed gives the error for a member that does not exist yet, or will not.
func (n *neuron) postponed(name string) error {
	if postponed[name] {
		e := notYet("n." + name)
		e.Variable = name
		return e
	}
	if use := replaced[name]; use != "" {
		e := fault.New(fault.Model, "gneuron has no n.%s", name)
		e.Variable = name
		return e.WithHint("%s", use)
	}
	return nil
}

// reserved tells the names that a new mechanism must not have, because they
// mean something in a section or, except for one that is inserted into
// sections by its name, under n.
func (n *neuron) reserved(name string, kind mechanism.Kind) bool {
	if slices.Contains(nodeVariables, name) || n.sectionClass.members[name] != nil || n.segmentClass.members[name] != nil {
		return true
	}
	if kind == mechanism.Density {
		return false
	}
	_, isNumber := n.numbers[name]
	_, isMember := n.members[name]
	return isNumber || isMember || n.class.members[name] != nil
}
