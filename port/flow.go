package port

import (
	"slices"

	"github.com/gneuron/gneuron/port/python"
)

// statements follows values through statements.
func (l *lifetimes) statements(body []*python.Stmt) {
	for _, s := range body {
		l.statement(s)
	}
}

func (l *lifetimes) holder(name string) *holder {
	h := l.names[name]
	if h == nil {
		h = &holder{}
		l.names[name] = h
	}
	return h
}

func (l *lifetimes) statement(s *python.Stmt) {
	switch s.Kind {
	case "assign", "annotated":
		if s.Value == nil {
			return
		}
		for _, target := range s.Targets {
			l.write(s, target, s.Value)
		}
	case "augmented":
		if s.Targets[0].Kind == "name" && s.Op == "+=" {
			h := l.holder(s.Targets[0].S)
			h.values = append(h.values, s.Value)
			l.value(s.Value, flow{"list", s.Targets[0].S})
			return
		}
		l.value(s.Value, flow{"escape", ""})
	case "return":
		l.value(s.Value, flow{"escape", ""})
	case "for":
		kind := flow{"unsure", ""}
		if s.Targets[0].Kind == "name" {
			kind = flow{"turn", s.Targets[0].S}
		}
		l.value(s.Value, kind)
		names := map[string]bool{}
		bound(s.Targets[0], names)
		for name := range names {
			h := l.holder(name)
			h.values = append(h.values, nil)
			h.writes++
		}
		l.loop++
		l.statements(s.Body)
		l.loop--
		l.statements(s.Else)
		return
	case "while":
		l.value(s.Value, flow{})
		l.loop++
		l.statements(s.Body)
		l.loop--
		l.statements(s.Else)
		return
	case "def", "class":
		for _, p := range s.Params {
			l.value(p.Default, flow{"escape", ""})
		}
		l.nested(s)
		return
	case "del":
		for _, e := range s.Targets {
			for _, x := range append([]*python.Expr{e}, e.Items...) {
				if x.Kind == "name" {
					l.holder(x.S).writes++
				}
			}
		}
	case "with":
		for _, i := range s.Items {
			l.value(i.Value, flow{})
		}
	default:
		l.value(s.Value, flow{})
	}
	l.statements(s.Body)
	l.statements(s.Else)
	l.statements(s.Finally)
	for _, e := range s.Except {
		l.statements(e.Body)
	}
}

// nested goes through a function within: of a whole text, its names are used there
// as anywhere; of a function, they are kept as long as the inner one is.
func (l *lifetimes) nested(f *python.Stmt) {
	own := map[string]bool{}
	for _, p := range f.Params {
		own[p.Name] = true
	}
	global := map[string]bool{}
	each(f.Body, func(s *python.Stmt) {
		if s.Kind == "global" {
			for _, a := range s.Names {
				global[a.Name] = true
			}
		}
		for _, target := range s.Targets {
			if s.Kind != "del" {
				bound(target, own)
			}
		}
	})
	local := &lifetimes{t: l.t, names: map[string]*holder{}, module: l.module, loop: 1}
	local.statements(f.Body)
	if !l.module {
		each(f.Body, func(s *python.Stmt) {
			for _, e := range append([]*python.Expr{s.Value}, s.Targets...) {
				visit(e, func(e *python.Expr) {
					if e.Kind == "name" {
						local.holder(e.S)
					}
				})
			}
		})
	}
	for name, h := range local.names {
		if own[name] && !global[name] && f.Kind != "class" {
			continue
		}
		outer := l.holder(name)
		if !l.module {
			outer.flows = append(outer.flows, flow{"unsure", ""})
			continue
		}
		for _, w := range h.flows {
			if w.to != "" {
				w = flow{"unsure", ""}
			}
			outer.flows = append(outer.flows, w)
		}
		if global[name] {
			outer.values = append(outer.values, h.values...)
			outer.writes += h.writes
			outer.again = true
		}
	}
}

// write notes that a target is given a value.
func (l *lifetimes) write(s *python.Stmt, target, value *python.Expr) {
	switch target.Kind {
	case "name":
		h := l.holder(target.S)
		h.values = append(h.values, value)
		if h.writes++; h.first == nil {
			h.first = s
		}
		h.again = h.again || l.loop > 0
		if isVector(value) && value.X.S != "Vector" {
			h.recording(value)
		}
		l.value(value, flow{"alias", target.S})
	case "tuple", "list":
		values := make([]*python.Expr, len(target.Items))
		if (value.Kind == "tuple" || value.Kind == "list") && len(value.Items) == len(values) {
			copy(values, value.Items)
		} else {
			if value.Kind == "call" && value.X.Kind == "name" && l.t.creationOf(l, value, values) {
				l.value(value, flow{})
			} else {
				l.value(value, flow{"unsure", ""})
			}
		}
		for i, x := range target.Items {
			if values[i] != nil {
				l.write(s, x, values[i])
			} else if x.Kind == "name" {
				h := l.holder(x.S)
				h.values = append(h.values, nil)
				h.writes++
			}
		}
	case "index":
		l.value(target.X, flow{})
		if target.X.Kind == "name" {
			l.value(value, flow{"dict", target.X.S})
			return
		}
		l.value(value, flow{"escape", ""})
	default:
		l.value(target.X, flow{})
		l.value(value, flow{"escape", ""})
		if target.Kind == "attribute" {
			l.store(target, value)
			if isVector(value) && value.X.S != "Vector" {
				l.t.addVector(l.classOf(target.X, target.S), target.S)
			}
		}
	}
}

// store notes what an attribute is given.
func (l *lifetimes) store(target, value *python.Expr) {
	switch l.origin(value) {
	case "other":
		l.t.attrOthers[target.S] = true
	case "owned":
		if l.t.attrStores[target.S] == nil {
			l.t.attrStores[target.S] = map[*python.Expr]bool{}
		}
		l.t.attrStores[target.S][target] = true
		l.t.addExtra(l.classOf(target.X, target.S), target.S)
		l.t.inLoop[target] = l.t.inLoop[target] || l.loop > 0
	}
}

// classOf finds the class of this text that a value is of, if that can be seen: from
// what its name is given, or from what its attribute is called.
func (l *lifetimes) classOf(e *python.Expr, attr string) *python.Stmt {
	if e.Kind == "name" && l.names[e.S] != nil {
		for _, v := range l.names[e.S].values {
			if v != nil && v.Kind == "call" && v.X.Kind == "name" && l.t.classes[v.X.S] != nil {
				return l.t.classes[v.X.S]
			}
		}
	}
	if len(l.t.classes) == 1 {
		for _, c := range l.t.classes {
			return c
		}
	}
	var found []*python.Stmt
	for _, c := range l.t.classes {
		sets := false
		for _, m := range c.Body {
			each(m.Body, func(s *python.Stmt) {
				sets = sets || s.Kind == "assign" && slices.ContainsFunc(s.Targets, func(x *python.Expr) bool { return x.Kind == "attribute" && x.S == attr })
			})
		}
		if sets {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return nil
}

// addExtra notes that objects of a class get an attribute with an end from outside.
func (t *translator) addExtra(c *python.Stmt, attr string) {
	if c != nil && c.Body != nil && !slices.Contains(t.extra[c], attr) {
		t.extra[c] = append(t.extra[c], attr)
	}
}

// creationOf puts what stands for the elements of the tuple that a function of this
// text returns into values.
func (t *translator) creationOf(l *lifetimes, call *python.Expr, values []*python.Expr) bool {
	list := t.results(call.X.S)
	if len(list) != 1 || list[0].Kind != "tuple" || len(list[0].Items) != len(values) {
		return false
	}
	inner := t.lifetimesOf(t.defs[call.X.S], false)
	for i, x := range list[0].Items {
		switch inner.origin(x) {
		case "owned": // the call stands for it: it makes something
			values[i] = &python.Expr{Kind: "call", X: &python.Expr{Kind: "attribute", S: "NetCon", X: &python.Expr{Kind: "name", S: t.hocName()}}}
		case "plain":
			values[i] = &python.Expr{Kind: "constant", S: "None"}
		}
	}
	return true
}

func (t *translator) hocName() string {
	for name, is := range t.hocNames {
		if is {
			return name
		}
	}
	return ""
}

// value follows a value that goes somewhere.
func (l *lifetimes) value(e *python.Expr, to flow) {
	if e == nil {
		return
	}
	all := func(list []*python.Expr, to flow) {
		for _, x := range list {
			l.value(x, to)
		}
	}
	switch e.Kind {
	case "name":
		if to.kind != "" && to.to != e.S {
			h := l.holder(e.S)
			h.flows = append(h.flows, to)
		}
	case "attribute":
		if to.kind != "" {
			l.t.attrFlows[e.S] = true
		}
		if to.kind == "escape" && l.t.isOwned(e.S) {
			l.value(e.X, to)
			return
		}
		l.value(e.X, flow{})
	case "index":
		l.value(e.X, to)
		l.value(e.Y, flow{})
	case "list", "tuple", "set", "star":
		all(e.Items, to)
		l.value(e.X, to)
	case "dict":
		all(e.Items, flow{})
		if to.kind == "alias" {
			to = flow{"unsure", ""}
		}
		all(e.Values, to)
	case "if":
		l.value(e.Items[0], flow{})
		all(e.Items[1:], to)
	case "and", "or":
		all(e.Items, to)
	case "binary":
		if e.S != "+" {
			to = flow{}
		}
		all(e.Items, to)
	case "yield", "walrus", "await":
		l.value(e.X, flow{"unsure", ""})
		l.value(e.Y, flow{"unsure", ""})
	case "comprehension":
		inner := &lifetimes{t: l.t, names: map[string]*holder{}, module: l.module}
		inner.value(e.X, to)
		inner.value(e.Y, to)
		own := map[string]bool{}
		for _, loop := range e.Loops {
			bound(loop.Target, own)
			for _, c := range loop.If {
				inner.value(c, flow{})
			}
		}
		goes := flow{}
		for name, h := range inner.names {
			if !own[name] {
				outer := l.holder(name)
				outer.flows = append(outer.flows, h.flows...)
			} else if len(h.flows) > 0 {
				goes = to
			}
		}
		for _, loop := range e.Loops {
			l.value(loop.Over, goes)
		}
	case "lambda":
		l.nested(&python.Stmt{Kind: "def", Params: e.Params, Body: []*python.Stmt{{Kind: "expr", Value: e.X}}})
	case "call":
		l.call(e, to)
	default:
		l.value(e.X, flow{})
		l.value(e.Y, flow{})
		all(e.Items, flow{})
	}
}

// looks are functions that do not keep what they are given; passes give it on.
var (
	looks  = []string{"print", "len", "isinstance", "type", "str", "repr", "float", "int", "hasattr", "getattr", "abs", "id", "range", "display", "help", "dir", "sum", "round", "setattr"}
	passes = []string{"list", "tuple", "sorted", "set", "zip", "enumerate", "reversed", "iter", "next", "min", "max"}
	keeps  = []string{"append", "extend", "insert", "add", "setdefault", "update"}
)

// call follows the arguments of a call.
func (l *lifetimes) call(e *python.Expr, to flow) {
	give := func(to func(i int, name string) flow) {
		for i, x := range e.Items {
			l.value(x, to(i, ""))
		}
		for _, k := range e.Keys {
			l.value(k.Value, to(-1, k.Name))
		}
	}
	all := func(to flow) { give(func(int, string) flow { return to }) }
	switch x := e.X; x.Kind {
	case "name":
		switch {
		case slices.Contains(looks, x.S):
			all(flow{})
		case slices.Contains(passes, x.S):
			all(to)
		case l.t.defs[x.S] != nil || l.t.classes[x.S] != nil:
			f, skip := l.t.defs[x.S], 0
			if c := l.t.classes[x.S]; c != nil {
				f, skip = nil, 1
				for _, m := range c.Body {
					if m.Kind == "def" && m.Name == "__init__" {
						f = m
					}
				}
			}
			give(func(i int, name string) flow { return l.t.parameter(f, i+skip, name, to) })
		case l.names[x.S] != nil: // soma(0.5) keeps soma
			l.value(x, to)
			all(flow{})
		default:
			all(flow{"unsure", ""})
		}
		return
	case "attribute":
		of := x.X
		l.value(of, flow{})
		switch {
		case slices.Contains(keeps, x.S) && of.Kind == "name" && !l.t.isNeuron(of):
			if h := l.holder(of.S); x.S == "append" && len(e.Items) == 1 {
				h.values = append(h.values, e.Items[0])
				all(flow{"list", of.S})
				return
			}
			all(flow{"unsure", ""})
		case slices.Contains(keeps, x.S):
			if of.Kind == "attribute" && x.S == "append" && len(e.Items) == 1 && l.origin(e.Items[0]) == "owned" {
				l.t.addExtra(l.classOf(of.X, of.S), of.S)
			}
			all(flow{"escape", ""})
		default:
			if of.Kind == "name" && (x.S == "record" || x.S == "play") {
				l.holder(of.S).recording(e)
			}
			m := l.t.methodDef(x.S)
			if of.Kind == "name" && l.t.foreign[of.S] {
				all(flow{"unsure", ""})
				return
			}
			if m == nil {
				all(flow{}) // NEURON's objects do not keep what they are given
				return
			}
			give(func(i int, name string) flow { return l.t.parameter(m, i+1, name, to) })
		}
	default:
		l.value(x, flow{})
		all(flow{"unsure", ""})
	}
}

// methodDef finds the method of a name in the classes of this text, if there is one.
func (t *translator) methodDef(name string) *python.Stmt {
	var first *python.Stmt
	for _, c := range t.classes {
		for _, m := range c.Body {
			if m.Kind == "def" && m.Name == name && (first == nil || m.Line < first.Line) {
				first = m
			}
		}
	}
	return first
}
