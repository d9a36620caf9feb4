TITLE Sodium that enters raises its concentration inside

COMMENT
Writing nai makes ena follow it: the reversal potential of every sodium
current of the segment changes during the run.
ENDCOMMENT

NEURON {
    SUFFIX nashell
    USEION na READ ina, nai WRITE nai
    RANGE depth, rate, rest
}

UNITS {
    (mA) = (milliamp)
    (um) = (micron)
    (mM) = (milli/liter)
    FARADAY = (faraday) (coulomb)
}

PARAMETER {
    depth = 0.05 (um)
    rate = 0.02 (/ms)
    rest = 9 (mM)
}

ASSIGNED {
    ina (mA/cm2)
}

STATE {
    nai (mM)
}

BREAKPOINT {
    SOLVE shell METHOD cnexp
}

DERIVATIVE shell {
    nai' = -10000 * ina / (FARADAY * depth) - rate * (nai - rest)
}
