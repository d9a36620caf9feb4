TITLE artificial cell: leaky integrator of excitation and slower inhibition

COMMENT
An event of positive weight adds to an excitatory current, one of negative weight
to an inhibitory one, which rises with taui1 and decays with taui2. Both drive a
leaky integrator:

    e'  = -e/taue
    i1' = -i1/taui1
    i2' = -i2/taui2 + ai1 i1
    m'  = -m/taum + ae e + ai2 i2

ae, ai1 and ai2 are chosen so that from rest an event of weight 1 brings m to a
peak of 1, and one of -1 to -1. When m comes within eps of 1 the cell fires and m
goes on from 0; the currents are not changed.

Between events the four have an exact solution, sums of exponentials. As long as
inhibition outlasts excitation, m stays below its tangent on the way up; so an
event of the cell's own is sent to where the tangent meets 1, and from there, if
m is not yet 1, to where the next tangent does.

At the start of a run taue and taui1 are made shorter than taui2, and no two time
constants are left nearer than taueps, where the solution would be 0/0.

The variables e, i1, i2 and m keep their values of the last event. M() computes m
at t, E() and I() the two currents ae e and ai2 i2.

Source: R. A. J. van Elburg and A. van Ooyen (2009), Generalization of the
event-based Carnevale-Hines integration scheme for integrate-and-fire models,
Neural Comput. 21:1913-1930.
ENDCOMMENT

NEURON {
	ARTIFICIAL_CELL IntFire4
	RANGE taue, taui1, taui2, taum, e, i1, i2, m, ae, ai1, ai2
	RANGE nself, nexcite, ninhibit
	GLOBAL eps, taueps
}

PARAMETER {
	taue = 5 (ms) <0, 1e9>         : time constant of excitation
	taui1 = 10 (ms) <0, 1e9>       : of the rise of inhibition
	taui2 = 20 (ms) <0, 1e9>       : of the decay of inhibition
	taum = 50 (ms) <0, 1e9>        : of the integrator
	eps = 1e-6 <1e-9, 0.01>        : how near to 1 the cell fires
	taueps = 0.01 (ms) <1e-9, 1e9> : smallest difference of two time constants
}

ASSIGNED {
	e         : excitation, as of the last event
	i1        : first state of inhibition, as of the last event
	i2        : second state of inhibition, as of the last event
	m         : what is integrated, as of the last event
	last (ms) : time of these
	ae (1/ms)  : makes an event of weight 1 bring m to a peak of 1
	ai1 (1/ms) : makes an event of weight -1 bring i2 to -1
	ai2 (1/ms) : makes an event of weight -1 bring m to -1
	nself     : events of its own so far
	nexcite   : events of positive weight so far
	ninhibit  : other events so far
}

INITIAL {
	order()
	normalize()
	e = 0
	i1 = 0
	i2 = 0
	m = 0
	last = t
	nself = 0
	nexcite = 0
	ninhibit = 0
	net_send(patience(), 1)
}

NET_RECEIVE(w) {
	LOCAL d
	d = t - last
	m = integrated(d)
	i2 = inhibition(d)
	i1 = i1*exp(-d/taui1)
	e = e*exp(-d/taue)
	last = t
	if (m > 1 - eps) {
		net_event(t)
		m = 0
	}
	if (flag == 1) {
		nself = nself + 1
		net_send(patience(), 1)
	} else {
		if (w > 0) {
			e = e + w
			nexcite = nexcite + 1
		} else {
			i1 = i1 + w
			ninhibit = ninhibit + 1
		}
		net_move(t + patience())
	}
}

FUNCTION M() {
	M = integrated(t - last)
}

FUNCTION E() (/ms) {
	E = ae*e*exp(-(t - last)/taue)
}

FUNCTION I() (/ms) {
	I = ai2*inhibition(t - last)
}

: Time from now to where the tangent of m meets 1; 1e9 if m does not rise.
FUNCTION patience() (ms) {
	LOCAL slope
	slope = -m/taum + ae*e + ai2*i2
	if (slope > 1e-9) {
		patience = (1 - m)/slope
	} else {
		patience = 1e9
	}
}

: What an input that decays with tau1 has left, after d ms, in a state that decays
: with tau2, for an input of 1/ms at first: the integral over s from 0 to d of
: exp(-s/tau1) exp(-(d - s)/tau2).
FUNCTION passed(d (ms), tau1 (ms), tau2 (ms)) (ms) {
	passed = (exp(-d/tau2) - exp(-d/tau1))/(1/tau1 - 1/tau2)
}

: i2, d ms after the last event.
FUNCTION inhibition(d (ms)) {
	inhibition = i2*exp(-d/taui2) + ai1*i1*passed(d, taui1, taui2)
}

: m, d ms after the last event.
FUNCTION integrated(d (ms)) {
	integrated = m*exp(-d/taum) + ae*e*passed(d, taue, taum) + ai2*i2*passed(d, taui2, taum) + ai2*i1*chain(d)
}

: m/ai2, d ms after a single event of weight 1 to i1.
FUNCTION chain(d (ms)) (ms) {
	chain = ai1/(1/taui1 - 1/taui2)*(passed(d, taui2, taum) - passed(d, taui1, taum))
}

: Time of the peak of passed.
FUNCTION climax(tau1 (ms), tau2 (ms)) (ms) {
	climax = log(tau2/tau1)/(1/tau1 - 1/tau2)
}

: Factors that make the peaks 1.
PROCEDURE normalize() {
	LOCAL lo, hi, mid
	ae = 1/passed(climax(taue, taum), taue, taum)
	ai1 = 1/passed(climax(taui1, taui2), taui1, taui2)
	lo = 0
	hi = 1
	while (rises(hi)) {
		lo = hi
		hi = 2*hi
	}
	FROM k = 1 TO 50 {
		mid = (lo + hi)/2
		if (rises(mid)) {
			lo = mid
		} else {
			hi = mid
		}
	}
	ai2 = 1/chain(hi)
}

: Whether chain still rises d ms after the event. Its derivative is, but for a
: positive factor, that of passed by taui2 less that by taui1.
FUNCTION rises(d (ms)) {
	rises = flow(d, taui2) > flow(d, taui1)
}

: The derivative of passed(d, tau1, taum).
FUNCTION flow(d (ms), tau1 (ms)) {
	flow = (exp(-d/tau1)/tau1 - exp(-d/taum)/taum)/(1/tau1 - 1/taum)
}

: Brings the time constants into order. Which of two that are too near gives way
: decides about the numbers, and is as in NEURON.
PROCEDURE order() {
	LOCAL old
	taui2 = fmax(taui2, 4*taueps)
	taui1 = fmax(taui1, 3*taueps)
	taue = fmax(taue, 2*taueps)
	old = taue
	if (taui2 - taue < taueps) {
		taue = taui2 - taueps
	}
	if (old > taui2) {
		printf("IntFire4: taue %g ms is now %g ms, which is below taui2\n", old, taue)
	}
	if (taui1 > taui2) {
		old = taui1
		taui1 = taui2
		taui2 = old
		printf("IntFire4: taui1 and taui2 are exchanged, so that taui1 is the shorter\n")
	}
	taui1 = below(taui1, taui2)
	if (taum > taui2) {
		taum = fmax(taum, taui2 + taueps)
	} else {
		taum = below(taum, taui2)
		taum = below(taum, taui1)
		if (taui1 < taum) {
			taum = below(taum, taui1)
		} else {
			taui1 = below(taui1, taum)
		}
		if (taue < taum) {
			taum = below(taum, taue)
		} else {
			taue = below(taue, taum)
		}
		taum = below(taum, taui1)
	}
}

: x, or taueps below y where the two are too near.
FUNCTION below(x (ms), y (ms)) (ms) {
	if (fabs(x - y) < taueps) {
		below = y - taueps
	} else {
		below = x
	}
}
