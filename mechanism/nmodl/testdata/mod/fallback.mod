TITLE cnexp where equations are not linear: NEURON solves the whole block by derivimplicit

NEURON {
	SUFFIX fallback
}

STATE { f g }

INITIAL {
	f = 0.5
	g = 0.2
}

BREAKPOINT {
	SOLVE decay METHOD cnexp
}

DERIVATIVE decay {
	f' = slow(f)
	g' = 0.1 - g/(1 + g)
}

FUNCTION slow(x) {
	slow = -0.5*x
}
