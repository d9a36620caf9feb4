TITLE BEFORE and AFTER blocks that assign to variables of ions

NEURON { POINT_PROCESS Hooked USEION ca READ cai WRITE cai, ica USEION k WRITE ek, ik RANGE g, seen }
PARAMETER { g = 0.0001 (uS) }
ASSIGNED { v (mV) ica (nA) ik (nA) ek (mV) cai (mM) seen }
STATE { n }
INITIAL { n = 0.2 cai = 2e-4 }
BREAKPOINT {
	SOLVE turn METHOD cnexp
	ica = g*n*(v - 100)
	ik = g*(v + 80)
}
DERIVATIVE turn { n' = (0.5 - n)/3 }
AFTER SOLVE {
	cai = cai + 1e-6*n
	seen = cai*1e3
}
BEFORE STEP { ica = 2*ica }
