package port

import (
	"fmt"
	"maps"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// function writes a function.
func (t *translator) function(s *python.Stmt) {
	if len(s.Marks) > 0 {
		t.doubt("the function's decorator is left out")
	}
	c := t.trailing(s.Line, s.LastLine)
	if t.self != "" { // this is that of the method
		t.line("const %s = (%s) => {%s", t.name(s.Name), t.params(s.Params), c)
		t.body(s, s.Params)
		t.line("};")
		return
	}
	star := ""
	if yields(s.Body) {
		star = "*"
	}
	if t.scope.up == nil && t.times[s.Name] > 1 { // JavaScript declares a name once
		t.line("%s%s = function%s (%s) {%s", t.again(s.Name), t.name(s.Name), star, t.params(s.Params), c)
		t.body(s, s.Params)
		t.line("};")
		return
	}
	t.line("function%s %s(%s) {%s", star, t.name(s.Name), t.params(s.Params), c)
	t.written[s.Name] = true
	t.body(s, s.Params)
	t.line("}")
}

// again gives "let " where a function or class that has several definitions has
// its first.
func (t *translator) again(name string) string {
	if t.written[name] {
		return ""
	}
	t.written[name] = true
	return "let "
}

// body writes what a function does.
func (t *translator) body(s *python.Stmt, params []python.Param) {
	t.open(s.Body, params)
	outer := t.inFunction
	t.inFunction, t.scope.life = s, t.lives[s]
	defer func() { t.inFunction = outer }()
	t.knowParameters(s, params)
	t.depth++
	body := s.Body
	if len(body) > 0 && body[0].Kind == "expr" && body[0].Value.Kind == "string" { // what it is for
		t.flush(body[0].Line)
		t.expressionStatement(body[0])
		body = body[1:]
	}
	if ends := t.ends(); len(ends) > 0 {
		t.line("%s", t.hoisted())
		t.line("try {")
		t.block(body)
		t.line("} finally {")
		t.line("  %s(%s);", t.helper("free"), strings.Join(ends, ", "))
		t.line("}")
	} else {
		t.statements(body, t.hoisted())
	}
	t.depth--
	t.close()
}

// yields tells whether a function is a generator.
func yields(body []*python.Stmt) bool {
	for _, s := range body {
		if s.Kind == "def" || s.Kind == "class" {
			continue
		}
		if s.Value != nil && s.Value.Kind == "yield" || yields(s.Body) || yields(s.Else) {
			return true
		}
	}
	return false
}

func mentions(e *python.Expr, name string) bool {
	used := map[string]bool{}
	uses(e, used)
	return used[name]
}

// params writes the parameters of a function.
func (t *translator) params(list []python.Param) string {
	var parts []string
	for _, p := range list {
		switch {
		case p.Star == 2: // arguments with names come as an object
			parts = append(parts, identifier(p.Name)+" = {}")
		case p.Star == 1:
			parts = append(parts, "..."+identifier(p.Name))
		case p.Default != nil && mentions(p.Default, p.Name):
			refuse("a parameter with its own name as its default")
		case p.Default != nil:
			parts = append(parts, identifier(p.Name)+" = "+t.code(p.Default))
		default:
			parts = append(parts, identifier(p.Name))
		}
	}
	for i, p := range list {
		if p.Star == 1 && i < len(list)-1 {
			refuse("parameters behind *%s", p.Name)
		}
	}
	return strings.Join(parts, ", ")
}

// classStatement writes a class.
func (t *translator) classStatement(s *python.Stmt) {
	if len(s.Marks) > 0 {
		t.doubt("the class's decorator is left out")
	}
	extends := ""
	for _, b := range s.Bases {
		if b.Kind == "name" && b.S == "object" {
			continue
		}
		if extends != "" {
			t.doubt("a class extends one class only")
			break
		}
		base := t.code(b)
		if b.Kind == "name" && (b.S == "Exception" || exceptions[b.S] != "") {
			base = "Error"
		}
		extends = " extends " + base
	}
	end := "}"
	if t.scope.up == nil && t.times[s.Name] > 1 {
		t.line("%s%s = class%s {%s", t.again(s.Name), t.name(s.Name), extends, t.trailing(s.Line, s.Line))
		end = "};"
	} else {
		t.line("class %s%s {%s", t.name(s.Name), extends, t.trailing(s.Line, s.Line))
		t.written[s.Name] = true
	}
	outer := t.class
	t.class = s
	t.depth++
	methods := map[string]bool{}
	var own []string // attributes of the class
	known := maps.Clone(t.known)
	for _, m := range s.Body {
		methods[m.Name] = methods[m.Name] || m.Kind == "def"
	}
	for _, m := range s.Body {
		t.flush(m.Line)
		if m.Kind == "def" && m.Name == "__repr__" && methods["__str__"] {
			continue
		}
		if m.Kind == "def" {
			t.forget(own, known)
		}
		t.attempt(m, func(m *python.Stmt) { t.member(m, extends != "") })
		if m.Kind == "assign" && len(m.Targets) == 1 && t.known[m.Targets[0].S] == "this."+m.Targets[0].S {
			own = append(own, m.Targets[0].S)
		}
	}
	t.forget(own, known)
	if len(own) > 0 {
		t.line("")
		t.line("static { %s(this, %s); }", t.helper("shared"), `"`+strings.Join(own, `", "`)+`"`)
	}
	t.deleteMethod(s, extends != "")
	t.depth--
	t.class = outer
	t.line("%s", end)
}

// forget gives names that stood for attributes of a class their meaning again.
func (t *translator) forget(names []string, known map[string]string) {
	for _, name := range names {
		if before, ok := known[name]; ok {
			t.known[name] = before
		} else {
			delete(t.known, name)
		}
	}
}

// member writes a part of a class.
func (t *translator) member(m *python.Stmt, derived bool) {
	switch {
	case m.Kind == "def":
		t.method(m, derived)
	case m.Kind == "assign" && len(m.Targets) == 1 && m.Targets[0].Kind == "name":
		t.line("static %s = %s;%s", m.Targets[0].S, t.code(m.Value), t.trailing(m.Line, m.LastLine))
		t.known[m.Targets[0].S] = "this." + m.Targets[0].S // for what comes next to it
	case m.Kind == "expr" && m.Value.Kind == "string":
		t.expressionStatement(m)
	case m.Kind == "pass":
	default:
		refuse("%s within a class", m.Kind)
	}
}

var dunder = map[string]string{"__init__": "constructor", "__str__": "toString", "__repr__": "toString"}

// method writes a method of the present class.
func (t *translator) method(m *python.Stmt, derived bool) {
	params, prefix := m.Params, ""
	static := false
	for _, mark := range m.Marks {
		switch {
		case mark.Kind == "name" && mark.S == "staticmethod":
			static, prefix = true, "static "
		case mark.Kind == "name" && mark.S == "classmethod":
			prefix = "static "
		case mark.Kind == "name" && mark.S == "property":
			prefix = "get "
		case mark.Kind == "attribute" && mark.S == "setter":
			prefix = "set "
		default:
			refuse("a decorated method")
		}
	}
	name := m.Name
	if js, ok := dunder[name]; ok {
		name = js
	} else if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
		t.doubt("JavaScript does not call %s by itself", name)
	}
	self := t.self
	if !static {
		if len(params) == 0 || params[0].Star != 0 {
			refuse("a method without self")
		}
		t.self = params[0].Name
		params = params[1:]
	}
	star := ""
	if yields(m.Body) {
		star = "*"
	}
	t.line("%s%s%s(%s) {%s", prefix, star, name, t.params(params), t.trailing(m.Line, m.LastLine))
	if name == "constructor" && derived && !t.callsSuper(m.Body) {
		t.depth++
		t.line("super();")
		t.depth--
	}
	t.body(m, params)
	t.line("}")
	t.self = self
}

// callsSuper tells whether a constructor calls that of its class's class.
func (t *translator) callsSuper(body []*python.Stmt) bool {
	for _, s := range body {
		if s.Kind == "expr" && s.Value.Kind == "call" && s.Value.X.Kind == "attribute" && s.Value.X.S == "__init__" || t.callsSuper(s.Body) || t.callsSuper(s.Else) {
			return true
		}
	}
	return false
}

// superCall recognises super().f(...) and Base.f(self, ...).
func (t *translator) superCall(e *python.Expr) (string, bool) {
	if e.X.Kind != "attribute" || t.class == nil {
		return "", false
	}
	args := e.Items
	switch of := e.X.X; {
	case of.Kind == "call" && of.X.Kind == "name" && of.X.S == "super":
	case of.Kind == "name" && len(args) > 0 && args[0].Kind == "name" && args[0].S == t.self && isBase(t.class, of.S):
		args = args[1:]
	default:
		return "", false
	}
	method := e.X.S
	params := t.methods[method]
	if method == "__init__" {
		for _, b := range t.class.Bases {
			params = t.funcs[b.S]
		}
	}
	list := t.arguments(&python.Expr{Kind: "call", X: e.X, Items: args, Keys: e.Keys}, params)
	if method == "__init__" {
		return fmt.Sprintf("super(%s)", list), true
	}
	if js, ok := dunder[method]; ok {
		method = js
	}
	return fmt.Sprintf("super.%s(%s)", method, list), true
}

func isBase(class *python.Stmt, name string) bool {
	for _, b := range class.Bases {
		if b.Kind == "name" && b.S == name {
			return true
		}
	}
	return false
}
