TITLE a mechanism without a current: BREAKPOINT follows the new state

NEURON {
	SUFFIX quiet
	RANGE m, seen, edge, te
}

PARAMETER {
	te = 0.1
}

ASSIGNED {
	v
	seen
	edge
}

STATE { m START 0.25 }

BREAKPOINT {
	seen = v + m
	SOLVE gate METHOD cnexp
	if (at_time(te)) {
		edge = edge + 1
	}
}

DERIVATIVE gate {
	m' = 0.1
}
