TITLE LINEAR and NONLINEAR blocks

NEURON {
	SUFFIX equations
	NONSPECIFIC_CURRENT i
	RANGE a, b, r, s
}
PARAMETER { a = 0.4 b = 2 rs = 3 }
ASSIGNED { v i r s }
STATE { x w z u[3] p q il ve }
INITIAL {
	SOLVE lin
	p = 1
	q = 0.5
	SOLVE curve METHOD newton
}
BREAKPOINT {
	spine()
	i = 1e-6*il + 1e-6*s
}
PROCEDURE spine() {
	SOLVE curve
	SOLVE leak METHOD simeq
}
LINEAR lin {
	LOCAL k
	k = a*exp(v/30)
	~ z - x = 0.3
	~ x*k + w*(1 + b) - z = -w*0.2
	~ x + w + z
	  = 1 + v/100
	FROM j = 0 TO 1 {
		~ u[j]*(2 + j) - u[j+1] = b*k
	}
	~ u[0] + u[1] = 3
	~+ u[2] = x - x
	r = x + u[1]
}
NONLINEAR curve SOLVEFOR p, q {
	~ p*p + b*q = 3 + v/200
	~ exp(-q) + p*q = a + x
	s = p + q
}
LINEAR leak SOLVEFOR il, ve {
	~ rs*il = v - ve
	~ il = a*ve + a*60
}
