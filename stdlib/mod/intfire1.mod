TITLE artificial cell: leaky integrator of events

COMMENT
An event adds its weight to m, which decays:

    tau m' = -m

When an event brings m above 1 the cell fires, and takes no notice of events for
the time refrac; then it goes on from m = 0.

The variable m keeps its value of the last event; M() computes it at t. M() is 2
in the first 0.5 ms after firing, which shows the spike in a plot, and -1 for the
rest of the refractory time.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL IntFire1
	RANGE tau, refrac, m
}

PARAMETER {
	tau = 10 (ms)   : time constant of the decay
	refrac = 5 (ms) : refractory time
}

ASSIGNED {
	m          : what is integrated, as of the last event
	last (ms)  : time of m
	refractory : 1 after firing, 0 when ready
}

INITIAL {
	m = 0
	last = t
	refractory = 0
}

: m at the time t.
FUNCTION M() {
	if (!refractory) {
		M = m*exp(-(t - last)/tau)
	} else if (t - last < 0.5) {
		M = 2
	} else {
		M = -1
	}
}

NET_RECEIVE(w) {
	if (!refractory) {
		m = m*exp(-(t - last)/tau) + w
		last = t
		if (m > 1) {
			m = 2
			refractory = 1
			net_send(refrac, 1)
			net_event(t)
		}
	} else if (flag == 1) { : ready again
		m = 0
		last = t
		refractory = 0
	}
}
