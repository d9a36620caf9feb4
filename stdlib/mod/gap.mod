TITLE gap junction, one half

COMMENT
A resistor to another segment, whose potential vgap points to:

    i = (v - vgap)/r

A gap junction takes two of them, one on each side.
ENDCOMMENT

NEURON {
	POINT_PROCESS Gap
	NONSPECIFIC_CURRENT i
	RANGE r, i
	POINTER vgap
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
}

PARAMETER {
	r = 1e10 (megohm) : resistance
}

ASSIGNED {
	v (mV)
	vgap (mV) : potential of the other side
	i (nA)    : current
}

BREAKPOINT {
	i = (v - vgap)/r
}
