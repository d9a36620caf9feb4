TITLE A block that derivimplicit solves and INITIAL calls like a procedure

NEURON { POINT_PROCESS Calls2 RANGE w, rate }
ASSIGNED { v (mV) w rate }
STATE { q }
INITIAL {
	q = 2
	together()
	rate = w
}
BREAKPOINT { SOLVE together METHOD derivimplicit }
DERIVATIVE together {
	w = q*q + v
	q' = -q*q + 0.5
}
