// Package dts reads TypeScript declarations as far as gneuron's own need it:
// interfaces with their members, the documentation above each, functions and
// constants of a global scope, namespaces and modules.
package dts

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// File is what a text of declarations declares.
type File struct {
	// Types are the interfaces, and the modules, by their names with the
	// namespace: "n.Section", "Console", `"neuron"`. Interfaces that are declared in
	// parts are one.
	Types map[string]*Type
	// Globals are the constants and functions of the global scope.
	Globals *Type
	// Order are the names of Types as they are declared, and Aliases the other names
	// of types, "type X = ...", with their namespaces.
	Order   []string
	Aliases []*Alias
}

// Alias is another name for a type.
type Alias struct{ Name, Doc, Text string }

// Type is an interface, a module, or the global scope.
type Type struct {
	Name    string
	Doc     string
	Example string   // what @example in its documentation shows
	Module  string   // that it is declared in, or ""
	Extends []string // names without type arguments, with the namespace
	Members []*Member
	Calls   []string // call signatures, as "(x: number): Segment"
}

// Member is a property or a method.
type Member struct {
	Name    string
	Doc     string
	Throws  []string // what @throws in its documentation says: "RangeError for an index outside"
	Example string   // what @example shows
	Group   string   // the remark in a line of its own above it and its neighbours
	// Signatures are what follows the name, one for each form of a method:
	// "(t: number): number", ": number".
	Signatures []string
	Method     bool
	Readonly   bool
}

// Member gives a member of the type itself, or nil.
func (t *Type) Member(name string) *Member {
	for _, m := range t.Members {
		if m.Name == name {
			return m
		}
	}
	return nil
}

// All lists the members of a type and of what it extends, as far as it is
// declared.
func (f *File) All(t *Type) []*Member {
	out := slices.Clone(t.Members)
	for _, name := range t.Extends {
		if base := f.Types[name]; base != nil {
			out = append(out, f.All(base)...)
		}
	}
	return out
}

// Parse reads declarations. The error names the line.
func Parse(text string) (f *File, err error) {
	p := &parser{text: text, file: &File{Types: map[string]*Type{}, Globals: &Type{}}}
	defer func() {
		if x := recover(); x != nil {
			problem, ok := x.(syntaxError)
			if !ok {
				panic(x)
			}
			f, err = nil, fmt.Errorf("line %d: %s", 1+strings.Count(text[:p.at], "\n"), string(problem))
		}
	}()
	p.block("", p.file.Globals)
	switch {
	case p.open > 0:
		panic(syntaxError("a block does not end"))
	case p.at < len(text):
		panic(syntaxError("a brace too many"))
	}
	return p.file, nil
}

type syntaxError string

type parser struct {
	text string
	at   int
	open int // blocks
	file *File
	// remark is the last // comment of a block, without its full stop.
	remark string
}

var (
	blockHead = regexp.MustCompile(`^(?:export )?(?:declare )?(namespace|module|interface|class) ("[^"]*"|[\w.]+)(?:<[^{]*?>)?(?: extends ([^{]*))?\s*$`)
	member    = regexp.MustCompile(`(?s)^(?:(?:export|declare|const|var|let|function|get|set|readonly) )*([\p{L}_$][\p{L}\p{N}_$]*|\d+)\??([(<:].*)$`)
	parameter = regexp.MustCompile(`<[^<>]*(<[^<>]*>)?[^<>]*>`)
)

// block reads declarations up to the closing brace of the block, or the end of
// the text: into is what members belong to, and namespace goes before names of
// types.
func (p *parser) block(namespace string, into *Type) {
	p.remark = ""
	defer func() { p.remark = "" }()
	for {
		doc := p.doc()
		switch {
		case p.at == len(p.text):
			return
		case p.text[p.at] == '}':
			if p.open == 0 {
				return
			}
			p.at++
			p.open--
			return
		}
		head, isBlock := p.head()
		if isBlock {
			p.named(head, namespace, doc, into)
			continue
		}
		p.member(strings.TrimSpace(head), namespace, doc, into)
	}
}

// named reads the block of a namespace, module, interface or class.
func (p *parser) named(head, namespace, doc string, into *Type) {
	m := blockHead.FindStringSubmatch(strings.TrimSpace(head))
	if m == nil {
		panic(syntaxError("what is " + strings.TrimSpace(head) + "?"))
	}
	p.at++ // the brace
	p.open++
	kind, name := m[1], m[2]
	if kind == "namespace" {
		p.block(name+".", into)
		return
	}
	if kind == "class" {
		into.Members = append(into.Members, &Member{Name: name, Doc: doc, Signatures: []string{""}})
	}
	t := p.file.Types[namespace+name]
	if t == nil {
		t = &Type{Name: namespace + name}
		if strings.HasPrefix(into.Name, `"`) {
			t.Module = into.Name
		}
		p.file.Types[t.Name] = t
		p.file.Order = append(p.file.Order, t.Name)
	}
	if t.Doc == "" {
		t.Doc, _, t.Example = tags(doc)
	}
	bases := m[3]
	for parameter.MatchString(bases) {
		bases = parameter.ReplaceAllString(bases, "")
	}
	for _, base := range strings.Split(bases, ",") {
		if base = strings.TrimSpace(base); base != "" {
			t.Extends = append(t.Extends, namespace+base)
		}
	}
	p.block(namespace, t)
}

// doc skips blanks and comments and gives the text of the last /** */ before
// what follows.
func (p *parser) doc() string {
	doc := ""
	for p.at < len(p.text) {
		rest := p.text[p.at:]
		switch {
		case strings.ContainsRune(" \t\r\n", rune(rest[0])):
			p.at++
		case strings.HasPrefix(rest, "//"):
			line, _, _ := strings.Cut(rest, "\n")
			p.remark = strings.TrimSuffix(strings.Trim(line, "/ "), ".")
			p.at += len(line)
		case strings.HasPrefix(rest, "/**"):
			i := strings.Index(rest, "*/")
			if i < 0 {
				panic(syntaxError("a comment does not end"))
			}
			doc = unwrap(rest[3:i])
			p.at += i + 2
		default:
			return doc
		}
	}
	return doc
}

// unwrap removes the stars before the lines of a comment.
func unwrap(comment string) string {
	var lines []string
	for _, line := range strings.Split(comment, "\n") {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "*"); ok {
			line = strings.TrimPrefix(rest, " ")
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// tags parts the code after @example, which ends a text, and lines of @throws from it.
func tags(doc string) (text string, throws []string, example string) {
	doc, example, _ = strings.Cut(doc, "@example\n")
	var lines []string
	for _, line := range strings.Split(doc, "\n") {
		if what, ok := strings.CutPrefix(line, "@throws "); ok {
			throws = append(throws, what)
		} else {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n")), throws, strings.Trim(example, "\n")
}

// head reads up to the end of a statement, its semicolon, or to the brace that
// opens the block of a namespace, module, interface or class.
func (p *parser) head() (head string, isBlock bool) {
	start, depth := p.at, 0
	for p.at < len(p.text) {
		c := p.text[p.at]
		switch {
		case strings.HasPrefix(p.text[p.at:], "/*"):
			p.at += strings.Index(p.text[p.at:], "*/") + 2
			continue
		case c == '"' || c == '`':
			end := strings.IndexByte(p.text[p.at+1:], c)
			if end < 0 {
				panic(syntaxError("a string does not end"))
			}
			p.at += end + 2
			continue
		case c == ';' && depth == 0:
			p.at++
			return p.text[start : p.at-1], false
		case c == '{' && depth == 0 && blockHead.MatchString(strings.TrimSpace(p.text[start:p.at])):
			return p.text[start:p.at], true
		case c == '(' || c == '{' || c == '[':
			depth++
		case c == ')' || c == '}' || c == ']':
			depth--
		}
		p.at++
	}
	panic(syntaxError("a declaration does not end with a semicolon"))
}

// member adds a property, a method or a call signature.
func (p *parser) member(text, namespace, doc string, into *Type) {
	inModule := strings.HasPrefix(into.Name, `"`)
	switch {
	case strings.HasPrefix(text, "type "):
		name, of, _ := strings.Cut(strings.TrimPrefix(text, "type "), "=")
		name, _, _ = strings.Cut(strings.TrimSpace(name), "<")
		p.file.Aliases = append(p.file.Aliases, &Alias{namespace + name, doc, strings.TrimSpace(of)})
		return
	case inModule && !strings.HasPrefix(text, "export "):
		return // a name of the module's own
	case strings.HasPrefix(text, "["):
		p.remark = ""
		return
	case strings.HasPrefix(text, "new "),
		strings.HasPrefix(text, "export {"), strings.HasPrefix(text, "export ="):
		return
	case text[0] == '(' || text[0] == '<':
		into.Calls = append(into.Calls, text)
		return
	}
	m := member.FindStringSubmatch(text)
	if m == nil {
		panic(syntaxError("what is " + text + "?"))
	}
	name, signature := m[1], strings.TrimSpace(m[2])
	getter := strings.HasPrefix(text, "get ")
	method := signature[0] != ':' && !getter
	readonly := strings.HasPrefix(text, "readonly ") || getter
	known := into.Member(name)
	switch {
	case known == nil:
		m := &Member{Name: name, Group: p.remark, Signatures: []string{signature}, Method: method, Readonly: readonly}
		m.Doc, m.Throws, m.Example = tags(doc)
		into.Members = append(into.Members, m)
	case strings.HasPrefix(text, "set "):
		known.Readonly = false
	default:
		known.Signatures = append(known.Signatures, signature)
	}
}
