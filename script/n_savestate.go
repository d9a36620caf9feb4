package script

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/solver"
)

// saveState is n.SaveState: the state of a run, to go on from there again.
type saveState struct {
	state *solver.State // nil: nothing was saved yet
}

// Inspect shows the time of the state.
func (x *saveState) Inspect() string {
	if x.state == nil {
		return "SaveState, empty"
	}
	return fmt.Sprintf("SaveState of t = %g ms", x.state.T)
}

func (n *neuron) addSaveState() {
	c := newObjectClass[*saveState](n.host, "SaveState")
	saved := func(x *saveState, what string) *solver.State {
		if x.state == nil {
			n.throw(fault.New(fault.Model, "SaveState.%s: nothing was saved yet", what).WithHint("save() takes the present state, fread(file) that of a file"))
		}
		return x.state
	}
	// As in NEURON a second argument of 0 leaves the file open.
	closes := func(call goja.FunctionCall) bool { return absent(call.Argument(1)) || call.Argument(1).ToBoolean() }
	c.method("save", func(x *saveState, _ goja.FunctionCall) goja.Value {
		state, err := n.s.Save()
		n.check(err)
		x.state = state
		return n.vm.ToValue(1)
	})
	c.method("restore", func(x *saveState, call goja.FunctionCall) goja.Value {
		n.check(n.s.Restore(saved(x, "restore"), !absent(call.Argument(0)) && call.Argument(0).ToBoolean()))
		return n.vm.ToValue(1)
	})
	c.method("fwrite", func(x *saveState, call goja.FunctionCall) goja.Value {
		f := n.fileArgument(call.Argument(0), "the argument of SaveState.fwrite")
		n.check(saved(x, "fwrite").Write(f.writer("fwrite")))
		if closes(call) {
			f.close()
		}
		return n.vm.ToValue(1)
	})
	c.method("fread", func(x *saveState, call goja.FunctionCall) goja.Value {
		f := n.fileArgument(call.Argument(0), "the argument of SaveState.fread")
		state, err := solver.ReadState(f.reader("fread"))
		n.check(err)
		x.state = state
		if closes(call) {
			f.close()
		}
		return n.vm.ToValue(1)
	})
	n.members["SaveState"] = n.constructor("SaveState", c.proto, func(args []goja.Value) *goja.Object {
		if len(args) > 0 {
			n.throw(fault.New(fault.Type, "n.SaveState takes no arguments"))
		}
		return wrapObject(n.host, c, &saveState{})
	})
}
