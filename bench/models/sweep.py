"""1000 variants of a model, 100 ms each, as sweep.js with way=loop: built once, then
the parameters are changed and it runs again."""
import json
import time

from timing import h, option

count = int(option("variants", 1000))
tstop = 100
stick = option("model", "hh") == "stick"
h.CVode().cache_efficient(1)
pc = h.ParallelContext()
pc.set_maxstep(10)

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
if stick:
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 200, 1, 11
    dend.insert("pas")
    dend.connect(soma(1))
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur = 5, 1e9
detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
detector.threshold = 0
times = h.Vector()
detector.record(times)


def run():
    v, spikes = 0, 0
    for i in range(count):
        soma(0.5).hh.gnabar = 0.1 + (0.04 * (i % 25)) / 25
        clamp.amp = (0.3 * i) / count
        h.finitialize(-65)
        pc.psolve(tstop)
        v += soma(0.5).v
        spikes += len(times)
    return v / count, spikes


seconds = []
for _ in range(int(option("repetitions", 2))):
    start = time.perf_counter()
    mean_v, spikes = run()
    seconds.append(time.perf_counter() - start)
segments = count * (12 if stick else 1)
print(json.dumps({"segments": segments, "steps": round(tstop / h.dt), "seconds": seconds, "mean_v": mean_v, "spikes": spikes}))
