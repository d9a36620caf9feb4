TITLE Calcium in a shell below the membrane, with linear removal

NEURON {
    SUFFIX capool
    USEION ca READ ica WRITE cai
    RANGE depth, tau, rest
}

UNITS {
    (mA) = (milliamp)
    (um) = (micron)
    (mM) = (milli/liter)
    FARADAY = (faraday) (coulomb)
}

PARAMETER {
    depth = 0.2 (um) <1e-3, 100>
    tau = 12 (ms) <1e-3, 1e6>
    rest = 8e-5 (mM) <0, 10>
}

STATE {
    cai (mM)
}

ASSIGNED {
    ica (mA/cm2)
}

INITIAL {
    cai = rest
}

BREAKPOINT {
    SOLVE removal METHOD cnexp
}

DERIVATIVE removal {
    cai' = -10000 * ica / (2 * FARADAY * depth) - (cai - rest) / tau
}
