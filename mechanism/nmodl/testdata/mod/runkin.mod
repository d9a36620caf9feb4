TITLE KINETIC by Runge-Kutta

NEURON { SUFFIX runkin RANGE k }
PARAMETER { k = 1.5 }
STATE { m n[2] }
INITIAL { m = 1 n[0] = 0.2 n[1] = 0.4 }
BREAKPOINT { SOLVE mix METHOD runge }
KINETIC mix {
	COMPARTMENT i, 1 + i { n }
	~ m <-> n[0] (k, 0.3)
	~ n[0] <-> n[1] (0.5, k*t)
	~ 2 n[1] -> (0.2)
}
