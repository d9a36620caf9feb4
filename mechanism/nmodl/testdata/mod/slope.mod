TITLE currents with and without a constant conductance

NEURON {
	SUFFIX slope
	NONSPECIFIC_CURRENT il, ix
	USEION k READ ek WRITE ik
	RANGE gl, el, gk, p, m, open, mode
}

PARAMETER {
	gl = 1e-4
	el = -60
	gk = 3e-4
	p = 2e-6
	mode = 1
}

ASSIGNED {
	v
	il
	ix
	ek
	ik
	open
}

STATE { m }

INITIAL { m = 0.3 }

BREAKPOINT {
	SOLVE gate METHOD cnexp
	if (mode > 0.5) {
		il = gl*(v - el)
	} else {
		il = 2*gl*(v - el) + 1e-6
	}
	open = m^2
	ik = gk*open*(v - ek)
	ix = p*(v - el)*exp(-(v + 40)/30)
}

DERIVATIVE gate {
	LOCAL fast
	fast = 2*m
	m' = fast*0.01 + (0.5 - m)/(3 + 1/(1 + exp(-v/10)))/2 - m*0.05
}
