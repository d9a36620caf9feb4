TITLE Values of some steps ago: x@n in DISCRETE blocks, and LAG

NEURON { POINT_PROCESS Past RANGE d, late, later GLOBAL turns }
PARAMETER { wait = 0.33 (ms)  long = 1.5 (ms) }
ASSIGNED { v (mV) d late (mV) later turns }
STATE { a b f[3] }
INITIAL {
	b = 1
	count()
}
BREAKPOINT {
	SOLVE all
	d = a@1 - a
}
PROCEDURE all() { : a SOLVE of a DISCRETE block would move NEURON's clock
	count()
	other()
	turns = turns + 1
}
DISCRETE count {
	LOCAL n
	n = a@1 + b@2
	a = 0.5*n + 0.01*v
	b = a - b@1*0.3
	f[0] = f@1[1] + 1
	f[1] = f@2[0]*0.5
	f[2] = f[2] + f@1[0]
}
DISCRETE other { b = b@3 + 0.1*a@1 }
BEFORE STEP {
	LAG v BY wait
	late = lag_v_wait
	LAG a BY long
	later = lag_a_long
}
