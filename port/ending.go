package port

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// ending says what the translation does with the objects of a name.
type ending struct {
	end     bool // deletes them at the end of the function
	replace bool // deletes the former one where the name gets another
	doubt   bool // cannot tell who else refers to them
}

const unsureEnd = "Python ends the object that %s held when nothing refers to it any more: if that is so here, call free(%s), from gneuron/python"

// learnLives looks at what all names of a text hold, before the first line is written.
func (t *translator) learnLives(body []*python.Stmt) {
	t.module = &python.Stmt{Kind: "def", Body: body}
	var defs func(body []*python.Stmt, class bool)
	var all []*python.Stmt
	defs = func(body []*python.Stmt, class bool) {
		each(body, func(s *python.Stmt) {
			if !class || s.Kind != "assign" {
				t.binds(s)
			}
			switch {
			case s.Kind == "from" && s.Name == "neuron":
				for _, a := range s.Names {
					if a.Name == "h" || a.Name == "n" {
						t.hocNames[a.Name] = a.As == ""
						t.hocNames[a.As] = a.As != ""
					}
				}
			case s.Kind == "import":
				for _, a := range s.Names {
					as := a.As
					if as == "" {
						as = a.Name
					}
					if a.Name != "neuron" && a.Name != "numpy" && !slices.Contains(standard, a.Name) && !strings.HasPrefix(a.Name, "matplotlib") {
						t.foreign[as] = true
					}
				}
			case s.Kind == "from":
				for _, a := range s.Names { // a class of another script may hold such objects
					if c := a.Name[0]; c >= 'A' && c <= 'Z' && t.classes[a.Name] == nil && t.local != nil && t.local(s.Name) {
						t.classes[a.Name] = &python.Stmt{Kind: "class", Name: a.Name}
					}
				}
			case s.Kind == "def" || s.Kind == "class":
				if s.Kind == "def" {
					all = append(all, s)
					if !class {
						t.defs[s.Name] = s
					}
				}
				defs(s.Body, s.Kind == "class")
			}
		})
	}
	defs(body, false)
	t.lifetimesOf(t.module, true)
	for _, f := range all {
		t.lifetimesOf(f, false)
	}
	clear(t.lives) // once more, as it is known now what objects get from outside
	clear(t.ownedBy)
	module := t.lifetimesOf(t.module, true)
	t.learnInit(all)
	for _, f := range all {
		l := t.lifetimesOf(f, false)
		for name, h := range l.names {
			t.freesObjects = t.freesObjects || (l.ending(name).end || l.ending(name).replace) && t.makesOwn(h)
		}
	}
	for name, h := range module.names {
		t.freesObjects = t.freesObjects || module.ending(name).replace && t.makesOwn(h)
	}
}

// binds notes the names that a statement gives values.
func (t *translator) binds(s *python.Stmt) {
	for _, p := range s.Params {
		t.bound[p.Name] = true
	}
	if s.Kind == "def" || s.Kind == "class" {
		t.bound[s.Name] = true
	}
	for _, i := range s.Items {
		if i.As != nil {
			bound(i.As, t.bound)
		}
	}
	for _, x := range append([]*python.Expr{s.Value}, s.Targets...) {
		if s.Kind == "assign" || s.Kind == "for" || s.Kind == "annotated" {
			if x != nil && x != s.Value {
				bound(x, t.bound)
			}
		}
		visit(x, func(e *python.Expr) {
			for _, l := range e.Loops {
				bound(l.Target, t.bound)
			}
			for _, p := range e.Params {
				t.bound[p.Name] = true
			}
		})
	}
}

// makesOwn tells whether a name may get objects of classes of scripts.
func (t *translator) makesOwn(h *holder) bool {
	return slices.ContainsFunc(h.values, func(e *python.Expr) bool {
		return e != nil && !(e.Kind == "call" && e.X.Kind == "attribute" && t.isNeuron(e.X.X))
	})
}

// learnInit finds the methods that only constructors call: what they set is new.
func (t *translator) learnInit(all []*python.Stmt) {
	uses := map[string]int{} // of methods, anywhere
	each(t.module.Body, func(s *python.Stmt) { countAttributes(s, uses) })
	for _, f := range all {
		each(f.Body, func(s *python.Stmt) { countAttributes(s, uses) })
	}
	for changed := true; changed; {
		changed = false
		within := map[string]int{}
		for _, f := range all {
			if t.onlyInit[f] || f.Name == "__init__" {
				t.onlyInit[f] = true
				each(f.Body, func(s *python.Stmt) { countAttributes(s, within) })
			}
		}
		for _, f := range all {
			if !t.onlyInit[f] && t.methodDef(f.Name) != nil && within[f.Name] > 0 && within[f.Name] == uses[f.Name] {
				t.onlyInit[f], changed = true, true
			}
		}
	}
}

func countAttributes(s *python.Stmt, into map[string]int) {
	in := func(e *python.Expr) {
		visit(e, func(e *python.Expr) {
			if e.Kind == "attribute" {
				into[e.S]++
			}
		})
	}
	in(s.Value)
	for _, x := range s.Targets {
		in(x)
	}
	for _, i := range s.Items {
		in(i.Value)
	}
}

// visit goes through an expression and all in it.
func visit(e *python.Expr, do func(*python.Expr)) {
	if e == nil {
		return
	}
	do(e)
	visit(e.X, do)
	visit(e.Y, do)
	for _, list := range [][]*python.Expr{e.Items, e.Values} {
		for _, x := range list {
			visit(x, do)
		}
	}
	for _, k := range e.Keys {
		visit(k.Value, do)
	}
	for _, l := range e.Loops {
		visit(l.Over, do)
		for _, c := range l.If {
			visit(c, do)
		}
	}
}

// uses collects the names in an expression.
func uses(e *python.Expr, into map[string]bool) {
	visit(e, func(e *python.Expr) {
		if e.Kind == "name" {
			into[e.S] = true
		}
	})
}

// isOwned tells whether a class keeps objects of its own in an attribute.
func (t *translator) isOwned(attr string) bool {
	for _, c := range t.classes {
		if slices.Contains(t.owned(c), attr) {
			return true
		}
	}
	return false
}

// ending says what becomes of the objects of a name.
func (l *lifetimes) ending(name string) ending {
	h := l.names[name]
	if h == nil || len(h.values) == 0 {
		return ending{}
	}
	again := h.again || h.writes > 1
	if l.module && !again {
		return ending{}
	}
	if h.owned == 0 {
		plays := false
		if h.vector() && !h.asked {
			h.asked = true
			for _, ref := range h.refs { // what it records ends
				plays = plays || ref == "" || l.goes(ref)
			}
			h.asked = false
		}
		if !plays || slices.Contains(h.refs, "") && l.status(name) != "free" {
			return ending{}
		}
		return ending{end: !l.module, replace: again}
	}
	switch s := l.status(name); {
	case s == "kept":
		return ending{}
	case s == "unsure", h.others > 0, s == "alias" && again, again && !h.again && h.named():
		return ending{doubt: true}
	}
	return ending{end: !l.module, replace: again}
}

// named tells whether something that a list holds has a name of its own, too.
func (h *holder) named() bool {
	return slices.ContainsFunc(h.values, func(e *python.Expr) bool { return e != nil && e.Kind == "name" })
}

// goes tells whether the objects of a name, or of what it is taken from, end.
func (l *lifetimes) goes(name string) bool {
	h := l.names[name]
	if h == nil || h.asked {
		return false
	}
	if e := l.ending(name); e.end || e.replace {
		return true
	}
	h.asked = true
	defer func() { h.asked = false }()
	return slices.ContainsFunc(h.values, func(e *python.Expr) bool {
		from := root(e)
		return from != "" && l.goes(from)
	})
}

// root is the name that a value is taken from: soma of soma(0.5)._ref_v.
func root(e *python.Expr) string {
	for e != nil && e.Kind != "name" {
		e = e.X
	}
	if e == nil {
		return ""
	}
	return e.S
}

// vector tells whether a name is only given Vectors of NEURON.
func (h *holder) vector() bool {
	return h.writes > 0 && !slices.ContainsFunc(h.values, func(e *python.Expr) bool { return !isVector(e) })
}

// isVector recognises h.Vector(...) and h.Vector(...).record(...).
func isVector(e *python.Expr) bool {
	if e == nil || e.Kind != "call" || e.X.Kind != "attribute" {
		return false
	}
	return e.X.S == "Vector" || (e.X.S == "record" || e.X.S == "play") && isVector(e.X.X)
}

// recording notes what a Vector records, "" if it is played instead.
func (h *holder) recording(call *python.Expr) {
	if call.X.S == "play" {
		h.refs = append(h.refs, "")
		return
	}
	for _, e := range call.Items {
		if name := root(e); name != "" {
			h.refs = append(h.refs, name)
		}
	}
}

// ends lists the names whose objects end with a function, Vectors first, and has
// them and those that are replaced in loops declared outside of them.
func (t *translator) ends() []string {
	l := t.scope.life
	if l == nil {
		return nil
	}
	var vectors, others []string
	for name, h := range l.names {
		v := t.scope.names[name]
		e := l.ending(name)
		if v == nil || v.writes == 0 {
			continue
		}
		if e.end || e.replace && h.again {
			v.hoist = true
		}
		switch {
		case !e.end:
		case h.owned == 0:
			vectors = append(vectors, identifier(name))
		default:
			others = append(others, identifier(name))
		}
	}
	slices.Sort(vectors)
	slices.Sort(others)
	return append(vectors, others...)
}

// replaced gives the value of an assignment to a name or attribute, which ends the
// object that was there before.
func (t *translator) replaced(s *python.Stmt, target *python.Expr, value string) string {
	switch target.Kind {
	case "name":
		sc := t.scope
		for sc != nil && (sc.names[target.S] == nil || sc.names[target.S].writes == 0) && sc.up != nil && !sc.declared[target.S] {
			sc = sc.up
		}
		if sc == nil || sc.life == nil {
			return value
		}
		e, h := sc.life.ending(target.S), sc.life.names[target.S]
		switch {
		case e.doubt && (h.first == s || sc.life.origin(s.Value) == "owned" || t.scope.life != nil && t.scope.life.origin(s.Value) == "owned"):
			t.doubt(unsureEnd, target.S, identifier(target.S))
		case e.replace && (h.again || h.first != s):
			return t.former(s, target, value)
		}
	case "attribute":
		l, stores := t.scope.life, t.attrStores[target.S]
		if l == nil || l.origin(s.Value) != "owned" || target.X.Kind != "name" || t.onlyInit[t.inFunction] || l.module && len(stores) < 2 && !t.inLoop[target] {
			return value
		}
		if t.attrFlows[target.S] || t.attrOthers[target.S] {
			x := t.code(target)
			t.doubt(unsureEnd, x, x)
			return value
		}
		return t.former(s, target, value)
	}
	return value
}

// former ends what a target holds before or, where the value may need it, after the
// value is there.
func (t *translator) former(s *python.Stmt, target *python.Expr, value string) string {
	recorders := t.recorders(s, target)
	used := map[string]bool{}
	uses(s.Value, used)
	if !t.creation(s.Value) || used[root(target)] && target.Kind == "name" {
		if len(recorders) > 0 {
			t.line("%s(%s);", t.helper("free"), strings.Join(recorders, ", "))
		}
		return t.helper("replace") + "(" + t.code(target) + ", " + value + ")"
	}
	t.line("%s(%s);", t.helper("free"), strings.Join(append(recorders, t.code(target)), ", "))
	return value
}

// recorders lists the Vectors that record what a name holds and do not end by
// themselves when it ends.
func (t *translator) recorders(s *python.Stmt, target *python.Expr) []string {
	l := t.scope.life
	if l == nil || target.Kind != "name" {
		return nil
	}
	var list []string
	for name, h := range l.names {
		if name != target.S && h.vector() && t.scope.declared[name] && !l.ending(name).replace && slices.ContainsFunc(h.refs, func(ref string) bool { return l.from(ref, target.S) }) {
			list = append(list, identifier(name))
		}
	}
	slices.Sort(list)
	return list
}

// from tells whether the value of a name is another's, or taken from it.
func (l *lifetimes) from(name, of string) bool {
	h := l.names[name]
	if name == of || h == nil || h.asked {
		return name == of
	}
	h.asked = true
	defer func() { h.asked = false }()
	return slices.ContainsFunc(h.values, func(e *python.Expr) bool { return root(e) != "" && l.from(root(e), of) })
}

// deleteMethod ends what the objects of a class hold.
func (t *translator) deleteMethod(c *python.Stmt, derived bool) {
	list := slices.Concat(t.vectors[c], t.owned(c))
	if !t.freesObjects || len(list) == 0 || t.endless(c) && !t.extended(c) || slices.ContainsFunc(c.Body, func(m *python.Stmt) bool { return m.Name == "delete" }) {
		return
	}
	var parts []string
	for _, attr := range list {
		parts = append(parts, "this."+attr)
	}
	t.line("")
	t.line("delete() {")
	t.depth++
	t.line("%s(%s);", t.helper("free"), strings.Join(parts, ", "))
	if derived {
		t.line("super.delete?.();")
	}
	t.depth--
	t.line("}")
}

// extended tells whether a class that extends this one makes objects with an end.
func (t *translator) extended(c *python.Stmt) bool {
	for _, other := range t.classes {
		if other != c && isBase(other, c.Name) && !t.endless(other) {
			return true
		}
	}
	return false
}

// holds tells whether a name is given objects with an end, and nothing else.
func (l *lifetimes) holds(name string) bool {
	h := l.names[name]
	return h != nil && h.owned > 0 && h.others == 0
}

// freeFormer ends the objects of names that are assigned together.
func (t *translator) freeFormer(s *python.Stmt, names []string) {
	l := t.scope.life
	if l == nil || s.Kind == "for" {
		return
	}
	var list []string
	for _, name := range names {
		h := l.names[name]
		switch e := l.ending(name); {
		case e.doubt:
			t.doubt(unsureEnd, name, identifier(name))
		case e.replace && (h.again || h.first != s):
			list = append(list, t.name(name))
		}
	}
	if len(list) > 0 {
		t.line("%s(%s);", t.helper("free"), strings.Join(list, ", "))
	}
}
