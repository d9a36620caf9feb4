"""Fitting: the forms that NEURON has, and a function of the script. NEURON is asked again until the error no longer falls, as its documentation advises."""
from neuron import h
from oracle import result

h("func sine_of() { return $2*sin($3*$1) }")
x = h.Vector(60).indgen(0.5)
noise = h.Vector(60).sin(333, 0.1, 1).mul(0.02)


def fit(y, form, *start):
    """The mean square error where it is more than rounding, the parameters and the fitted values."""
    p = [h.ref(s) for s in start]
    fitted = h.Vector()
    for _ in range(300):
        error = y.fit(fitted, form, x, *p)
    return [error if error > 1e-20 else 0, [q[0] for q in p], fitted]


line = x.c().mul(0.7).sub(3)
quad = x.c().pow(2).mul(0.05).sub(x).add(4)
exp1 = x.c().div(-2.5).apply("exp").mul(3)
exp2 = x.c().div(-12).apply("exp").mul(1.5).add(exp1)
charging = exp2.c().mul(-1).add(4.5)
sine = x.c().mul(0.7).apply("sin").mul(2)

result(
    line=fit(line, "line", 1, 1),
    quad=fit(quad, "quad", 0.1, -2, 1),
    exp1=fit(exp1, "exp1", 1, 1),
    exp2=fit(exp2, "exp2", 2, 2, 2, 9),
    charging=fit(charging, "charging", 2, 2, 2, 9),
    sine=fit(sine, "sine_of", 1, 0.6),
    noisy_line=fit(line.c().add(noise), "line", 1, 1),
    noisy_quad=fit(quad.c().add(noise), "quad", 0.1, -2, 1),
    noisy_exp1=fit(exp1.c().add(noise), "exp1", 1, 1),
    noisy_exp2=fit(exp2.c().add(noise), "exp2", 2, 2, 2, 9),
    noisy_charging=fit(charging.c().add(noise), "charging", 2, 2, 2, 9),
    noisy_sine=fit(sine.c().add(noise), "sine_of", 1, 0.6),
)
