package script

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// maxJobDepth bounds how deep jobs may submit jobs: a script that submits itself
// must not go on for ever.
const maxJobDepth = 8

// task is a function with its arguments on the way to another runtime: a
// function by its source text, or one that a module exports.
type task struct {
	name     string
	code     *travelling // nil: of a module
	module   string      // absolute path
	function string      // what it exports
	args     []parcel
}

// job is a task that runs on a goroutine, in a runtime of its own, which is new:
// a result cannot depend on the jobs that ran before.
type job struct {
	number int // 1 and on
	user   int // NEURON's userid: given, or -1, -2, ...
	before []task
	task   task
	depth  int // 1 for a job of the script
	board  *board
	of     *Runtime

	done      chan struct{} // closed at the end; then the rest may be read
	out, errs bytes.Buffer
	result    parcel
	err       error

	awaited bool // a runtime waits for the end; guarded by board.mu
	holds   bool // one of board.slots; only the job's goroutine looks

	mu      sync.Mutex
	stopped StopReason
	rt      *Runtime // while it runs
}

// start runs the job on a goroutine.
func (j *job) start() {
	j.done = make(chan struct{})
	j.of.stop.follow(j)
	j.board.begin()
	options := Options{Stdout: &j.out, Stderr: &j.errs, Stdin: bytes.NewReader(nil), Args: j.of.args, Dir: j.of.dir, Threads: 1}
	path, name := j.of.scriptPath, j.of.scriptName
	go func() {
		defer j.finish()
		j.board.slots <- struct{}{}
		j.holds = true
		rt := New(options)
		defer rt.Close()
		rt.scriptPath, rt.scriptName, rt.job = path, name, j
		rt.neuron.parallel.board = j.board
		if j.attach(rt) {
			j.result, j.err = j.run(rt)
		}
		j.attach(nil)
	}()
}

// attach makes rt the runtime that an interruption stops; false means that one
// has come already.
func (j *job) attach(rt *Runtime) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.rt = rt
	if rt != nil && j.stopped != 0 {
		j.err = &Stopped{Reason: j.stopped}
		return false
	}
	return true
}

// stop interrupts the job, from any goroutine.
func (j *job) stop(reason StopReason) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.stopped == 0 {
		j.stopped = reason
	}
	if j.rt != nil {
		j.rt.Interrupt(reason)
	}
}

// finish hands the job over to whoever waits for it.
func (j *job) finish() {
	if x := recover(); x != nil {
		j.err = &Error{Message: fmt.Sprintf("internal error of gneuron in a job: %v", x)}
	}
	if j.holds {
		<-j.board.slots
	}
	j.of.stop.unfollow(j)
	j.board.end(j)
}

// run does the tasks and gives the value of the last.
func (j *job) run(rt *Runtime) (parcel, error) {
	h := rt.neuron.host
	var value goja.Value
	for _, t := range append(j.before, j.task) {
		v, err := rt.guard(func() (goja.Value, error) { return t.call(h) })
		if err == nil {
			if p, ok := v.Export().(*goja.Promise); ok {
				v, err = rt.Await(p)
			}
		}
		if err == nil {
			err = rt.drain()
		}
		if err != nil {
			return nil, t.explain(err)
		}
		value = v
	}
	p, err := h.pack(value, "the result of "+j.task.name)
	if err != nil {
		return nil, rt.wrap(err)
	}
	return p, nil
}

// call calls the function in the runtime of h.
func (t *task) call(h *host) (goja.Value, error) {
	var fn goja.Value
	if t.code != nil {
		v, err := t.code.arrive(h.rt)
		if err != nil {
			return nil, err
		}
		fn = v
	} else {
		var exports goja.Value
		if ex := h.vm.Try(func() { exports = h.rt.require(t.module, "") }); ex != nil {
			return nil, ex
		}
		if obj, ok := exports.(*goja.Object); ok {
			var ex *goja.Exception
			if ex = h.vm.Try(func() { fn = obj.Get(t.function) }); ex != nil {
				return nil, ex
			}
		}
	}
	f, ok := goja.AssertFunction(fn)
	if !ok {
		return nil, fault.New(fault.Reference, "the module %q exports no function %q", h.rt.displayName(t.module), t.function).
			WithHint("exports.%s = %s, or export function %s, makes it one", t.function, t.function, t.function)
	}
	args := make([]goja.Value, len(t.args))
	for i, p := range t.args {
		args[i] = h.unpack(p)
	}
	return f(goja.Undefined(), args...)
}

// explain adds to an error what a function that was sent by its source cannot
// know.
func (t *task) explain(err error) error {
	e, ok := err.(*Error)
	if !ok || t.code == nil || e.Class != "ReferenceError" {
		return err
	}
	if m := notDefined.FindStringSubmatch(e.Message); m != nil {
		e.Hint = fmt.Sprintf("a job sees its arguments, the imports of its file and globals such as n, but no other variable of the script: "+
			"give %s as an argument, or submit a function of a module: pc.submit(\"./jobs.js\", \"name\", ...)", m[1])
	}
	return err
}

// jobError is what a job threw, in the runtime that collects it.
type jobError struct{ *Error }

// throwJob throws what ended a job.
func (rt *Runtime) throwJob(j *job) {
	e, ok := j.err.(*Error)
	if exit, isExit := j.err.(*Exit); isExit {
		e, ok = &Error{Class: "Error", Message: fmt.Sprintf("the job called process.exit(%d)", exit.Code)}, true
	}
	if !ok {
		e = &Error{Message: j.err.Error()}
	}
	head := e.Message
	if e.Class != "" {
		head = e.Class + ": " + e.Message
	}
	obj := rt.newError("Error", fmt.Sprintf("job %d failed: %s", j.number, head))
	var cause *goja.Object
	if e.Fault != nil {
		cause = rt.faultObject(e.Fault)
	} else {
		cause = rt.newError(e.Class, e.Message)
		rt.hidden(cause, "hint", e.Hint)
	}
	rt.SetHost(cause, jobError{e})
	rt.hidden(obj, "cause", cause)
	panic(obj)
}
