TITLE A block that cnexp solves and INITIAL calls like a procedure

NEURON { POINT_PROCESS Calls RANGE seen }
ASSIGNED { v (mV) seen }
STATE { m }
INITIAL {
	m = 0.5
	gates()
	seen = m
	gates()
}
BREAKPOINT { SOLVE gates METHOD cnexp }
DERIVATIVE gates { m' = (v/100 - m)/3 }
