TITLE a source of events at given times

COMMENT
Sends an event at each time of a Vector, which play(vector) names and which must
ascend; play() without an argument ends that. The Vector is read as the events
are sent, so that it may change during a run.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL VecStim
	BBCOREPOINTER times
}

ASSIGNED {
	index      : of the next time, -1 after the last
	etime (ms) : the next time
	times
}

INITIAL {
	index = 0
	element()
	if (index > 0) {
		net_send(etime - t, 1)
	}
}

NET_RECEIVE (w) {
	if (flag == 1) {
		net_event(t)
		element()
		if (index > 0) {
			net_send(etime - t, 1)
		}
	}
}

: Takes the next time from the Vector.
PROCEDURE element() {
VERBATIM
	int i = (int)index;
	if (i >= 0) {
		if (_p_times && i < vector_capacity(_p_times)) {
			etime = vector_vec(_p_times)[i];
			index = i + 1;
		} else {
			index = -1;
		}
	}
ENDVERBATIM
}

PROCEDURE play() {
VERBATIM
	_p_times = 0;
	if (ifarg(1)) {
		_p_times = vector_arg(1);
	}
ENDVERBATIM
}
