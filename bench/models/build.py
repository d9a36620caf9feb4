"""Time to build a network and to take it apart: 10,000 hh sections of 10 segments
in 1000 trees, an ExpSyn in each section, and 50,000 NetCons. Prints one line of
JSON with the seconds that each part took."""
import json
import time

from neuron import h

sections = 10000
per_cell = 10
connections = 50000
parts = []
last = time.perf_counter()


def done(what):
    global last
    now = time.perf_counter()
    parts.append({"what": what, "seconds": now - last})
    last = now


h.CVode().cache_efficient(1)
cable = []
for i in range(sections):
    cable.append(h.Section(name=f"cable[{i}]"))
done("sections")
for s in cable:
    s.L = 100
    s.diam = 1
    s.Ra = 100
done("geometry")
for s in cable:
    s.nseg = 10
done("nseg")
for i in range(sections):
    if i % per_cell > 0:
        cable[i].connect(cable[i - 1](1))
done("connect")
for s in cable:
    s.insert("hh")
done("insert")
for s in cable:
    s(0.5).gnabar_hh = 0.11
done("set a variable")
synapses = [h.ExpSyn(s(0.5)) for s in cable]
done("synapses")
netcons = []
for i in range(connections):
    source = cable[(i * 7) % sections]
    nc = h.NetCon(source(0.5)._ref_v, synapses[(i * 13) % sections], sec=source)
    nc.weight[0] = 0.001
    nc.delay = 2
    netcons.append(nc)
done("netcons")
h.finitialize(-65)
done("finitialize")
h.fadvance()
done("first step")
for i in range(0, connections, 2):
    netcons[i] = None
nc = None
done("delete half of the netcons")
netcons = synapses = cable = s = source = None
done("delete the rest")
print(json.dumps({"parts": parts}))
