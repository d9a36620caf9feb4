TITLE source of events at given times

COMMENT
Sends an event at each time [ms] in a Vector, which play(vector) gives and which
must ascend; play() takes it away. The Vector is read as the run goes on, one
element ahead, so that what lies further ahead may still be changed.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL VecStim
	BBCOREPOINTER times
}

ASSIGNED {
	taken : elements so far
	times : holds the Vector
}

INITIAL {
	taken = 0
	send()
}

NET_RECEIVE(w) {
	if (flag == 1) {
		net_event(t)
		send()
	}
}

: Has the instance receive an event of its own at the next of the times.
PROCEDURE send() {
	LOCAL next, more
	more = 0
VERBATIM
	if (_p_times && (int)taken < vector_capacity(_p_times)) {
		_lnext = vector_vec(_p_times)[(int)taken];
		if (_lnext < t) {
			hoc_execerror("VecStim: the times of events must ascend, and none may be before the start of the run", 0);
		}
		taken += 1;
		_lmore = 1;
	}
ENDVERBATIM
	if (more) {
		net_send(next - t, 1)
	}
}

: play(vector), or play()
PROCEDURE play() {
VERBATIM
	_p_times = ifarg(1) ? vector_arg(1) : 0;
ENDVERBATIM
}
