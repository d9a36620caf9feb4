TITLE a mechanism that reads what another one writes

NEURON {
	SUFFIX follower
	USEION mg READ mgi, img, emg VALENCE 2
	USEION ca READ cai, eca WRITE ica
	RANGE seen, current, g
}

PARAMETER {
	g = 1e-6
}

ASSIGNED {
	v
	mgi
	img
	emg
	cai
	eca
	ica
	seen
	current
}

BREAKPOINT {
	seen = mgi*1000 + emg
	current = img
	ica = g*cai/(cai + 1e-4)*(v - eca)
}
