TITLE Hindmarsh and Rose's bursting neuron

COMMENT
    x' = y + 3 x^2 - x^3 - z + e + I
    y' = 1 - 5 x^2 - y
    z' = mu (-z + S (x + 1.6))

x stands for the potential, y for fast and z for slow currents. All is without units.

Source: J. L. Hindmarsh and R. M. Rose (1984), A model of neuronal bursting using three
coupled first order differential equations, Proc. R. Soc. Lond. B 221:87-102.
ENDCOMMENT

NEURON { POINT_PROCESS HR }

PARAMETER {
	e = 3        : constant input
	mu = 0.0021  : how slow z is
	S = 4        : how z depends on x
	I = 0        : further input
}

STATE { x y z }

INITIAL {
	x = -1.5
	y = 0
	z = 0
}

DERIVATIVE burster {
	x' = y + 3*x*x - x*x*x - z + e + I
	y' = 1 - 5*x*x - y
	z' = mu*(-z + S*(x + 1.6))
}
