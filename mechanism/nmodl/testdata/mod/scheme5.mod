TITLE a sodium-like channel of five states

NEURON {
	SUFFIX scheme5
	USEION na READ ena WRITE ina
	RANGE gbar, g, open
}
UNITS {
	(mV) = (millivolt)
	(S) = (siemens)
	(mA) = (milliamp)
}
PARAMETER {
	gbar = 0.002 (S/cm2)
	ka = 0.7 (/ms)
	kd = 0.3 (/ms)
}
ASSIGNED {
	v (mV)
	ena (mV)
	ina (mA/cm2)
	g (S/cm2)
	celsius (degC)
	a (/ms)
	b (/ms)
	open
}
STATE { c1 c2 c3 o i }
INITIAL {
	rates(v)
	SOLVE gate STEADYSTATE sparse
}
BREAKPOINT {
	SOLVE gate METHOD sparse
	g = gbar*o
	ina = g*(v - ena)
}
KINETIC gate {
	rates(v)
	~ c1 <-> c2 (3*a, b)
	~ c2 <-> c3 (2*a, 2*b)
	~ c3 <-> o (a, 3*b)
	~ o <-> i (ka, kd)
	CONSERVE c1 + c2 + c3 + o + i = 1
	open = o + i
}
PROCEDURE rates(v (mV)) {
	LOCAL q
	q = 3^((celsius - 20)/10)
	a = q*2*exp((v + 40)/18)
	b = q*1.3*exp(-(v + 45)/22)
}
