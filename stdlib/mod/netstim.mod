TITLE source of events, regular or at random

COMMENT
Sends number events, interval ms apart on average, the first one at start. The
time between two events is

    (1 - noise) interval + noise interval x

where x is exponentially distributed with mean 1: noise = 0 makes a regular train,
noise = 1 a Poisson process. The first event comes at start + noise interval (x - 1),
but not before t = 0. There is none if start is negative.

An event of positive weight that arrives while no train is running starts one at
once, and one of negative weight ends the train.

x is drawn from a Random123 stream of its own after noiseFromRandom123(id1, id2,
id3), where id3 may be left out; finitialize puts that stream to its start. After
noiseFromRandom(random) it is drawn from that Random, whose distribution should be
negexp(1). Otherwise all draw from the sequence behind exprand, which seed(x)
starts anew.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL NetStim
	RANGE interval, number, start, noise
	RANDOM stream
	BBCOREPOINTER random
}

PARAMETER {
	interval = 10 (ms) <0, 1e9> : mean time between events; 0 counts as 0.01 ms
	number = 10 <0, 1e9>        : of events
	start = 50 (ms)             : time of the first event
	noise = 0 <0, 1>            : 0 regular, 1 Poisson
}

ASSIGNED {
	running : whether a train is on its way
	sent    : events of this train
	drawn   : x comes from: 0 the shared sequence, 1 a Random, 2 the stream
	random  : holds the Random
}

INITIAL {
	LOCAL first
	random_setseq(stream, 0)
	running = 0
	if (start >= 0 && number > 0) {
		running = 1
		first = start + pause() - interval*(1 - noise)
		if (first < 0) {
			first = 0
		}
		net_send(first, 3)
	}
}

NET_RECEIVE(w) {
	LOCAL next
	if (flag == 1) { : an event is due
		if (running) {
			net_event(t)
			sent = sent + 1
			next = pause()
			if (sent < number) {
				net_send(next, 1)
			} else {
				running = 0
			}
		}
	} else if (flag == 3) { : the train of INITIAL begins, unless it was ended
		if (running) {
			sent = 0
			net_send(0, 1)
		}
	} else if (w < 0) {
		running = 0
	} else if (w > 0 && !running && number > 0) {
		running = 1
		sent = 0
		net_send(pause() - interval*(1 - noise), 1)
	}
}

: The time from one event to the next.
FUNCTION pause() (ms) {
	LOCAL mean
	mean = interval
	if (mean <= 0) {
		mean = 0.01
	}
	if (noise == 0) {
		pause = mean
	} else {
		pause = (1 - noise)*mean + noise*mean*erand()
	}
}

: A number from the exponential distribution with mean 1.
FUNCTION erand() {
	if (drawn == 2) {
		erand = random_negexp(stream)
	} else if (drawn == 1) {
VERBATIM
		_lerand = nrn_random_pick(_p_random);
ENDVERBATIM
	} else {
		erand = exprand(1)
	}
}

: Starts the shared sequence anew.
PROCEDURE seed(x) {
	set_seed(x)
}

: noiseFromRandom(random); without it the shared sequence is used again.
PROCEDURE noiseFromRandom() {
VERBATIM
	drawn = 0;
	if (ifarg(1)) {
		_p_random = nrn_random_arg(1);
		drawn = 1;
	}
ENDVERBATIM
}

: noiseFromRandom123(id1, id2, id3), or without id3.
PROCEDURE noiseFromRandom123() {
	LOCAL id1, id2, id3
	drawn = 0
VERBATIM
	if (ifarg(2)) {
		drawn = 2;
		_lid1 = *getarg(1);
		_lid2 = *getarg(2);
		_lid3 = ifarg(3) ? *getarg(3) : 0.;
	}
ENDVERBATIM
	random_setids(stream, id1, id2, id3)
}
