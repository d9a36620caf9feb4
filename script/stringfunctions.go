package script

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// stringFunctions is n.StringFunctions: what HOC does with strings. JavaScript
// has methods for all of it; these are for scripts that are taken over.
type stringFunctions struct{}

// units counts the characters of a text as JavaScript does, so that a place can
// be used with slice.
func units(text string) int { return len(utf16.Encode([]rune(text))) }

func (n *neuron) addStringFunctions() {
	vm := n.vm
	c := newObjectClass[stringFunctions](n.host, "StringFunctions")
	method := func(name string, f func(call goja.FunctionCall) goja.Value) {
		c.method(name, func(_ stringFunctions, call goja.FunctionCall) goja.Value { return f(call) })
	}
	text := func(call goja.FunctionCall, i int, name string) string {
		return n.textOf(call.Argument(i), []string{"the text", "the pattern"}[i]+" of StringFunctions."+name)
	}
	method("len", func(call goja.FunctionCall) goja.Value { return vm.ToValue(units(text(call, 0, "len"))) })
	method("substr", func(call goja.FunctionCall) goja.Value {
		whole, part := text(call, 0, "substr"), text(call, 1, "substr")
		i := strings.Index(whole, part)
		if i < 0 {
			return vm.ToValue(-1)
		}
		return vm.ToValue(units(whole[:i]))
	})
	// head and tail give what is before and behind the first match of a regular
	// expression; with n.ref("") they put it there and give the place of its end
	// or beginning, or -1.
	around := func(name string, cut func(whole string, match []int) (place int, part string)) {
		method(name, func(call goja.FunctionCall) goja.Value {
			whole := text(call, 0, name)
			pattern, err := regexp.Compile(text(call, 1, name))
			if err != nil {
				n.throw(fault.New(fault.Syntax, "StringFunctions.%s: %q is no regular expression", name, call.Argument(1).String()))
			}
			at, part := -1, ""
			if match := pattern.FindStringIndex(whole); match != nil {
				at, part = cut(whole, match)
			}
			if absent(call.Argument(2)) {
				return vm.ToValue(part)
			}
			n.giveText(call.Argument(2), "the third argument of StringFunctions."+name, part)
			return vm.ToValue(at)
		})
	}
	around("head", func(whole string, m []int) (int, string) { return units(whole[:m[0]]), whole[:m[0]] })
	around("tail", func(whole string, m []int) (int, string) { return units(whole[:m[1]]), whole[m[1]:] })
	// left and right keep the first characters, or what comes behind them; in
	// n.ref(text) they do so in place.
	keep := func(name string, cut func(whole []uint16, k int) []uint16) {
		method(name, func(call goja.FunctionCall) goja.Value {
			whole := utf16.Encode([]rune(text(call, 0, name)))
			what := "the number of characters of StringFunctions." + name
			k := n.integer(call.Argument(1), func() string { return what })
			if k < 0 || k > len(whole) {
				n.throw(fault.Outside(what, float64(k), 0, float64(len(whole))))
			}
			part := string(utf16.Decode(cut(whole, k)))
			if goja.IsString(call.Argument(0)) {
				return vm.ToValue(part)
			}
			n.giveText(call.Argument(0), "", part)
			return vm.ToValue(1)
		})
	}
	keep("left", func(whole []uint16, k int) []uint16 { return whole[:k] })
	keep("right", func(whole []uint16, k int) []uint16 { return whole[k:] })
	method("is_name", func(call goja.FunctionCall) goja.Value { return vm.ToValue(n.Has(text(call, 0, "is_name"))) })
	kind := func(name string, is func(mechanism.Kind) bool) {
		method(name, func(call goja.FunctionCall) goja.Value {
			if p, ok := n.rt.Host(call.Argument(0)).(*pointObject); ok && is(p.p.Mech.Type.Kind) {
				return vm.ToValue(n.pointNumber(p.p.Mech))
			}
			return vm.ToValue(0)
		})
	}
	kind("is_artificial", func(k mechanism.Kind) bool { return k == mechanism.ArtificialCell })
	kind("is_point_process", mechanism.Kind.IsObject)
	for name, use := range map[string]string{
		"alias":      "give the variable a name of your own: const g = ref",
		"alias_list": "a script's own variables are its names for things",
		"references": "gneuron's objects live until delete() or n.reset()",
	} {
		method(name, func(goja.FunctionCall) goja.Value {
			n.throw(fault.New(fault.Model, "gneuron has no StringFunctions.%s", name).WithHint("%s", use))
			return nil
		})
	}
	n.members["StringFunctions"] = n.constructor("StringFunctions", c.proto, func([]goja.Value) *goja.Object {
		return wrapObject(n.host, c, stringFunctions{})
	})
}

// pointNumber counts the types of point processes and artificial cells from 1,
// as n.MechanismType(1) has them from 0.
func (n *neuron) pointNumber(mech *mechanism.Mechanism) int {
	k := 0
	for _, m := range n.m.Mechs.All() {
		if m.Type.Kind.IsObject() {
			k++
		}
		if m == mech {
			break
		}
	}
	return k
}
