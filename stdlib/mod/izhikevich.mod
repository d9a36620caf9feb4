TITLE point cell of Izhikevich

COMMENT
A cell of two variables of its own. It injects nothing into the section that it is
placed in, which only lends it the steps of time:

    V' = 0.04 V^2 + 5 V + 140 - u + Iin,   u' = a (b V - u)

When V reaches vpeak the cell sends an event, V becomes c and u becomes u + d. An
event adds its weight [mV] to V. Time is in ms, V in mV. Each step is one of
explicit Euler for u, and two of half the length for V before it, as in the source.

Source: E. M. Izhikevich (2003), Simple model of spiking neurons, IEEE Trans.
Neural Netw. 14:1569-1572.
ENDCOMMENT

NEURON {
	POINT_PROCESS Izhikevich
	RANGE a, b, c, d, Iin, vpeak, V, u
}

PARAMETER {
	a = 0.02    : rate of recovery, per ms
	b = 0.2     : how recovery depends on V
	c = -65     : V after a spike
	d = 8       : added to u by a spike
	Iin = 0     : constant input
	vpeak = 30  : where a spike is cut off
}

ASSIGNED {
	dt (ms)
	V     : potential
	u     : recovery
	fired : V has reached vpeak
}

INITIAL {
	V = c
	u = b*V
	fired = 0
	net_send(0, 1)
}

BREAKPOINT {
	SOLVE advance METHOD after_cvode
}

UNITSOFF
PROCEDURE advance() {
	FROM k = 1 TO 2 {
		V = V + 0.5*dt*(0.04*V*V + 5*V + 140 - u + Iin)
	}
	u = u + dt*a*(b*V - u)
	if (V >= vpeak) {
		fired = 1
		V = c
		u = u + d
	}
}
UNITSON

NET_RECEIVE(w) {
	if (flag == 1) {
		WATCH (fired > 0.5) 2
	} else if (flag == 2) {
		fired = 0
		net_event(t)
	} else {
		V = V + w
	}
}
