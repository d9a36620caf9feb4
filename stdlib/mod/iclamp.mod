TITLE current clamp

COMMENT
An electrode that injects a rectangular pulse of current:

    i = amp   for del <= t < del + dur,   0 otherwise

A positive current depolarizes. Scripts may write delay for del.
ENDCOMMENT

NEURON {
	POINT_PROCESS IClamp
	RANGE del, dur, amp, i
	ELECTRODE_CURRENT i
}

UNITS {
	(nA) = (nanoamp)
}

PARAMETER {
	del (ms)              : start of the pulse
	dur (ms) <0, 1e9>     : its duration
	amp (nA)              : its amplitude
}

ASSIGNED {
	i (nA) : injected current
}

INITIAL {
	i = 0
}

BREAKPOINT {
	at_time(del)
	at_time(del + dur)
	if (t < del + dur && t >= del) {
		i = amp
	} else {
		i = 0
	}
}
