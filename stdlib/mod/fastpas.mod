TITLE passive membrane, second kind

COMMENT
The leak of pas, i = g (v - e), with other defaults, for models that want two
leaks of different kind.
ENDCOMMENT

NEURON {
	SUFFIX fastpas
	NONSPECIFIC_CURRENT i
	RANGE g, e
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER {
	g = 5e-4 (S/cm2) <0, 1e9> : conductance
	e = -65 (mV)     : reversal potential
}

ASSIGNED {
	v (mV)
	i (mA/cm2) : current
}

BREAKPOINT {
	i = g*(v - e)
}
