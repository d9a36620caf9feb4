package script

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
)

// version is the NEURON whose behaviour is gneuron's.
const version = "8.2.2"

// addQueries makes functions of n that ask about sections, names and objects.
func (n *neuron) addQueries() {
	vm := n.vm
	method := func(name string, f func(call goja.FunctionCall) goja.Value) {
		n.class.method(name, func(_ *neuron, call goja.FunctionCall) goja.Value { return f(call) })
	}
	method("push_section", func(call goja.FunctionCall) goja.Value {
		v := call.Argument(0)
		if !goja.IsString(v) {
			n.stack = append(n.stack, n.asSection(v, "the argument of n.push_section"))
			return vm.ToValue(1)
		}
		n.stack = append(n.stack, n.sectionNamed(v.String()))
		return vm.ToValue(1)
	})
	method("issection", func(call goja.FunctionCall) goja.Value {
		pattern := n.sectionPattern(n.textOf(call.Argument(0), "the pattern of n.issection"))
		if pattern.MatchString(n.sectionArgument(call, 1, "n.issection").Name()) {
			return vm.ToValue(1)
		}
		return vm.ToValue(0)
	})
	method("sectionname", func(call goja.FunctionCall) goja.Value {
		n.giveText(call.Argument(0), "the argument of n.sectionname", n.sectionArgument(call, 1, "n.sectionname").Name())
		return vm.ToValue(1)
	})
	method("section_owner", func(call goja.FunctionCall) goja.Value {
		if cell, ok := n.sectionArgument(call, 0, "n.section_owner").Cell().(goja.Value); ok {
			return cell
		}
		return goja.Null()
	})
	method("name_declared", func(call goja.FunctionCall) goja.Value {
		name := n.textOf(call.Argument(0), "the argument of n.name_declared")
		_, isNumber := n.numbers[name]
		switch {
		case isNumber:
			return vm.ToValue(5)
		case n.Has(name) || n.lookup(name) != nil:
			return vm.ToValue(1)
		}
		return vm.ToValue(0)
	})
	method("object_id", func(call goja.FunctionCall) goja.Value {
		o, ok := n.rt.Host(call.Argument(0)).(living)
		if !ok {
			n.throw(fault.New(fault.Type, "n.object_id needs an object such as a Vector or an IClamp, not %s", n.show(call.Argument(0))))
		}
		return vm.ToValue(o.serial())
	})
	method("nrnversion", func(call goja.FunctionCall) goja.Value {
		if v := call.Argument(0); absent(v) || v.ToInteger() == 1 {
			return vm.ToValue("gneuron, as NEURON " + version)
		}
		return vm.ToValue(version)
	})
	method("getcwd", func(goja.FunctionCall) goja.Value { return vm.ToValue(n.rt.dir + "/") })
	method("printf", func(call goja.FunctionCall) goja.Value {
		text := n.format("n.printf", call.Arguments)
		fmt.Fprint(n.rt.Stdout(), text)
		return vm.ToValue(len(text))
	})
	method("sprint", func(call goja.FunctionCall) goja.Value {
		if len(call.Arguments) == 0 {
			n.throw(fault.New(fault.Type, "n.sprint needs n.ref(\"\") and a format"))
		}
		n.giveText(call.Arguments[0], "the first argument of n.sprint", n.format("n.sprint", call.Arguments[1:]))
		return vm.ToValue(1)
	})
	for _, name := range []string{"doEvents", "doNotify"} { // there are no windows that wait
		method(name, func(goja.FunctionCall) goja.Value { return vm.ToValue(1) })
	}
}

// sectionNamed finds a section by its name.
func (n *neuron) sectionNamed(name string) *section.Section {
	for _, s := range n.m.Sections() {
		if s.Name() == name {
			return s
		}
	}
	n.throw(fault.New(fault.Reference, "n.push_section: there is no section %q", name).WithHint("or give the section itself: n.push_section(soma)"))
	return nil
}

// sectionPattern reads a pattern of HOC for names: any character (.), the one
// before as often as one likes (*), a number of a range (<2-4>), and all others
// as they are, so that brackets need nothing.
func (n *neuron) sectionPattern(pattern string) *regexp.Regexp {
	const widest = 10000
	text := numberRange.ReplaceAllStringFunc(regexp.QuoteMeta(pattern), func(span string) string {
		m := numberRange.FindStringSubmatch(span)
		from, err1 := strconv.Atoi(m[1])
		to, err2 := strconv.Atoi(m[2])
		if err1 != nil || err2 != nil || from > to || to-from > widest {
			n.throw(fault.New(fault.Range, "n.issection: %s in %q is no range of numbers", span, pattern))
		}
		var all []string
		for k := from; k <= to; k++ {
			all = append(all, strconv.Itoa(k))
		}
		return "(?:" + strings.Join(all, "|") + ")"
	})
	text = strings.NewReplacer(`\.`, ".", `\*`, "*", `\^`, "", `\$`, "").Replace(text)
	compiled, err := regexp.Compile("^(?:" + text + ")$")
	if err != nil {
		n.throw(fault.New(fault.Syntax, "n.issection: %q is no pattern", pattern))
	}
	return compiled
}

var numberRange = regexp.MustCompile(`<(\d+)-(\d+)>`)
