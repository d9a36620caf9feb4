TITLE A current that rises, stays and falls along straight lines

COMMENT
An electrode's current: positive depolarises. The corners are announced with
at_time, as a solver of variable step wants them.
ENDCOMMENT

NEURON {
    POINT_PROCESS Ramp
    ELECTRODE_CURRENT i
    RANGE del, rise, stay, fall, amp, i, phase
}

UNITS {
    (nA) = (nanoamp)
}

PARAMETER {
    del = 1 (ms)
    rise = 2 (ms) <1e-9, 1e9>
    stay = 3 (ms) <0, 1e9>
    fall = 1 (ms) <1e-9, 1e9>
    amp = 0.1 (nA)
}

ASSIGNED {
    i (nA)
    phase
}

INITIAL {
    i = 0
    phase = 0
}

BREAKPOINT {
    LOCAL x
    at_time(del)
    at_time(del + rise)
    at_time(del + rise + stay)
    at_time(del + rise + stay + fall)
    x = t - del
    if (x < 0 || x >= rise + stay + fall) {
        i = 0
        phase = 0
    } else {
        if (x < rise) {
            i = amp * x / rise
            phase = 1
        } else if (x < rise + stay) {
            i = amp
            phase = 2
        } else {
            i = amp * (1 - (x - rise - stay) / fall)
            phase = 3
        }
    }
}
