TITLE synapse whose conductance rises and decays exponentially

COMMENT
The conductance is the difference of two exponentials, with a rise time tau1 and
a longer decay time tau2:

    i = g (v - e),   g = B - A,   A' = -A/tau1,   B' = -B/tau2

An event of weight w adds w factor to A and B, where factor makes the peak that
follows w [uS]: the peak comes at

    tp = tau1 tau2/(tau2 - tau1) log(tau2/tau1)

Initialization keeps tau1 between 1e-9 and 0.9999 times tau2.
ENDCOMMENT

NEURON {
	POINT_PROCESS Exp2Syn
	RANGE tau1, tau2, e, i, g
	NONSPECIFIC_CURRENT i
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
	(uS) = (microsiemens)
}

PARAMETER {
	tau1 = 0.1 (ms) <1e-9, 1e9> : time constant of the rise
	tau2 = 10 (ms) <1e-9, 1e9>  : time constant of the decay
	e = 0 (mV)                  : reversal potential
}

ASSIGNED {
	v (mV)
	i (nA)  : current
	g (uS)  : conductance
	factor  : makes the peak of a single event its weight
}

STATE {
	A (uS) : the part that makes the rise
	B (uS) : the part that makes the decay
}

INITIAL {
	LOCAL tp
	if (tau1/tau2 > 0.9999) {
		tau1 = 0.9999*tau2
	}
	if (tau1/tau2 < 1e-9) {
		tau1 = tau2*1e-9
	}
	A = 0
	B = 0
	tp = (tau1*tau2)/(tau2 - tau1)*log(tau2/tau1)
	factor = 1/(-exp(-tp/tau1) + exp(-tp/tau2))
}

BREAKPOINT {
	SOLVE decay METHOD cnexp
	g = B - A
	i = g*(v - e)
}

DERIVATIVE decay {
	A' = -A/tau1
	B' = -B/tau2
}

NET_RECEIVE (weight (uS)) {
	A = A + weight*factor
	B = B + weight*factor
}
