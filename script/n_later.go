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
	"StateTransitionEvent": true, "LinearMechanism": true, "KSChan": true,
	"Import3d_Neurolucida_read": true, "Import3d_MorphML": true, "Import3d_Eutectic_read": true,
	"sweep": true, "batch_run": true, "rxd": true,
}

// replaced are members that gneuron will not have, with what to use instead.
var replaced = map[string]string{
	"Graph":           "draw with plt.plot or plt.figure",
	"Shape":           "n.PlotShape(false).plot(plt), or plt.shape(), draws it",
	"nrn_load_dll":    "n.load_mechanisms(folder) loads .mod files without compiling them first",
	"xopen":           "load another script with require",
	"pwman_place":     "gneuron has no windows; draw with plt",
	"execute":         "gneuron runs no HOC code",
	"hoc_stdout":      "redirect the output of the command instead",
	"coreneuron":      "gneuron needs no second engine",
	"HBox":            "gneuron has no windows; draw with plt",
	"VBox":            "gneuron has no windows; draw with plt",
	"xpanel":          "gneuron has no windows; run with other values from the script, or in the REPL",
	"parent_section":  "section.parentseg().sec is the parent",
	"this_section":    "a section is its own name in JavaScript",
	"parent_node":     "section.parentseg() is the place on the parent",
	"this_node":       "section(x) is the segment",
	"section_exists":  "look for it in n.allsec()",
	"getSpineArea":    "3-D points have their spines in pt3dadd and spine3d",
	"setSpineArea":    "3-D points have their spines in pt3dadd and spine3d",
	"allobjects":      "n.List(\"IClamp\") lists the objects of a class",
	"allobjectvars":   "a script's variables are JavaScript's",
	"ropen":           "n.File() reads and writes files",
	"wopen":           "n.File() reads and writes files",
	"fprint":          "n.File() reads and writes files",
	"fscan":           "n.File() reads and writes files",
	"getstr":          "n.File() reads and writes files",
	"sscanf":          "take a text apart with split and Number",
	"strcmp":          "compare strings with ===",
	"system":          "gneuron starts no programs; pass what they print through files",
	"chdir":           "give paths relative to where gneuron was started",
	"load_proc":       "load another script with require",
	"load_func":       "load another script with require",
	"load_template":   "load another script with require",
	"variable_domain": "give limits in the .mod file: PARAMETER { x = 1 <0, 10> }",
	"fclamp":          "n.IClamp(segment) injects current",
	"fstim":           "n.IClamp(segment) injects current",
	"fsyn":            "n.AlphaSynapse(segment) is a synapse",
	"symbols":         "help(n) lists what there is",
	"nrnpython":       "gneuron scripts are JavaScript",
	"execerror":       "throw new Error(text)",
	"checkpoint":      "n.SaveState() keeps a state",
	"save_session":    "gneuron has no windows",
	"print_session":   "gneuron has no windows",
	"load_python":     "gneuron scripts are JavaScript",
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
