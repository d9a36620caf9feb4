package nmodl

import (
	"fmt"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// Limits that keep a hostile text from exhausting the stack.
const (
	maxErrors  = 10
	maxDepth   = 250   // nested parentheses and blocks
	maxTerms   = 10000 // operators in one expression without parentheses
	maxInclude = 20    // nested INCLUDEs

	maxText     = 1 << 20 // bytes of a text with its INCLUDEs
	maxElements = 1 << 20 // of all arrays
	maxTable    = 1 << 20 // intervals of a TABLE
)

// Parse makes the syntax tree of a .mod text. The filename is for messages.
// The text of an INCLUDE "name" is fetched with include, which may be nil if
// none is allowed.
//
// Every error is of kind fault.Syntax and has a position and the source line;
// at most ten are reported, in the order of the text. With errors the tree is
// incomplete and not fit for Check.
func Parse(filename, text string, include func(name string) (string, error)) (*File, []*fault.Error) {
	f := &File{Name: filename, Lines: map[string][]string{}}
	s := &parseState{file: f, include: include, defines: map[string]*Define{}}
	s.source(filename, text)
	return f, s.errs
}

// parseState is what the parsers of a file and of its INCLUDEs share.
type parseState struct {
	file    *File
	include func(string) (string, error)
	defines map[string]*Define
	open    []string // files being read, outermost first
	size    int      // bytes of all files
	arrays  int      // elements of all arrays
	taken   *[]token // where to keep the tokens of the outermost, or nil
	errs    []*fault.Error
}

// source parses one text and appends its blocks to the file.
func (s *parseState) source(name, text string) {
	if s.size += len(text); s.size > maxText {
		s.report(&fault.Error{Kind: fault.Syntax, Pos: fault.Pos{File: name, Line: 1, Column: 1},
			Msg: fmt.Sprintf("the text has %s; a mechanism has at most %s", megabytes(s.size), megabytes(maxText))})
		return
	}
	lex := newLexer(name, text)
	s.file.Lines[name] = strings.Split(lex.src, "\n")
	s.open = append(s.open, name)
	p := &parser{parseState: s, lex: lex}
	p.tok = lex.next()
	if len(s.open) == 1 {
		p.taken = s.taken
	}
	p.blocks()
	s.open = s.open[:len(s.open)-1]
}

// megabytes writes a size: "1.5 MB".
func megabytes(n int) string { return fmt.Sprintf("%.3g MB", float64(n)/(1<<20)) }

// parser parses one text with one token of look-ahead.
type parser struct {
	*parseState
	lex   *lexer
	tok   token    // the next token
	kind  CodeKind // of the code block being parsed
	depth int
	taken *[]token // where to keep the tokens of this text, or nil
}

// Where an error stops the parser: recovery goes on at the next line, at the
// next block, or not at all.
type (
	skipLine  struct{}
	skipBlock struct{}
	giveUp    struct{}
)

// report adds an error. More than maxErrors end the parse.
func (s *parseState) report(e *fault.Error) {
	if n := len(s.errs); n > 0 && s.errs[n-1].Pos == e.Pos {
		return // one message for one place
	}
	if lines := s.file.Lines[e.Pos.File]; e.Pos.Line >= 1 && e.Pos.Line <= len(lines) {
		e.Source = lines[e.Pos.Line-1]
	}
	s.errs = append(s.errs, e)
	if len(s.errs) >= maxErrors {
		panic(giveUp{})
	}
}

func (p *parser) errorAt(pos fault.Pos, hint, format string, args ...any) {
	p.report(&fault.Error{Kind: fault.Syntax, Pos: pos, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// failAt reports an error and abandons the line.
func (p *parser) failAt(pos fault.Pos, hint, format string, args ...any) {
	p.errorAt(pos, hint, format, args...)
	panic(skipLine{})
}

// expected fails at the next token.
func (p *parser) expected(what string) {
	p.expectedHint(what, "")
}

func (p *parser) expectedHint(what, hint string) {
	if p.tok.kind == tokBad {
		p.failAt(p.tok.pos, "", "%s", p.tok.text)
	}
	if p.tok.kind == tokKeyword && abandoned[p.tok.text] {
		p.failAt(p.tok.pos, "", "%s is a statement of NMODL's ancestor that NEURON does not run", p.tok.text)
	}
	p.failAt(p.tok.pos, hint, "expected %s, found %s", what, p.tok.describe())
}

// describe names a token in a message.
func (t token) describe() string {
	switch t.kind {
	case tokEOF:
		return "the end of the file"
	case tokKeyword:
		return "the keyword " + t.text
	case tokString:
		return fmt.Sprintf("the text %q", t.text)
	case tokVerbatim:
		return "VERBATIM"
	case tokTitle:
		return "TITLE"
	case tokName:
		return fmt.Sprintf("%q", t.text+strings.Repeat("'", t.primes))
	}
	return fmt.Sprintf("%q", t.text)
}

// advance moves to the next token and returns the one before.
func (p *parser) advance() token {
	t := p.tok
	if p.taken != nil {
		*p.taken = append(*p.taken, t)
	}
	p.tok = p.lex.next()
	return t
}

// peek is the token behind the next one.
func (p *parser) peek() token {
	saved := *p.lex
	t := p.lex.next()
	*p.lex = saved
	return t
}

// mark notes what the next token stands for if it is text.
func (p *parser) mark(text string, role tokenRole) {
	if p.is(text) {
		p.tok.role = role
	}
}

func (p *parser) is(text string) bool {
	return (p.tok.kind == tokPunct || p.tok.kind == tokKeyword) && p.tok.text == text
}

func (p *parser) accept(text string) bool {
	if p.is(text) {
		p.advance()
		return true
	}
	return false
}

// expect takes an operator or a keyword; context says where it is missing.
func (p *parser) expect(text, context string) token {
	if !p.is(text) {
		p.expected(fmt.Sprintf("%q %s", text, context))
	}
	return p.advance()
}

// ident takes a name.
func (p *parser) ident(what string) Ident {
	if p.tok.kind == tokKeyword && !abandoned[p.tok.text] {
		p.expectedHint(what, fmt.Sprintf("%s is a keyword and cannot be a name", p.tok.text))
	}
	if p.tok.kind != tokName {
		p.expected(what)
	}
	if p.tok.primes > 0 {
		p.failAt(p.tok.pos, "", "expected %s, found the derivative %s", what, p.tok.describe())
	}
	t := p.advance()
	return Ident{At{t.pos}, t.text}
}

// identList takes one name or several with commas between.
func (p *parser) identList(what string) []Ident {
	list := []Ident{p.ident(what)}
	for p.accept(",") {
		list = append(list, p.ident(what))
	}
	return list
}

// nest guards the stack against nesting without bound.
func (p *parser) nest() {
	if p.depth++; p.depth > maxDepth {
		p.errorAt(p.tok.pos, "", "nested more than %d deep", maxDepth)
		panic(giveUp{})
	}
}

// guard runs parse and returns true if an error stopped it.
func (p *parser) guard(parse func()) (failed bool) {
	depth := p.depth
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case skipLine:
			p.depth = depth
			failed = true
		default:
			panic(r)
		}
	}()
	parse()
	return false
}

// item parses one line of a block with parse. After an error it goes on at the
// next line, or at the "}" that closes the block.
func (p *parser) item(parse func()) {
	p.tok.starts = true
	start := p.tok
	if p.guard(parse) {
		p.resume(start)
	}
}

// resume skips from the token at which an item failed to where the next item
// may start. Blocks in braces are skipped whole.
func (p *parser) resume(start token) {
	if p.tok.start != start.start && p.firstOnLine() {
		return
	}
	line, depth := p.tok.pos.Line, 0
	for p.tok.kind != tokEOF {
		switch {
		case p.is("{"):
			depth++
		case p.is("}"):
			if depth == 0 {
				return
			}
			depth--
			line = p.tok.pos.Line
		case depth == 0 && p.tok.pos.Line > line:
			return
		case startsBlock(p.tok) && p.firstOnLine() && p.tok.pos.Column == 1 && p.tok.pos.Line > line:
			return // a block at the margin: some brace was never closed
		}
		p.advance()
	}
}

// firstOnLine says whether the next token starts its line.
func (p *parser) firstOnLine() bool {
	return p.tok.kind == tokEOF || strings.TrimSpace(p.lex.src[:p.tok.start][lineStart(p.lex.src, p.tok.start):]) == ""
}

func lineStart(src string, off int) int {
	return strings.LastIndexByte(src[:off], '\n') + 1
}

// body parses "{", items and "}". owner names the block in messages.
func (p *parser) body(owner string, item func()) {
	open := p.expect("{", "to open the "+owner+" block")
	p.nest()
	for !p.is("}") {
		if p.tok.kind == tokEOF || startsBlock(p.tok) && !p.nestedBlock() {
			p.unclosed(owner, open)
		}
		p.item(item)
	}
	p.depth--
	p.advance()
}

// unclosed reports a missing "}" and goes on with the next block.
func (p *parser) unclosed(owner string, open token) {
	if p.tok.kind == tokEOF {
		p.errorAt(open.pos, "", "the %s block that starts here is never closed: a } is missing", owner)
	} else {
		p.errorAt(p.tok.pos, "", "%s starts inside the %s block of line %d: a } is missing before it",
			p.tok.text, owner, open.pos.Line)
	}
	panic(skipBlock{})
}

// nestedBlock says whether the next token, which is the keyword of a block, is
// one that also stands inside a block: INITIAL in NET_RECEIVE.
func (p *parser) nestedBlock() bool {
	return p.tok.text == "INITIAL"
}

// blockWords are the keywords that start a block at file level.
var blockWords = wordSet(`NEURON UNITS CONSTANT PARAMETER INDEPENDENT ASSIGNED STATE STEPPED
	INITIAL BREAKPOINT DERIVATIVE KINETIC LINEAR NONLINEAR DISCRETE FUNCTION FUNCTION_TABLE
	PROCEDURE NET_RECEIVE BEFORE AFTER CONSTRUCTOR DESTRUCTOR TERMINAL DEFINE INCLUDE`)

func startsBlock(t token) bool { return t.kind == tokKeyword && blockWords[t.text] }

// blocks parses the file level.
func (p *parser) blocks() {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(giveUp); !ok {
				panic(r)
			}
			if len(p.open) > 1 {
				panic(r) // end the including file, too
			}
		}
	}()
	for p.tok.kind != tokEOF {
		p.fileItem()
	}
}

// fileItem parses one part of the file level. After an error it goes on at the
// next keyword that starts one.
func (p *parser) fileItem() {
	p.tok.starts = true
	start := p.tok
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case skipLine, skipBlock:
			p.depth = 0
			if p.tok.start == start.start {
				p.advance()
			}
			for p.tok.kind != tokEOF && !startsBlock(p.tok) {
				p.advance()
			}
		default:
			panic(r)
		}
	}()
	if b := p.block(); b != nil {
		p.file.Blocks = append(p.file.Blocks, b)
	}
}

// block parses one part of the file level; nil for what leaves no node.
func (p *parser) block() Block {
	t := p.tok
	switch t.kind {
	case tokTitle:
		p.advance()
		if p.file.Title == "" {
			p.file.Title = t.text
		}
		return nil
	case tokVerbatim:
		return p.verbatim()
	case tokKeyword:
		switch t.text {
		case "NEURON":
			return p.neuronBlock()
		case "UNITS":
			return p.unitsBlock()
		case "PARAMETER", "CONSTANT", "ASSIGNED", "STATE", "INDEPENDENT", "STEPPED":
			return p.declBlock()
		case "LOCAL":
			return p.local()
		case "UNITSON", "UNITSOFF":
			return p.unitsSwitch()
		case "DEFINE":
			return p.define()
		case "INCLUDE":
			p.includeFile()
			return nil
		case "PLOT":
			p.plot()
			return nil
		}
		if kind, ok := codeKinds[t.text]; ok {
			return p.codeBlock(kind)
		}
	case tokName:
		p.expectedHint("a block such as NEURON, PARAMETER or BREAKPOINT", nearestBlock(t.text))
	}
	if p.is("}") {
		p.errorAt(t.pos, "", "this } closes nothing")
		p.advance()
		return nil
	}
	p.expected("a block such as NEURON, PARAMETER or BREAKPOINT")
	return nil
}

// nearestBlock is the hint for a misspelt block keyword.
func nearestBlock(word string) string {
	var words []string
	for w := range blockWords {
		words = append(words, w)
	}
	if near := spell.Nearest(strings.ToUpper(word), words); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if blockWords[strings.ToUpper(word)] {
		return fmt.Sprintf("did you mean %q?", strings.ToUpper(word))
	}
	return ""
}

// define parses DEFINE name integer.
func (p *parser) define() Block {
	at := At{p.advance().pos}
	name := p.ident("a name after DEFINE")
	n := p.integer("an integer after DEFINE " + name.Name)
	if old := p.defines[name.Name]; old != nil && float64(old.Value) != n.Value {
		p.errorAt(name.Pos, "", "%s is defined twice, first as %d at line %d", name.Name, old.Value, old.Pos.Line)
	}
	d := &Define{At: at, Name: name.Name, Value: int(n.Value)}
	p.defines[d.Name] = d
	return d
}

// includeFile parses INCLUDE "file" and merges the blocks of the file.
func (p *parser) includeFile() {
	p.advance()
	if p.tok.kind != tokString {
		p.expected(`a file name in quotes after INCLUDE`)
	}
	t := p.tok
	fail := func(format string, args ...any) {
		p.errorAt(t.pos, "", format, args...)
		p.advance()
		panic(skipBlock{})
	}
	for _, open := range p.open {
		if open == t.text {
			fail("%s includes itself", t.text)
		}
	}
	if len(p.open) > maxInclude {
		fail("INCLUDEs are nested more than %d deep", maxInclude)
	}
	if p.include == nil {
		fail("INCLUDE %q: this text cannot include files", t.text)
	}
	text, err := p.include(t.text)
	if err != nil {
		fail("INCLUDE %q: %v", t.text, err)
	}
	p.source(t.text, text)
	p.advance()
}

// plot parses PLOT a, b[1] VS c, which asks for a graph of a program that is no
// more, and forgets it.
func (p *parser) plot() {
	p.advance()
	variable := func() {
		p.ident("a variable to PLOT")
		if p.accept("[") {
			p.integer("an index")
			p.expect("]", "after the index")
		}
	}
	for variable(); p.accept(","); {
		variable()
	}
	p.expect("VS", "in PLOT")
	variable()
}
