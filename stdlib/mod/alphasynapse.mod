TITLE synapse with a conductance shaped as an alpha function

COMMENT
One synaptic event at a time that is set beforehand:

    i = g (v - e),   g = gmax x exp(1 - x),   x = (t - onset)/tau

g rises to gmax at t = onset + tau. It is 0 before the onset, and again from
x = 10 on, where it is down to gmax/800.
ENDCOMMENT

NEURON {
	POINT_PROCESS AlphaSynapse
	RANGE onset, tau, gmax, e, i
	NONSPECIFIC_CURRENT i
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
	(uS) = (microsiemens)
}

PARAMETER {
	onset = 0 (ms)             : time of the event
	tau = 0.1 (ms) <1e-3, 1e6> : time from the onset to the peak
	gmax = 0 (uS) <0, 1e9>     : peak conductance
	e = 0 (mV)                 : reversal potential
}

ASSIGNED {
	v (mV)
	i (nA)  : current
	g (uS)  : conductance
}

BREAKPOINT {
	if (gmax) {
		at_time(onset)
	}
	g = gmax*alpha((t - onset)/tau)
	i = g*(v - e)
}

: The alpha function, with its peak of 1 at x = 1.
FUNCTION alpha(x) {
	if (x < 0 || x > 10) {
		alpha = 0
	} else {
		alpha = x*exp(1 - x)
	}
}
