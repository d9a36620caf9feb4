// Package repl evaluates what a person enters piece by piece: at a terminal
// (Run) or in a notebook (Session alone).
package repl

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
	"github.com/gneuron/gneuron/script"
)

// Session is a sequence of inputs to one Runtime, all in its global scope.
// Names declared by let, const and class may be declared again, imports and
// await work at the top level, and _ is the last value.
type Session struct {
	// OnRedeclare is called before an input runs that declares a name which an
	// earlier input declared, with the value that the name has so far.
	// NewSession sets it to what Runtime.OnRedeclare registered.
	OnRedeclare func(name string, old goja.Value)
	// Name makes the name of the n-th input (from 1) for messages; nil means In[n].
	Name func(n int) string

	rt       *script.Runtime
	count    int
	declared map[string]bool
}

// Result is the value of an input.
type Result struct {
	Value goja.Value // of the last expression; undefined if there is none
	Text  string     // as shown to a person; "" for undefined
}

// NewSession starts a session and sets the global function help.
func NewSession(rt *script.Runtime) *Session {
	s := &Session{rt: rt, declared: map[string]bool{}, OnRedeclare: rt.Redeclared()}
	rt.Global("help", s.help)
	return s
}

// Runtime is the script world that the session works in.
func (s *Session) Runtime() *script.Runtime { return s.rt }

// Eval runs one input, then its promises and timers. Errors are those of
// package script: *script.Error, *script.Stopped, *script.Exit. After a
// *script.Stopped the session goes on.
func (s *Session) Eval(code string) (Result, error) {
	s.count++
	name := fmt.Sprintf("In[%d]", s.count)
	if s.Name != nil {
		name = s.Name(s.count)
	}
	return s.eval(name, code)
}

func (s *Session) eval(name, code string) (Result, error) {
	in, err := prepare(name, code)
	if err != nil {
		return Result{}, s.rt.SyntaxError(name, code, err)
	}
	defer s.rt.ClearStop()
	if err := s.redeclare(in.assigned); err != nil {
		return Result{}, err
	}
	v, err := s.run(in)
	s.rt.Declared(in.assigned)
	if err != nil {
		s.rt.DropTimers() // the next input must not wait for them
		return Result{}, err
	}
	if !in.value() || goja.IsUndefined(v) {
		return Result{Value: goja.Undefined()}, nil
	}
	result := Result{Value: v}
	s.rt.Global("_", v)
	result.Text = s.rt.Inspect(v)
	return result, nil
}

// run executes a prepared input and gives its value.
func (s *Session) run(in *input) (goja.Value, error) {
	if in.declare != nil && len(in.declare.Body) > 0 {
		cell := in.cell
		cell.Program = in.declare
		if _, err := s.rt.RunCell(cell); err != nil {
			return nil, err
		}
	}
	v, err := s.rt.RunCell(in.cell)
	if err != nil {
		return nil, err
	}
	if in.async {
		promise, ok := v.Export().(*goja.Promise)
		if !ok {
			return nil, &script.Error{Message: "internal error of gneuron: an awaiting input without a promise"}
		}
		if v, err = s.rt.Await(promise); err != nil {
			return nil, err
		}
	}
	return v, s.rt.Drain()
}

// redeclare tells OnRedeclare about names that get a new value.
func (s *Session) redeclare(names []string) error {
	for _, name := range names {
		if s.declared[name] && s.OnRedeclare != nil {
			if err := s.rt.Try(func() {
				if old := s.rt.VM().GlobalObject().Get(name); old != nil {
					s.OnRedeclare(name, old)
				}
			}); err != nil {
				return err
			}
		}
		s.declared[name] = true
	}
	return nil
}

// Completeness of an input, in the words of the Jupyter protocol.
const (
	Complete   = "complete"
	Incomplete = "incomplete"
	Invalid    = "invalid"
)

// IsComplete tells whether code can run as it is, needs more lines, or is
// wrong whatever follows.
func (s *Session) IsComplete(code string) string {
	_, err := prepare("", code)
	if err == nil {
		return Complete
	}
	if atEnd(code, err) {
		return Incomplete
	}
	return Invalid
}

// atEnd tells whether the parser's complaint is that the text ends too early.
func atEnd(code string, err error) bool {
	var list parser.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return false
	}
	if awaits.MatchString(code) {
		// The first error may be the await itself: look at the text as the
		// body of an async function.
		_, err := parse("", asyncPrefix+script.RewriteImports(code))
		var inner parser.ErrorList
		if errors.As(err, &inner) && len(inner) > 0 && strings.HasPrefix(inner[0].Message, "Unexpected end of input") {
			_, closed := parse("", asyncPrefix+script.RewriteImports(code)+asyncSuffix)
			return closed != nil
		}
		return false
	}
	return strings.HasPrefix(list[0].Message, "Unexpected end of input")
}

// help serves the global function help(x).
func (s *Session) help(call goja.FunctionCall) goja.Value {
	text := generalHelp
	if len(call.Arguments) > 0 {
		text = s.about(call.Argument(0))
	}
	fmt.Fprintln(s.rt.Stdout(), strings.TrimRight(text, "\n"))
	return goja.Undefined()
}

// about tells what a value is: its documentation, or itself and its properties.
func (s *Session) about(v goja.Value) string {
	if told, ok := s.rt.Help(v); ok {
		return told
	}
	text := s.rt.Inspect(v)
	_, function := goja.AssertFunction(v) // its properties are those of any function
	if _, ok := v.(*goja.Object); ok && !function {
		if names := s.rt.PropertyNames(v); len(names) > 0 {
			text += "\n" + wrap(names, 76)
		}
	}
	return text
}

// wrap sets words in lines of at most width characters.
func wrap(words []string, width int) string {
	var b strings.Builder
	column := 0
	for i, w := range words {
		n := utf8.RuneCountInString(w)
		switch {
		case i == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(w)
		column += n
	}
	return b.String()
}

const generalHelp = `gneuron runs JavaScript. A first model:

  const soma = n.Section("soma", {L: 20, diam: 20})
  soma.insert(n.hh)
  const ic = n.IClamp(soma(0.5), {delay: 5, dur: 1, amp: 0.5})
  const v = n.Vector().record(soma(0.5)._ref_v)
  n.finitialize(-65); n.continuerun(40)
  v.max()

help(x) tells about an object, such as help(n.IClamp). Tab completes names.
_ is the last value.  .load FILE runs a file here, .exit or Ctrl-D leaves.
Ctrl-C stops a run, or drops the line.`
