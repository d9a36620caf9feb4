package script

import (
	"html"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/plot"
)

// Rich is what a notebook can show of a value: texts, and for pictures bytes
// ([]byte), by their MIME type.
type Rich map[string]any

// Displayer is a host object that has more to show than a text.
type Displayer interface {
	// Display gives the forms that it can be shown in.
	Display() (Rich, error)
}

// OnDisplay has f show what display(x) and plt.show() are asked to, as a
// notebook does; nil asks it to take away what was shown. Without it display
// prints a text and show saves a file.
func (rt *Runtime) OnDisplay(f func(Rich)) { rt.shown = f }

// OnShow has f show figures in place of saving them, as a terminal does; nil saves
// them again. What OnDisplay was given comes first.
func (rt *Runtime) OnShow(f func(*plot.Figure) error) { rt.showFigure = f }

// Rich gives the forms that a value can be shown in; text is that of Inspect.
func (rt *Runtime) Rich(v goja.Value, text string) (Rich, error) {
	if d, ok := rt.Host(v).(Displayer); ok {
		rich, err := d.Display()
		if err == nil && rich["text/plain"] == nil {
			rich["text/plain"] = text
		}
		return rich, err
	}
	rich := Rich{"text/plain": text}
	err := rt.Try(func() { // a getter of the script may throw
		if table := rt.htmlTable(v); table != "" {
			rich["text/html"] = table
		}
	})
	return rich, err
}

// installDisplay sets the global display.
func (rt *Runtime) installDisplay() {
	show := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		for _, v := range call.Arguments {
			if f, ok := rt.Host(v).(*figure); ok {
				rt.show(f)
			} else if rt.shown == nil {
				rt.printTo(rt.stdout, rt.display(v))
			} else if rich, err := rt.Rich(v, rt.display(v)); err != nil {
				rt.Throw(err)
			} else {
				rt.shown(rich)
			}
		}
		return goja.Undefined()
	}).(*goja.Object)
	rt.set(show, "html", func(call goja.FunctionCall) goja.Value {
		text := call.Argument(0).String()
		if rt.shown == nil {
			rt.printTo(rt.stdout, text)
		} else {
			rt.shown(Rich{"text/html": text, "text/plain": text})
		}
		return goja.Undefined()
	})
	rt.set(show, "clear", func(goja.FunctionCall) goja.Value {
		if rt.shown != nil {
			rt.shown(nil)
		}
		return goja.Undefined()
	})
	rt.Global("display", show)
}

// maxTable is the number of rows of an HTML table, those of tables in it
// included, that are shown.
const maxTable = 100

// htmlTable shows an array of objects or arrays as a table with a column for
// each of their properties, and an object of objects (as of psection) with a row
// for each property. "" means that the value is neither.
func (rt *Runtime) htmlTable(v goja.Value) string {
	o, ok := rt.plain(v)
	if !ok {
		return ""
	}
	keys := o.Keys()
	inner := 0
	for _, k := range keys {
		if _, ok := rt.plain(o.Get(k)); ok {
			inner++
		}
	}
	var b strings.Builder
	left := maxTable
	switch {
	case inner == 0:
		return ""
	case o.ClassName() == "Array":
		if inner < len(keys) {
			return ""
		}
		rt.grid(&b, o, &left)
	default:
		rt.properties(&b, o, &left)
	}
	return b.String()
}

// plain gives an array or an object that a script made, not one of gneuron's.
func (rt *Runtime) plain(v goja.Value) (*goja.Object, bool) {
	o, ok := v.(*goja.Object)
	if !ok || rt.Host(v) != nil || o.ClassName() != "Array" && o.ClassName() != "Object" {
		return nil, false
	}
	if proto := o.Prototype(); o.ClassName() == "Object" && proto != nil && proto.Prototype() != nil {
		return nil, false // of a class
	}
	return o, true
}

// grid shows rows with named columns.
func (rt *Runtime) grid(b *strings.Builder, o *goja.Object, left *int) {
	head, rows := rt.tableCells(o, nil)
	b.WriteString("<table><thead><tr>")
	for _, h := range head {
		b.WriteString("<th>" + html.EscapeString(h) + "</th>")
	}
	b.WriteString("</tr></thead><tbody>")
	for i, row := range rows {
		if *left--; *left < 0 {
			writeRest(b, len(rows)-i)
			break
		}
		b.WriteString("<tr>")
		for c := range head {
			tag := "td"
			if c == 0 {
				tag = "th"
			}
			b.WriteString("<" + tag + ">" + html.EscapeString(row[c]) + "</" + tag + ">")
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</tbody></table>")
}

// properties shows the properties of an object, those that are objects as tables
// of their own.
func (rt *Runtime) properties(b *strings.Builder, o *goja.Object, left *int) {
	b.WriteString("<table><tbody>")
	keys := o.Keys()
	for i, key := range keys {
		if *left--; *left < 0 {
			writeRest(b, len(keys)-i)
			break
		}
		v := o.Get(key)
		b.WriteString(`<tr><th style="text-align:left;vertical-align:top">` + html.EscapeString(key) + `</th><td style="text-align:left">`)
		if inner, ok := rt.plain(v); ok && inner.ClassName() == "Object" && len(inner.Keys()) > 0 {
			rt.properties(b, inner, left)
		} else {
			b.WriteString(html.EscapeString(rt.display(v)))
		}
		b.WriteString("</td></tr>")
	}
	b.WriteString("</tbody></table>")
}

func writeRest(b *strings.Builder, n int) {
	b.WriteString("<tr><td>… " + strconv.Itoa(n) + " more</td></tr>")
}
