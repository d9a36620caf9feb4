TITLE Forcing functions and curves of the library

NEURON { SUFFIX forcing RANGE wave, square, saw, back, climb, shot, shots, stairs, bell, hyper, fall, rise, sink, prob }
ASSIGNED { v (mV) wave square saw back climb shot shots stairs bell hyper fall rise sink prob }
BREAKPOINT {
	SOLVE all
}
PROCEDURE all() {
	wave = harmonic(t, 1.7, 3, 0.2)
	square = squarewave(t, 1.3, 2)
	saw = sawtooth(t, 0.9, 2)
	back = revsawtooth(t, 1.1, 2)
	climb = ramp(t, 1, 5, 2)
	shot = pulse(t, 1, 3, 0.5)
	shots = perpulse(t, 0.7, 2, 0.31, 0.43)
	stairs = perstep(t, 0.5, 0.6, 0.3)
	bell = gauss(t, 2, 0.7)
	hyper = hyperbol(t, 3, 0.8)
	fall = revhyperbol(t, 3, 0.8)
	rise = sigmoid(t, 2, 1.4, 3)
	sink = revsigmoid(t, 2, 1.4, 3)
	prob = poisson(3, t)
}
