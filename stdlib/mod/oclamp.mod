TITLE voltage clamp for one interval

COMMENT
An electrode of resistance rs that holds the potential at vc from the time on
to the time off, while switched_on is not 0:

    i = (vc - v)/rs
ENDCOMMENT

NEURON {
	POINT_PROCESS OClamp
	ELECTRODE_CURRENT i
	RANGE on, off, rs, vc, i, switched_on
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
}

PARAMETER {
	rs = 1 (megohm) <1e-9, 1e9> : resistance of the electrode
	on = 0 (ms)                 : start
	off = 0 (ms)                : end
	vc (mV)                     : potential to hold
	switched_on = 0             : 0: no current at any time
}

ASSIGNED {
	v (mV)
	i (nA) : injected current
	holds  : whether the electrode is in
}

INITIAL {
	holds = 0
}

BREAKPOINT {
	SOLVE current METHOD after_cvode
	holds = 0
	if (switched_on) {
		at_time(on)
		at_time(off)
		if (t >= on && t <= off) {
			holds = 1
		}
	}
	current()
}

: The injected current. It is computed once more after v has moved, so that the
: recorded i belongs to the recorded v.
PROCEDURE current() {
	if (holds) {
		i = (vc - v)/rs
	} else {
		i = 0
	}
}
