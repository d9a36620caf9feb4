TITLE global variables that another mechanism reads

NEURON {
	SUFFIX source
	GLOBAL scale, peak
}
PARAMETER { scale = 2 }
ASSIGNED { v peak }
INITIAL { peak = v }
BREAKPOINT {
	SOLVE watch
}
PROCEDURE watch() {
	peak = v + scale
}
