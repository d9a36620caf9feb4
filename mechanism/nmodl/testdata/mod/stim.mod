TITLE an electrode whose current depends on the potential

NEURON {
	POINT_PROCESS Stim
	ELECTRODE_CURRENT i
	RANGE amp, r, i, on, off
}

PARAMETER {
	amp = 0.2
	r = 50
	on = 0.2
	off = 0.6
}

ASSIGNED {
	v
	i
}

BREAKPOINT {
	at_time(on)
	at_time(off)
	if (t >= on && t < off) {
		i = amp - (v + 65)/r
	} else {
		i = 0
	}
}
