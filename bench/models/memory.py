"""Resident memory that 100,000 hh segments take, after their first step, and that
another 100,000 take. Linux only: it reads /proc. Prints one line of JSON."""
import json
import re

from neuron import h


def resident():
    return 1024 * int(re.search(r"VmRSS:\s+(\d+)", open("/proc/self/status").read())[1])


segments = 100000
h.CVode().cache_efficient(1)
axons = []
taken = []
for k in range(2):
    before = resident()
    for i in range(100):
        axon = h.Section(name=f"axon[{100 * k + i}]")
        axon.L, axon.diam, axon.nseg = 1000, 1, segments // 100
        axon.insert("hh")
        axons.append(axon)
    h.finitialize(-65)
    h.fadvance()
    taken.append(resident() - before)
print(json.dumps({"segments": segments, "bytes": taken[0], "next": taken[1]}))
