TITLE sodium that diffuses as the ion's own concentration

NEURON {
	SUFFIX nadiffus
	USEION na READ ina, nai WRITE nai
	RANGE D
}
UNITS {
	(mM) = (milli/liter)
	(um) = (micron)
	(mA) = (milliamp)
	FARADAY = (faraday) (10000 coulomb)
	PI = (pi) (1)
}
PARAMETER { D = 0.6 (um2/ms) }
ASSIGNED { ina (mA/cm2) diam (um) }
STATE { nai (mM) }
BREAKPOINT { SOLVE conc METHOD sparse }
KINETIC conc {
	COMPARTMENT PI*diam*diam/4 { nai }
	LONGITUDINAL_DIFFUSION D*PI*diam*diam/4 { nai }
	~ nai << (-ina*PI*diam/FARADAY)
}
