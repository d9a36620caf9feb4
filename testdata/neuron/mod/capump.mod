TITLE Calcium in a shell below the membrane, removed by a saturating pump and held by a slow buffer

COMMENT
Two coupled equations that are not linear: solved implicitly. Inflow only
counts inwards.
ENDCOMMENT

NEURON {
    SUFFIX capump
    USEION ca READ ica WRITE cai
    RANGE depth, vmax, km, total, bound
    GLOBAL kon, koff
}

UNITS {
    (mA) = (milliamp)
    (um) = (micron)
    (mM) = (milli/liter)
    FARADAY = (faraday) (coulomb)
}

PARAMETER {
    depth = 0.5 (um) <1e-3, 100>
    vmax = 0.002 (mM/ms) <0, 10>
    km = 5e-4 (mM) <1e-9, 10>
    total = 0.02 (mM) <0, 100>
    kon = 40 (/mM-ms)
    koff = 0.02 (/ms)
    rest = 6e-5 (mM)
}

STATE {
    ca (mM)
    bound (mM)
}

ASSIGNED {
    ica (mA/cm2)
    cai (mM)
    drive (mM/ms)
}

INITIAL {
    ca = rest
    cai = ca
    bound = total * ca / (ca + koff / kon)
}

BREAKPOINT {
    SOLVE pool METHOD derivimplicit
}

DERIVATIVE pool {
    drive = -10000 * ica / (2 * FARADAY * depth)
    if (drive < 0) {
        drive = 0
    }
    ca' = drive - vmax * (ca / (ca + km) - rest / (rest + km)) - kon * ca * (total - bound) + koff * bound
    bound' = kon * ca * (total - bound) - koff * bound
    cai = ca
}
