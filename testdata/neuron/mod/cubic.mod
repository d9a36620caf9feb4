TITLE A cubic current with a slow recovery

COMMENT
A current that is a third-order polynomial of v makes the membrane excitable;
the recovery variable is not linear either.
ENDCOMMENT

NEURON {
    SUFFIX cubic
    NONSPECIFIC_CURRENT i
    RANGE k, low, knee, high, w, gw
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (S) = (siemens)
}

PARAMETER {
    k = 2e-7 (mA/cm2/mV3)
    low = -70 (mV)
    knee = -52 (mV)
    high = 40 (mV)
    gw = 0.012 (S/cm2)
    speed = 0.08 (/ms)
}

STATE {
    w
}

ASSIGNED {
    v (mV)
    i (mA/cm2)
}

INITIAL {
    w = 0
}

BREAKPOINT {
    SOLVE recovery METHOD derivimplicit
    i = k * (v - low) * (v - knee) * (v - high) + gw * w^2 * (v - low)
}

DERIVATIVE recovery {
    w' = speed * ((v - low) / (high - low) - w - 0.5 * w * w * w)
}
