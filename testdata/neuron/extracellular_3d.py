"""Sections with 3-D points and extracellular, before and after nseg, connections and values change; psection."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

trunk, branch = h.Section(name="trunk"), h.Section(name="branch")
for x, y, d in ((0, 0, 8), (20, 5, 6), (60, 10, 3), (140, 0, 2)):
    trunk.pt3dadd(x, y, 0, d)
for x, y, d in ((140, 0, 2), (180, 40, 1.5), (200, 90, 0.8)):
    branch.pt3dadd(x, y, 0, d)
trunk.insert("hh")
branch.insert("pas")
branch.insert("extracellular")
trunk.insert("extracellular")
branch.connect(trunk(1))
trunk.nseg, branch.nseg = 3, 2
for s in (trunk, branch):
    for k in (0, 1):
        s.xraxial[k], s.xg[k], s.xc[k] = 3e4, 0.01 * (k + 1), 0.2
trunk(0.9).xg[1] = 0.3
trunk(0.1).xraxial[0] = 1e5
trunk.e_extracellular = 5
clamp = h.IClamp(trunk(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.2, 0.5, 1
runs = []
def run():
    t = h.Vector().record(h._ref_t)
    recorded = [h.Vector().record(s(x)._ref_v) for s in (trunk, branch) for x in (0, 0.5, 1)]
    recorded += [h.Vector().record(s(x)._ref_vext[k]) for s in (trunk, branch) for x in (0, 0.5, 1) for k in (0, 1)]
    recorded += [h.Vector().record(s(0.5)._ref_i_membrane) for s in (trunk, branch)]
    h.finitialize(-65)
    h.continuerun(3)
    runs.append([list(x) for x in recorded])
run()
trunk.nseg, branch.nseg = 9, 5
run()
branch.disconnect()
clamp.loc(branch(0.5))
run()
trunk.connect(branch(1), 1)
run()
trunk.xraxial[1] = 1e3
run()
values = [[[list(s.xg), list(s.xc), list(s.xraxial), s.e_extracellular] for s in sec] for sec in (trunk, branch)]
mech = branch.psection()["density_mechs"]["extracellular"]
result(runs=runs, values=values, psection={k: mech[k] for k in ("xraxial", "xg", "xc", "e")})
