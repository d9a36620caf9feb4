TITLE A T-type calcium channel, which inactivates; its potential is the Nernst potential

NEURON {
	SUFFIX catype
	USEION ca READ eca WRITE ica
	RANGE gmax
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER {
	gmax = 1e-4 (S/cm2)
}

ASSIGNED {
	v (mV)
	eca (mV)
	ica (mA/cm2)
	minf
	hinf
	mtau (ms)
	htau (ms)
}

STATE { m h }

INITIAL {
	rates(v)
	m = minf
	h = hinf
}

BREAKPOINT {
	SOLVE gates METHOD cnexp
	ica = gmax*m*m*h*(v - eca)
}

DERIVATIVE gates {
	rates(v)
	m' = (minf - m)/mtau
	h' = (hinf - h)/htau
}

PROCEDURE rates(v (mV)) {
	minf = 1/(1 + exp(-(v + 57(mV))/6.2(mV)))
	hinf = 1/(1 + exp((v + 81(mV))/4(mV)))
	mtau = 0.6(ms) + 1(ms)/(exp(-(v + 132(mV))/16.7(mV)) + exp((v + 17(mV))/18.2(mV)))
	htau = 8(ms) + 40(ms)/(1 + exp((v + 60(mV))/9(mV)))
}
