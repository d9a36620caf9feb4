TITLE currents with branches, arrays, loops and a reversal potential of its own

NEURON {
	SUFFIX branches
	USEION na READ nai, nao WRITE ena, ina
	USEION k READ ek WRITE ik
	NONSPECIFIC_CURRENT i
	RANGE g, bend, i, calls, sum, last
	GLOBAL shift, seen
}

PARAMETER {
	g[3] (S/cm2)
	bend = -50 (mV)
	shift = 2 (mV)
	shape[2]
}

ASSIGNED {
	v (mV)
	ena (mV)
	ina (mA/cm2)
	nai (mM)
	nao (mM)
	ek (mV)
	ik (mA/cm2)
	i (mA/cm2)
	sum
	last
	calls
	seen
	hidden
	temporary
	celsius (degC)
}

LOCAL factor

INITIAL {
	factor = 2
	shape[0] = 1
	shape[1] = 3
	hidden = 7
	calls = 0
	ena = 10*log(nao/nai)
}

BREAKPOINT {
	LOCAL k, x
	calls = calls + 1
	temporary = factor*shape[1]
	FROM j = 0 TO 2 {
		sum = 0
		FROM k = 0 TO j {
			sum = sum + g[k]*(k + 1)
		}
	}
	last = g[2]
	ena = ena + 0.001
	ina = sum*(v - ena)
	if (v > bend) {
		ik = g[0]*(v - ek)*(v - bend)
		x = 1
	} else if (v == bend) {
		ik = -1e-9
		x = 2
	} else {
		ik = 0
		x = 3
	}
	seen = v + x
	k = 0
	while (k < x) {
		k = k + 1
	}
	i = 1e-6*(v + 60)*(k + hidden) + 1e-8*temporary
	if (celsius > 20) {
		i = i*2
	}
	i = i + 1e-6*(x >= 2 && v < -60 || !(k != 1)) + 1e-9*fabs(v)^1.5 - 1e-7*2^3
	hidden = hidden + 0.5
}
