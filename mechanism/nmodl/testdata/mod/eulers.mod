TITLE explicit steps

NEURON {
	SUFFIX eulers
}

STATE { e1 e2 }

INITIAL {
	e1 = 1
}

BREAKPOINT {
	SOLVE oscillate METHOD euler
}

DERIVATIVE oscillate {
	e1' = -e2
	e2' = e1 - 0.1*e2
}
