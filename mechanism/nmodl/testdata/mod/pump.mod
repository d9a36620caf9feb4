TITLE a new ion whose concentration the mechanism holds, and what else it reads

NEURON {
	SUFFIX pump
	USEION mg READ mgi, mgo, emg WRITE mgi, img VALENCE 2
	USEION ca READ ica WRITE cai
	RANGE k, depth, level, drive
}

UNITS {
	(mM) = (milli/liter)
	(um) = (micron)
	FARADAY = (faraday) (coulomb)
	PI = (pi) (1)
}

PARAMETER {
	k = 1e-5
	depth = 0.2
}

ASSIGNED {
	v
	emg
	img
	mgo
	ica
	cai
	diam
	drive
}

STATE {
	mgi
	level
}

INITIAL {
	mgi = 0.4
	level = 2e-4
	cai = level
}

BREAKPOINT {
	SOLVE move METHOD cnexp
	drive = nrn_ghk(v, mgi, mgo, 2)
	img = k*(v - emg) + 1e-4*k*drive
}

DERIVATIVE move {
	mgi' = -img*1e4/(2*FARADAY*depth) - (mgi - 0.4)/50*PI*diam/60
	level' = -ica/(2*FARADAY*depth)*1e4 + (1e-4 - level)/20
	cai = level
}
