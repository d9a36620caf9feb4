TITLE Hodgkin and Huxley's neuron as a point

COMMENT
    cm v' = I - gl (v - vl) - gna m^3 h (v - vna) - gk n^4 (v - vk)
    x' = alpha_x(v) (1 - x) - beta_x(v) x        for m, h, n

with the rates of the squid's axon at 6.3 degC and rest at -65 mV. The capacitance and the
conductances are those of a patch of 7.854e-3 mm2, whatever its unit of area: cm in nF, the
conductances in uS, I in nA, and v in mV, t in ms.

Source: A. L. Hodgkin and A. F. Huxley (1952), A quantitative description of membrane
current and its application to conduction and excitation in nerve, J. Physiol. 117:500-544.
ENDCOMMENT

NEURON { POINT_PROCESS HH }

PARAMETER {
	cm = 7.854e-3    : capacitance
	vna = 50         : reversal potential of sodium
	vk = -77         : of potassium
	vl = -54.387     : of the leak
	gna = 0.94248    : largest conductance of sodium
	gk = 0.282744    : of potassium
	gl = 2.3562e-3   : conductance of the leak
	I = 0            : current into the neuron
}

STATE { v h m n }

INITIAL {
	v = -65
	m = am(v)/(am(v) + bm(v))
	h = ah(v)/(ah(v) + bh(v))
	n = an(v)/(an(v) + bn(v))
}

DERIVATIVE membrane {
	v' = (I - gl*(v - vl) - gna*m*m*m*h*(v - vna) - gk*n*n*n*n*(v - vk))/cm
	h' = ah(v)*(1 - h) - bh(v)*h
	m' = am(v)*(1 - m) - bm(v)*m
	n' = an(v)*(1 - n) - bn(v)*n
}

FUNCTION am(v) { am = 0.1*vtrap(-(v + 40), 10) }
FUNCTION bm(v) { bm = 4*exp(-(v + 65)/18) }
FUNCTION ah(v) { ah = 0.07*exp(-(v + 65)/20) }
FUNCTION bh(v) { bh = 1/(exp(-(v + 35)/10) + 1) }
FUNCTION an(v) { an = 0.01*vtrap(-(v + 55), 10) }
FUNCTION bn(v) { bn = 0.125*exp(-(v + 65)/80) }

: x/(exp(x/y) - 1), by its series where that is 0/0
FUNCTION vtrap(x, y) {
	if (fabs(x/y) < 1e-6) {
		vtrap = y*(1 - x/y/2)
	} else {
		vtrap = x/(exp(x/y) - 1)
	}
}
