TITLE electrical synapse between two neurons

COMMENT
Currents that pull two potentials together:

    i1 = g1 (v2 - v1) into the first neuron,   i2 = g2 (v1 - v2) into the second
ENDCOMMENT

NEURON { POINT_PROCESS ElectricalSynapse }

PARAMETER {
	g1 = 0  : conductance into the first neuron
	g2 = 0  : into the second
	v1 = 0  : potential of the first
	v2 = 0  : of the second
}

ASSIGNED {
	i1 : current into the first
	i2 : into the second
}

BREAKPOINT {
	i1 = g1*(v2 - v1)
	i2 = g2*(v1 - v2)
}
