"""Derivative, integral and interpolation in all their forms."""
from neuron import h
from oracle import result

v = h.Vector(30).sin(33, 0.4, 1)
x = h.Vector([0, 1, 2.5, 4, 4, 7])
y = h.Vector([5, -1, 3, 2, 8, 0])
at = h.Vector([-1, 0, 0.3, 2.5, 3.9, 4, 4.1, 6, 7, 9])

result(
    deriv=[v.c().deriv(), v.c().deriv(0.1), h.Vector().deriv(v), h.Vector().deriv(v, 0.1)],
    euler=[v.c().deriv(0.1, 1), h.Vector().deriv(v, 0.1, 1)],
    central=[v.c().deriv(0.1, 2), h.Vector().deriv(v, 0.1, 2)],
    two=[h.Vector([1, 4]).deriv(0.5), h.Vector([1, 4]).deriv(0.5, 1)],
    integral=[v.c().integral(), v.c().integral(0.1), h.Vector().integral(v), h.Vector().integral(v, 0.1)],
    interpolated=[y.c().interpolate(at, x), h.Vector().interpolate(at, x, y), h.Vector([7, 7]).interpolate(h.Vector(), x, y)],
    one_point=h.Vector().interpolate(at, h.Vector([2]), h.Vector([6])),
    there_and_back=h.Vector().deriv(v.c().integral(0.1), 0.1),
)
