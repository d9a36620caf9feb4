TITLE synapse whose conductance jumps and decays exponentially

COMMENT
An event of weight w raises the conductance by w [uS]; it decays with the time
constant tau:

    i = g (v - e),   g' = -g/tau
ENDCOMMENT

NEURON {
	POINT_PROCESS ExpSyn
	RANGE tau, e, i
	NONSPECIFIC_CURRENT i
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
	(uS) = (microsiemens)
}

PARAMETER {
	tau = 0.1 (ms) <1e-9, 1e9> : time constant of the decay
	e = 0 (mV)                 : reversal potential
}

ASSIGNED {
	v (mV)
	i (nA) : current
}

STATE {
	g (uS) : conductance
}

INITIAL {
	g = 0
}

BREAKPOINT {
	SOLVE decay METHOD cnexp
	i = g*(v - e)
}

DERIVATIVE decay {
	g' = -g/tau
}

NET_RECEIVE (weight (uS)) {
	g = g + weight
}
