TITLE A current that a Random, or the shared sequence, draws anew at each step

COMMENT
kind says where the numbers come from: 0 the Random that setRNG gave (0.5 without
one), 1 scop_random, 2 exprand, 3 normrand, 4 poisrand. place is how far a Random123
has gone.
ENDCOMMENT

NEURON {
    POINT_PROCESS Noisy
    ELECTRODE_CURRENT i
    RANGE i, amp, kind, drawn, place
    POINTER rng
}

PARAMETER {
    amp = 0.1 (nanoamp)
    kind = 0
}

ASSIGNED {
    i (nanoamp)
    drawn
    place
    rng
}

VERBATIM
#ifndef NRN_VERSION_GTEQ_8_2_0
extern double nrn_random_pick(void* r);
extern void* nrn_random_arg(int argpos);
#define RANDCAST
#else
#define RANDCAST (Rand*)
#endif
ENDVERBATIM

INITIAL {
    drawn = 0
    place = 0
    i = 0
}

BEFORE BREAKPOINT {
    draw()
}

BREAKPOINT {
    i = amp*drawn
}

PROCEDURE draw() {
    if (kind == 0) {
        drawn = pick()
    } else if (kind == 1) {
        drawn = scop_random()
    } else if (kind == 2) {
        drawn = exprand(2)
    } else if (kind == 3) {
        drawn = normrand(0.1, 2)
    } else {
        drawn = poisrand(1.5)
    }
}

FUNCTION pick() {
VERBATIM
    if (_p_rng) {
        _lpick = nrn_random_pick(RANDCAST _p_rng);
    } else {
        _lpick = 0.5;
    }
ENDVERBATIM
}

PROCEDURE setRNG() {
VERBATIM
    {
        void** pv = (void**)(&_p_rng);
        if (ifarg(1)) {
            *pv = nrn_random_arg(1);
        } else {
            *pv = (void*)0;
        }
    }
ENDVERBATIM
}

PROCEDURE startAt(x) {
    set_seed(x)
}
