"""Places in a sequence, the global index, MCellRan4's shared seed, and the kept number of a normal pair across changes."""
from neuron import h
from oracle import result

out = {}
r = h.Random()
r.Random123(1, 2, 3)
places = [r.seq()]
r.uniform(0, 1)
places.append(r.seq())
numbers = []
for place in (0, 1, 3, 4, 1001, 2**34 - 1, 2**34 - 2, 7.9):
    places.append(r.seq(place))
    numbers += [r.repick(), r.repick()]
    places.append(r.seq())
out["t_places"], out["t_at_places"] = places, numbers

# A group of four numbers that is there already does not see the global index.
r.Random123(9, 9)
other = h.Random()
other.Random123(9, 9)
other.uniform(0, 1)
indices = [r.Random123_globalindex(), r.Random123_globalindex(5)]
r.uniform(0, 1)
out["t_global_5"] = [r.repick() for _ in range(8)]
out["t_global_other"] = [other.repick() for _ in range(8)]
r.Random123(9, 9)
out["t_global_new"] = [r.repick() for _ in range(5)]
indices += [r.Random123_globalindex(0)]
r.seq(0)
out["t_global_0"] = [r.repick() for _ in range(5)]
out["t_indices"] = indices

r.MCellRan4(3)
shared = [h.mcell_ran4_init(), r.uniform(0, 1), r.seq(), h.mcell_ran4_init(11), r.repick(), r.seq(3), r.repick(), h.mcell_ran4_init(0)]
seed = h.ref(7)
shared += [h.mcell_ran4(seed), seed[0], h.mcell_ran4(seed), seed[0]]
out["t_ran4"] = shared

kept = []
r.Random123(5)
kept += [r.normal(0, 1), r.seq()]     # the second number of the pair is kept,
r.Random123(6)                        # also by another generator,
kept += [r.repick(), r.seq()]
kept += [r.repick(), r.seq()]
r.seq(0)                              # and at another place,
kept += [r.repick(), r.seq()]
kept += [r.repick()]
kept += [r.normal(2, 9), r.seq()]     # but not by another distribution
kept += [r.normal(2, 9), r.seq()]
kept += [r.lognormal(2, 9), r.repick(), r.seq()]
out["kept"] = kept
result(**out)
