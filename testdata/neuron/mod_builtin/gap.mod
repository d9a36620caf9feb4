TITLE Half a gap junction

COMMENT
What gneuron has built in, for NEURON.
ENDCOMMENT

NEURON {
    POINT_PROCESS gap
    NONSPECIFIC_CURRENT i
    RANGE g, i
    POINTER vgap
}

PARAMETER {
    g = 0 (microsiemens)
}

ASSIGNED {
    v (millivolt)
    vgap (millivolt)
    i (nanoamp)
}

BREAKPOINT {
    i = (v - vgap)*g
}
