TITLE High-threshold calcium current after Goldman, Hodgkin and Katz

COMMENT
The current is not linear in v and needs both calcium concentrations.
ENDCOMMENT

NEURON {
    SUFFIX cal
    USEION ca READ cai, cao WRITE ica
    RANGE pbar, p
}

UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (mM) = (milli/liter)
    FARADAY = (faraday) (coulomb)
    R = (k-mole) (joule/degC)
}

PARAMETER {
    pbar = 2e-4 (cm/s) <0, 1>
}

STATE {
    m
}

ASSIGNED {
    v (mV)
    celsius (degC)
    cai (mM)
    cao (mM)
    ica (mA/cm2)
    p (cm/s)
    minf
    mtau (ms)
}

INITIAL {
    gate(v)
    m = minf
}

BREAKPOINT {
    SOLVE state METHOD cnexp
    p = pbar * m * m
    ica = p * flux(v, cai, cao)
}

DERIVATIVE state {
    gate(v)
    m' = (minf - m) / mtau
}

PROCEDURE gate(u (mV)) {
    minf = 1 / (1 + exp(-(u + 18) / 6.5))
    mtau = 0.4 + 1.5 / (exp((u + 25) / 15) + exp(-(u + 25) / 15))
}

FUNCTION flux(u (mV), inside (mM), outside (mM)) (.001 coul/cm3) {
    LOCAL x
    x = 2e-3 * FARADAY * u / (R * (celsius + 273.15))
    flux = 1e-3 * 2 * FARADAY * (inside * bend(-x) - outside * bend(x))
}

FUNCTION bend(x) {
    if (fabs(x) < 1e-4) {
        bend = 1 - x / 2
    } else {
        bend = x / (exp(x) - 1)
    }
}
