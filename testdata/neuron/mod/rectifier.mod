TITLE A shunt at one place that lets current through in one direction better than in the other

NEURON {
    POINT_PROCESS Rectifier
    NONSPECIFIC_CURRENT i
    RANGE g, e, width, i, open, tau
}

UNITS {
    (nA) = (nanoamp)
    (mV) = (millivolt)
    (uS) = (microsiemens)
}

PARAMETER {
    g = 0.01 (uS) <0, 1e9>
    e = -60 (mV)
    width = 5 (mV) <1e-3, 1e3>
    tau = 3 (ms) <1e-3, 1e6>
}

ASSIGNED {
    v (mV)
    i (nA)
}

STATE {
    open
}

INITIAL {
    open = share(v)
}

BREAKPOINT {
    SOLVE opening METHOD cnexp
    i = g * open * share(v) * (v - e)
}

DERIVATIVE opening {
    open' = (share(v) - open) / tau
}

FUNCTION share(u (mV)) {
    share = 1 / (1 + exp(-(u - e) / width))
}
