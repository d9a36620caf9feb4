TITLE sodium and potassium channels of a fast-spiking interneuron

COMMENT
X.-J. Wang and G. Buzsaki (1996), J. Neurosci. 16:6402-6413.
ENDCOMMENT

NEURON {
	SUFFIX wb
	USEION na READ ena WRITE ina
	USEION k READ ek WRITE ik
	RANGE gnabar, gkbar
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER {
	gnabar = 0.035 (S/cm2) <0, 1e9> : largest sodium conductance
	gkbar = 0.009 (S/cm2) <0, 1e9>  : largest potassium conductance
	phi = 5                         : how fast the gates are
}

ASSIGNED {
	v (mV)
	ena (mV)
	ek (mV)
	ina (mA/cm2)
	ik (mA/cm2)
	minf
	ah (/ms)
	bh (/ms)
	an (/ms)
	bn (/ms)
}

STATE {
	h : inactivation of sodium
	n : activation of potassium
}

INITIAL {
	rates(v)
	h = ah/(ah + bh)
	n = an/(an + bn)
}

BREAKPOINT {
	SOLVE gates METHOD cnexp
	rates(v)
	ina = gnabar*minf*minf*minf*h*(v - ena)
	ik = gkbar*n*n*n*n*(v - ek)
}

DERIVATIVE gates {
	rates(v)
	h' = phi*(ah*(1 - h) - bh*h)
	n' = phi*(an*(1 - n) - bn*n)
}

PROCEDURE rates(v (mV)) {
	LOCAL am, bm
	am = 1(/ms)*ratio((v + 35)/10(mV))
	bm = 4(/ms)*exp(-(v + 60)/18(mV))
	minf = am/(am + bm)
	ah = 0.07(/ms)*exp(-(v + 58)/20(mV))
	bh = 1(/ms)/(1 + exp(-(v + 28)/10(mV)))
	an = 0.1(/ms)*ratio((v + 34)/10(mV))
	bn = 0.125(/ms)*exp(-(v + 44)/80(mV))
}

: x/(1 - exp(-x)), 1 at 0
FUNCTION ratio(x) {
	if (fabs(x) < 1e-6) {
		ratio = 1 + x/2
	} else {
		ratio = x/(1 - exp(-x))
	}
}
