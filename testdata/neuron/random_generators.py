"""The generators of Random: uniform numbers, seeds, sizes, and what the calls return."""
from neuron import h
from oracle import result

out = {}


def draw(name, *seeds):
    r = h.Random()
    returned = getattr(r, name)(*seeds)
    first = r.uniform(0, 1)
    numbers = [first] + [r.repick() for _ in range(300)]
    key = "t_" + "_".join([name] + [str(s).replace("-", "minus") for s in seeds])
    out[key] = numbers[:5] + numbers[-5:] + [returned]


for seed in (0, 1, 17, 31, 32, 33, 1000, 4294967295, 123456.7):
    draw("ACG", seed)
    draw("Isaac64", seed if seed else 5)
    draw("MLCG", seed)
for size in (7, 8, 11, 20, 25, 33, 40, 55, 57, 60, 89, 95, 97, 98):
    draw("ACG", 3, size)
draw("ACG", -1)
draw("MLCG", -1, -2)
draw("MLCG", 5, 6)
draw("MLCG", -2147483561, 99)
draw("MLCG", 2147483647, -2147483648)
for ids in ((), (0,), (1,), (1, 2), (1, 2, 3), (4294967295, 4294967294, 7)):
    draw("Random123", *ids)
for seeds in ((1,), (5, 0), (5, 9), (4294967295, 1), (4294967290,)):
    draw("MCellRan4", *seeds)
bare = h.Random()
seeded = h.Random(42)
sized = h.Random(42, 20)
out["t_bare"] = [[r.repick() for _ in range(6)] for r in (bare, seeded, sized)]
result(**out)
