package mechanism

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Instance is one instance of a mechanism, with everything that its code may
// use. Code that cannot run on whole blocks (events, VERBATIM, random numbers)
// runs on Instances, one after the other.
type Instance struct {
	Mech    *Mechanism
	Row     int           // in the mechanism's table
	Columns [][]float64   // of the mechanism's table
	Node    int           // row of its node; -1 for an artificial cell
	Nodes   [][]float64   // columns of the node table
	IonRows []int         // row in each ion's table, in the order of Type.Ions
	Ions    [][][]float64 // columns of each ion's table
	Env     *[kernel.NumEnv]float64
	Sim     Simulator

	// Weights are the arguments of NET_RECEIVE: the weight vector of the NetCon
	// that delivers. Code may change it; what it leaves stays in the NetCon.
	Weights []float64
	// Flag is the flag of the event that is delivered: 0 from a NetCon, else
	// what net_send or WATCH gave.
	Flag float64
}

// Simulator is what the code of an instance may ask of the simulator.
type Simulator interface {
	// NetSend has the instance receive an event of its own (a self event) with
	// that flag, delay ms from now.
	NetSend(in *Instance, delay, flag float64)
	// NetMove moves the instance's waiting self event to time t [ms].
	NetMove(in *Instance, t float64)
	// NetEvent sends an event to all targets of the NetCons whose source is the
	// instance, as of time t [ms].
	NetEvent(in *Instance, t float64)
	// Watch starts watching condition k of Type.Watches: when its value turns
	// from not positive to positive, the instance receives an event with that
	// flag. A Watch ends the watching of all conditions that the instance
	// watched before this delivery.
	Watch(in *Instance, k int, flag float64)
	// Print writes a text that the code prints to the user's standard output.
	Print(text string)
	// Fail ends the run with an error, after the present step.
	Fail(err *fault.Error)
}

// Code is a block of NMODL that runs on one instance at a time.
type Code interface {
	// Run runs it. The columns of the instance hold what it leaves.
	Run(in *Instance)
}

// Watch is a condition of WATCH: it holds while the value is positive.
type Watch interface {
	Value(in *Instance) float64
}

// Receiver is the NET_RECEIVE of a mechanism.
type Receiver struct {
	Args    []string // of NET_RECEIVE: the names of the weights
	Receive Code
	// Initial is the INITIAL block in NET_RECEIVE, which finitialize runs for
	// each NetCon; nil: all weights but the first become 0.
	Initial Code
	Watches []Watch
	// Adapts is true where Receive may change the weights.
	Adapts bool
	// Local is true where Receive changes nothing but the instance, the weights,
	// and the node and the ions there, and looks at nothing else that changes:
	// instances at different places can receive side by side.
	Local bool
}

// ProcedureCode is a FUNCTION or PROCEDURE that runs on one instance at a time.
type ProcedureCode interface {
	// Call runs it with the arguments of a script and gives its value (0 of a
	// PROCEDURE without one). An argument is a float64, a string, a
	// *vector.Vector, a Random, or a *float64 that the code may change. The
	// error says what the code asked for that cannot be.
	Call(in *Instance, args []any) (float64, *fault.Error)
}

// NetConLister is a Simulator that knows the connections of an instance.
type NetConLister interface {
	// NetConWeights gives the weight vectors of the NetCons whose target is the
	// instance, in the order in which they were made. Code may change them.
	NetConWeights(in *Instance) [][]float64
}

// Placer is a Simulator that knows where an instance sits.
type Placer interface {
	// Place gives the instance's place, as "soma(0.5)", and the section's name;
	// empty for what sits nowhere.
	Place(in *Instance) (place, section string)
}

// GidFirer is a Simulator that knows event sources by their global identifiers.
type GidFirer interface {
	// FireGid lets an event of a gid that is not of this process leave at time t
	// [ms].
	FireGid(gid int, t float64)
}

// Interrupter is a Simulator that code in a long loop asks whether to stop.
type Interrupter interface {
	// Interrupted reports whether the user wants the run to end.
	Interrupted() bool
}
