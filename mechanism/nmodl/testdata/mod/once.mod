TITLE calcium in shells, with factors that the first instance computes

NEURON {
	SUFFIX once
	USEION ca READ cai, ica WRITE cai
	GLOBAL vrat
	RANGE buffer
}
DEFINE N 4
UNITS { PI = (pi) (1)  FARADAY = (faraday) (10000 coulomb) }
PARAMETER {
	D = 0.6 (um2/ms)
	k1 = 100
	k2 = 0.1
	buffer = 0.003
}
ASSIGNED { diam ica cai vrat[N] L[N] }
LOCAL factors_done
LOCAL frat[N]
STATE { ca[N] <1e-6> cab[N] bu[N] }
INITIAL {
	if (factors_done == 0) {
		factors_done = 1
		factors()
	}
	cai = 5e-5
	FROM i = 0 TO N-1 {
		ca[i] = cai*(1 + 0.2*i)
		bu[i] = buffer/(1 + k1*ca[i]/k2)
		cab[i] = buffer - bu[i]
	}
}
BREAKPOINT { SOLVE state METHOD sparse }
PROCEDURE factors() {
	LOCAL r, dr2
	r = 1/2
	dr2 = r/(N-1)/2
	vrat[0] = 0
	frat[0] = 2*r
	FROM i = 0 TO N-2 {
		vrat[i] = vrat[i] + PI*(r - dr2/2)*2*dr2
		r = r - dr2
		frat[i+1] = 2*PI*r/(2*dr2)
		r = r - dr2
		vrat[i+1] = PI*(r + dr2/2)*2*dr2
	}
}
KINETIC state {
	COMPARTMENT i, diam*diam*vrat[i] { ca cab bu }
	~ ca[0] << (-ica*PI*diam/(2*FARADAY))
	FROM i = 0 TO N-2 {
		~ ca[i] <-> ca[i+1] (D*frat[i+1], D*frat[i+1])
	}
	FROM i = 0 TO N-1 {
		~ ca[i] + bu[i] <-> cab[i] (k1*diam*diam*vrat[i], k2*diam*diam*vrat[i])
	}
	cai = ca[0]
}
