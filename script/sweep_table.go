package script

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/vector"
)

// sweepTable is what n.sweep gives: a row for each variant.
type sweepTable struct {
	n          *neuron
	parameters []string
	rows       []*goja.Object
}

// addSweepTable makes the class of the results of n.sweep.
func (n *neuron) addSweepTable() {
	c := newObjectClass[*sweepTable](n.host, "Sweep")
	n.sweepClass = c
	vm := n.vm
	texts := func(list []string) goja.Value {
		items := make([]any, len(list))
		for i, s := range list {
			items[i] = s
		}
		return vm.NewArray(items...)
	}
	objects := func(list []*goja.Object) goja.Value {
		return vm.NewArray(anyOf(list)...)
	}
	c.property("length", func(t *sweepTable) goja.Value { return vm.ToValue(len(t.rows)) }, nil)
	c.property("rows", func(t *sweepTable) goja.Value { return objects(t.rows) }, nil)
	c.property("failed", func(t *sweepTable) goja.Value {
		return objects(slices.DeleteFunc(slices.Clone(t.rows), func(r *goja.Object) bool { return r.Get("error") == nil }))
	}, nil)
	c.property("parameters", func(t *sweepTable) goja.Value { return texts(t.parameters) }, nil)
	c.property("columns", func(t *sweepTable) goja.Value { return texts(t.columns()) }, nil)
	c.iterator(func(t *sweepTable) []any { return anyOf(t.rows) })
	c.method("column", func(t *sweepTable, call goja.FunctionCall) goja.Value {
		return t.column(t.known(n.stringArgument(call, "Sweep.column needs the name of a column as a string")))
	})
	c.method("where", func(t *sweepTable, call goja.FunctionCall) goja.Value { return t.where(call.Argument(0)) })
	c.method("table", func(t *sweepTable, _ goja.FunctionCall) goja.Value { return vm.ToValue(t.text(len(t.rows))) })
}

// newSweepTable makes the result of a sweep that has run.
func (n *neuron) newSweepTable(x *sweepCall) goja.Value {
	t := &sweepTable{n: n, parameters: x.names}
	for _, v := range x.variants {
		t.rows = append(t.rows, v.row)
	}
	return wrapObject(n.host, n.sweepClass, t)
}

func anyOf(list []*goja.Object) []any {
	items := make([]any, len(list))
	for i, o := range list {
		items[i] = o
	}
	return items
}

// columns lists the names in the rows.
func (t *sweepTable) columns() []string {
	var names []string
	seen := map[string]bool{}
	for _, row := range t.rows {
		for _, name := range row.Keys() {
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// known checks the name of a column.
func (t *sweepTable) known(name string) string {
	if all := t.columns(); !slices.Contains(all, name) {
		t.n.throw(fault.New(fault.Reference, "the sweep has no column %q", name).DidYouMean(spell.Nearest(name, all)))
	}
	return name
}

// column gives a column as a Vector, or as an array where not all of it are
// numbers. A variant that failed has NaN for a number.
func (t *sweepTable) column(name string) goja.Value {
	x := &vector.Vector{}
	items := make([]any, len(t.rows))
	numbers := true
	for i, row := range t.rows {
		v := row.Get(name)
		items[i] = v
		switch {
		case v != nil && goja.IsNumber(v):
			x.Append(v.ToFloat())
		case v == nil && row.Get("error") != nil:
			x.Append(math.NaN())
		default:
			numbers = false
		}
	}
	if numbers {
		return t.n.rt.newVector(x)
	}
	return t.n.vm.NewArray(items...)
}

// where gives the rows that have certain values, or for which a function gives true.
func (t *sweepTable) where(v goja.Value) goja.Value {
	n := t.n
	some := &sweepTable{n: n, parameters: t.parameters}
	if f, ok := goja.AssertFunction(v); ok {
		for _, row := range t.rows {
			yes, err := f(goja.Undefined(), row)
			n.check(err)
			if yes.ToBoolean() {
				some.rows = append(some.rows, row)
			}
		}
		return wrapObject(n.host, n.sweepClass, some)
	}
	want, ok := v.(*goja.Object)
	if !ok || !n.plain(want) {
		n.throw(fault.New(fault.Type, "Sweep.where needs an object such as {amp: 0.1}, or a function of a row, not %s", n.show(v)))
	}
	names := want.Keys()
	for _, name := range names {
		value := want.Get(t.known(name))
		if !slices.ContainsFunc(t.rows, func(row *goja.Object) bool { return same(row.Get(name), value) }) {
			n.throw(fault.New(fault.Range, "no row of the sweep has %s = %s", name, n.show(value)).
				WithHint("its values are those of sweep.column(%q); a function of a row can compare otherwise", name))
		}
	}
	for _, row := range t.rows {
		if !slices.ContainsFunc(names, func(name string) bool { return !same(row.Get(name), want.Get(name)) }) {
			some.rows = append(some.rows, row)
		}
	}
	return wrapObject(n.host, n.sweepClass, some)
}

func same(a, b goja.Value) bool { return a != nil && a.StrictEquals(b) }

// item is sweep[i].
func (t *sweepTable) item(key string) goja.Value {
	if !isIndex(key) {
		return nil
	}
	i, err := strconv.Atoi(key)
	if err != nil || i >= len(t.rows) {
		t.n.throw(fault.New(fault.Range, "the sweep has %d %s: there is no row %s", len(t.rows), plural(len(t.rows), "variant"), key))
	}
	return t.rows[i]
}

// text draws the first rows as a table, without the traces.
func (t *sweepTable) text(most int) string {
	var shown []any
	for _, name := range t.columns() {
		if !slices.ContainsFunc(t.rows, func(row *goja.Object) bool { return t.n.rt.toVector(row.Get(name)) != nil }) {
			shown = append(shown, name)
		}
	}
	rows := t.rows[:min(most, len(t.rows))]
	return t.n.rt.table(t.n.vm.NewArray(anyOf(rows)...), t.n.vm.NewArray(shown...))
}

// Inspect shows how many variants there are, and the first of them.
func (t *sweepTable) Inspect() string {
	const most = 20
	text := fmt.Sprintf("Sweep of %d %s\n%s", len(t.rows), plural(len(t.rows), "variant"), t.text(most))
	if more := len(t.rows) - most; more > 0 {
		text += fmt.Sprintf("\n... and %d more", more)
	}
	return text
}
