TITLE a point process with an ion's current and one of its own

NEURON {
	POINT_PROCESS Shunt
	USEION k READ ek WRITE ik
	NONSPECIFIC_CURRENT i
	RANGE g, gk, e, i, act
}

PARAMETER {
	g = 0.001
	gk = 0.0005
	e = -10
}

ASSIGNED {
	v
	ek
	ik
	i
}

STATE { act }

INITIAL { act = bell(v) }

BREAKPOINT {
	SOLVE open METHOD cnexp
	ik = gk*act*(v - ek)
	i = g*bell(v)*(v - e)
}

DERIVATIVE open {
	act' = bell(v) - act/2
}

FUNCTION bell(u) {
	bell = exp(-((u + 30)/20)^2)
}
