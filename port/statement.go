package port

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// statement writes a statement.
func (t *translator) statement(s *python.Stmt) {
	switch s.Kind {
	case "expr":
		t.expressionStatement(s)
	case "assign":
		t.assign(s)
	case "annotated":
		if s.Value != nil {
			t.assign(s)
		}
	case "augmented":
		t.augmented(s)
	case "if":
		t.ifStatement(s)
	case "for":
		t.forStatement(s)
	case "while":
		if s.Else != nil {
			refuse("a loop with else")
		}
		t.line("while (%s) {%s", t.truth(s.Value), t.trailing(s.Line, s.LastLine))
		t.block(s.Body)
		t.line("}")
	case "def":
		t.function(s)
	case "class":
		t.classStatement(s)
	case "return":
		if s.Value == nil {
			t.simple(s, "return;")
		} else {
			t.noteReturn(s.Value)
			t.simple(s, "return "+t.code(s.Value)+";")
		}
	case "import", "from":
		t.importStatement(s)
	case "pass", "global":
		if c := t.trailing(s.Line, s.LastLine); c != "" {
			t.line("%s", strings.TrimSpace(c))
		}
	case "break", "continue":
		t.simple(s, s.Kind+";")
	case "raise":
		t.raise(s)
	case "assert":
		why := `"assertion failed"`
		if len(s.Targets) > 0 {
			why = t.code(s.Targets[0])
		}
		t.simple(s, fmt.Sprintf("if (%s) throw new Error(%s);", t.falsehood(s.Value), why))
	case "del":
		t.del(s)
	case "try":
		t.try(s)
	case "with":
		t.with(s)
	case "magic":
		t.magic(s)
	default:
		refuse("%s is not translated", s.Kind)
	}
}

// simple writes one line, with the comment behind it.
func (t *translator) simple(s *python.Stmt, code string) {
	t.line("%s%s", code, t.trailing(s.Line, s.LastLine))
}

// block writes the statements between braces.
func (t *translator) block(body []*python.Stmt) {
	t.depth++
	t.statements(body, "")
	t.depth--
}

// magic writes a line of IPython.
func (t *translator) magic(s *python.Stmt) {
	switch {
	case strings.HasPrefix(s.Name, "%matplotlib"), strings.HasPrefix(s.Name, "%config"), strings.HasPrefix(s.Name, "%load_ext"):
	case strings.HasPrefix(s.Name, "!pip install"), strings.HasPrefix(s.Name, "%pip install"), strings.HasPrefix(s.Name, "!conda install"):
		t.line("// There is nothing to install.")
	case strings.Trim(s.Name, "?") != "" && s.Name[0] == '?':
		t.help(strings.Trim(s.Name, "?"))
	default:
		refuse("a command of IPython")
	}
}

// expressionStatement writes a call, or a text that stands alone.
func (t *translator) expressionStatement(s *python.Stmt) {
	e := s.Value
	switch {
	case e.Kind == "string":
		for _, line := range strings.Split(strings.Trim(e.S, "\n"), "\n") {
			t.line("%s", comment(" "+strings.TrimSpace(line)))
		}
		return
	case e.Kind == "constant" && e.S == "...":
		return
	case t.dropped(e):
		return
	case e.Kind == "call" && e.X.Kind == "name" && e.X.S == "help" && len(e.Items) == 1:
		t.help(t.code(e.Items[0]))
		return
	}
	code := t.startOfLine(t.code(e))
	if t.creation(e) && e.X.Kind == "attribute" && (t.cell == 0 || t.script) { // Python ends it at once
		code = t.helper("free") + "(" + code + ")"
	}
	t.simple(s, code+";")
}

// help writes a question, which only a person at a terminal or a notebook asks.
func (t *translator) help(about string) {
	if t.cell == 0 || t.script {
		t.line("// help(%s)", about)
	} else {
		t.line("help(%s);", about)
	}
}

// startOfLine protects what would not begin a statement.
func (t *translator) startOfLine(code string) string {
	if strings.HasPrefix(code, "{") || strings.HasPrefix(code, "function") {
		return "(" + code + ")"
	}
	return code
}

// dropped tells whether a call has no use in JavaScript.
func (t *translator) dropped(e *python.Expr) bool {
	return e.Kind == "call" && e.X.Kind == "name" && t.known[e.X.S] == "drop"
}

// assign writes an assignment, or a declaration.
func (t *translator) assign(s *python.Stmt) {
	for _, target := range s.Targets {
		t.learnKind(target, s.Value)
	}
	if len(s.Targets) > 1 {
		t.chain(s)
		return
	}
	target := s.Targets[0]
	value := t.replaced(s, target, t.code(s.Value))
	t.simple(s, t.store(s, target, value)+";")
}

// store gives the assignment of a value that is written to a target.
func (t *translator) store(s *python.Stmt, target *python.Expr, value string) string {
	switch target.Kind {
	case "name":
		return t.declaration(s, []string{target.S}) + t.name(target.S) + " = " + value
	case "tuple", "list":
		names := map[string]bool{}
		bound(target, names)
		list := slices.Sorted(maps.Keys(names))
		if k := slices.IndexFunc(target.Items, func(x *python.Expr) bool { return x.Kind == "star" }); k >= 0 && k < len(target.Items)-1 {
			return t.storeStar(s, target, k, list, value)
		}
		t.freeFormer(s, list)
		if simple(target) {
			if word := t.declaration(s, list); word != "" {
				return word + t.pattern(target) + " = " + value
			}
		}
		t.declare(s, list) // some of them may be new
		return t.pattern(target) + " = " + value
	case "index":
		if target.Y.Kind == "slice" {
			return t.storeSlice(target, value)
		}
		if t.isMask(target.Y) {
			return fmt.Sprintf("%s(%s, %s, %s)", t.numpy("place"), t.code(target.X), t.maskCode(target.Y), value)
		}
		strict := t.strict
		t.strict = false
		defer func() { t.strict = strict }()
		if k, ok := negative(target.Y); ok {
			x := t.postfix(target.X)
			return fmt.Sprintf("%s[%s.length - %s] = %s", x, x, k, value)
		}
	}
	return t.code(target) + " = " + value
}

// simple tells whether a target consists of names alone.
func simple(target *python.Expr) bool {
	switch target.Kind {
	case "name":
		return true
	case "star":
		return simple(target.X)
	case "tuple", "list":
		return !slices.ContainsFunc(target.Items, func(x *python.Expr) bool { return !simple(x) })
	}
	return false
}

// declare declares those of the names that s is the first to assign.
func (t *translator) declare(s *python.Stmt, names []string) {
	for _, name := range names {
		if v := t.scope.names[name]; v != nil && !t.scope.declared[name] && !v.hoist && v.first == s {
			t.line("let %s;", t.name(name))
			t.scope.declared[name] = true
		}
	}
}

// storeSlice assigns to a part of an array.
func (t *translator) storeSlice(target *python.Expr, value string) string {
	i := target.Y.Items
	if i[2] != nil {
		refuse("an assignment to a slice with a step")
	}
	x := t.code(target.X)
	from, to := "0", ""
	if i[0] != nil {
		from = t.code(i[0])
	}
	if i[1] != nil {
		to = ", " + t.code(i[1])
	}
	return fmt.Sprintf("%s(%s, %s, %s%s)", t.helper("assign"), x, value, from, to)
}

// pattern is a target of several names: [a, b].
func (t *translator) pattern(e *python.Expr) string {
	switch e.Kind {
	case "tuple", "list":
		var parts []string
		for _, x := range e.Items {
			parts = append(parts, t.pattern(x))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case "star":
		return "..." + t.pattern(e.X)
	case "name":
		return t.name(e.S)
	}
	return t.code(e)
}

// chain writes a = b = value.
func (t *translator) chain(s *python.Stmt) {
	var names []string
	for _, target := range s.Targets {
		if target.Kind != "name" && target.Kind != "attribute" && target.Kind != "index" {
			refuse("an assignment to several things at once")
		}
		if target.Kind == "name" {
			names = append(names, target.S)
		}
	}
	for _, name := range names {
		if v := t.scope.names[name]; v != nil && !t.scope.declared[name] && !v.hoist {
			t.line("let %s;", t.name(name))
			t.scope.declared[name] = true
		}
	}
	code := ""
	for _, target := range s.Targets {
		code += t.code(target) + " = "
	}
	t.simple(s, code+t.code(s.Value)+";")
}

// augmented writes x += y.
func (t *translator) augmented(s *python.Stmt) {
	target := s.Targets[0]
	op := strings.TrimSuffix(s.Op, "=")
	both := &python.Expr{Kind: "binary", S: op, Line: s.Line, Items: []*python.Expr{target, s.Value}}
	kind := t.kindOf(target)
	switch {
	case op == "+" && kind == "list":
		t.simple(s, t.postfix(target)+".push("+t.spread(s.Value)+");")
	case kind == "array" || kind == "vector" || kind == "mask" || isArray(t.kindOf(s.Value)) || op == "//" || op == "%" || op == "@":
		t.simple(s, t.store(s, target, t.code(both))+";")
	default:
		t.simple(s, fmt.Sprintf("%s %s %s;", t.code(target), s.Op, t.code(s.Value)))
	}
}

func (t *translator) ifStatement(s *python.Stmt) {
	if isMain(s.Value) { // a script is always the main one
		t.statements(s.Body, "")
		return
	}
	t.line("if (%s) {%s", t.truth(s.Value), t.trailing(s.Line, s.Line))
	t.block(s.Body)
	for len(s.Else) == 1 && s.Else[0].Kind == "if" {
		s = s.Else[0]
		t.flushWithin(s.Line)
		t.line("} else if (%s) {%s", t.truth(s.Value), t.trailing(s.Line, s.Line))
		t.block(s.Body)
	}
	if len(s.Else) > 0 {
		t.line("} else {")
		t.block(s.Else)
	}
	t.line("}")
}

// with writes what goes on with an open file.
func (t *translator) with(s *python.Stmt) {
	for _, i := range s.Items {
		if call := i.Value; call.Kind != "call" || call.X.Kind != "name" || call.X.S != "open" || i.As == nil || i.As.Kind != "name" {
			refuse("with, for other things than files")
		}
	}
	for _, i := range s.Items {
		t.line("%s%s = %s;%s", t.declaration(s, []string{i.As.S}), t.name(i.As.S), t.code(i.Value), t.trailing(s.Line, s.Line))
	}
	t.statements(s.Body, "")
	for _, i := range s.Items {
		t.line("%s.close();", t.name(i.As.S))
	}
}

func (t *translator) flushWithin(line int) {
	t.depth++
	t.flush(line)
	t.depth--
}

// isMain recognises __name__ == "__main__".
func isMain(e *python.Expr) bool {
	return e.Kind == "compare" && e.Items[0].Kind == "name" && e.Items[0].S == "__name__"
}

func (t *translator) forStatement(s *python.Stmt) {
	if s.Else != nil {
		refuse("a loop with else")
	}
	target := s.Targets[0]
	names := map[string]bool{}
	bound(target, names)
	list := slices.Sorted(maps.Keys(names))
	t.elementKind(target, s.Value)
	word := ""
	if simple(target) {
		word = t.declaration(s, list)
	}
	if word == "" {
		t.declare(s, list)
	}
	c := t.trailing(s.Line, s.Line)
	if from, to, step, ok := counting(s.Value); ok && target.Kind == "name" && word != "" && step != 0 {
		i := t.name(target.S)
		first := "0"
		if from != nil {
			first = t.code(from)
		}
		cmp, inc := "<", i+"++"
		switch {
		case step < 0:
			cmp, inc = ">", fmt.Sprintf("%s -= %d", i, -step)
			if step == -1 {
				inc = i + "--"
			}
		case step > 1:
			inc = fmt.Sprintf("%s += %d", i, step)
		}
		t.scope.kinds[target.S] = "number"
		t.line("for (let %s = %s; %s %s %s; %s) {%s", i, first, i, cmp, t.wrap(to, precShift), inc, c)
	} else {
		t.line("for (%s%s of %s) {%s", word, t.pattern(target), t.iterated(s.Value), c)
	}
	t.block(s.Body)
	t.line("}")
}

// counting recognises range() with a step that is known.
func counting(e *python.Expr) (from, to *python.Expr, step int, ok bool) {
	if e.Kind != "call" || e.X.Kind != "name" || e.X.S != "range" || len(e.Keys) > 0 {
		return nil, nil, 0, false
	}
	for _, x := range e.Items {
		if x.Kind == "star" {
			return nil, nil, 0, false
		}
	}
	switch len(e.Items) {
	case 1:
		return nil, e.Items[0], 1, true
	case 2:
		return e.Items[0], e.Items[1], 1, true
	case 3:
		x, sign := e.Items[2], 1
		if x.Kind == "unary" && x.S == "-" {
			x, sign = x.X, -1
		}
		if x.Kind == "number" {
			if _, err := fmt.Sscanf(x.S, "%d", &step); err == nil {
				return e.Items[0], e.Items[1], sign * step, true
			}
		}
	}
	return nil, nil, 0, false
}

// del writes the end of a thing.
func (t *translator) del(s *python.Stmt) {
	list := []*python.Expr{s.Targets[0]}
	if list[0].Kind == "tuple" {
		list = list[0].Items
	}
	for _, e := range list {
		switch {
		case e.Kind == "index" && t.kindOf(e.X) == "dict":
			t.simple(s, "delete "+t.code(e)+";")
		case e.Kind == "name" && t.scope.life != nil && t.scope.life.ending(e.S).replace:
			if list := t.recorders(s, e); len(list) > 0 {
				t.line("%s(%s);", t.helper("free"), strings.Join(list, ", "))
			}
			t.simple(s, fmt.Sprintf("%s = %s(%s);", t.name(e.S), t.helper("free"), t.name(e.S)))
		case e.Kind == "name" && (t.kindOf(e) != "" && t.kindOf(e) != "vector" || t.scope.life != nil && t.scope.life.holds(e.S) && t.scope.life.status(e.S) == "kept"):
			t.simple(s, t.name(e.S)+" = undefined;")
		case e.Kind == "name":
			t.doubt("JavaScript has no del: a Section goes with n.delete_section({ sec: %s }), another object with %s.delete()", t.name(e.S), t.name(e.S))
			t.simple(s, t.name(e.S)+" = undefined;")
		default:
			refuse("del of a part")
		}
	}
}

var exceptions = map[string]string{"ValueError": "RangeError", "IndexError": "RangeError", "TypeError": "TypeError", "NameError": "ReferenceError", "KeyError": "RangeError"}

func (t *translator) raise(s *python.Stmt) {
	if s.Value == nil {
		if !t.inCatch {
			refuse("raise without an error")
		}
		t.simple(s, "throw error;")
		return
	}
	e, args := s.Value, ""
	if e.Kind == "call" {
		args = t.list(e.Items)
		e = e.X
	}
	if e.Kind != "name" {
		t.simple(s, "throw "+t.code(s.Value)+";")
		return
	}
	class, ok := exceptions[e.S]
	if !ok {
		class = "Error"
		if t.classes[e.S] != nil {
			class = t.name(e.S)
		}
	}
	t.simple(s, fmt.Sprintf("throw new %s(%s);", class, args))
}

func (t *translator) try(s *python.Stmt) {
	strict := t.strict
	t.strict = strict || t.catchesLookups(s)
	t.line("try {%s", t.trailing(s.Line, s.Line))
	t.block(s.Body)
	t.strict = strict
	t.block(s.Else)
	inner := t.inCatch
	t.inCatch = true
	for i, e := range s.Except {
		if i > 0 {
			refuse("several except clauses")
		}
		t.flushWithin(e.Line)
		if e.Name != "" {
			t.scope.declared[e.Name] = true
			t.known[e.Name] = "error"
		}
		t.line("} catch (error) {%s", t.trailing(e.Line, e.Line))
		t.block(e.Body)
		delete(t.known, e.Name)
	}
	t.inCatch = inner
	if len(s.Finally) > 0 {
		t.line("} finally {")
		t.block(s.Finally)
	}
	t.line("}")
}
