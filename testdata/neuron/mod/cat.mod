TITLE Low-threshold (T-type) calcium current

COMMENT
Two gates with the driving force of the Nernst potential, which follows the
calcium inside when a pool changes it.
ENDCOMMENT

NEURON {
    SUFFIX cat
    USEION ca READ eca WRITE ica
    RANGE gbar, minf, hinf, mtau, htau
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (S) = (siemens)
}

PARAMETER {
    gbar = 0.002 (S/cm2) <0, 1e9>
}

STATE {
    m
    h
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

INITIAL {
    rates()
    m = minf
    h = hinf
}

BREAKPOINT {
    SOLVE gates METHOD cnexp
    ica = gbar * m^2 * h * (v - eca)
}

DERIVATIVE gates {
    rates()
    m' = (minf - m) / mtau
    h' = (hinf - h) / htau
}

PROCEDURE rates() {
    minf = 1 / (1 + exp(-(v + 56) / 6.2))
    hinf = 1 / (1 + exp((v + 80) / 4.1))
    mtau = 0.7 + 3 / (exp((v + 30) / 20) + exp(-(v + 130) / 18))
    if (v < -78) {
        htau = 4 + 11 * exp((v + 78) / 60)
    } else {
        htau = 15 + 12 * exp(-(v + 78) / 12)
    }
}
