TITLE Delayed-rectifier potassium current with tabulated rates

COMMENT
One gate to the fourth power. The table depends on the temperature and on a
global shift, so that changing either rebuilds it.
ENDCOMMENT

NEURON {
    SUFFIX kdr
    USEION k READ ek WRITE ik
    RANGE gbar, g
    GLOBAL ninf, ntau, shift, q10
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (S) = (siemens)
}

PARAMETER {
    gbar = 0.02 (S/cm2) <0, 1e9>
    shift = 0 (mV)
    q10 = 2.3 <1, 5>
}

STATE {
    n
}

ASSIGNED {
    v (mV)
    celsius (degC)
    ek (mV)
    ik (mA/cm2)
    g (S/cm2)
    ninf
    ntau (ms)
}

INITIAL {
    rates(v)
    n = ninf
}

BREAKPOINT {
    SOLVE states METHOD cnexp
    g = gbar * n^4
    ik = g * (v - ek)
}

DERIVATIVE states {
    rates(v)
    n' = (ninf - n) / ntau
}

FUNCTION opening(u (mV)) (/ms) {
    LOCAL x
    x = (u + 45) / 9
    if (fabs(x) < 1e-5) {
        opening = 0.18 * (1 + x / 2)
    } else {
        opening = 0.18 * x / (1 - exp(-x))
    }
}

FUNCTION closing(u (mV)) (/ms) {
    closing = 0.11 * exp(-(u + 58) / 70)
}

PROCEDURE rates(u (mV)) {
    LOCAL a, b, speed
    TABLE ninf, ntau DEPEND celsius, shift, q10 FROM -120 TO 80 WITH 250
    speed = q10^((celsius - 20) / 10)
    a = opening(u - shift)
    b = closing(u - shift)
    ninf = a / (a + b)
    ntau = 1 / (speed * (a + b))
}
