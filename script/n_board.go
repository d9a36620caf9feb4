package script

import (
	"slices"
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// bulletin is what ParallelContext of one runtime knows of its jobs and
// messages.
type bulletin struct {
	board  *board
	jobs   []*job // submitted and not collected, in that order
	count  int    // jobs so far
	users  int    // those that were given no userid
	last   *job   // the last that was collected
	before []task // what context gave
	packed []parcel
	taken  []parcel // what is left to unpack
}

// addBoard makes the bulletin board: jobs, and messages between them.
func (n *neuron) addBoard() {
	vm, p := n.vm, &n.parallel
	p.board = newBoard()
	n.pc("submit", func(call goja.FunctionCall) goja.Value { return vm.ToValue(n.submit(call.Arguments)) })
	n.pc("context", func(call goja.FunctionCall) goja.Value {
		p.before = append(p.before, n.task(call.Arguments, "context"))
		return vm.ToValue(1)
	})
	n.pc("working", func(goja.FunctionCall) goja.Value { return vm.ToValue(n.working()) })
	collected := func(name string) *job {
		if p.last == nil {
			n.throw(fault.New(fault.Model, "%s: no job has been collected", name).WithHint("working() collects one"))
		}
		return p.last
	}
	n.pc("pyret", func(goja.FunctionCall) goja.Value { return n.unpack(collected("pyret").result) })
	n.pc("retval", func(goja.FunctionCall) goja.Value {
		x, _ := collected("retval").result.(float64)
		return vm.ToValue(x)
	})
	n.pc("userid", func(goja.FunctionCall) goja.Value { return vm.ToValue(collected("userid").user) })
	for _, name := range []string{"runworker", "done", "master_works_on_jobs"} {
		n.pc(name, func(goja.FunctionCall) goja.Value { return vm.ToValue(0) })
	}
	n.addMessages()
}

// submit starts a job: submit([userid,] function, ...arguments) or
// submit([userid,] module, "function", ...arguments).
func (n *neuron) submit(args []goja.Value) int {
	p := &n.parallel
	j := &job{of: n.rt, board: p.board, depth: 1, before: slices.Clone(p.before)}
	if len(args) > 0 && goja.IsNumber(args[0]) {
		if j.user = n.integer(args[0], func() string { return "the userid of submit" }); j.user < 0 {
			n.throw(fault.New(fault.Range, "submit: the userid must be 0 or greater, not %d", j.user).WithHint("those below 0 are given by submit itself"))
		}
		args = args[1:]
	} else {
		j.user = -p.users - 1
	}
	if n.rt.job != nil {
		j.depth = n.rt.job.depth + 1
	}
	if j.depth > maxJobDepth {
		n.throw(fault.New(fault.Model, "jobs submit jobs more than %d deep", maxJobDepth).
			WithHint("a script that submits a function of its own must not do so when it is loaded by a job: if (require.main === module)"))
	}
	j.task = n.task(args, "submit")
	if j.user < 0 {
		p.users++
	}
	p.count++
	j.number = p.count
	p.jobs = append(p.jobs, j)
	j.start()
	return j.user
}

// task takes a function, or the name of a module and of what it exports, with
// its arguments.
func (n *neuron) task(args []goja.Value, name string) task {
	if len(args) == 0 {
		n.throw(fault.New(fault.Type, "%s needs a function", name).WithHint(`pc.submit((k) => k * 2, 21), or pc.submit("./jobs.js", "name", 21)`))
	}
	var t task
	first := args[0]
	switch {
	case goja.IsString(first):
		path := n.rt.findModule(first.String(), "")
		if path == "" {
			n.throw(n.rt.noModule(first.String(), ""))
		}
		if len(args) < 2 || !goja.IsString(args[1]) {
			n.throw(fault.New(fault.Type, "%s(%q, ...) needs the name of a function that the module exports", name, first.String()))
		}
		t.module, t.function, t.name = path, args[1].String(), args[1].String()
		args = args[1:]
	default:
		fn, isFunction := goja.AssertFunction(first)
		if !isFunction || fn == nil || n.rt.Host(first) != nil {
			n.throw(fault.New(fault.Type, "%s needs a function or the name of a module, not %s", name, n.show(first)))
		}
		obj := first.(*goja.Object)
		var err error
		t.code, err = n.rt.travel(obj)
		n.check(err)
		if t.name = stringProperty(obj, "name"); t.name == "" {
			t.name = "the job"
		}
	}
	t.args = n.packAll(args[1:], func(i int) string { return "argument " + strconv.Itoa(i+1) + " of " + t.name })
	return t
}

// working waits for the oldest job that was not collected, and gives its number,
// or 0 where there is none. What the job printed appears now.
func (n *neuron) working() int {
	p := &n.parallel
	for len(p.jobs) > 0 {
		j := p.jobs[0]
		if p.board.await(j) {
			if _, ok := waitFor(n.rt, j.done); !ok {
				p.board.resume(j)
				n.rt.CheckStop()
			}
		}
		p.jobs = p.jobs[1:]
		if _, stopped := j.err.(*Stopped); stopped {
			continue // with the script that had submitted it
		}
		_, _ = n.rt.stdout.Write(j.out.Bytes())
		_, _ = n.rt.stderr.Write(j.errs.Bytes())
		p.last, p.taken = j, nil
		if j.user < 0 {
			p.taken = j.task.args
		}
		if j.err != nil {
			n.rt.throwJob(j)
		}
		return j.number
	}
	return 0
}

// waitFor waits for a channel. A job that waits leaves its place to another.
// ok is false when the script was interrupted.
func waitFor[T any](rt *Runtime, c <-chan T) (x T, ok bool) {
	if j := rt.job; j != nil {
		<-j.board.slots
		j.holds = false
		defer func() {
			j.board.slots <- struct{}{}
			j.holds = true
		}()
	}
	select {
	case x = <-c:
		return x, true
	case <-rt.stop.wake:
		return x, false
	}
}

// addMessages makes what posts and takes messages.
func (n *neuron) addMessages() {
	vm, p := n.vm, &n.parallel
	key := func(call goja.FunctionCall, name string) string {
		v := call.Argument(0)
		if goja.IsString(v) {
			return v.String()
		}
		if !goja.IsNumber(v) {
			n.throw(fault.New(fault.Type, "the key of %s must be a string or a number, not %s", name, n.show(v)))
		}
		return strconv.FormatFloat(v.ToFloat(), 'g', 6, 64) // as C's %g
	}
	rest := func(call goja.FunctionCall) []goja.Value { return call.Arguments[min(1, len(call.Arguments)):] }
	pack := func(args []goja.Value, name string) {
		p.packed = append(p.packed, n.packAll(args, func(i int) string { return "value " + strconv.Itoa(i+1) + " of " + name })...)
	}
	n.pc("pack", func(call goja.FunctionCall) goja.Value {
		pack(call.Arguments, "pack")
		return vm.ToValue(0)
	})
	n.pc("post", func(call goja.FunctionCall) goja.Value {
		k := key(call, "post")
		pack(rest(call), "post")
		p.board.post(k, append([]parcel{}, p.packed...))
		p.packed = nil
		return vm.ToValue(1)
	})
	for name, take := range map[string]bool{"look": false, "look_take": true} {
		n.pc(name, func(call goja.FunctionCall) goja.Value {
			message, ok := p.board.look(key(call, name), take)
			if ok {
				p.taken = message
				n.unpackInto(rest(call), name)
			}
			return vm.ToValue(ok)
		})
	}
	n.pc("take", func(call goja.FunctionCall) goja.Value {
		k := key(call, "take")
		message, t := p.board.take(k)
		if t != nil {
			var ok bool
			if message, ok = waitFor(n.rt, t.message); !ok {
				p.board.leave(t)
				n.rt.CheckStop()
			}
			if message == nil {
				n.throw(fault.New(fault.Model, "take: no message %q is there, and nobody is left to post it", k).WithHint("look_take(key) tells without waiting whether there is one"))
			}
		}
		p.taken = message
		n.unpackInto(rest(call), "take")
		return vm.ToValue(1)
	})
	n.pc("unpack", func(call goja.FunctionCall) goja.Value {
		n.unpackInto(call.Arguments, "unpack")
		return vm.ToValue(1)
	})
	n.pc("upkscalar", func(goja.FunctionCall) goja.Value { return vm.ToValue(nextOf[float64](n, "upkscalar", "a number")) })
	n.pc("upkstr", func(call goja.FunctionCall) goja.Value {
		text := nextOf[string](n, "upkstr", "a string")
		if to := call.Argument(0); !absent(to) {
			n.giveText(to, "the argument of upkstr", text)
		}
		return vm.ToValue(text)
	})
	n.pc("upkvec", func(call goja.FunctionCall) goja.Value {
		if to := call.Argument(0); !absent(to) {
			v := n.pcVector(call, 0, "the argument of upkvec")
			v.CopyFrom(nextOf[*vector.Vector](n, "upkvec", "a Vector"))
			return to
		}
		return n.unpack(nextOf[*vector.Vector](n, "upkvec", "a Vector"))
	})
	n.pc("upkpyobj", func(goja.FunctionCall) goja.Value {
		v := n.unpack(n.next("upkpyobj"))
		p.taken = p.taken[1:]
		return v
	})
}

// next gives the next value of what was taken.
func (n *neuron) next(name string) parcel {
	if len(n.parallel.taken) == 0 {
		n.throw(fault.New(fault.Model, "%s: nothing is left to unpack", name).WithHint("look(key), take(key) or working() comes first"))
	}
	return n.parallel.taken[0]
}

// nextOf takes the next value, which must be of a kind.
func nextOf[T any](n *neuron, name, kind string) T {
	x, ok := n.next(name).(T)
	if !ok {
		n.throw(fault.New(fault.Type, "%s: the next value is %s, not %s", name, parcelName(n.parallel.taken[0]), kind))
	}
	n.parallel.taken = n.parallel.taken[1:]
	return x
}

// unpackInto gives values of what was taken to references and Vectors.
func (n *neuron) unpackInto(to []goja.Value, name string) {
	for i, v := range to {
		if vec := n.rt.toVector(v); vec != nil {
			vec.CopyFrom(nextOf[*vector.Vector](n, name, "a Vector"))
			continue
		}
		if r, ok := n.rt.Host(v).(*Ref); ok {
			n.check(r.SetValue(nextOf[float64](n, name, "a number")))
			continue
		}
		what := "value " + strconv.Itoa(i+1) + " of " + name
		if _, ok := n.textClass.self(v); !ok {
			n.throw(fault.New(fault.Type, "%s must be a Vector or a reference, not %s", what, n.show(v)).
				WithHint(`n.ref(0) takes a number, n.ref("") a string; upkpyobj() gives any value`))
		}
		n.giveText(v, what, nextOf[string](n, name, "a string"))
	}
}
