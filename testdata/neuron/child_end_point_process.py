"""A point process at the 0 end of a child sits on the parent's node and stays there when nseg of the parent, or the end that it is joined by, changes."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

trunk, branch, twig, root, side = (h.Section(name=name) for name in ("trunk", "branch", "twig", "root", "side"))
for sec in (trunk, branch, twig, root, side):
    sec.L = 200
    sec.diam = 2
    sec.insert("pas")
trunk.nseg = 3
branch.connect(trunk(0.3))
twig.connect(branch(0))
side.connect(trunk(1))
clamps = [h.IClamp(sec(0)) for sec in (branch, twig, side)]
for i, ic in enumerate(clamps):
    ic.dur = 1e9
    ic.amp = 0.01 * (i + 1)

def places():
    return [[str(p) for p in seg.point_processes()] for sec in h.allsec() for seg in sec.allseg()]

log = [places()]
trunk.nseg = 5
log.append(places())
v = [h.Vector().record(sec(0.5)._ref_v) for sec in (trunk, branch, twig, side)]
h.finitialize(-65)
h.continuerun(2)
first = [list(x) for x in v]
trunk.connect(root(0.5), 1)
log.append(places())
h.finitialize(-65)
h.continuerun(2)
result(log=log, first=first, v=v)
