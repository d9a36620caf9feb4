TITLE fires gids at given times

COMMENT
play(times, gids) gives pairs of a time [ms] and a gid, in ascending order of the
times. Each fires the gid at its time as if another process had sent its event: what
gid_connect made of a gid that is not of this process receives it after its delay.
Gids of this process are left alone. The Vectors are copied; play() forgets them.

fake_output is there for scripts that set it, and has no effect, as in NEURON 8.2.2.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL PatternStim
	RANGE fake_output
	BBCOREPOINTER times, gids
}

PARAMETER {
	fake_output = 0 : without effect
}

ASSIGNED {
	count : pairs
	fired : pairs so far
	times : holds them
	gids
}

INITIAL {
	fired = 0
	if (count > 0) {
		net_send(0, 1)
	}
}

NET_RECEIVE(w) {
	LOCAL next
	if (flag == 1) {
		next = fire()
		if (next >= t) {
			net_send(next - t, 1)
		}
	}
}

: Fires a hundred pairs ahead, then those that are due, and gives the time of the
: next, or one that is past where there is none.
FUNCTION fire() {
VERBATIM
	int sent = 0;
	double *at = (double *)_p_times, *gid = (double *)_p_gids;
	while ((int)fired < (int)count) {
		nrn_fake_fire((int)gid[(int)fired], at[(int)fired], (int)fake_output);
		fired += 1;
		sent += 1;
		if (sent > 101 && (int)fired < (int)count && t < at[(int)fired]) {
			break;
		}
	}
	_lfire = (int)fired < (int)count ? at[(int)fired] : t - 1;
ENDVERBATIM
}

: play(times, gids), or play()
PROCEDURE play() {
VERBATIM
	int i;
	double *at, *gid;
	void *t_vec, *g_vec;
	count = 0;
	_p_times = 0;
	_p_gids = 0;
	if (ifarg(1)) {
		t_vec = vector_arg(1);
		g_vec = vector_arg(2);
		if (vector_capacity(t_vec) != vector_capacity(g_vec)) {
			hoc_execerror("PatternStim.play: there must be as many gids as times", 0);
		}
		at = (double *)malloc(vector_capacity(t_vec) * sizeof(double));
		gid = (double *)malloc(vector_capacity(t_vec) * sizeof(double));
		for (i = 0; i < vector_capacity(t_vec); i++) {
			at[i] = vector_vec(t_vec)[i];
			gid[i] = vector_vec(g_vec)[i];
		}
		_p_times = at;
		_p_gids = gid;
		count = vector_capacity(t_vec);
	}
ENDVERBATIM
}
