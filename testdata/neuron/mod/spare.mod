TITLE A POINTER that is used in some instances only, and a rate that divides by a state that is 0

NEURON { POINT_PROCESS Spare RANGE on, y NONSPECIFIC_CURRENT i POINTER p }
PARAMETER { on = 0  most = 0.05 (1/ms)  half = 0.2 }
ASSIGNED { v (mV) i (nA) y p }
STATE { x }
INITIAL { x = 0 y = 0 }
BREAKPOINT {
	SOLVE release METHOD cnexp
	i = 0
	if (on) { i = 0.001*(v - p) }
}
DERIVATIVE release { x' = -most/((half/x) + 1) }
AFTER SOLVE { if (on) { y = p + x } }
NET_RECEIVE(w) { x = x + w }
