TITLE a linear system that derivimplicit solves

NEURON {
	SUFFIX linear
	RANGE a, b, flow
}

PARAMETER {
	a = 0.5
	b = 0.3
}

ASSIGNED {
	v
	flow
}

STATE { p q }

INITIAL {
	SOLVE exchange STEADYSTATE derivimplicit
	p = 2*p
}

BREAKPOINT {
	SOLVE exchange METHOD derivimplicit
}

DERIVATIVE exchange {
	flow = a*p - b*q
	p' = -flow + 0.1*(1 - p)
	q' = flow
}
