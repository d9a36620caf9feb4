TITLE half of a gap junction

COMMENT
A conductance to a place whose potential is vgap, usually in another cell:

    i = g (v - vgap)

A junction consists of two, one in each cell, with the same g = 1/r. vgap is what
it was at the start of the step.
ENDCOMMENT

NEURON {
	POINT_PROCESS gap
	NONSPECIFIC_CURRENT i
	RANGE g, i
	POINTER vgap
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
	(uS) = (microsiemens)
}

PARAMETER {
	g = 0 (uS) <0, 1e9> : conductance
}

ASSIGNED {
	v (mV)
	vgap (mV) : potential of the other side
	i (nA)    : current
}

BREAKPOINT {
	i = g*(v - vgap)
}
