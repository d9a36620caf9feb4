TITLE voltage clamp with two electrodes

COMMENT
An amplifier that drives the potential to up to three levels amp[0], amp[1] and
amp[2], one after the other, from t = 0 on, each for the time dur[k]; then it is
off. Its output vo goes through the resistance rstim into the cell:

    i = (vo - v)/rstim

The measured potential vi is v, with the part fac of vo - v (compensation). The
input stage, which adds vi and the negative level, has the time constant tau1
and gives the error e; the output stage has the time constant tau2:

    (vi - stim) + tau1 d(vi - e)/dt = 2 e
    vo + tau2 dvo/dt = -gain e

Both are solved implicitly together with v, as linear equations for e, vo and vi:
a and lag - 1 are the time constants in steps. With the large gain these equations
are stiff: use secondorder 0. i is computed once more after v has moved, so that
the recorded i belongs to the recorded v.
ENDCOMMENT

DEFINE LEVELS 3

NEURON {
	POINT_PROCESS VClamp
	ELECTRODE_CURRENT i
	RANGE dur, amp, gain, rstim, tau1, tau2, fac, e, vo, vi, e0, vo0, vi0, i
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
}

PARAMETER {
	dur[LEVELS] (ms) <0, 1e9>      : durations of the levels
	amp[LEVELS] (mV)               : the levels
	gain = 1e5 <0, 1e9>            : gain of the output stage
	rstim = 1 (megohm) <1e-9, 1e9> : resistance to the cell
	tau1 = 0.001 (ms) <0, 1e9>     : time constant of the input stage
	tau2 = 0 (ms) <0, 1e9>         : time constant of the output stage
	fac = 0 <0, 10>                : compensation
	e0 (mV)                        : e at the start of the step
	vo0 (mV)                       : vo at the start of the step
	vi0 (mV)                       : vi at the start of the step
}

ASSIGNED {
	v (mV)
	dt (ms)
	i (nA)    : injected current
	stim (mV)  : level to hold
	end (ms)  : when the clamp ends, as far as is known
	e (mV)    : error, the input of the output stage
	vo (mV)   : output of the amplifier
	vi (mV)   : measured potential
}

INITIAL {
	e = 0
	e0 = 0
	vo = v
	vo0 = v
	vi = v
	vi0 = v
}

BREAKPOINT {
	SOLVE advance METHOD after_cvode
	level()
	i = current()
}

: Sets stim and end for the time t.
PROCEDURE level() {
	stim = amp[0]
	end = dur[0]
	if (t >= end) {
		stim = amp[1]
		end = end + dur[1]
		if (t >= end) {
			stim = amp[2]
			end = end + dur[2]
		}
	}
	if (t < end) {
		end = end + 100 : still on at the end of this step
	}
}

: The injected current at v. It ends with the clamp, when the amplifier is reset.
FUNCTION current() (nA) {
	LOCAL a, lag, old
	if (t > end) {
		e0 = 0
		vo0 = 0
		current = 0
	} else {
		a = tau1/dt
		lag = 1 + tau2/dt
		old = vo0*(1 - 1/lag)
		e = ((1 + a)*((1 - fac)*v + fac*old) - stim - a*(vi0 - e0))/(2 + a + (1 + a)*fac*gain/lag)
		vo = old - gain/lag*e
		vi = v + fac*(vo - v)
		current = (vo - v)/rstim
	}
}

: Ends a step: v has moved.
PROCEDURE advance() {
	i = current()
	e0 = e
	vo0 = vo
	vi0 = vi
}
