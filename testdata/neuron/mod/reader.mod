TITLE reads global variables of another mechanism

NEURON {
	SUFFIX reader
	EXTERNAL scale_source, peak_source
	RANGE y
}
ASSIGNED { v y scale_source peak_source }
INITIAL { y = scale_source }
BREAKPOINT {
	SOLVE follow
}
PROCEDURE follow() {
	y = y + scale_source*0.01 + peak_source/1000
}
