TITLE Chloride leak, an ion of its own with one negative charge

NEURON {
    SUFFIX clleak
    USEION cl READ ecl WRITE icl VALENCE -1
    RANGE g
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (S) = (siemens)
}

PARAMETER {
    g = 2e-4 (S/cm2) <0, 1e9>
}

ASSIGNED {
    v (mV)
    ecl (mV)
    icl (mA/cm2)
}

BREAKPOINT {
    icl = g * (v - ecl)
}
