: Half of a gap junction whose far potential is handed over to vgap.
NEURON {
	POINT_PROCESS HalfGap
	RANGE g, vgap, i
	NONSPECIFIC_CURRENT i
}
PARAMETER {
	g = 0 (uS)
	vgap (mV)
}
ASSIGNED {
	v (mV)
	i (nA)
}
BREAKPOINT {
	i = g*(v - vgap)
}
