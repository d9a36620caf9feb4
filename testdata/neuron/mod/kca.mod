TITLE Potassium current opened by calcium and voltage

NEURON {
    SUFFIX kca
    USEION k READ ek WRITE ik
    USEION ca READ cai
    RANGE gbar, o
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (S) = (siemens)
    (mM) = (milli/liter)
}

PARAMETER {
    gbar = 0.005 (S/cm2) <0, 1e9>
    half = 3e-4 (mM)
}

STATE {
    o
}

ASSIGNED {
    v (mV)
    cai (mM)
    ek (mV)
    ik (mA/cm2)
    oinf
    otau (ms)
}

INITIAL {
    rates(v, cai)
    o = oinf
}

BREAKPOINT {
    SOLVE gate METHOD cnexp
    ik = gbar * o * (v - ek)
}

DERIVATIVE gate {
    rates(v, cai)
    o' = (oinf - o) / otau
}

PROCEDURE rates(u (mV), c (mM)) {
    LOCAL open, close
    open = 0.6 * (c / half)^2 * exp(u / 60)
    close = 0.3 * exp(-u / 90)
    oinf = open / (open + close)
    otau = 1 / (open + close)
    if (otau < 0.5) {
        otau = 0.5
    }
}
