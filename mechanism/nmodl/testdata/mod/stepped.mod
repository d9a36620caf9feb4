TITLE a PROCEDURE that advances its state itself

NEURON {
	SUFFIX stepped
	RANGE size
	GLOBAL mexp, minf
	THREADSAFE
}

PARAMETER {
	tau = 3
}

ASSIGNED {
	v
	dt
	mexp
	minf
	area
	diam
	size
}

STATE { s }

BREAKPOINT {
	SOLVE advance
	size = area*diam
}

PROCEDURE advance() {
	LOCAL d
	mexp = 1 - exp(-dt/tau)
	minf = 1/(1 + exp(-(v + 30)/10))
	d = mexp*(minf - s)
	s = s + d
}
