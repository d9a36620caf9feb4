TITLE a nonlinear scheme with CONSERVE in compartments, and its steady state

NEURON {
	SUFFIX binding
	RANGE kon, koff, fraction
}
PARAMETER {
	kon = 20 (/mM-ms)
	koff = 0.4 (/ms)
	all = 0.3 (mM)
}
ASSIGNED {
	v
	fraction
}
STATE { loose[2] bound[2] ex FROM 0 TO 1 START 0.1 bind both }
INITIAL {
	loose[0] = 0.2
	loose[1] = 0.02
	ex = 0.3
	bind = 0.1
	SOLVE mix STEADYSTATE sparse
}
BREAKPOINT {
	SOLVE mix METHOD sparse
	fraction = both
}
KINETIC mix {
	LOCAL k
	k = kon*(1 + v/200)
	COMPARTMENT 0.8 { ex bind }
	COMPARTMENT 2.5 { both }
	FROM i = 0 TO 1 {
		~ loose[i] + bind <-> bound[i] (k, koff)
	}
	~ loose[0] <-> loose[1] (0.3, 0.2)
	~ bound[0] <-> bound[1] (0.01, 0.02)
	~ ex + bind <-> both (k, koff)
	CONSERVE ex + both = all
	CONSERVE bind + both + bound[0] + bound[1] = all/2
}
