TITLE tables of procedures and functions

NEURON {
	SUFFIX tables
	NONSPECIFIC_CURRENT i
	RANGE inf, tau, m, lift, fv, nested, over
	GLOBAL half, lo
}

PARAMETER {
	half = -40 (mV)
	lo = -90 (mV)
	lift = 0.1
}

ASSIGNED {
	v
	i
	inf
	tau
	celsius
	fv
	nested
	over[2]
}

STATE { m }

INITIAL {
	rates(v)
	m = inf
}

BREAKPOINT {
	SOLVE gate METHOD cnexp
	fv = shape(v)
	nested = outer(v/10)
	i = 1e-5*m*fv*(v + 70)
}

DERIVATIVE gate {
	rates(v)
	m' = (inf - m)/tau
}

PROCEDURE rates(u) {
	TABLE inf, tau, over DEPEND half, celsius FROM lo TO 60 WITH 77
	inf = 1/(1 + exp(-(u - half)/8))
	tau = 1 + lift + 3*exp(-((u + 50)/20)^2)*2^((celsius - 20)/10)
	over[0] = u
	over[1] = u*u
}

FUNCTION inner(u) {
	TABLE FROM -100 TO 100 WITH 30
	inner = u*u/1000
}

FUNCTION shape(u) {
	TABLE FROM -80 TO 20 WITH 50
	shape = exp(u/30) + inner(u)
}

FUNCTION outer(x) {
	outer = x + inner(10*x) - shape(x)
}
