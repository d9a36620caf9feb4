TITLE artificial cell: leaky integrator of a decaying current

COMMENT
A current i, which each event raises by its weight and which decays to the bias
ib, drives a leaky integrator:

    taus i' = ib - i,   taum m' = i - m

When m reaches 1 the cell fires and m goes on from 0; i is not changed. taus must
be longer than taum: at the start of a run it is made so. Between events

    m(t) = ib + s (i - ib) exp(-t/taus) + rest exp(-t/taum),   s = taus/(taus - taum)

where rest makes m(0) = m. An event of the cell's own is sent to the first t at
which that is 1, and moved when the current changes.

The variables i and m keep their values of the last event; I() and M() compute
them at t.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL IntFire2
	RANGE taus, taum, ib, i, m
}

PARAMETER {
	taus = 20 (ms) : time constant of the current
	taum = 10 (ms) : time constant of the integrator
	ib = 0         : bias
}

ASSIGNED {
	i         : current, as of the last event
	m         : what is integrated, as of the last event
	last (ms) : time of i and m
}

INITIAL {
	if (taus <= taum) {
		taus = taum + 0.1
	}
	i = ib
	m = 0
	last = t
	net_send(crossing(), 1)
}

NET_RECEIVE(w) {
	if (flag == 1) {
		net_event(t)
		i = I()
		m = 0
		last = t
		net_send(crossing(), 1)
	} else {
		m = M()
		i = I() + w
		last = t
		if (m >= 1) {
			net_move(t)
		} else {
			net_move(t + crossing())
		}
	}
}

: i at the time t.
FUNCTION I() {
	I = ib + (i - ib)*exp(-(t - last)/taus)
}

: m at the time t.
FUNCTION M() {
	LOCAL slow
	slow = taus/(taus - taum)*(i - ib)
	M = ib + slow*exp(-(t - last)/taus) + (m - ib - slow)*exp(-(t - last)/taum)
}

: Time from the last event until m reaches 1; 1e9 if it never does.
:
: With x = exp(-t/taum) and r = taum/taus the condition is
:     ib + slow x^r + rest x = 1,   0 < x <= 1
: and its largest root is wanted. Where m only rises, to ib > 1, there is one
: root; where it rises and falls, one exists if the peak is above 1, at an x below
: 1. Newton's iteration from where the tangent at x = 1 meets 1 reaches it from
: above. If that is not in the domain, y = x^r is a better unknown, from y = 0.
FUNCTION crossing() (ms) {
	LOCAL r, slow, rest, slope, x, falls
	r = taum/taus
	slow = taus/(taus - taum)*(i - ib)
	rest = m - ib - slow
	slope = r*slow + rest
	crossing = 1e9
	if (ib > 1 && slow <= 0) {
		x = 0
		if (slope < 0) {
			x = 1 + (1 - m)/slope
		}
		if (x > 0) {
			crossing = -taum*log(root(x, slow, rest, r))
		} else {
			crossing = -taus*log(root(0, rest, slow, 1/r))
		}
	} else if (ib > 1 || ib + slow > 1) {
		x = (-rest/(r*slow))^(1/(r - 1)) : of the peak
		falls = x < 1 && ib + slow*x^r + rest*x > 1
		if (falls) {
			crossing = -taum*log(root(1 + (1 - m)/slope, slow, rest, r))
		}
	}
}

: Newton's iteration for ib + p x^k + q x = 1, from x on and within 0 < x <= 1,
: until both the step and the error are within 1e-6.
FUNCTION root(start, p, q, k) {
	LOCAL x, miss, step, tries
	x = start
	step = 1
	miss = 1
	tries = 0
	while (fabs(step) > 1e-6 || fabs(miss) > 1e-6) {
		miss = 1 - (ib + p*x^k + q*x)
		step = miss/(k*p*x^(k - 1) + q)
		x = x + step
		if (x <= 0) {
			x = 1e-4
		}
		if (x > 1) {
			x = 1
		}
		tries = tries + 1
		if (tries > 10) {
			printf("IntFire2: the time of firing after t=%g is inexact by %g of the threshold\n", t, fabs(miss))
			step = 0
			miss = 0
		}
	}
	root = x
}
