TITLE graded inhibitory synapse

COMMENT
X.-J. Wang and G. Buzsaki (1996), J. Neurosci. 16:6402-6413.
ENDCOMMENT

NEURON {
	POINT_PROCESS GABAa
	POINTER vpre
	NONSPECIFIC_CURRENT i
	RANGE g, e
}

UNITS {
	(mV) = (millivolt)
	(nA) = (nanoamp)
	(uS) = (microsiemens)
}

PARAMETER {
	g = 0.001 (uS) <0, 1e9>
	e = -75 (mV)
	alpha = 12 (/ms) : how fast it opens
	beta = 0.1 (/ms) : and closes
}

ASSIGNED {
	v (mV)
	vpre (mV)
	i (nA)
}

STATE {
	s : part of the channels that are open
}

INITIAL {
	s = 0
}

BREAKPOINT {
	SOLVE gate METHOD cnexp
	i = g*s*(v - e)
}

DERIVATIVE gate {
	s' = alpha/(1 + exp(-vpre/2(mV)))*(1 - s) - beta*s
}
