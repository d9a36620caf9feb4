package port

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// importStatement notes what is imported. Most of it is there in gneuron.
func (t *translator) importStatement(s *python.Stmt) {
	before := len(t.imported)
	if s.Kind == "import" {
		for _, a := range s.Names {
			as := a.As
			if as == "" {
				as, _, _ = strings.Cut(a.Name, ".")
			}
			t.importModule(a.Name, as, a.As != "")
		}
	} else {
		for _, a := range s.Names {
			as := a.As
			if as == "" {
				as = a.Name
			}
			t.importName(s.Name, a.Name, as)
		}
	}
	comment := t.trailing(s.Line, s.LastLine)
	if len(t.imported) == before && comment != "" {
		t.line("%s", strings.TrimSpace(comment))
	}
}

// standard are modules of Python of which some functions are known.
var standard = []string{"math", "time", "random", "sys", "os", "os.path", "numpy", "copy", "warnings"}

func (t *translator) importModule(name, as string, alias bool) {
	switch {
	case name == "neuron":
		if alias {
			t.use("import * as %s from \"neuron\";", as)
		} else {
			t.modules["neuron"] = "neuron"
		}
	case name == "neuron.gui":
	case name == "matplotlib", name == "bokeh":
		t.modules[as] = "drop"
	case name == "matplotlib.pyplot", name == "bokeh.plotting", name == "pylab":
		t.known[as] = "plt"
		if !alias {
			t.modules["matplotlib"] = "matplotlib"
			delete(t.known, as)
		}
	case name == "numpy":
		t.modules[as] = "numpy"
	case slices.Contains(standard, name):
		t.modules[as] = name
	case t.local != nil && t.local(name):
		t.use("import * as %s from \"./%s\";", as, strings.ReplaceAll(name, ".", "/"))
	case name == "itertools", name == "collections":
		t.modules[as] = name
	case name == "csv", name == "json", name == "pickle", name == "textwrap":
		t.modules[as] = name
	default:
		t.unknown[as] = name
	}
}

// use adds an import statement, once.
func (t *translator) use(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	if !slices.Contains(t.imported, s) {
		t.imported = append(t.imported, s)
	}
}

func (t *translator) importName(module, name, as string) {
	switch {
	case module == "neuron" && (name == "h" || name == "n"):
		t.neuron[as] = true
		if as == "n" {
			t.use("import { n } from \"neuron\";")
		} else {
			t.use("import { n as %s } from \"neuron\";", as)
		}
	case module == "neuron" && (name == "gui" || name == "gui2"):
		t.known[as] = "drop"
		t.modules[as] = "drop"
	case module == "neuron.units":
		if name == "*" {
			refuse("from neuron.units import *")
		}
		if name != as {
			name += " as " + as
		}
		if !slices.Contains(t.units, name) {
			t.units = append(t.units, name)
		}
	case module == "__future__", strings.HasPrefix(module, "bokeh.io"), module == "IPython.display", module == "IPython", module == "typing":
		t.known[as] = "drop"
		if name == "show" {
			t.known[as] = "plt.show"
		}
		if name == "display" {
			t.known[as] = "display"
		}
	case module == "matplotlib" && name == "pyplot", module == "bokeh" && name == "plotting":
		t.known[as] = "plt"
	case module == "bokeh.plotting", module == "matplotlib.pyplot":
		t.known[as] = "plt." + name
	case module == "math":
		if name == "*" {
			refuse("from math import *")
		}
		t.known[as] = t.moduleMember("math", name)
	case module == "numpy":
		if name == "*" {
			refuse("from numpy import *")
		}
		t.known[as] = t.moduleMember("numpy", name)
	case module == "itertools" && slices.Contains(iterators, name):
		t.known[as] = t.helper(name)
	case module == "collections" && (name == "defaultdict" || name == "Counter" || name == "namedtuple"):
		t.known[as] = t.helper(name)
		t.collections[name] = t.known[as]
	case module == "time" && name == "time":
		t.known[as] = "time"
		t.helper("time")
	case t.local != nil && t.local(module) && name != "*":
		if name != as {
			name += " as " + as
		}
		t.use("import { %s } from \"./%s\";", name, strings.ReplaceAll(module, ".", "/"))
		if c := as[0]; c >= 'A' && c <= 'Z' {
			t.classes[as] = &python.Stmt{Kind: "class", Name: as}
		}
	case name == "*":
		refuse("from %s import *", module)
	default:
		t.unknown[as] = module
	}
}

// iterators are the functions of itertools that gneuron/python has.
var iterators = []string{"product", "combinations", "permutations", "chain"}

// mathNames are members of math that Math calls otherwise or does not have.
var mathNames = map[string]string{"pi": "Math.PI", "e": "Math.E", "inf": "Infinity", "nan": "NaN", "fabs": "Math.abs", "isnan": "Number.isNaN", "isfinite": "Number.isFinite", "tau": "(2 * Math.PI)"}

var mathFunctions = strings.Fields("acos acosh asin asinh atan atan2 atanh ceil cos cosh exp expm1 floor hypot log log10 log1p log2 pow sin sinh sqrt tan tanh trunc")

// numpyNames are what gneuron/python's np has.
var numpyNames = strings.Fields("abs absolute add all allclose any arange arccos arcsin arctan arctan2 argmax argmin argsort array asarray ceil clip compress concatenate convolve cos cosh cumsum " +
	"deg2rad diff divide dot e empty equal exp floor floor_divide full greater greater_equal histogram inf interp isclose isfinite isnan less less_equal linspace log log10 log2 logspace " +
	"max maximum mean median min minimum mod multiply nan ndim negative newaxis not_equal ones ones_like percentile pi power prod round shape sign sin sinh size sqrt square std subtract sum T tan tanh " +
	"transpose var where zeros zeros_like append append_ flatten reshape tolist ravel astype place count_nonzero vstack nonzero unique sort trapz array_equal logical_and logical_or logical_not full_like rint float64 amax amin")

// numpy writes the name of a function of numpy.
func (t *translator) numpy(name string) string {
	t.helper("np")
	return "np." + name
}

// moduleMember writes a member of a module: np.pi.
func (t *translator) moduleMember(module, name string) string {
	switch module {
	case "math":
		if js, ok := mathNames[name]; ok {
			return js
		}
		if slices.Contains(mathFunctions, name) {
			return "Math." + name
		}
	case "numpy":
		if slices.Contains(numpyNames, name) {
			return t.numpy(name)
		}
	case "sys":
		if name == "argv" {
			return "process.argv.slice(1)"
		}
	case "os":
		if name == "environ" {
			return "process.env"
		}
	case "neuron":
		if name == "__version__" {
			t.use("import { n } from \"neuron\";")
			return "n.nrnversion()"
		}
		if name == "h" || name == "n" {
			t.use("import { n } from \"neuron\";")
			return "n"
		}
	case "matplotlib":
		if name == "pyplot" {
			return "plt"
		}
	}
	refuse("%s.%s", module, name)
	return ""
}

// factory writes what a defaultdict makes its values with.
func (t *translator) factory(e *python.Expr) string {
	if len(e.Items) != 1 || len(e.Keys) > 0 {
		refuse("a defaultdict with other things than what makes its values")
	}
	if x := e.Items[0]; x.Kind == "name" && !t.assigned(x.S) {
		if js := map[string]string{"list": "[]", "int": "0", "float": "0", "dict": "({})", "set": "new Set()", "str": `""`}[x.S]; js != "" {
			return "() => " + js
		}
	}
	return t.code(e.Items[0])
}

// moduleCall writes a call of a function of a module.
func (t *translator) moduleCall(module, name string, e *python.Expr) string {
	args := func() string {
		outer := t.inNumpy
		t.inNumpy = module == "numpy"
		defer func() { t.inNumpy = outer }()
		return t.arguments(e, nil)
	}
	switch {
	case module == "drop":
		return "undefined"
	case module == "math" && name == "log" && len(e.Items) == 2:
		return fmt.Sprintf("(Math.log(%s) / Math.log(%s))", t.code(e.Items[0]), t.code(e.Items[1]))
	case module == "math" && name == "radians":
		return "((Math.PI / 180) * " + t.wrap(e.Items[0], precMul+1) + ")"
	case module == "numpy" && len(e.Keys) == 0 && len(e.Items) == 1 && t.kindOf(e.Items[0]) == "number" && slices.Contains(mathFunctions, name):
		return "Math." + name + "(" + args() + ")"
	case module == "time" && (name == "time" || name == "perf_counter" || name == "process_time"):
		return "(performance.now() / 1e3)"
	case module == "random" && name == "random":
		return "Math.random()"
	case module == "random" && name == "uniform" && len(e.Items) == 2:
		return fmt.Sprintf("(%s + (%s - %s) * Math.random())", t.wrap(e.Items[0], precAdd), t.wrap(e.Items[1], precAdd), t.wrap(e.Items[0], precAdd+1))
	case module == "sys" && name == "exit":
		return "process.exit(" + args() + ")"
	case module == "os.path" && name == "exists" && len(e.Items) == 1:
		return "fs.exists(" + args() + ")"
	case module == "os.path" && name == "join":
		return "[" + args() + "].join(\"/\")"
	case module == "os" && name == "getcwd":
		return `"."`
	case module == "neuron" && name == "load_mechanisms":
		t.use("import { n } from \"neuron\";")
		return "n.load_mechanisms(" + args() + ")"
	case module == "copy" && len(e.Items) == 1:
		return "structuredClone(" + args() + ")"
	case module == "csv" && (name == "reader" || name == "writer"), module == "pickle" && (name == "dump" || name == "load"), module == "textwrap" && name == "fill",
		module == "json" && (name == "dump" || name == "load"):
		return t.helper(module) + "." + name + "(" + args() + ")"
	case module == "json" && (name == "dumps" || name == "loads"):
		if name == "loads" {
			return "JSON.parse(" + t.list(e.Items) + ")"
		}
		return "JSON.stringify(" + t.list(e.Items) + ")"
	case module == "itertools" && slices.Contains(iterators, name):
		return t.helper(name) + "(" + args() + ")"
	case module == "collections" && name == "defaultdict":
		return t.helper(name) + "(" + t.factory(e) + ")"
	case module == "collections" && (name == "Counter" || name == "namedtuple"):
		return t.helper(name) + "(" + args() + ")"
	case module == "warnings":
		return "undefined"
	}
	return t.moduleMember(module, name) + "(" + args() + ")"
}
