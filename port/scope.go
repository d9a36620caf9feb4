package port

import (
	"slices"

	"github.com/gneuron/gneuron/port/python"
)

// scope is a function or a whole text: in Python, names belong to these, in
// JavaScript to blocks.
type scope struct {
	up       *scope
	names    map[string]*variable
	kinds    map[string]string // of values, as far as known: see kindOf
	declared map[string]bool
	shared   map[string]bool // names that functions in it assign
	params   map[string]bool
	life     *lifetimes // of the objects of its names, or nil
}

// variable is a name that is assigned in a scope.
type variable struct {
	writes int
	first  *python.Stmt // that assigns it and may declare it, or nil
	block  []int        // of first
	hoist  bool         // it must be declared before
}

// open starts a scope of statements, in which the parameters are declared.
func (t *translator) open(body []*python.Stmt, params []python.Param) {
	s := &scope{up: t.scope, names: map[string]*variable{}, kinds: map[string]string{}, declared: map[string]bool{}, shared: map[string]bool{}, params: map[string]bool{}}
	for _, p := range params {
		s.declared[p.Name] = true
		s.params[p.Name] = true
	}
	w := &walker{s: s, global: map[string]bool{}}
	w.statements(body, nil)
	for name := range w.global {
		delete(s.names, name)
	}
	t.scope = s
}

func (t *translator) close() { t.scope = t.scope.up }

// hoisted declares the names that statements of a scope cannot declare where they
// are assigned first; "" if there are none.
func (t *translator) hoisted() string {
	var names []string
	for name, v := range t.scope.names {
		if v.hoist && v.writes > 0 && !t.scope.declared[name] {
			names = append(names, identifier(name))
			t.scope.declared[name] = true
		}
	}
	for name := range t.scope.shared {
		if t.scope.up == nil && t.scope.names[name] == nil && !t.scope.declared[name] {
			names = append(names, identifier(name))
			t.scope.declared[name] = true
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	text := "let " + names[0]
	for _, n := range names[1:] {
		text += ", " + n
	}
	return text + ";"
}

// declaration gives "const ", "let " or "" for an assignment to names by s.
func (t *translator) declaration(s *python.Stmt, names []string) string {
	word := "const "
	for _, name := range names {
		v := t.scope.names[name]
		if v == nil || t.scope.declared[name] || v.hoist || v.first != s {
			return ""
		}
		if v.writes > 1 || t.scope.shared[name] {
			word = "let "
		}
	}
	if len(names) == 0 {
		return ""
	}
	for _, name := range names {
		t.scope.declared[name] = true
	}
	return word
}

// walker finds where names are assigned and used.
type walker struct {
	s      *scope
	block  []int
	count  int
	global map[string]bool
	inner  bool // within a function in the scope: only uses count
}

func (w *walker) statements(body []*python.Stmt, enter func()) {
	if enter != nil {
		w.count++
		before := w.block
		w.block = append(slices.Clone(before), w.count)
		enter()
		defer func() { w.block = before }()
	}
	for _, s := range body {
		w.statement(s)
	}
}

func (w *walker) statement(s *python.Stmt) {
	block := func(body []*python.Stmt) { w.statements(body, func() {}) }
	switch s.Kind {
	case "def":
		for _, p := range s.Params {
			w.use(p.Default)
		}
		w.nested(s.Body, s.Params)
	case "class":
		for _, b := range s.Bases {
			w.use(b)
		}
		w.nested(s.Body, nil)
	case "global":
		for _, a := range s.Names {
			if w.inner {
				w.s.shared[a.Name] = true
			} else {
				w.global[a.Name] = true
			}
		}
	case "for":
		w.use(s.Value)
		w.statements(s.Body, func() { w.target(s.Targets[0], s) })
		block(s.Else)
	case "try":
		block(s.Body)
		for _, e := range s.Except {
			block(e.Body)
		}
		block(s.Else)
		block(s.Finally)
	case "with":
		for _, i := range s.Items {
			w.use(i.Value)
			if i.As != nil {
				w.target(i.As, s)
			}
		}
		w.statements(s.Body, nil)
	case "augmented":
		w.use(s.Targets[0])
		w.use(s.Value)
		w.target(s.Targets[0], nil)
	case "assign", "annotated":
		if s.Value != nil {
			w.use(s.Value)
		}
		for k, target := range s.Targets {
			if k == 0 {
				w.target(target, s)
			} else {
				w.target(target, nil)
			}
		}
	case "del":
		w.use(s.Targets[0])
		w.target(s.Targets[0], nil)
	default:
		w.use(s.Value)
		for _, e := range s.Targets {
			w.use(e)
		}
		block(s.Body)
		block(s.Else)
	}
}

// nested goes through a function or class in the scope, which uses its names, but
// for those that it has itself.
func (w *walker) nested(body []*python.Stmt, params []python.Param) {
	local := &walker{s: &scope{names: map[string]*variable{}, declared: map[string]bool{}, shared: map[string]bool{}}, global: map[string]bool{}}
	local.statements(body, nil)
	own := map[string]bool{}
	for name, v := range local.s.names {
		if v.writes > 0 && !local.global[name] {
			own[name] = true
		}
	}
	for _, p := range params {
		own[p.Name] = true
	}
	w.hiding(own, func() {
		inner := w.inner
		w.inner = true
		w.statements(body, func() {})
		w.inner = inner
	})
}

// hiding does something that has names of its own.
func (w *walker) hiding(own map[string]bool, do func()) {
	hidden := map[string]*variable{}
	for name := range own {
		hidden[name] = w.s.names[name]
		w.s.names[name] = &variable{}
	}
	do()
	for name, v := range hidden {
		if v == nil {
			delete(w.s.names, name)
		} else {
			w.s.names[name] = v
		}
	}
}

// target notes what an assignment by s changes; s is nil where it cannot declare.
func (w *walker) target(e *python.Expr, s *python.Stmt) {
	switch e.Kind {
	case "name":
		if w.inner {
			return
		}
		v := w.s.names[e.S]
		if v == nil {
			v = &variable{first: s, block: w.block, hoist: s == nil}
			w.s.names[e.S] = v
		}
		v.writes++
		w.touch(v)
	case "tuple", "list":
		for _, x := range e.Items {
			w.target(x, s)
		}
	case "star":
		w.target(e.X, s)
	default:
		w.use(e)
	}
}

// touch makes a name hoisted that is used outside of the block that declares it.
func (w *walker) touch(v *variable) {
	if len(w.block) < len(v.block) || !slices.Equal(w.block[:len(v.block)], v.block) {
		v.hoist = true
	}
}

// use notes the names that an expression reads.
func (w *walker) use(e *python.Expr) {
	if e == nil {
		return
	}
	switch e.Kind {
	case "name":
		if v := w.s.names[e.S]; v != nil {
			w.touch(v)
		} else if !w.inner {
			// Read before it is assigned: in a later turn of a loop, if ever.
			if len(w.block) > 0 && !w.s.declared[e.S] {
				w.s.names[e.S] = &variable{hoist: true}
			}
		}
		return
	case "comprehension":
		own := map[string]bool{}
		for _, l := range e.Loops {
			bound(l.Target, own)
		}
		w.hiding(own, func() {
			for _, l := range e.Loops {
				w.use(l.Over)
				for _, c := range l.If {
					w.use(c)
				}
			}
			w.use(e.X)
			w.use(e.Y)
		})
		return
	case "lambda":
		own := map[string]bool{}
		for _, p := range e.Params {
			own[p.Name] = true
		}
		w.hiding(own, func() {
			inner := w.inner
			w.inner = true
			w.use(e.X)
			w.inner = inner
		})
		return
	case "walrus":
		w.use(e.Y)
		w.target(e.X, nil)
		return
	}
	w.use(e.X)
	w.use(e.Y)
	for _, list := range [][]*python.Expr{e.Items, e.Values} {
		for _, x := range list {
			w.use(x)
		}
	}
	for _, k := range e.Keys {
		w.use(k.Value)
	}
}

// bound collects the names of a target.
func bound(e *python.Expr, into map[string]bool) {
	switch e.Kind {
	case "name":
		into[e.S] = true
	case "tuple", "list":
		for _, x := range e.Items {
			bound(x, into)
		}
	case "star":
		bound(e.X, into)
	}
}
