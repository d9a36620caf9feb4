package script

import (
	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
)

// Cell is one input of a REPL or notebook: a text and the syntax tree that was
// made of it.
type Cell struct {
	Name    string // stands for the file in messages
	Text    string // as written
	Shift   int    // bytes that were put before the first line to parse it
	Program *ast.Program
}

// RunCell runs a cell in the global scope and gives the value of its last
// expression. Promises and timers wait for Drain.
func (rt *Runtime) RunCell(c Cell) (goja.Value, error) {
	return rt.guard(func() (goja.Value, error) {
		src := &source{name: c.Name, text: c.Text, shift: c.Shift, prg: c.Program}
		rt.sources[c.Name] = src
		if emptyLoop.MatchString(c.Text) {
			placeEmptyLoops(c.Program)
		}
		return rt.runGlobal(src)
	})
}

// Drain runs the timers that are set, and gives the first error of a timer or
// of a promise that nobody handles.
func (rt *Runtime) Drain() error { return rt.drain() }

// Await runs timers until the promise is settled, and gives its value.
func (rt *Runtime) Await(p *goja.Promise) (goja.Value, error) {
	if err := rt.runTimers(p); err != nil {
		return nil, err
	}
	switch p.State() {
	case goja.PromiseStateFulfilled:
		return p.Result(), nil
	case goja.PromiseStateRejected:
		rt.trackRejection(p, goja.PromiseRejectionHandle)
		return rt.guard(func() (goja.Value, error) {
			if ex := rt.vm.Try(func() { panic(p.Result()) }); ex != nil {
				return nil, ex
			}
			return nil, nil
		})
	}
	return nil, &Error{Message: "nothing can resolve the promise any more"}
}

// Try runs f, which may touch JavaScript values, and gives what goes wrong as
// one of the error types of this package. It is for Go code outside of a call
// from a script.
func (rt *Runtime) Try(f func()) error {
	_, err := rt.guard(func() (goja.Value, error) {
		if ex := rt.vm.Try(f); ex != nil {
			return nil, ex
		}
		return nil, nil
	})
	return err
}

// SyntaxError describes what is wrong with a text that could not be parsed.
func (rt *Runtime) SyntaxError(name, text string, parseErr error) error {
	src := &source{name: name, text: text}
	rt.sources[name] = src
	if line, col := tooDeep(text); line > 0 {
		return src.syntaxError(line, col, "the brackets are nested too deep")
	}
	if err := src.transform(text); err != nil {
		return err
	}
	return src.parserError(parseErr)
}

// OnRedeclare registers what a new REPL or notebook session on this Runtime
// does before an input runs that declares a name again: f gets the name and the
// value that it has so far.
func (rt *Runtime) OnRedeclare(f func(name string, old goja.Value)) { rt.redeclared = f }

// Redeclared gives what OnRedeclare registered, or nil.
func (rt *Runtime) Redeclared() func(name string, old goja.Value) { return rt.redeclared }
