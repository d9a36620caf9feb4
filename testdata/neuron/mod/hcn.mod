TITLE Hyperpolarisation-activated cation current

COMMENT
A fast and a slow gate share one activation curve; the fast one is kept from
becoming quicker than a least time constant.
ENDCOMMENT

NEURON {
    SUFFIX hcn
    NONSPECIFIC_CURRENT i
    RANGE gbar, e, fast, taumin
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (S) = (siemens)
}

PARAMETER {
    gbar = 1e-4 (S/cm2) <0, 1e9>
    e = -30 (mV)
    fast = 0.6 (1) <0, 1>
    taumin = 8 (ms) <1e-6, 1e6>
}

CONSTANT {
    half = -88
    slope = 8.5
    ratio = 6.25
}

STATE {
    f
    s
}

ASSIGNED {
    v (mV)
    i (mA/cm2)
    inf
    tauf (ms)
    taus (ms)
}

INITIAL {
    curves(v)
    f = inf
    s = inf
}

BREAKPOINT {
    SOLVE gates METHOD cnexp
    i = gbar * (fast * f + (1 - fast) * s) * (v - e)
}

DERIVATIVE gates {
    curves(v)
    f' = (inf - f) / tauf
    s' = (inf - s) / taus
}

PROCEDURE curves(u (mV)) {
    inf = 1 / (1 + exp((u - half) / slope))
    if (u > half) {
        tauf = 20 * exp(-(u - half) / 25)
    } else if (u < half - 30) {
        tauf = 6
    } else {
        tauf = 20 * exp((u - half) / 40)
    }
    if (tauf < taumin) {
        tauf = taumin
    }
    taus = ratio * tauf
}
