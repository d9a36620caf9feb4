TITLE Izhikevich's simple model of spiking neurons

COMMENT
    v' = 0.04 v^2 + 5 v + 140 - u + I,   u' = a (b v - u)

When v passes the threshold, v becomes c and u becomes u + d. v in mV, t in ms. (As an
object in a network of sections there is n.Izhikevich, with the step of the source.)

Source: E. M. Izhikevich (2003), Simple model of spiking neurons, IEEE Trans. Neural
Netw. 14:1569-1572.
ENDCOMMENT

NEURON { POINT_PROCESS Izhikevich }

PARAMETER {
	a = 0.02        : rate of recovery
	b = 0.2         : how recovery depends on v
	c = -65         : v after a spike
	d = 8           : added to u by a spike
	thresh = 30  : where a spike ends
	I = 0           : current into the neuron
}

STATE { v u }

INITIAL {
	v = -65
	u = b*v
	net_send(0, 1)
}

DERIVATIVE neuron {
	v' = 0.04*v*v + 5*v + 140 - u + I
	u' = a*(b*v - u)
}

NET_RECEIVE(w) {
	if (flag == 1) {
		WATCH (v > thresh) 2
	} else if (flag == 2) {
		net_event(t)
		v = c
		u = u + d
	}
}
