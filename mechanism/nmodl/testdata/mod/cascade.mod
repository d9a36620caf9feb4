TITLE reactions of every kind, without CONSERVE

NEURON {
	SUFFIX cascade
	USEION ca READ ica, cai WRITE cai
	RANGE k1, total, netto, ligand, sum
}
DEFINE N 3
PARAMETER {
	k1 = 8 (/ms)
	k2 = 0.5 (/ms)
	total = 0.02
	vol = 1.7
}
ASSIGNED {
	ica diam v
	netto ligand sum
	kf[3]
}
STATE {
	cai
	buf
	cabuf
	u[N]
	d
}
LOCAL factor
INITIAL {
	factor = 0.4
	buf = total
	cabuf = 0.003
	u[0] = 0.01
	u[1] = 0.04
	u[2] = 0.02
	d = 0.5
	ligand = 0.2
	FROM i = 0 TO N-1 { kf[i] = 0.3*(i + 1) }
}
BREAKPOINT {
	SOLVE mix METHOD sparse
}
KINETIC mix {
	LOCAL up
	COMPARTMENT vol { cai buf cabuf }
	COMPARTMENT j, (j + 1)*0.6 { u }
	up = 0.02*exp(v/40)
	if (v > -50) {
		ligand = 0.3
	} else {
		ligand = 0.1
	}
	~ cai + 2 buf <-> cabuf (k1, k2)
	netto = f_flux - b_flux
	~ cai << (-ica*0.5/diam + 1e-4)
	FROM i = 0 TO N-2 {
		~ u[i] <-> u[i+1] (kf[i]*factor, up)
	}
	~ u[N-1] -> (k2*d)
	~ ligand + d <-> u[0] (up, k2)
	~ 2 d <-> buf (0.1, 0.05)
	sum = u[0] + u[1] + u[2] + f_flux
}
