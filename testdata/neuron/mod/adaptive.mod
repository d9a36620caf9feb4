TITLE SOLVE without METHOD

NEURON { SUFFIX adaptive RANGE f, total }
PARAMETER { f = 2 }
ASSIGNED { v total }
STATE { x z }
INITIAL { x = 1 z = 0.2 }
BREAKPOINT { SOLVE turn }
DERIVATIVE turn {
	LOCAL k
	k = f*(1 + v/100)
	x' = -k*z + 0.1*sin(t)
	z' = k*x - x*z*z
	total = x*x + z*z
}
