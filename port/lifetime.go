package port

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// Python ends a Section, a point process, a NetCon or a FInitializeHandler with the
// last reference to it; gneuron with delete(). What is in this file finds the names
// that are, as far as can be seen, the only ones that such an object has, so that the
// translation can delete it where the name goes or gets another object.

// holder is a name that is given objects with an end.
type holder struct {
	values []*python.Expr // that it is given, or that are added to it if it is a list
	owned  int            // how many of them are objects with an end that are made there
	others int            // how many of them may belong to others
	writes int
	again  bool // it gets a value in a loop, or in a function that is called again
	first  *python.Stmt
	flows  []flow
	asked  bool // status is at work on it
	refs   []string
}

// flow is where a value goes: "escape", "unsure", or to a name: "alias", "turn" (of a loop), "list", "dict".
type flow struct{ kind, to string }

// lifetimes knows what the names of a function, or of a whole text, hold.
type lifetimes struct {
	t      *translator
	names  map[string]*holder
	module bool
	loop   int
	inner  map[string]bool // names of the functions within that are gone through
}

// neverFreed are what NEURON makes that does nothing by itself.
var neverFreed = strings.Fields("Vector List File String Matrix Random SectionList StringFunctions CVode ParallelContext Graph PlotShape Shape RangeVarPlot Deck HBox VBox " +
	"Import3d_SWC_read Import3d_Neurolucida3 Import3d_GUI Impedance SaveState BBSaveState Pointer PtrVector MechanismStandard MechanismType PWManager SymChooser " +
	"distance define_shape setpointer psection ref execute xopen topology")

// creation recognises what makes an object with an end: h.IClamp(...), Cell(...).
func (t *translator) creation(e *python.Expr) bool {
	if e.Kind != "call" {
		return false
	}
	if e.X.Kind == "name" {
		c := t.classes[e.X.S]
		return c != nil && !t.endless(c)
	}
	if e.X.Kind != "attribute" || !t.isNeuron(e.X.X) || slices.Contains(neverFreed, e.X.S) {
		return false
	}
	if c := e.X.S[0]; c >= 'A' && c <= 'Z' {
		return true
	}
	return len(e.Items) == 1 && e.Items[0].Kind == "call" && len(e.Items[0].Items) == 1 && e.Items[0].Items[0].Kind == "number"
}

func (t *translator) isNeuron(e *python.Expr) bool {
	return e.Kind == "name" && t.hocNames[e.S] || e.Kind == "attribute" && (e.S == "h" || e.S == "n") && e.X.Kind == "name" && e.X.S == "neuron"
}

// endless tells whether the objects of a class hold nothing that has an end.
func (t *translator) endless(c *python.Stmt) bool {
	return c.Body != nil && len(t.owned(c)) == 0 && !slices.ContainsFunc(c.Bases, func(b *python.Expr) bool {
		base := t.classes[b.S]
		return b.Kind == "name" && base != nil && base != c && !t.endless(base)
	})
}

// owned lists the attributes in which a class keeps objects that it makes itself.
func (t *translator) owned(c *python.Stmt) []string {
	if list, ok := t.ownedBy[c]; ok {
		return list
	}
	t.ownedBy[c] = nil // for classes that make objects of their own kind
	var order []string
	count := map[string][2]int{}
	vectors := map[string]bool{}
	for _, m := range c.Body {
		if m.Kind != "def" || len(m.Params) == 0 {
			continue
		}
		l := t.lifetimesOf(m, false)
		add := func(attr string, value *python.Expr) {
			if isVector(value) && value.X.S != "Vector" {
				t.addVector(c, attr)
			}
			n := count[attr]
			switch l.origin(value) {
			case "owned":
				n[0]++
			case "other":
				n[1]++
			}
			if _, ok := count[attr]; !ok {
				order = append(order, attr)
			}
			count[attr] = n
		}
		each(m.Body, func(s *python.Stmt) {
			self := func(e *python.Expr) bool {
				return e.Kind == "attribute" && e.X.Kind == "name" && e.X.S == m.Params[0].Name
			}
			switch {
			case s.Kind == "assign" || s.Kind == "annotated" && s.Value != nil:
				for _, target := range s.Targets {
					values := []*python.Expr{s.Value}
					targets := []*python.Expr{target}
					if target.Kind == "tuple" && s.Value.Kind == "tuple" && len(target.Items) == len(s.Value.Items) {
						targets, values = target.Items, s.Value.Items
					}
					for i, x := range targets {
						if self(x) && len(values) == len(targets) {
							vectors[x.S] = vectors[x.S] || isVector(values[i])
							add(x.S, values[i])
						}
					}
				}
			case s.Kind == "expr" && s.Value.Kind == "call" && s.Value.X.Kind == "attribute" && (s.Value.X.S == "record" || s.Value.X.S == "play") && self(s.Value.X.X):
				if attr := s.Value.X.X.S; vectors[attr] {
					t.addVector(c, attr)
				}
			case s.Kind == "expr" && s.Value.Kind == "call" && s.Value.X.Kind == "attribute" && s.Value.X.S == "append" && len(s.Value.Items) == 1 && self(s.Value.X.X):
				add(s.Value.X.X.S, s.Value.Items[0])
			}
		})
	}
	var list []string
	for _, attr := range order {
		if n := count[attr]; n[0] > 0 && n[1] == 0 {
			list = append(list, attr)
		}
	}
	for _, attr := range t.extra[c] {
		if n := count[attr]; n[1] == 0 && !slices.Contains(list, attr) && !t.attrOthers[attr] {
			list = append(list, attr)
		}
	}
	t.ownedBy[c] = list
	return list
}

// addVector notes that objects of a class keep a Vector that records or plays.
func (t *translator) addVector(c *python.Stmt, attr string) {
	if c != nil && !slices.Contains(t.vectors[c], attr) {
		t.vectors[c] = append(t.vectors[c], attr)
	}
}

// each visits statements, and those within them but for functions and classes.
func each(body []*python.Stmt, visit func(*python.Stmt)) {
	for _, s := range body {
		visit(s)
		if s.Kind == "def" || s.Kind == "class" {
			continue
		}
		each(s.Body, visit)
		each(s.Else, visit)
		each(s.Finally, visit)
		for _, e := range s.Except {
			each(e.Body, visit)
		}
	}
}

// lifetimesOf looks at a function, or at a whole text (a statement with its Body).
func (t *translator) lifetimesOf(f *python.Stmt, module bool) *lifetimes {
	if l, ok := t.lives[f]; ok {
		return l
	}
	l := &lifetimes{t: t, names: map[string]*holder{}, module: module, inner: map[string]bool{}}
	t.lives[f] = l
	for _, p := range f.Params {
		l.names[p.Name] = &holder{others: 1, values: []*python.Expr{nil}}
	}
	l.statements(f.Body)
	for _, p := range f.Params {
		if h := l.names[p.Name]; h.writes == 0 {
			h.values = nil
		}
	}
	for _, h := range l.names {
		for _, v := range h.values {
			switch {
			case v == nil:
				h.others++
			case l.origin(v) == "owned":
				h.owned++
			case l.origin(v) == "other":
				h.others++
			}
		}
	}
	return l
}

// origin tells whether a value is made here and has an end ("owned"), has none
// ("plain"), or may belong to others ("other").
func (l *lifetimes) origin(e *python.Expr) string {
	if e == nil { // not known
		return "other"
	}
	switch e.Kind {
	case "number", "string", "formatted", "constant", "compare", "unary", "lambda":
		return "plain"
	case "list", "tuple":
		return l.origins(e.Items)
	case "comprehension":
		if e.S != "dict" {
			return l.origin(e.X)
		}
	case "if":
		return l.origins(e.Items[1:])
	case "name":
		h := l.names[e.S]
		if h == nil || h.asked {
			return "other"
		}
		h.asked = true
		defer func() { h.asked = false }()
		if len(h.values) == 0 {
			return "other"
		}
		return l.origins(h.values)
	case "call":
		if l.t.creation(e) {
			return "owned"
		}
		switch e.X.Kind {
		case "attribute":
			if l.t.isNeuron(e.X.X) || l.origin(e.X.X) == "plain" {
				return "plain"
			}
		case "name":
			if slices.Contains(numberFunctions, e.X.S) {
				return "plain"
			}
			if c := l.t.classes[e.X.S]; c != nil {
				return "plain"
			}
			if list := l.t.results(e.X.S); list != nil {
				return l.t.lifetimesOf(l.t.defs[e.X.S], false).origins(list)
			}
		}
	}
	return "other"
}

// origins is the origin of several values together.
func (l *lifetimes) origins(list []*python.Expr) string {
	s := "plain"
	for _, x := range list {
		switch l.origin(x) {
		case "other":
			return "other"
		case "owned":
			s = "owned"
		}
	}
	return s
}

// results lists what a function of this text returns; nil if nothing is known of it.
func (t *translator) results(name string) []*python.Expr {
	f := t.defs[name]
	if f == nil || t.asking[f] {
		return nil
	}
	t.asking[f] = true
	defer delete(t.asking, f)
	var list []*python.Expr
	each(f.Body, func(s *python.Stmt) {
		if s.Kind == "return" && s.Value != nil {
			list = append(list, s.Value)
		}
	})
	return list
}

// parameter tells where a function lets the value of a parameter go.
func (t *translator) parameter(f *python.Stmt, i int, name string, to flow) flow {
	if f == nil || t.asking[f] {
		return flow{}
	}
	for k, p := range f.Params {
		if k != i && p.Name != name || p.Name == "" {
			continue
		}
		if p.Star > 0 {
			return flow{"unsure", ""}
		}
		t.asking[f] = true
		l := t.lifetimesOf(f, false)
		delete(t.asking, f)
		s := l.status(p.Name)
		if s == "free" || s == "alias" {
			return flow{}
		}
		return flow{"unsure", ""}
	}
	return flow{"unsure", ""}
}

// status tells what becomes of the objects of a name: "free" when nothing else
// refers to them, "alias" when another name of the function does, "kept" when
// something that lives longer does, "unsure".
func (l *lifetimes) status(name string) string {
	h := l.names[name]
	if h == nil || h.asked {
		return "free"
	}
	h.asked = true
	defer func() { h.asked = false }()
	s := "free"
	for _, f := range h.flows {
		switch f.kind {
		case "escape":
			return "kept"
		case "unsure":
			s = "unsure"
		case "alias", "turn":
			switch inner := l.status(f.to); {
			case inner == "kept":
				return inner
			case inner == "unsure":
				s = inner
			case s == "free" && f.kind == "alias":
				s = "alias"
			}
		case "dict":
			if d := l.names[f.to]; d != nil && d.writes > 0 && (l.module && (d.again || d.writes > 1) || !l.module && l.status(f.to) != "kept") {
				s = "unsure"
			} else {
				return "kept"
			}
		case "list":
			if inner := l.status(f.to); inner == "unsure" {
				s = inner
			} else {
				return "kept"
			}
		}
	}
	return s
}
