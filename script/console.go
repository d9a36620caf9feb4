package script

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// consoleState is what console keeps between calls.
type consoleState struct {
	indent string
	timers map[string]time.Time
	counts map[string]int
}

// installConsole sets the globals console and print.
func (rt *Runtime) installConsole() {
	rt.cons = consoleState{timers: map[string]time.Time{}, counts: map[string]int{}}
	console := rt.vm.NewObject()
	printer := func(w io.Writer) func(goja.FunctionCall) goja.Value {
		return func(call goja.FunctionCall) goja.Value {
			rt.printTo(w, rt.Format(call.Arguments...))
			return goja.Undefined()
		}
	}
	log := rt.vm.ToValue(printer(rt.stdout))
	rt.set(console, "log", log)
	rt.set(console, "info", log)
	rt.set(console, "debug", log)
	rt.set(console, "warn", printer(rt.stderr))
	rt.set(console, "error", printer(rt.stderr))
	rt.set(console, "trace", func(call goja.FunctionCall) goja.Value {
		text := strings.TrimSuffix("Trace: "+rt.Format(call.Arguments...), ": ")
		rt.printTo(rt.stderr, text+"\n"+strings.TrimSuffix(formatStack(rt.callStack()), "\n"))
		return goja.Undefined()
	})
	rt.set(console, "assert", func(call goja.FunctionCall) goja.Value {
		if call.Argument(0).ToBoolean() {
			return goja.Undefined()
		}
		text := "Assertion failed"
		if len(call.Arguments) > 1 {
			text += ": " + rt.Format(call.Arguments[1:]...)
		}
		rt.printTo(rt.stderr, text)
		return goja.Undefined()
	})
	rt.set(console, "table", func(call goja.FunctionCall) goja.Value {
		rt.printTo(rt.stdout, rt.table(call.Argument(0), call.Argument(1)))
		return goja.Undefined()
	})
	rt.set(console, "dir", func(call goja.FunctionCall) goja.Value {
		rt.printTo(rt.stdout, rt.Inspect(call.Argument(0)))
		return goja.Undefined()
	})
	rt.set(console, "group", func(call goja.FunctionCall) goja.Value {
		if len(call.Arguments) > 0 {
			rt.printTo(rt.stdout, rt.Format(call.Arguments...))
		}
		rt.cons.indent += "  "
		return goja.Undefined()
	})
	rt.set(console, "groupEnd", func() { rt.cons.indent = rt.cons.indent[:max(0, len(rt.cons.indent)-2)] })
	rt.set(console, "time", func(call goja.FunctionCall) goja.Value {
		rt.cons.timers[label(call)] = time.Now()
		return goja.Undefined()
	})
	rt.set(console, "timeEnd", func(call goja.FunctionCall) goja.Value {
		name := label(call)
		if t, ok := rt.cons.timers[name]; ok {
			rt.printTo(rt.stdout, fmt.Sprintf("%s: %.3fms", name, time.Since(t).Seconds()*1e3))
			delete(rt.cons.timers, name)
		}
		return goja.Undefined()
	})
	rt.set(console, "count", func(call goja.FunctionCall) goja.Value {
		name := label(call)
		rt.cons.counts[name]++
		rt.printTo(rt.stdout, fmt.Sprintf("%s: %d", name, rt.cons.counts[name]))
		return goja.Undefined()
	})
	rt.Global("console", console)
	rt.Global("print", log)
}

func label(call goja.FunctionCall) string {
	if v := call.Argument(0); !goja.IsUndefined(v) {
		return v.String()
	}
	return "default"
}

// printTo writes a text and a newline, indented by the open groups.
func (rt *Runtime) printTo(w io.Writer, text string) {
	if rt.cons.indent != "" {
		text = rt.cons.indent + strings.ReplaceAll(text, "\n", "\n"+rt.cons.indent)
	}
	io.WriteString(w, text+"\n")
}

// Format makes the text that console.log prints for its arguments: strings
// bare, other values inspected, and %s %d %i %f %j %o %O %c %% of a first
// string filled in from the arguments that follow it.
func (rt *Runtime) Format(args ...goja.Value) string {
	if len(args) == 0 {
		return ""
	}
	var b strings.Builder
	if goja.IsString(args[0]) && len(args) > 1 {
		b.WriteString(rt.fill(args[0].String(), &args))
	} else {
		b.WriteString(rt.display(args[0]))
		args = args[1:]
	}
	for _, a := range args {
		b.WriteByte(' ')
		b.WriteString(rt.display(a))
	}
	return b.String()
}

// display is Inspect, but a string is shown as it is.
func (rt *Runtime) display(v goja.Value) string {
	if goja.IsString(v) {
		return v.String()
	}
	return rt.Inspect(v)
}

// fill replaces the format's verbs by arguments and leaves in args those that
// it did not use.
func (rt *Runtime) fill(format string, args *[]goja.Value) string {
	rest := (*args)[1:]
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		verb := format[i+1]
		if verb == '%' {
			b.WriteByte('%')
			i++
			continue
		}
		if len(rest) == 0 || !strings.ContainsRune("sdifjoOc", rune(verb)) {
			b.WriteByte('%')
			continue
		}
		v := rest[0]
		rest = rest[1:]
		i++
		switch verb {
		case 's':
			b.WriteString(rt.display(v))
		case 'd':
			b.WriteString(rt.vm.ToValue(v.ToNumber()).String())
		case 'i':
			if f := v.ToFloat(); math.IsNaN(f) || math.IsInf(f, 0) {
				b.WriteString("NaN")
			} else {
				b.WriteString(strconv.FormatFloat(math.Trunc(f), 'f', -1, 64))
			}
		case 'f':
			b.WriteString(rt.vm.ToValue(v.ToFloat()).String())
		case 'j':
			s, err := rt.call("JSON.stringify", v)
			if err != nil {
				rt.Throw(err)
			}
			b.WriteString(s.String())
		case 'o', 'O':
			b.WriteString(rt.Inspect(v))
		}
	}
	*args = rest
	return b.String()
}

// table draws rows and columns of an array or object of objects or arrays, as
// console.table does. Anything else is inspected.
func (rt *Runtime) table(data, columns goja.Value) string {
	obj, ok := data.(*goja.Object)
	if !ok {
		return rt.display(data)
	}
	head, rows := rt.tableCells(obj, columns)
	width := make([]int, len(head))
	for i, h := range head {
		width[i] = utf8.RuneCountInString(h)
		for _, row := range rows {
			width[i] = max(width[i], utf8.RuneCountInString(row[i]))
		}
	}
	rule := func(left, middle, right string) string {
		parts := make([]string, len(width))
		for i, w := range width {
			parts[i] = strings.Repeat("─", w+2)
		}
		return left + strings.Join(parts, middle) + right + "\n"
	}
	var b strings.Builder
	line := func(cell func(int) string) {
		for i, w := range width {
			text := cell(i)
			b.WriteString("│ " + text + strings.Repeat(" ", w-utf8.RuneCountInString(text)) + " ")
		}
		b.WriteString("│\n")
	}
	b.WriteString(rule("┌", "┬", "┐"))
	line(func(i int) string { return head[i] })
	b.WriteString(rule("├", "┼", "┤"))
	for _, row := range rows {
		line(func(i int) string { return row[i] })
	}
	b.WriteString(rule("└", "┴", "┘"))
	return strings.TrimSuffix(b.String(), "\n")
}

// tableCells gives the head and the rows of a table of an object's properties,
// each row with its cells by column. columns, if it is an array, says which to show.
func (rt *Runtime) tableCells(obj *goja.Object, columns goja.Value) (head []string, rows []map[int]string) {
	head = []string{"(index)"}
	seen := map[string]int{}
	column := func(name string) int {
		if _, ok := seen[name]; !ok {
			seen[name] = len(head)
			head = append(head, name)
		}
		return seen[name]
	}
	only, fixed := columns.(*goja.Object)
	if fixed {
		for _, k := range only.Keys() {
			column(only.Get(k).String())
		}
	}
	values := false
	for _, key := range obj.Keys() {
		row := map[int]string{0: key}
		v := obj.Get(key)
		if cells, ok := v.(*goja.Object); ok && rt.Host(v) == nil {
			for _, k := range cells.Keys() {
				if _, ok := seen[k]; ok || !fixed {
					row[column(k)] = rt.Inspect(cells.Get(k))
				}
			}
		} else {
			row[-1] = rt.Inspect(v)
			values = true
		}
		rows = append(rows, row)
	}
	if values {
		head = append(head, "Values")
		for _, row := range rows {
			if text, ok := row[-1]; ok {
				row[len(head)-1] = text
			}
		}
	}
	return head, rows
}
