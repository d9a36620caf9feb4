TITLE adaptive exponential integrate-and-fire cell

COMMENT
A cell of two variables of its own. It injects nothing into the section that it is
placed in, which only lends it the steps of time:

    C V' = -gL (V - EL) + gL DT exp((V - VT)/DT) - w + Iin
    tauw w' = a (V - EL) - w

When V reaches Vpeak the cell sends an event, V becomes Vr and w becomes w + b; V
stays at Vr for tref. An event adds its weight [mV] to V. Time is in ms, V in mV, C in
pF, gL and a in nS, w, b and Iin in pA. Each step is one of explicit Euler, cut into
nsub equal parts; V is cut off at Vpeak.

Source: R. Brette and W. Gerstner (2005), Adaptive exponential integrate-and-fire
model as an effective description of neuronal activity, J. Neurophysiol. 94:3637-3642.
The defaults are those of the source.
ENDCOMMENT

NEURON {
	POINT_PROCESS AdExpIF
	RANGE C, gL, EL, VT, DT, tauw, a, b, Vr, Vpeak, tref, Iin, nsub, V, w
}

PARAMETER {
	C = 281 <1e-9, 1e9>      : capacitance
	gL = 30 <0, 1e9>         : leak conductance
	EL = -70.6               : leak reversal potential
	VT = -50.4               : threshold
	DT = 2 <1e-9, 1e9>       : slope factor
	tauw = 144 <1e-9, 1e9>   : time constant of the adaptation
	a = 4                    : adaptation that follows V
	b = 80.5                 : adaptation that a spike adds
	Vr = -70.6               : potential after a spike
	Vpeak = 20               : where a spike is cut off
	tref = 0 <0, 1e9>        : refractory period
	Iin = 0                  : constant input
	nsub = 4 <1, 1000>       : parts of a step
}

ASSIGNED {
	dt (ms)
	V     : potential
	w     : adaptation
	rest  : what is left of the refractory period
	fired : V has reached Vpeak
}

INITIAL {
	V = EL
	w = 0
	rest = 0
	fired = 0
	net_send(0, 1)
}

BREAKPOINT {
	SOLVE advance METHOD after_cvode
}

UNITSOFF
PROCEDURE advance() {
	LOCAL h, slope, x
	h = dt/nsub
	FROM k = 1 TO nsub {
		slope = (a*(V - EL) - w)/tauw
		if (rest > 0.5*h) { : to the nearest part
			rest = rest - h
			V = Vr
		} else {
			x = (V - VT)/DT
			if (x > 100) { : V is cut off far below
				x = 100
			}
			V = V + h*(gL*(EL - V) + gL*DT*exp(x) - w + Iin)/C
		}
		w = w + h*slope
		if (V >= Vpeak) {
			fired = 1
			V = Vr
			w = w + b
			rest = tref
		}
	}
}
UNITSON

NET_RECEIVE(weight) {
	if (flag == 1) {
		WATCH (fired > 0.5) 2
	} else if (flag == 2) {
		fired = 0
		net_event(t)
	} else {
		V = V + weight
	}
}
