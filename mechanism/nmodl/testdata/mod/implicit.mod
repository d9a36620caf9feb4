TITLE a system that derivimplicit solves: not linear, with a branch

NEURON {
	SUFFIX implicit
	NONSPECIFIC_CURRENT i
	RANGE b, c
}

PARAMETER {
	b = 0.3
	c = 2
}

ASSIGNED {
	v
	i
}

STATE { x w z }

INITIAL {
	x = 0.2
	w = 0.1
	z = 1
}

BREAKPOINT {
	SOLVE curved METHOD derivimplicit
	i = 1e-6*x*(v + 60)
}

DERIVATIVE curved {
	LOCAL r, f
	r = rate(v)
	if (v > -50) {
		f = x*x - c*w/(1 + w)
	} else {
		f = exp(-w) - w*z
	}
	x' = r*(1 - x)*(1 - x) - b*x*w
	w' = f
	z' = sqrt(x) - z*sqrt(z)
}

FUNCTION rate(u) {
	rate = 1/(1 + exp(-(u + 40)/9))
}
