TITLE voltage clamp with a single electrode

COMMENT
An electrode of resistance rs that holds the potential at up to three levels,
one after the other, from t = 0 on:

    i = (vc - v)/rs

vc is amp1 for dur1 ms, then amp2 for dur2 ms, then amp3 for dur3 ms; after
that the electrode is off. The smaller rs, the closer v follows vc.

When the second and third level end is fixed at initialization: a later change
of the durations moves only the end of the first.
ENDCOMMENT

NEURON {
	POINT_PROCESS SEClamp
	ELECTRODE_CURRENT i
	RANGE rs, dur1, amp1, dur2, amp2, dur3, amp3, vc, i
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
}

PARAMETER {
	rs = 1 (megohm) <1e-9, 1e9> : resistance of the electrode
	dur1 (ms)                   : duration of the first level
	amp1 (mV)                   : first level
	dur2 (ms) <0, 1e9>          : duration of the second level
	amp2 (mV)                   : second level
	dur3 (ms) <0, 1e9>          : duration of the third level
	amp3 (mV)                   : third level
}

ASSIGNED {
	v (mV)
	vc (mV)  : level to hold
	i (nA)   : injected current
	on       : whether the electrode is in
	end2 (ms) : when the second level ends
	end3 (ms) : when the third level ends
}

INITIAL {
	end2 = dur1 + dur2
	end3 = end2 + dur3
	on = 0
}

BREAKPOINT {
	SOLVE current METHOD after_cvode
	level()
	current()
}

: The injected current. It is computed once more after v has moved, so that the
: recorded i belongs to the recorded v.
PROCEDURE current() {
	if (on) {
		i = (vc - v)/rs
	} else {
		i = 0
	}
}

: Sets vc and on for the time t.
PROCEDURE level() {
	on = 1
	if (t < dur1) {
		vc = amp1
	} else if (t < end2) {
		vc = amp2
	} else if (t < end3) {
		vc = amp3
	} else {
		vc = 0
		on = 0
	}
	at_time(dur1)
	at_time(end2)
	at_time(end3)
}
