TITLE A pool of calcium in a shell below the membrane, which the current fills and a pump empties

NEURON {
	SUFFIX capool
	USEION ca READ ica, cai WRITE cai
	RANGE depth, tau, rest
}

UNITS {
	(mA) = (milliamp)
	(mM) = (milli/liter)
	(um) = (micron)
	FARADAY = (faraday) (coulomb)
}

PARAMETER {
	depth = 0.1 (um)
	tau = 20 (ms)
	rest = 5e-5 (mM)
}

ASSIGNED { ica (mA/cm2) }

STATE { cai (mM) }

INITIAL { cai = rest }

BREAKPOINT { SOLVE flow METHOD cnexp }

DERIVATIVE flow {
	cai' = -(1e4)*ica/(2*FARADAY*depth) + (rest - cai)/tau
}
