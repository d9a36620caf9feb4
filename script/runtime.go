// Package script runs gneuron's JavaScript: it owns the interpreter, the
// modules, the console and the error reports, and it carries the n object and
// the host objects (Section, Segment, Vector, ...) that scripts build models with.
//
// A Runtime is one independent script world. Runtimes share no mutable state,
// so several may run at the same time, each on one goroutine.
package script

import (
	"io"
	"os"
	"path/filepath"
	"reflect"
	"sync/atomic"
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/plot"
	"github.com/gneuron/gneuron/solver"
)

// maxCallDepth bounds the nesting of calls in a script. It is about what other
// JavaScript hosts allow, and far below what the Go stack can take.
const maxCallDepth = 10000

// Options say how a Runtime meets the outside world. The zero value is usable.
type Options struct {
	Stdout io.Writer // console.log; nil means os.Stdout
	Stderr io.Writer // console.warn, console.error; nil means os.Stderr
	Stdin  io.Reader // nil means os.Stdin
	Args   []string  // what follows the script's name: process.argv[2] and on
	Dir    string    // working directory; "" means that of the process
	// Threads is the number of threads of a model whose script asks for none; 0
	// takes all processors for models that are large enough to gain by it.
	Threads int
}

// MaxThreads is the largest number of threads that a script may ask for.
const MaxThreads = solver.MaxThreads

// Runtime is one JavaScript world with its globals, modules and sources. Its
// methods belong to the goroutine that runs the script, except Interrupt and
// StopFlag, which any goroutine may use.
type Runtime struct {
	vm     *goja.Runtime
	stdout io.Writer
	stderr io.Writer
	stdin  io.Reader
	args   []string
	dir    string
	start  time.Time

	scriptPath string // absolute path of the main script, "" without one
	scriptName string // how the main script is called in messages

	sources  map[string]*source // by the name used in positions
	builtins map[string]func() goja.Value
	cache    map[string]*goja.Object // module objects by absolute path or built-in name
	mainMod  *goja.Object

	dynamic    map[reflect.Type]bool // whether objects of an export type are dynamic objects or arrays
	symHost    *goja.Symbol          // property that carries a function's Go value
	modelError *goja.Object
	intrinsic  map[string]goja.Callable

	stop  stopState
	loop  eventLoop
	cons  consoleState
	final []func()

	simulators map[string]goja.Value // namesOfSimulator, as they were made

	neuron *neuron // the model and the n object
	job    *job    // that it runs, or nil

	vectors vectorState
	plots   plotState

	width      int // of texts for a person
	redeclared func(name string, old goja.Value)
	shown      func(Rich)               // by a notebook; nil without one
	showFigure func(*plot.Figure) error // shows a figure; nil saves it
	progress   func(Progress)           // of long runs; nil: nobody wants to know
}

// New makes a Runtime with every global of gneuron in it. It does no heavy
// work: the transformer for ES modules and TypeScript starts when a source
// needs it.
func New(o Options) *Runtime {
	rt := &Runtime{
		vm:       goja.New(),
		stdout:   o.Stdout,
		stderr:   o.Stderr,
		stdin:    o.Stdin,
		args:     o.Args,
		dir:      o.Dir,
		start:    time.Now(),
		sources:  map[string]*source{},
		builtins: map[string]func() goja.Value{},
		cache:    map[string]*goja.Object{},
		symHost:  goja.NewSymbol("gneuron.host"),
		dynamic:  map[reflect.Type]bool{},
		width:    inspectWidth,
	}
	if rt.stdout == nil {
		rt.stdout = os.Stdout
	}
	if rt.stderr == nil {
		rt.stderr = os.Stderr
	}
	if rt.stdin == nil {
		rt.stdin = os.Stdin
	}
	if rt.dir == "" {
		rt.dir, _ = os.Getwd()
	}
	rt.stop.init()
	rt.vm.SetMaxCallStackSize(maxCallDepth)
	rt.vm.SetPromiseRejectionTracker(rt.trackRejection)
	rt.boundAllocations()
	rt.installConsole()
	rt.installModules()
	rt.installFS()
	rt.installAnalysis()
	rt.installData()
	rt.installProcess()
	rt.installTimers()
	rt.installPlots()
	rt.installDisplay()
	rt.installNeuron()
	rt.simulators = map[string]goja.Value{}
	for _, name := range namesOfSimulator {
		rt.simulators[name] = rt.vm.Get(name)
	}
	rt.neuron.s.DefaultThreads = o.Threads
	return rt
}

// VM gives the JavaScript engine itself, for code that makes host objects.
func (rt *Runtime) VM() *goja.Runtime { return rt.vm }

// Stdout is where the script prints.
func (rt *Runtime) Stdout() io.Writer { return rt.stdout }

// Stderr is where warnings and errors go.
func (rt *Runtime) Stderr() io.Writer { return rt.stderr }

// Dir is the absolute working directory of the script.
func (rt *Runtime) Dir() string { return rt.dir }

// ScriptDir is the absolute folder of the main script, or the working
// directory where there is none (-e, REPL).
func (rt *Runtime) ScriptDir() string {
	if rt.scriptPath == "" {
		return rt.dir
	}
	return filepath.Dir(rt.scriptPath)
}

// ScriptPath is the absolute path of the main script, or "" without one.
func (rt *Runtime) ScriptPath() string { return rt.scriptPath }

// Global puts a value under a name into the global object. A script may shadow
// or replace it.
func (rt *Runtime) Global(name string, value any) {
	v := rt.vm.ToValue(value)
	rt.nameFunction(v, name)
	if err := rt.vm.GlobalObject().DefineDataProperty(name, v,
		goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// Module registers a built-in module. load is called at the first require or
// import of the name and gives module.exports.
func (rt *Runtime) Module(name string, load func() goja.Value) {
	rt.builtins[name] = load
}

// AtExit registers work to be done when the Runtime is closed, such as
// flushing a file. It runs in reverse order of registration.
func (rt *Runtime) AtExit(f func()) { rt.final = append(rt.final, f) }

// Close runs what AtExit registered, and stops the jobs that were not
// collected. The Runtime must not be used afterwards.
func (rt *Runtime) Close() {
	rt.stop.stopJobs(Interrupted)
	for i := len(rt.final) - 1; i >= 0; i-- {
		rt.final[i]()
	}
	rt.final = nil
}

// Inspector is a host value that brings its own text for console.log and the
// REPL. The text may have several lines.
type Inspector interface{ Inspect() string }

// Helper is a host value that explains itself to help(x).
type Helper interface{ Help() string }

// SetHost attaches a Go value to an object that is not a goja.DynamicObject,
// such as a function, so that Host finds it. (A proxy made in Go can answer
// instead in its GetSym trap: hostValue(sym, host).)
func (rt *Runtime) SetHost(obj *goja.Object, host any) {
	if err := obj.DefineDataPropertySymbol(rt.symHost, rt.vm.ToValue(hostBox{host}),
		goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// hostBox keeps the engine from looking into a host value by reflection.
type hostBox struct{ host any }

// hostValue answers a proxy's request for a symbol: it gives host if the symbol
// is the one that Host asks for, else nil.
func (rt *Runtime) hostValue(sym *goja.Symbol, host any) goja.Value {
	if sym != rt.symHost {
		return nil
	}
	return rt.vm.ToValue(hostBox{host})
}

// Host gives the Go value behind a JavaScript value: the handler of a
// goja.DynamicObject or goja.DynamicArray, or what SetHost attached. It is nil
// for a plain JavaScript value.
func (rt *Runtime) Host(v goja.Value) any {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	var attached goja.Value
	if obj.ExportType() == typeProxy {
		if rt.neuron != nil {
			if section := rt.neuron.proxies[obj]; section != nil {
				return section
			}
		}
		// Go code may answer in a trap; those of a script are not for this.
		if traps := obj.Export().(goja.Proxy).Handler(); traps == nil || traps.ExportType() != typeTraps {
			return nil
		}
		rt.vm.Try(func() { attached = obj.GetSymbol(rt.symHost) })
	} else {
		if own := rt.handler(obj); own != nil {
			return own
		}
		attached = obj.GetSymbol(rt.symHost)
	}
	if attached != nil {
		if box, ok := attached.Export().(hostBox); ok {
			return box.host
		}
	}
	return nil
}

// handler gives the handler of a goja.DynamicObject or goja.DynamicArray, or nil.
func (rt *Runtime) handler(obj *goja.Object) any {
	kind := obj.ExportType()
	dynamic, known := rt.dynamic[kind]
	if !known {
		dynamic = kind.Implements(typeDynamicObject) || kind.Implements(typeDynamicArray)
		rt.dynamic[kind] = dynamic
	}
	if !dynamic {
		return nil
	}
	return obj.Export()
}

// RunFile runs a script and then its promises and timers. A path is relative
// to the working directory. The error is an *Error for a mistake in the
// script, a *Stopped after an interruption and an *Exit after process.exit.
func (rt *Runtime) RunFile(path string) error {
	abs := path
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(rt.dir, path)
	}
	text, err := os.ReadFile(abs)
	if err != nil {
		return &Error{Message: fileError("read", path, err)}
	}
	if message, hint := otherFile(path, string(text)); message != "" {
		return &Error{Message: message, Hint: hint}
	}
	return rt.RunSource(abs, string(text))
}

// RunSource runs text as the main script that is, or would be, at the absolute
// path, as RunFile does.
func (rt *Runtime) RunSource(path, text string) error {
	rt.scriptPath = path
	rt.scriptName = rt.displayName(path)
	_, err := rt.guard(func() (goja.Value, error) {
		return nil, rt.runMain(path, text)
	})
	if err == nil {
		err = rt.drain()
	}
	return err
}

// RunString runs code in the global scope, then its promises and timers, and
// gives the value of its last expression. name stands for the file in errors.
func (rt *Runtime) RunString(name, code string) (goja.Value, error) {
	v, err := rt.guard(func() (goja.Value, error) {
		src, err := rt.parse(name, code)
		if err != nil {
			return nil, err
		}
		if src.transformed {
			return nil, rt.runModule(src, rt.newModule(filepath.Join(rt.dir, name)))
		}
		return rt.runGlobal(src)
	})
	if err == nil {
		err = rt.drain()
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

// guard runs f, which may run script code, and turns whatever goes wrong into
// one of the error types of this package. A Go panic in host code becomes an
// *Error that says it is a bug of gneuron.
func (rt *Runtime) guard(f func() (goja.Value, error)) (v goja.Value, err error) {
	watchedMemory.enter(rt)
	defer watchedMemory.leave(rt)
	defer func() {
		if x := recover(); x != nil {
			v, err = nil, rt.recovered(x)
		}
	}()
	v, err = f()
	if err != nil {
		return nil, rt.wrap(err)
	}
	return v, nil
}

// StopFlag is true while the script has been asked to stop. A long Go loop
// polls it at each step and returns early, leaving the model whole; then
// CheckStop ends the script.
func (rt *Runtime) StopFlag() *atomic.Bool { return &rt.stop.flag }
