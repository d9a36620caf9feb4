package port

import (
	"slices"

	"github.com/gneuron/gneuron/port/python"
)

// print writes a call of print.
func (t *translator) print(e *python.Expr) string {
	sep, end := `" "`, ""
	var file *python.Expr
	for _, k := range e.Keys {
		switch k.Name {
		case "sep":
			sep = t.code(k.Value)
		case "end":
			end = t.code(k.Value)
		case "file":
			if k.Value.Kind != "constant" {
				file = k.Value
			}
		case "flush":
		default:
			refuse("print with %s", k.Name)
		}
	}
	if file != nil {
		return t.printTo(file, e.Items, sep, end)
	}
	if t.shows || len(t.hocNames) > 0 && slices.ContainsFunc(e.Items, func(x *python.Expr) bool {
		return t.kindOf(x) == "" && x.Kind != "constant" && (x.Kind == "name" || x.Kind == "attribute" || x.Kind == "index" || x.Kind == "star" || x.Kind == "call" && x.X.Kind == "name" && t.scope.names[x.X.S] != nil)
	}) {
		t.helper("print") // which shows objects as their classes say
	}
	if sep == `" "` && end == "" {
		return "print(" + t.arguments(&python.Expr{Items: e.Items}, nil) + ")"
	}
	text := "[" + t.list(e.Items) + "].join(" + sep + ")"
	if end == "" {
		return "print(" + text + ")"
	}
	if len(e.Items) == 1 {
		text = "String(" + t.code(e.Items[0]) + ")"
	}
	return "process.stdout.write(" + text + " + " + end + ")"
}

// printTo writes print(..., file=f).
func (t *translator) printTo(file *python.Expr, items []*python.Expr, sep, end string) string {
	if end == "" {
		end = `"\n"`
	}
	text := "[" + t.list(items) + "].join(" + sep + ")"
	if file.Kind == "attribute" && file.X.Kind == "name" && t.modules[file.X.S] == "sys" {
		if file.S == "stderr" {
			if end != `"\n"` {
				refuse("print to sys.stderr with end")
			}
			return "console.error(" + text + ")"
		}
		return "process.stdout.write(" + text + " + " + end + ")"
	}
	return t.postfix(file) + ".write(" + text + " + " + end + ")"
}
