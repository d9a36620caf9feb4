// Package repl evaluates what a person enters piece by piece: at a terminal
// (Run) or in a notebook (Session alone).
package repl

import (
	"errors"
	"fmt"
	"strings"

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
	kept     []string   // the inputs that did not fail
	helper   goja.Value // the function help
}

// Result is the value of an input.
type Result struct {
	Value goja.Value // of the last expression; undefined if there is none
	Text  string     // as shown to a person; "" for undefined
}

// NewSession starts a session and sets the global function help.
func NewSession(rt *script.Runtime) *Session {
	s := &Session{rt: rt, declared: map[string]bool{}, OnRedeclare: rt.Redeclared()}
	s.installHelp()
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

// Load runs the text of a file as if it had been entered.
func (s *Session) Load(name, text string) error {
	code, err := s.rt.LoadText(name, text)
	if err != nil {
		return err
	}
	_, err = s.eval(name, code)
	return err
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
	s.keep(code)
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
			if s.rt.Owns(name) {
				s.keep(name + ".delete()")
			}
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
