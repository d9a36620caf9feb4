TITLE passive membrane

COMMENT
A leak of constant conductance:

    i = g (v - e)

outward current positive, e being the potential at which the membrane rests.
ENDCOMMENT

NEURON {
	SUFFIX pas
	NONSPECIFIC_CURRENT i
	RANGE g, e
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER {
	g = 0.001 (S/cm2) <0, 1e9> : conductance
	e = -70 (mV)               : reversal potential
}

ASSIGNED {
	v (mV)
	i (mA/cm2) : current
}

BREAKPOINT {
	i = g*(v - e)
}
