"""Statistics, with and without a range, as far as NEURON does what it documents."""
from neuron import h
from oracle import result

v = h.Vector(50).sin(70, 0.2, 1).add(h.Vector(50).indgen(0.03))
w = v.c().reverse().mul(1.1)
weights = h.Vector(50).indgen(1, 0.5)

result(
    whole=[v.max(), v.min(), v.max_ind(), v.min_ind(), v.sum(), v.sumsq(), v.mean(), v.var(), v.stdev(), v.stderr(), v.median(), v.mag(), v.size()],
    part=[v.max(3, 30), v.min(3, 30), v.sum(3, 30), v.sumsq(3, 30), v.var(3, 30), v.stdev(3, 30), v.stderr(3, 30)],
    two=[v.dot(w), v.dot(v), v.meansqerr(w), v.meansqerr(w, weights), v.c(0, 9).meansqerr(w)],
    from_start=[v.max_ind(0, 20), v.min_ind(0, 20)],
    medians=[h.Vector([3, 1, 2]).median(), h.Vector([4, 1, 2, 3]).median(), h.Vector([7]).median()],
    empty=[h.Vector().max(), h.Vector().min(), h.Vector().max_ind(), h.Vector().min_ind(), h.Vector().sum(), h.Vector().sumsq(), h.Vector().mag()],
)
