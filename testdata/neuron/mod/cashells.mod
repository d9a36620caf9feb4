TITLE calcium in shells of a cylinder, with a buffer, a pump and diffusion along the section

NEURON {
	SUFFIX cashells
	USEION ca READ cai, ica WRITE cai
	GLOBAL vrat, total
	RANGE pump0, influx
}
DEFINE N 4
UNITS {
	(molar) = (1/liter)
	(mM) = (millimolar)
	(um) = (micron)
	(mA) = (milliamp)
	FARADAY = (faraday) (10000 coulomb)
	PI = (pi) (1)
}
PARAMETER {
	D = 0.6 (um2/ms)
	Dbuf = 0.1 (um2/ms)
	total = 0.03 (mM)
	kf = 100 (/mM-ms)
	kb = 0.1 (/ms)
	pump0 = 0.002 (/ms)
	rest = 5e-5 (mM)
}
ASSIGNED {
	diam (um)
	ica (mA/cm2)
	cai (mM)
	vrat[N]
	influx (mM um2/ms)
}
LOCAL ready, frat[N]
STATE {
	ca[N] (mM) <1e-7>
	bound[N] (mM)
	unbound[N] (mM)
}
INITIAL {
	if (ready == 0) {
		ready = 1
		shells()
	}
	FROM i = 0 TO N-1 {
		ca[i] = cai
		unbound[i] = total/(1 + kf*cai/kb)
		bound[i] = total - unbound[i]
	}
}
BREAKPOINT {
	SOLVE mix METHOD sparse
}
PROCEDURE shells() {
	LOCAL r, half
	r = 1/2
	half = r/(N - 1)/2
	vrat[0] = 0
	FROM i = 0 TO N-2 {
		vrat[i] = vrat[i] + PI*(r - half/2)*2*half
		r = r - half
		frat[i+1] = 2*PI*r/(2*half)
		r = r - half
		vrat[i+1] = PI*(r + half/2)*2*half
	}
}
KINETIC mix {
	LOCAL area
	area = diam*diam
	COMPARTMENT i, diam*diam*vrat[i] { ca bound unbound }
	LONGITUDINAL_DIFFUSION i, D*diam*diam*vrat[i] { ca }
	LONGITUDINAL_DIFFUSION i, Dbuf*diam*diam*vrat[i] { bound unbound }
	influx = -ica*PI*diam/(2*FARADAY)
	~ ca[0] << (influx + pump0*area*vrat[0]*(rest - ca[0]))
	FROM i = 0 TO N-2 {
		~ ca[i] <-> ca[i+1] (D*frat[i+1], D*frat[i+1])
		~ bound[i] <-> bound[i+1] (Dbuf*frat[i+1], Dbuf*frat[i+1])
		~ unbound[i] <-> unbound[i+1] (Dbuf*frat[i+1], Dbuf*frat[i+1])
	}
	FROM i = 0 TO N-1 {
		~ ca[i] + unbound[i] <-> bound[i] (kf*area*vrat[i], kb*area*vrat[i])
	}
	cai = ca[0]
}
