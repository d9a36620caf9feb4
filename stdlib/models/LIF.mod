TITLE leaky integrate-and-fire neuron

COMMENT
    tau v' = E_L - v + R I

When v passes V_th, v becomes V_reset and stays there for tref. v in mV, t in ms, R in
MOhm, I in nA.

Source: L. Lapicque (1907), Recherches quantitatives sur l'excitation electrique des nerfs
traitee comme une polarisation, J. Physiol. Pathol. Gen. 9:620-635; in this form P. Dayan
and L. F. Abbott (2001), Theoretical Neuroscience, section 5.4.
ENDCOMMENT

NEURON { POINT_PROCESS LIF }

PARAMETER {
	E_L = -70      : resting potential
	V_th = -55     : threshold
	V_reset = -75  : v after a spike
	R = 10         : resistance of the membrane
	tau = 10       : time constant of the membrane
	tref = 0       : refractory period
	I = 0          : current into the neuron
}

ASSIGNED {
	last : time of the last spike
}

STATE { v }

INITIAL {
	v = E_L
	last = -1e9
	net_send(0, 1)
}

DERIVATIVE membrane {
	if (t - last < tref) {
		v' = 0
	} else {
		v' = (E_L - v + R*I)/tau
	}
}

NET_RECEIVE(w) {
	if (flag == 1) {
		WATCH (v > V_th) 2
	} else if (flag == 2) {
		net_event(t)
		v = V_reset
		last = t
	}
}
