TITLE chemical synapse with a pulse of transmitter

COMMENT
    r' = alpha T (1 - r) release - beta r,   i = gsyn r (v_post - esyn)

r is the fraction of open receptors. release is 1 for max_release_time from where the
potential before the synapse passes the threshold on, else 0.

Source: A. Destexhe, Z. F. Mainen and T. J. Sejnowski (1994), An efficient method for
computing synaptic conductances based on a kinetic model of receptor binding, Neural
Comput. 6:14-18.
ENDCOMMENT

NEURON { POINT_PROCESS DiffusionSynapse }

PARAMETER {
	alpha = 0             : rate of binding
	beta = 0              : rate of unbinding
	thresh = 0         : of the potential before the synapse
	esyn = 0              : reversal potential
	gsyn = 0              : conductance where all receptors are open
	T = 0                 : transmitter of a pulse
	max_release_time = 0  : length of a pulse
	v_post = 0            : potential behind the synapse
	release = 0           : a pulse is on
}

ASSIGNED {
	i : current
}

STATE {
	r : fraction of open receptors
}

BREAKPOINT {
	SOLVE receptors METHOD cnexp
	i = gsyn*r*(v_post - esyn)
}

DERIVATIVE receptors {
	r' = alpha*T*(1 - r)*release - beta*r
}
