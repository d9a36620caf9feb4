TITLE a circular scheme without CONSERVE, in its steady state

NEURON {
	SUFFIX circle
	NONSPECIFIC_CURRENT i
	RANGE g
}
PARAMETER { g = 1e-4 }
ASSIGNED { v i }
STATE { c o d }
INITIAL {
	c = 0.2
	o = 0.7
	d = 0.1
	SOLVE turn STEADYSTATE sparse
}
BREAKPOINT {
	SOLVE turn METHOD sparse
	i = g*o*(v + 20)
}
KINETIC turn {
	~ c <-> o (alpha(v), beta(v))
	~ o <-> d (0.5, 0.02)
	~ d <-> c (0.1*alpha(v), 0.004*beta(v))
}
FUNCTION alpha(v) { alpha = 0.4*exp((v + 30)/25) }
FUNCTION beta(v) {
	TABLE FROM -150 TO 150 WITH 300
	beta = 0.1*exp(-(v + 30)/30)
}
