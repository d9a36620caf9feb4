COMMENT
A synapse whose strength depends on when its events came: it runs low on
transmitter (depression) and releases a larger part of it after recent events
(facilitation).

    dR/dt = (1 - R)/tau_rec      R: the part of the transmitter that is ready
    du/dt = -u/tau_facil         u: the part of it that the next event releases

An event first moves u to u + U (1 - u), then opens the conductance weight u R,
and takes that much transmitter away: R becomes R - u R. The conductance decays
with tau. Between two events R and u follow their equations exactly, so they are
brought up to date when an event comes. Each NetCon has its own R and u.

Source: Tsodyks, Pawelzik and Markram (1998), Neural Computation 10:821-835, with
an inactivation that is short against the intervals between events.
ENDCOMMENT

NEURON {
    POINT_PROCESS TsodyksMarkram
    RANGE tau, e, U, tau_rec, tau_facil, g
    NONSPECIFIC_CURRENT i
}

UNITS {
    (nA) = (nanoamp)
    (mV) = (millivolt)
    (uS) = (microsiemens)
}

PARAMETER {
    tau = 3 (ms) <1e-9, 1e9>        : decay of the conductance
    e = 0 (mV)                      : reversal potential
    U = 0.5 (1) <0, 1>              : part released by an event after a long pause
    tau_rec = 800 (ms) <1e-9, 1e9>  : recovery of the transmitter
    tau_facil = 0 (ms) <0, 1e9>     : decay of the facilitation; 0: there is none
}

ASSIGNED {
    v (mV)
    i (nA)
}

STATE {
    g (uS)
}

INITIAL {
    g = 0
}

BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = g*(v - e)
}

DERIVATIVE decay {
    g' = -g/tau
}

NET_RECEIVE(weight (uS), R, u, last (ms)) {
    INITIAL {
        R = 1
        u = 0
        last = t
    }
    R = 1 - (1 - R)*exp(-(t - last)/tau_rec)
    if (tau_facil > 0) {
        u = u*exp(-(t - last)/tau_facil)
    } else {
        u = 0
    }
    u = u + U*(1 - u)
    g = g + weight*u*R
    R = R - u*R
    last = t
}
