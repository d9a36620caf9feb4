TITLE counter of action potentials

COMMENT
Counts how often v rises to thresh or above, as seen at the end of each step.
n is the count, time the time of the last crossing. record(vector) writes the
times of all of them into a Vector; record() ends that.
ENDCOMMENT

NEURON {
	POINT_PROCESS APCount
	RANGE n, thresh, time, firing
	BBCOREPOINTER times
}

UNITS {
	(mV) = (millivolt)
}

PARAMETER {
	n             : crossings so far
	thresh = -20 (mV) : threshold
	time (ms)     : of the last crossing
}

ASSIGNED {
	v (mV)
	firing : 1 while v is at or above the threshold
	times
}

INITIAL {
	n = 0
	firing = 0
VERBATIM
	if (_p_times) {
		vector_resize(_p_times, 0);
	}
ENDVERBATIM
	check()
}

BREAKPOINT {
	SOLVE check METHOD after_cvode
}

PROCEDURE check() {
	if (v >= thresh && !firing) {
		firing = 1
		time = t
		n = n + 1
VERBATIM
		if (_p_times) {
			vector_resize(_p_times, (int)n);
			vector_vec(_p_times)[(int)n - 1] = time;
		}
ENDVERBATIM
	}
	if (firing && v < thresh && t > time) {
		firing = 0
	}
}

PROCEDURE record() {
VERBATIM
	_p_times = 0;
	if (ifarg(1)) {
		_p_times = vector_arg(1);
	}
ENDVERBATIM
}
