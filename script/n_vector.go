package script

import (
	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// addVectorMembers makes the methods of Vector that need a run.
func (n *neuron) addVectorMembers() {
	n.members["Vector"] = n.rt.vectorClass()
	n.noNumber(n.rt.vectorProto(), "v.c().mul(2), v.c().add(w) and v.c().sub(w) make new Vectors, v.map((x) => 2 * x) any; `${v}` is its name", true)
	method := n.vectorMethod
	method("record", func(v *vector.Vector, args []goja.Value) {
		args = n.withoutPointProcess(args)
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "Vector.record needs a reference such as soma(0.5)._ref_v"))
		}
		src := n.asRef(args[0], "the argument of Vector.record")
		every, at := 0.0, (*vector.Vector)(nil)
		if len(args) > 1 && !absent(args[1]) {
			if at = n.rt.toVector(args[1]); at == nil {
				every = n.interval(args[1], "Vector.record")
			}
		}
		_, err := n.s.Record(v, src, every, at)
		n.check(err)
	})
	method("play", func(v *vector.Vector, args []goja.Value) {
		args = n.withoutPointProcess(args)
		if len(args) < 2 {
			n.throw(fault.New(fault.Type, "Vector.play needs a reference and a Vector of times, or an interval"))
		}
		dst := n.asRef(args[0], "the first argument of Vector.play")
		times := n.rt.toVector(args[1])
		dt, continuous := 0.0, false
		if times == nil {
			dt = n.interval(args[1], "Vector.play")
		}
		if len(args) > 2 {
			continuous = args[2].ToBoolean()
		}
		_, err := n.s.Play(v, dst, times, dt, continuous)
		n.check(err)
	})
	method("play_remove", func(v *vector.Vector, _ []goja.Value) { n.s.StopRecording(v) })
	method("delete", func(v *vector.Vector, _ []goja.Value) { n.s.StopRecording(v) })
}

// vectorMethod makes a method of Vector that gives the Vector itself.
func (n *neuron) vectorMethod(name string, f func(v *vector.Vector, args []goja.Value)) {
	n.hide(n.rt.vectorProto(), name, n.function(name, func(call goja.FunctionCall) goja.Value {
		v := n.rt.toVector(call.This)
		if v == nil {
			n.throw(fault.New(fault.Type, "Vector.%s was not called on a Vector", name))
		}
		f(v, call.Arguments)
		return call.This
	}))
}

func (o *vectorObject) serial() int { return o.born }

// remove ends what is recorded into the Vector and played from it.
func (o *vectorObject) remove() { o.rt.neuron.s.StopRecording(o.v) }

// withoutPointProcess drops the point process that record and play take as a
// first argument in models with a variable step.
func (n *neuron) withoutPointProcess(args []goja.Value) []goja.Value {
	if len(args) > 1 {
		if _, ok := n.rt.Host(args[0]).(*pointObject); ok {
			return args[1:]
		}
	}
	return args
}

func (n *neuron) interval(v goja.Value, what string) float64 {
	dt := n.number(v, func() string { return "the interval of " + what })
	if !(dt > 0) {
		e := fault.New(fault.Range, "the interval of %s is %g ms: it must be greater than 0", what, dt)
		e.Value = dt
		n.throw(e)
	}
	return dt
}
