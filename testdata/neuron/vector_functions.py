"""Functions of each element: apply and reduce with a function of the script and with those known by name, and the methods for single ones."""
from neuron import h
from oracle import result

h("func square_of() { return $1*$1 + 0.5 }")
v = h.Vector([1, 9, 3, 4, 5, 0.25, 7])
mixed = h.Vector([-2.5, 0, 0.5, 3])
f = "square_of"

result(
    applied=v.c().apply(f),
    applied_part=v.c().apply(f, 1, 3),
    reduced=[v.reduce(f), v.reduce(f, 100), v.reduce(f, 100, 2, 4), v.reduce("sqrt"), v.reduce("log", 1)],
    by_name=[v.c().apply(g) for g in ("sin", "cos", "atan", "tanh", "exp", "log", "log10", "sqrt", "abs", "int", "erf", "erfc")],
    mixed_by_name=[mixed.c().apply(g) for g in ("sin", "cos", "atan", "tanh", "exp", "abs", "int", "erf", "erfc")],
    abs=[mixed.c().abs(), h.Vector().abs(mixed)],
    floor=[mixed.c().floor(), h.Vector().floor(mixed)],
    log=[v.c().log(), h.Vector().log(v), v.c().log10(), h.Vector().log10(v)],
    tanh=[mixed.c().tanh(), h.Vector().tanh(mixed)],
    sqrt=[v.c().sqrt(), h.Vector().sqrt(v)],
    pow=[v.c().pow(2), h.Vector().pow(v, 3), v.c().pow(0.5), v.c().pow(-1), v.c().pow(1.7), mixed.c().pow(2), v.c().pow(0), v.c().pow(1)],
    sin=[h.Vector(9).sin(100, 0.5), h.Vector(9).sin(100, 0.5, 0.25), h.Vector(9).sin(0, 1)],
    arithmetic=[v.c().add(2), v.c().add(v), v.c().sub(2), v.c().sub(v.c().reverse()), v.c().mul(0.3), v.c().mul(v), v.c().div(3), v.c().div(v.c().reverse())],
    scaled=[v.c().scale(-1, 1), mixed.c().scale(5, 6)],
    filled=[v.c().fill(2), v.c().fill(2, 1, 3)],
    set=[v.c().set(2, 8), v.c().set(2, 8).get(2)],
)
