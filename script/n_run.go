package script

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/solver"
)

// errStopped ends a run because the script was asked to stop.
var errStopped = errors.New("stopped")

// run turns the error of a run into what the script sees.
func (n *neuron) run(err error) {
	var thrown *goja.Exception
	switch {
	case err == nil:
	case err == errStopped:
		n.rt.CheckStop()
	case errors.As(err, &thrown):
		panic(thrown.Value())
	default:
		n.throw(err)
	}
}

// exclusive makes a run that must not start within another, which would see
// half of a step.
func (n *neuron) exclusive(name string, f func() error) {
	if n.sweeping && !n.initializing {
		n.throw(fault.New(fault.Model, "%s() was called from within n.sweep", name).WithHint("the model function only builds; the sweep runs all variants together, from v_init to tstop"))
	}
	if n.running {
		n.throw(fault.New(fault.Model, "%s() was called from within a run", name).WithHint("a function called during a run may change the model, but not start another run"))
	}
	n.running = true
	defer func() { n.running = false }()
	n.run(f())
}

// notSweeping refuses a function to the functions of a sweep.
func (n *neuron) notSweeping(name string) {
	if n.sweeping {
		n.throw(fault.New(fault.Model, "%s() was called from within n.sweep", name).WithHint("call it before the sweep"))
	}
}

// stepping is exclusive for what only makes steps. A function of
// FInitializeHandler, which runs between two stages of finitialize, may do that:
// it is how a model settles before t = 0.
func (n *neuron) stepping(name string, f func() error) {
	if !n.initializing {
		n.exclusive(name, f)
		return
	}
	n.initializing = false
	defer func() { n.initializing = true }()
	n.run(f())
}

// call makes a function of the script callable from the solver. What it throws
// ends the run and goes on to the script's caller.
func (n *neuron) callback(f goja.Callable, args []goja.Value) func() error {
	return func() error {
		_, err := f(goja.Undefined(), args...)
		var interrupted *goja.InterruptedError
		if errors.As(err, &interrupted) {
			return errStopped
		}
		return err
	}
}

// function takes a function, or [function, argument] as NEURON has it.
func (n *neuron) callable(v goja.Value, what string) func() error {
	if f, ok := goja.AssertFunction(v); ok {
		return n.callback(f, nil)
	}
	if arr, ok := v.(*goja.Object); ok && arr.ClassName() == "Array" {
		if f, ok := goja.AssertFunction(arr.Get("0")); ok {
			var args []goja.Value
			for i := 1; i < int(arr.Get("length").ToInteger()); i++ {
				args = append(args, arr.Get(fmt.Sprint(i)))
			}
			return n.callback(f, args)
		}
	}
	n.throw(fault.New(fault.Type, "%s needs a function, not %s", what, n.show(v)))
	return nil
}

// standardFiles are NEURON's library files that gneuron has built in.
var standardFiles = map[string]bool{"stdrun.hoc": true, "stdlib.hoc": true, "nrngui.hoc": true, "import3d.hoc": true, "noload.hoc": true, "stdgui.hoc": true}

func (n *neuron) addRunMembers() {
	c, vm := n.class, n.vm
	method := func(name string, f func(call goja.FunctionCall) goja.Value) {
		c.method(name, func(_ *neuron, call goja.FunctionCall) goja.Value { return f(call) })
	}
	run := func(guard func(string, func() error), name string, f func(call goja.FunctionCall) error) {
		result := 0.0
		if name == "finitialize" || name == "fadvance" { // as NEURON's C code; the others are HOC procedures
			result = 1
		}
		method(name, func(call goja.FunctionCall) goja.Value {
			guard("n."+name, func() error { return f(call) })
			return vm.ToValue(result)
		})
	}
	run(n.exclusive, "finitialize", func(call goja.FunctionCall) error {
		if v := call.Argument(0); !goja.IsUndefined(v) {
			return n.s.Finitialize(n.finiteArgument(call, 0, "v of n.finitialize"), true)
		}
		return n.s.Finitialize(0, false)
	})
	run(n.stepping, "continuerun", func(call goja.FunctionCall) error {
		until := n.finiteArgument(call, 0, "the time of n.continuerun")
		return n.watched(until, func() error { return n.s.Continuerun(until) })
	})
	run(n.stepping, "fadvance", func(goja.FunctionCall) error { return n.s.Fadvance() })
	run(n.stepping, "advance", func(goja.FunctionCall) error { return n.s.Fadvance() })
	run(n.stepping, "step", func(goja.FunctionCall) error { return n.s.Step() })
	run(n.stepping, "steprun", func(goja.FunctionCall) error { return n.s.Step() })
	run(n.exclusive, "run", func(call goja.FunctionCall) error {
		if v := call.Argument(0); goja.IsNumber(v) {
			return fault.New(fault.Type, "n.run takes no argument: it runs from the start to n.tstop, which is %g ms", n.s.TStop).
				WithHint("set n.tstop = %s before; or n.finitialize(-65), then n.continuerun(%s)", v, v)
		}
		return n.watched(n.s.TStop, n.s.Run)
	})
	run(n.exclusive, "stdinit", func(goja.FunctionCall) error { return n.s.Stdinit() })
	run(n.exclusive, "init", func(goja.FunctionCall) error { return n.s.Finitialize(n.s.VInit, true) })
	method("setdt", func(goja.FunctionCall) goja.Value { n.s.Setdt(); return vm.ToValue(0) })

	method("fcurrent", func(goja.FunctionCall) goja.Value { n.run(n.s.Fcurrent()); return vm.ToValue(1) })
	method("frecord_init", func(goja.FunctionCall) goja.Value { n.run(n.s.RestartRecordings()); return vm.ToValue(1) })

	method("load_file", func(call goja.FunctionCall) goja.Value {
		if len(call.Arguments) > 1 { // load_file(1, "name")
			call.Arguments = call.Arguments[1:]
		}
		name := n.stringArgument(call, "n.load_file needs the name of a file as a string")
		if standardFiles[name] {
			return vm.ToValue(1)
		}
		e := fault.New(fault.Model, "n.load_file(%q): gneuron does not run HOC files", name)
		if near := spell.Nearest(name, slices.Collect(maps.Keys(standardFiles))); near != "" {
			n.throw(e.DidYouMean(near))
		}
		n.throw(e.WithHint("the standard library (stdrun.hoc, stdlib.hoc, nrngui.hoc, import3d.hoc) is built in; for a script of your own use require"))
		return nil
	})

	n.members["FInitializeHandler"] = n.handlerClass()
	n.members["CVode"] = n.cvodeClass()
	method("cvode_active", func(call goja.FunctionCall) goja.Value { return n.cvodeActive(call) })
	watch := time.Now()
	method("startsw", func(goja.FunctionCall) goja.Value {
		watch = time.Now()
		return vm.ToValue(float64(watch.UnixMicro()) / 1e6)
	})
	method("stopsw", func(goja.FunctionCall) goja.Value { return vm.ToValue(time.Since(watch).Seconds()) })
	// One process needs no preparation; scripts that are written for many start with it.
	method("nrnmpi_init", func(goja.FunctionCall) goja.Value { return n.vm.ToValue(0) })
	method("quit", func(goja.FunctionCall) goja.Value { n.rt.exit(goja.FunctionCall{}); return nil })
	method("reset", func(goja.FunctionCall) goja.Value {
		n.notSweeping("n.reset")
		n.reset()
		return goja.Undefined()
	})
}

// finiteArgument takes argument i as a number that is not NaN or infinite.
func (n *neuron) finiteArgument(call goja.FunctionCall, i int, what string) float64 {
	x := n.argument(call, i, what)
	if x-x != 0 {
		e := fault.New(fault.Range, "%s is %g: it must be a finite number", what, x)
		e.Value = x
		n.throw(e)
	}
	return x
}

// handlerObject is what n.FInitializeHandler gives.
type handlerObject struct {
	n *neuron
	h *solver.Handler
}

func (o *handlerObject) remove() { o.n.s.RemoveHandler(o.h) }

func (n *neuron) handlerClass() goja.Value {
	c := newObjectClass[*handlerObject](n.host, "FInitializeHandler")
	c.method("delete", func(o *handlerObject, _ goja.FunctionCall) goja.Value { o.remove(); return goja.Undefined() })
	return n.constructor("FInitializeHandler", c.proto, func(args []goja.Value) *goja.Object {
		kind := 1
		if len(args) > 1 {
			kind = n.integer(args[0], func() string { return "the type of FInitializeHandler" })
			args = args[1:]
		}
		if kind < 0 || kind > 3 {
			n.throw(fault.Outside("the type of FInitializeHandler", float64(kind), 0, 3))
		}
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "FInitializeHandler needs a function"))
		}
		fn := n.callable(args[0], "FInitializeHandler")
		o := &handlerObject{n: n, h: n.s.OnInitialize(kind, func() error {
			n.initializing = true
			defer func() { n.initializing = false }()
			return fn()
		})}
		return wrapObject(n.host, c, o)
	})
}

// wrapObject makes the script's object for a Go value of a class.
func wrapObject[T any](h *host, c *class[T], self T) *goja.Object {
	obj := h.vm.NewDynamicObject(&classObject[T]{h: h, c: c, self: self, born: h.birth()})
	if err := obj.SetPrototype(c.proto); err != nil {
		panic(err)
	}
	return obj
}

// classObject is an object with the fixed properties of its class and no others.
type classObject[T any] struct {
	h    *host
	c    *class[T]
	self T
	born int
}

func (o *classObject[T]) serial() int { return o.born }

func (o *classObject[T]) what() string { return o.c.name }

func (o *classObject[T]) remove() {
	if d, ok := any(o.self).(deleter); ok {
		d.remove()
	}
}

// Get reads a property of the class.
func (o *classObject[T]) Get(key string) goja.Value {
	if v := o.c.get(o.self, key); v != nil {
		return v
	}
	if i, ok := any(o.self).(interface{ item(key string) goja.Value }); ok {
		if v := i.item(key); v != nil {
			return v
		}
	}
	if isIndex(key) && o.c.proto.GetSymbol(goja.SymIterator) != nil {
		o.h.throw(fault.New(fault.Type, "%s has no element %s", o.what(), key).WithHint("make an array of it: [...list][%s]", key))
	}
	if !foreign[key] {
		o.h.noProperty(o.what(), key, o.c.names())
	}
	return nil
}

// Set writes a property of the class.
func (o *classObject[T]) Set(key string, v goja.Value) bool {
	if !o.c.set(o.self, key, v, o.what) {
		o.h.noProperty(o.what(), key, o.c.names())
	}
	return true
}

// Has tells a property of the class.
func (o *classObject[T]) Has(key string) bool { return o.c.members[key] != nil }

// Delete refuses.
func (o *classObject[T]) Delete(key string) bool { return o.h.noDelete(o.what(), key) }

// Keys lists the accessors.
func (o *classObject[T]) Keys() []string { return o.c.accessors() }

// Inspect shows the value as itself does, or the name of its class.
func (o *classObject[T]) Inspect() string {
	if i, ok := any(o.self).(Inspector); ok {
		return i.Inspect()
	}
	return o.c.name
}

// Help explains the class.
func (o *classObject[T]) Help() string { return helpTopic{of: typeOfClass(o.c.name)}.Help() }

// newObjectClass makes a class whose objects wrapObject makes.
func newObjectClass[T any](h *host, name string) *class[T] {
	c := newClass[T](h, name)
	c.self = func(v goja.Value) (self T, ok bool) {
		o, ok := h.rt.Host(v).(*classObject[T])
		if ok {
			self = o.self
		}
		return self, ok
	}
	c.method("toString", func(self T, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(name) })
	return c
}
