TITLE graded chemical synapse with a fast and a slow part

COMMENT
    ifast = gfast (v_post - Esyn)/(1 + exp(sfast (Vfast - v_pre)))
    islow = gslow mslow (v_post - Esyn)
    mslow' = k1 (1 - mslow)/(1 + exp(sslow (Vslow - v_pre))) - k2 mslow

i = ifast + islow is the current out of the neuron behind the synapse.

Source: J. Golowasch, M. Casey, L. F. Abbott and E. Marder (1999), Network stability from
activity-dependent regulation of neuronal conductances, Neural Comput. 11:1079-1096.
ENDCOMMENT

NEURON { POINT_PROCESS ChemicalSynapse }

PARAMETER {
	v_pre = 0   : potential before the synapse
	v_post = 0  : and behind it
	gfast = 0   : conductance of the fast part
	Esyn = 0    : reversal potential
	sfast = 0   : how steeply the fast part opens
	Vfast = 0   : where it is half open
	gslow = 0   : conductance of the slow part
	k1 = 0      : rate at which it opens
	k2 = 0      : rate at which it closes
	sslow = 0   : how steeply it opens
	Vslow = 0   : where it is half open
}

ASSIGNED {
	ifast : current of the fast part
	islow : of the slow one
	i     : of both
}

STATE {
	mslow : how far the slow part is open
}

BREAKPOINT {
	SOLVE slow METHOD cnexp
	ifast = gfast*(v_post - Esyn)/(1 + exp(sfast*(Vfast - v_pre)))
	islow = gslow*mslow*(v_post - Esyn)
	i = ifast + islow
}

DERIVATIVE slow {
	mslow' = k1*(1 - mslow)/(1 + exp(sslow*(Vslow - v_pre))) - k2*mslow
}
