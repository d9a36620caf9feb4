TITLE KINETIC by Euler's method

NEURON { SUFFIX eulerkin RANGE f }
PARAMETER { f = 1.5 }
STATE { a b c }
INITIAL { a = 0.3 b = 0.5 c = 0.1 }
BREAKPOINT { SOLVE mix METHOD euler }
KINETIC mix {
	COMPARTMENT 1.5 { a b }
	~ a + b <-> c (0.7*f, 0.2)
	~ c -> (0.05)
	~ a << (0.01*t)
	CONSERVE a + c = 1
}
