TITLE A calcium channel whose current follows the Goldman-Hodgkin-Katz equation

NEURON {
	SUFFIX caghk
	USEION ca READ cai, cao WRITE ica
	RANGE pmax
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(mM) = (milli/liter)
	FARADAY = (faraday) (coulomb)
	R = (k-mole) (joule/degC)
}

PARAMETER {
	pmax = 1e-5 (cm/s)
}

ASSIGNED {
	v (mV)
	celsius (degC)
	cai (mM)
	cao (mM)
	ica (mA/cm2)
	minf
	mtau (ms)
}

STATE { m }

INITIAL {
	rates(v)
	m = minf
}

BREAKPOINT {
	SOLVE gate METHOD cnexp
	ica = pmax*m*m*ghk(v, cai, cao)
}

DERIVATIVE gate {
	rates(v)
	m' = (minf - m)/mtau
}

FUNCTION ghk(v (mV), in (mM), out (mM)) (.001 coul/cm3) {
	LOCAL x
	x = (1e-3)*2*FARADAY*v/(R*(celsius + 273.15))
	ghk = (.001)*2*FARADAY*(in*ratio(-x) - out*ratio(x))
}

FUNCTION ratio(x) {
	if (fabs(x) < 1e-4) {
		ratio = 1 - x/2
	} else {
		ratio = x/(exp(x) - 1)
	}
}

PROCEDURE rates(v (mV)) {
	minf = 1/(1 + exp(-(v + 15(mV))/7(mV)))
	mtau = 0.3(ms) + 1.5(ms)/(exp((v + 20(mV))/18(mV)) + exp(-(v + 20(mV))/18(mV)))
}
