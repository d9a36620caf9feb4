"""Vectors in a script: making them, arithmetic in place, statistics, searching, and what is computed from a recorded spike."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 2
ic.dur = 0.1
ic.amp = 0.9
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(10)
coarse = h.Vector()
coarse.indgen(0, 9, 0.37)
slope = h.Vector()
slope.deriv(v, h.dt)
above = h.Vector()
above.indvwhere(v, ">", 0)
some = h.Vector([3, -1, 4, 1, -5, 9, 2, 6])
grown = h.Vector(3, 1.5)
grown.append(some, 7)
grown.resize(14)
grown.insrt(1, 8)
grown.remove(0)
result(
    numbers=[v.size(), v.max(), v.min(), v.max_ind(), v.min_ind(), v.mean(), v.stdev(), v.sum(), v.var(), v.stderr(),
             v.indwhere(">", 0), v.median(), some.mag(), some.sumsq(), some.dot(some), some.meansqerr(some.c().add(1)),
             some.contains(9), some.contains(8), grown.size(), some[0], some.x[1], some.get(2)],
    interpolated=v.c().interpolate(coarse, t),
    slope=slope,
    above=[len(above), above[0], above[-1]],
    integral=v.c().integral(h.dt).x[len(v) - 1],
    grown=grown,
    arithmetic=[
        some.c().add(2), some.c().sub(some.c().reverse()), some.c().mul(0.1), some.c().div(some), some.c().scale(0, 1),
        some.c().abs().sqrt(), some.c().sort(), some.c().sortindex(), some.c().rotate(2), some.c().rotate(-3, 0), some.c(2, 4),
        some.c().fill(2, 3, 5), some.c().abs().log(), some.c().pow(2), some.c().reverse(), h.Vector(5).indgen(2), h.Vector(5).indgen(1, 0.5),
        some.histogram(-6, 10, 4), some.c().rebin(some, 2), h.Vector().copy(some, 2, 5), some.c().abs().log10(), some.c().tanh(),
        h.Vector(4, 2).add(h.Vector([1, 2, 3, 4])), h.Vector([0.5, 1.5, 2.5]).floor(), h.Vector(3), some.c().where(">", 1), h.Vector().where(some, "[]", 1, 4),
    ],
)
