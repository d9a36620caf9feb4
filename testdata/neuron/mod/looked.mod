TITLE FUNCTION_TABLEs, BEFORE and AFTER blocks, FROM with bounds from variables

NEURON {
	SUFFIX looked
	USEION ca READ cai, eca WRITE ica
	RANGE g, n, before, after, stepped, seen, power, series
	NONSPECIFIC_CURRENT i
}
PARAMETER {
	g = 1e-4
	n = 3
}
ASSIGNED { v cai eca ica i before after stepped seen power series c[4] t1 }
STATE { m }
FUNCTION_TABLE minf(v (mV))
FUNCTION_TABLE tau(v, ca)
BEFORE INITIAL { before = v/2 }
INITIAL {
	m = minf(v)
	stepped = 0
	FROM k = 0 TO 3 { c[k] = 1 + k/2 }
}
AFTER INITIAL { after = 100 + m }
BEFORE BREAKPOINT { seen = m + t/10 }
BREAKPOINT {
	SOLVE s METHOD cnexp
	power = 1
	FROM k = 1 TO n { power = power*m }
	i = g*power*(v + 70)
	ica = 1e-5*m*(v - eca)
}
DERIVATIVE s { m' = (minf(v) - m)/tau(v, cai) }
AFTER SOLVE { after = after + m }
BEFORE STEP {
	stepped = stepped + 1
	poly(v/100)
}
PROCEDURE poly(x) {
	LOCAL j
	series = 0
	FROM j = n - 2 TO n BY 1 {
		if (j >= 0 && j <= 3) {
			series = series*x + c[j]
		}
	}
}
