TITLE sodium, potassium and leak currents of the squid giant axon

COMMENT
The membrane of Hodgkin and Huxley:

    ina = gnabar m^3 h (v - ena)
    ik  = gkbar n^4 (v - ek)
    il  = gl (v - el)

Each gate x follows x' = (xinf - x)/xtau, where

    xtau = 1/(q10 (alpha + beta)),  xinf = alpha/(alpha + beta)

with the rates [1/ms] at 6.3 degC and v [mV], shifted to a rest near -65 mV:

    m:  alpha = 0.1 (v+40)/(1 - exp(-(v+40)/10)),    beta = 4 exp(-(v+65)/18)
    h:  alpha = 0.07 exp(-(v+65)/20),                beta = 1/(1 + exp(-(v+35)/10))
    n:  alpha = 0.01 (v+55)/(1 - exp(-(v+55)/10)),   beta = 0.125 exp(-(v+65)/80)

and q10 = 3^((celsius - 6.3)/10). Rates come from a table with a point per mV
from -100 to 100 mV; usetable_hh = 0 computes them exactly.

Source: A. L. Hodgkin and A. F. Huxley (1952), A quantitative description of
membrane current and its application to conduction and excitation in nerve,
J. Physiol. 117:500-544.
ENDCOMMENT

NEURON {
	SUFFIX hh
	USEION na READ ena WRITE ina
	USEION k READ ek WRITE ik
	NONSPECIFIC_CURRENT il
	RANGE gnabar, gkbar, gl, el, gna, gk
	GLOBAL minf, hinf, ninf, mtau, htau, ntau
	THREADSAFE
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER {
	gnabar = 0.12 (S/cm2) <0, 1e9> : largest sodium conductance
	gkbar = 0.036 (S/cm2) <0, 1e9> : largest potassium conductance
	gl = 0.0003 (S/cm2) <0, 1e9>   : leak conductance
	el = -54.3 (mV)                : reversal potential of the leak
}

ASSIGNED {
	v (mV)
	celsius (degC)
	ena (mV)
	ek (mV)
	ina (mA/cm2)
	ik (mA/cm2)
	gna (S/cm2) : sodium conductance
	gk (S/cm2)  : potassium conductance
	il (mA/cm2) : leak current
	minf        : steady activation of sodium
	hinf        : steady inactivation of sodium
	ninf        : steady activation of potassium
	mtau (ms)   : time constant of m
	htau (ms)   : time constant of h
	ntau (ms)   : time constant of n
}

STATE {
	m : activation of sodium
	h : inactivation of sodium, 1 when all is available
	n : activation of potassium
}

INITIAL {
	rates(v)
	m = minf
	h = hinf
	n = ninf
}

BREAKPOINT {
	SOLVE states METHOD cnexp
	gna = gnabar*m*m*m*h
	ina = gna*(v - ena)
	gk = gkbar*n*n*n*n
	ik = gk*(v - ek)
	il = gl*(v - el)
}

DERIVATIVE states {
	rates(v)
	m' = (minf - m)/mtau
	h' = (hinf - h)/htau
	n' = (ninf - n)/ntau
}

: Steady values and time constants of all gates at u.
PROCEDURE rates(u (mV)) {
	LOCAL alpha, beta, sum, q10
	TABLE minf, mtau, hinf, htau, ninf, ntau DEPEND celsius FROM -100 TO 100 WITH 200
	q10 = 3^((celsius - 6.3 (degC))/10 (degC))

	alpha = 0.1 (/ms-mV)*vtrap(-(u + 40), 10)
	beta = 4 (/ms)*exp(-(u + 65)/18 (mV))
	sum = alpha + beta
	mtau = 1/(q10*sum)
	minf = alpha/sum

	alpha = 0.07 (/ms)*exp(-(u + 65)/20 (mV))
	beta = 1 (/ms)/(exp(-(u + 35)/10 (mV)) + 1)
	sum = alpha + beta
	htau = 1/(q10*sum)
	hinf = alpha/sum

	alpha = 0.01 (/ms-mV)*vtrap(-(u + 55), 10)
	beta = 0.125 (/ms)*exp(-(u + 65)/80 (mV))
	sum = alpha + beta
	ntau = 1/(q10*sum)
	ninf = alpha/sum
}

: x/(exp(x/y) - 1), by its series where that is 0/0.
FUNCTION vtrap(x (mV), y (mV)) (mV) {
	if (fabs(x/y) < 1e-6) {
		vtrap = y*(1 - x/y/2)
	} else {
		vtrap = x/(exp(x/y) - 1)
	}
}
