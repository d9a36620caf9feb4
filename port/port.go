// Package port turns scripts and notebooks that use NEURON from Python into
// gneuron's JavaScript.
//
// It knows what tutorials and models of the literature use: sections and
// mechanisms, functions, classes, loops, comprehensions, formatted text, and the
// basics of numpy, matplotlib and Bokeh. What it does not know it leaves in the
// output as a comment, with a mark that says why; it does not guess.
package port

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// mark is what begins the comment above a line that was not, or perhaps not
// rightly, translated.
const mark = "// port: "

// Result is a translation.
type Result struct {
	Code  string // JavaScript, or a notebook
	Lines int    // of Python, without blank lines and comments
	Marks []Mark
}

// Mark is a place that a person must look at.
type Mark struct {
	Line  int // in the Python text, from 1
	Cell  int // of a notebook, from 1; 0 in a script
	Lines int // of Python that it is about
	Why   string
}

// Marked is the number of lines of Python that are marked.
func (r *Result) Marked() int {
	n := 0
	for _, m := range r.Marks {
		n += m.Lines
	}
	return n
}

// Script translates a text in Python. local tells whether a module is a script
// beside this one, which is imported from its translation; nil means that none is.
// The error is a *python.Error.
func Script(src string, local func(module string) bool) (*Result, error) {
	m, err := python.Parse(src)
	if err != nil {
		return nil, err
	}
	var r *Result
	know := newLearned()
	for range turns {
		t := newTranslator(local)
		t.before = know
		r = t.whole(src, m)
		know = t.found
	}
	return r, nil
}

// whole translates a script.
func (t *translator) whole(src string, m *python.Module) *Result {
	t.learn(m.Body)
	t.count(m.Body)
	t.learnLives(m.Body)
	t.open(m.Body, nil)
	t.scope.life = t.lives[t.module]
	t.ends()
	code := t.unit(src, m)
	head := t.imports()
	if head != "" && !strings.HasPrefix(code, "\n") {
		head += "\n"
	}
	code += t.exports(m.Body)
	return &Result{Code: head + code, Lines: codeLines(src), Marks: t.marks}
}

// exports lets other scripts import the functions and classes of this one.
func (t *translator) exports(body []*python.Stmt) string {
	var names []string
	for _, s := range body {
		if (s.Kind == "def" || s.Kind == "class") && t.written[s.Name] && !slices.Contains(names, identifier(s.Name)) {
			names = append(names, identifier(s.Name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "\nexport { " + strings.Join(names, ", ") + " };\n"
}

// codeLines counts the lines that are neither blank nor comments.
func codeLines(src string) int {
	n := 0
	for line := range strings.Lines(src) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			n++
		}
	}
	return n
}

// translator writes JavaScript.
type translator struct {
	src      []string // lines of the text
	comments []python.Comment
	out      []string
	depth    int
	cell     int
	script   bool // the output is a script
	shows    bool // some class says how its objects are shown
	marks    []Mark
	doubts   []string // about the statement that is being written

	neuron   map[string]bool           // names of the n object
	modules  map[string]string         // names of modules of Python: np is numpy
	known    map[string]string         // names from such modules: pi is Math.PI
	classes  map[string]*python.Stmt   // of this text
	funcs    map[string][]python.Param // of this text
	methods  map[string][]python.Param // of the classes of this text, without self; nil where they differ
	attrs    map[string]string         // kinds of values of attributes
	helpers  map[string]bool           // functions of gneuron/python that are used
	imported []string                  // import statements
	units    []string                  // imports from neuron/units
	local    func(module string) bool  // or nil
	unknown  map[string]string         // names from modules that are not known, and these
	written  map[string]bool           // functions and classes that are in the output
	times    map[string]int            // how often a function or class is defined at the top
	scope    *scope
	class    *python.Stmt // that a method is of
	self     string       // name of the first parameter of a method
	inCatch  bool
	strict   bool    // what is not there is an error, which the script catches
	inNumpy  bool    // within the arguments of a function of numpy
	before   learned // of an earlier turn
	found    learned // in this one

	module       *python.Stmt // the whole text: see learnLives
	inFunction   *python.Stmt // the function or method that is being written
	lives        map[*python.Stmt]*lifetimes
	ownedBy      map[*python.Stmt][]string // attributes of classes
	hocNames     map[string]bool           // names of the n object, anywhere in the text
	defs         map[string]*python.Stmt   // functions, but not methods
	asking       map[*python.Stmt]bool
	collections  map[string]string                // what the text imports from collections
	vectors      map[*python.Stmt][]string        // attributes of classes that are Vectors that record
	bound        map[string]bool                  // names that the text gives values
	foreign      map[string]bool                  // modules that are not known
	extra        map[*python.Stmt][]string        // attributes of classes that are set from outside
	onlyInit     map[*python.Stmt]bool            // methods that only constructors call
	attrFlows    map[string]bool                  // attributes whose values go elsewhere
	attrOthers   map[string]bool                  // attributes that get what belongs to others
	attrStores   map[string]map[*python.Expr]bool // where attributes get objects with an end
	inLoop       map[*python.Expr]bool            // of them
	freesObjects bool                             // some object of a class must end
}

func newTranslator(local func(string) bool) *translator {
	return &translator{local: local, written: map[string]bool{}, times: map[string]int{}, unknown: map[string]string{}, neuron: map[string]bool{}, modules: map[string]string{}, known: map[string]string{}, classes: map[string]*python.Stmt{},
		funcs: map[string][]python.Param{}, methods: map[string][]python.Param{}, attrs: map[string]string{}, helpers: map[string]bool{}, before: newLearned(), found: newLearned(),
		lives: map[*python.Stmt]*lifetimes{}, ownedBy: map[*python.Stmt][]string{}, hocNames: map[string]bool{}, defs: map[string]*python.Stmt{}, asking: map[*python.Stmt]bool{},
		collections: map[string]string{}, vectors: map[*python.Stmt][]string{}, bound: map[string]bool{}, foreign: map[string]bool{}, extra: map[*python.Stmt][]string{}, onlyInit: map[*python.Stmt]bool{}, attrFlows: map[string]bool{}, attrOthers: map[string]bool{}, attrStores: map[string]map[*python.Expr]bool{}, inLoop: map[*python.Expr]bool{}}
}

// learn looks at all functions and classes before the first line is written.
func (t *translator) learn(body []*python.Stmt) {
	for _, s := range body {
		switch s.Kind {
		case "class":
			t.classes[s.Name] = s
			for _, m := range s.Body {
				if m.Kind == "def" && len(m.Params) > 0 {
					_, again := t.methods[m.Name]
					if t.methods[m.Name] = m.Params[1:]; again {
						t.methods[m.Name] = nil
					}
				}
				t.shows = t.shows || m.Kind == "def" && (m.Name == "__str__" || m.Name == "__repr__")
				if m.Kind == "def" && m.Name == "__init__" && len(m.Params) > 0 {
					t.funcs[s.Name] = m.Params[1:]
				}
			}
		case "def":
			if _, again := t.funcs[s.Name]; !again {
				t.funcs[s.Name] = s.Params
			}
		case "assign":
			for _, target := range s.Targets {
				if target.Kind == "attribute" {
					t.note(target.S, t.kindOf(s.Value))
				}
			}
		}
		for _, inner := range [][]*python.Stmt{s.Body, s.Else, s.Finally} {
			t.learn(inner)
		}
	}
}

// count notes how often functions and classes are defined.
func (t *translator) count(body []*python.Stmt) {
	for _, s := range body {
		if s.Kind == "def" || s.Kind == "class" {
			t.times[s.Name]++
		}
	}
}

// note remembers the kind of the values of an attribute, if it is always the same.
func (t *translator) note(attr, kind string) {
	if before, ok := t.attrs[attr]; ok && before != kind {
		kind = ""
	}
	t.attrs[attr] = kind
}

// unit writes the statements of a text.
func (t *translator) unit(src string, m *python.Module) string {
	t.src, t.comments, t.out, t.depth = strings.Split(src, "\n"), slices.Clone(m.Comments), nil, 0
	t.statements(m.Body, t.hoisted())
	t.flush(len(t.src) + 1)
	for len(t.out) > 0 && t.out[0] == "" {
		t.out = t.out[1:]
	}
	for k := len(t.out); k > 0 && t.out[k-1] == ""; k-- {
		t.out = t.out[:k-1]
	}
	if len(t.out) == 0 {
		return ""
	}
	return t.wholeText(strings.Join(t.out, "\n") + "\n")
}

// imports gives the import statements of all that is used.
func (t *translator) imports() string {
	lines := slices.Clone(t.imported)
	if len(t.units) > 0 {
		lines = append(lines, fmt.Sprintf("import { %s } from \"neuron/units\";", strings.Join(t.units, ", ")))
	}
	if len(t.helpers) > 0 {
		var names []string
		for name := range t.helpers {
			if t.bound[name] && name != "np" {
				name += " as " + name + "_"
			}
			names = append(names, name)
		}
		slices.Sort(names)
		lines = append(lines, fmt.Sprintf("import { %s } from \"gneuron/python\";", strings.Join(names, ", ")))
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// helper uses a function of gneuron/python.
func (t *translator) helper(name string) string {
	t.helpers[name] = true
	if t.bound[name] && name != "np" {
		return name + "_"
	}
	return name
}

// line writes a line of JavaScript.
func (t *translator) line(format string, args ...any) {
	s := format
	if len(args) > 0 {
		s = fmt.Sprintf(format, args...)
	}
	if s != "" {
		s = strings.Repeat("  ", t.depth) + s
	}
	t.out = append(t.out, s)
}

// flush writes the comments on lines of their own before a line.
func (t *translator) flush(before int) {
	for len(t.comments) > 0 && t.comments[0].Line < before {
		c := t.comments[0]
		t.comments = t.comments[1:]
		if strings.HasPrefix(c.Text, "!") && c.Line == 1 {
			continue // #!/usr/bin/env python
		}
		t.blank(c.Line)
		t.line("%s", comment(c.Text))
	}
}

func comment(text string) string { return strings.TrimRight("//"+text, " ") }

// blank keeps a blank line above a line.
func (t *translator) blank(line int) {
	if line >= 2 && line-2 < len(t.src) && strings.TrimSpace(t.src[line-2]) == "" && len(t.out) > 0 && t.out[len(t.out)-1] != "" {
		if last := t.out[len(t.out)-1]; !strings.HasSuffix(last, "{") {
			t.line("")
		}
	}
}

// trailing gives the comment behind the code of the lines from a to b.
func (t *translator) trailing(a, b int) string {
	for i, c := range t.comments {
		if c.Line > b {
			break
		}
		if c.Line >= a && !c.Own {
			t.comments = slices.Delete(t.comments, i, i+1)
			return " " + comment(c.Text)
		}
	}
	return ""
}

// unportable is the panic of a statement that cannot be translated.
type unportable string

// refuse gives up the statement that is being written.
func refuse(format string, args ...any) { panic(unportable(fmt.Sprintf(format, args...))) }

// doubt marks the statement that is being written, which may not mean the same.
func (t *translator) doubt(format string, args ...any) {
	t.doubts = append(t.doubts, fmt.Sprintf(format, args...))
}

// statements writes statements; first comes in front of them, of a hoisted name.
func (t *translator) statements(body []*python.Stmt, first string) {
	if first != "" {
		t.line("%s", first)
	}
	for _, s := range body {
		t.flush(s.Line)
		t.guarded(s)
	}
}

// guarded writes a statement, or a comment where that cannot be done.
func (t *translator) guarded(s *python.Stmt) { t.attempt(s, t.statement) }

// attempt lets write write a statement, and leaves a comment where it refuses.
func (t *translator) attempt(s *python.Stmt, write func(*python.Stmt)) {
	before, depth, comments, doubts, scope, marks := len(t.out), t.depth, t.comments, t.doubts, t.scope, len(t.marks)
	class, self := t.class, t.self
	t.doubts = nil
	defer func() {
		if x := recover(); x != nil {
			why, ok := x.(unportable)
			if !ok {
				panic(x)
			}
			t.out, t.depth, t.comments, t.scope, t.marks = t.out[:before], depth, comments, scope, t.marks[:marks]
			t.class, t.self = class, self
			t.blank(s.Line)
			t.giveUp(s.Line, last(s), string(why))
			for name, v := range t.scope.names { // what comes later may give it a value
				if v.first == s && !v.hoist && v.writes > 1 {
					t.line("let %s;", t.name(name))
					t.scope.declared[name] = true
				}
			}
		}
		t.doubts = doubts
	}()
	t.blank(s.Line)
	at := len(t.out)
	write(s)
	checked(t.out[at:])
	if len(t.doubts) > 0 {
		why := strings.Join(slices.Compact(t.doubts), "; ")
		t.out = slices.Insert(t.out, at, strings.Repeat("  ", t.depth)+mark+why)
		t.marks = append(t.marks, Mark{s.Line, t.cell, 1, why})
	}
}

// giveUp leaves lines of Python as comments.
func (t *translator) giveUp(from, to int, why string) {
	if from <= len(t.src) && from == to && strings.Contains(t.src[from-1], "; ") {
		why += "; the other statements of the line are translated below or above"
	}
	t.line("%s%s", mark, why)
	n := 0
	for k := from; k <= to && k <= len(t.src); k++ {
		text := t.src[k-1]
		if strings.TrimSpace(text) != "" {
			n++
		}
		t.line("%s", comment(" "+strings.TrimRight(text, " \r")))
	}
	t.marks = append(t.marks, Mark{from, t.cell, n, why})
	for len(t.comments) > 0 && t.comments[0].Line <= to {
		t.comments = t.comments[1:]
	}
}

// last is the last line of a statement and all in it.
func last(s *python.Stmt) int {
	n := max(s.Line, s.LastLine)
	for _, body := range [][]*python.Stmt{s.Body, s.Else, s.Finally} {
		for _, inner := range body {
			n = max(n, last(inner))
		}
	}
	for _, e := range s.Except {
		for _, inner := range e.Body {
			n = max(n, last(inner))
		}
	}
	return n
}
