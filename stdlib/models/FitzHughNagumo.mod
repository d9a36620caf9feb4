TITLE FitzHugh and Nagumo's excitable system

COMMENT
    v' = v - v^3/3 - w + I,   tau w' = v + a - b w

v stands for the potential, w for recovery. All is without units.

Source: R. FitzHugh (1961), Impulses and physiological states in theoretical models of
nerve membrane, Biophys. J. 1:445-466.
ENDCOMMENT

NEURON { POINT_PROCESS FitzHughNagumo }

PARAMETER {
	a = 0.7   : moves the line where w is at rest
	b = 0.8   : its slope
	tau = 12.5 : how slow w is
	I = 0     : current into the neuron
}

STATE { v w }

INITIAL {
	v = -1.1994
	w = -0.6243
}

DERIVATIVE plane {
	v' = v - v*v*v/3 - w + I
	w' = (v + a - b*w)/tau
}
