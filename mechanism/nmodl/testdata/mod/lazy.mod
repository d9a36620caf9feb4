TITLE a table that needs what INITIAL computes, and a routine that sets more than its table

NEURON {
	SUFFIX lazy
	USEION k READ ek, ik WRITE ik
	RANGE inf, tau, m, ik, gbar
	GLOBAL factor, lo, hi
	GLOBAL extra
}

PARAMETER {
	gbar = 0.0123456789
	lo = -100
	hi = 50
}

ASSIGNED {
	v
	celsius
	ek
	ik
	inf
	tau
	factor
	extra
	first
}

STATE { m }

INITIAL {
	factor = 3^((celsius - 20)/10)
	rates(v)
	m = inf
}

BREAKPOINT {
	SOLVE gate METHOD cnexp
	ik = gbar*m*extra*first*(v - ek)
}

DERIVATIVE gate {
	rates(v)
	m' = (inf - m)/tau
}

PROCEDURE rates(u) {
	TABLE inf, tau DEPEND celsius FROM lo TO hi WITH 99
	extra = 2*factor
	first = 1 + extra
	u = u + 5
	inf = 1/(1 + exp(-u/12))
	tau = 4/factor
}
