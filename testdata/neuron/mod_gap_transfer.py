"""Gap junctions by source_var, target_var and setup_transfer: a chain of three cells, and what psolve makes of its time."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
pc = h.ParallelContext()
cells, gaps = [], []
for i in range(3):
    soma, dend = h.Section(name="soma%d" % i), h.Section(name="dend%d" % i)
    soma.L = soma.diam = 20
    dend.L, dend.diam, dend.nseg = 150, 2, 5
    dend.connect(soma(1))
    soma.insert("hh")
    dend.insert("pas")
    dend.e_pas = -65
    cells.append((soma, dend))
clamp = h.IClamp(cells[0][0](0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 2


def join(a, xa, b, xb, g):
    for here, x in ((a, xa), (b, xb)):
        gap = h.HalfGap(here(x))
        gap.g = g
        gaps.append(gap)
    sid = 10 * len(gaps)
    pc.source_var(a(xa)._ref_v, sid, sec=a)
    pc.source_var(b(xb)._ref_v, sid + 1, sec=b)
    pc.target_var(gaps[-2], gaps[-2]._ref_vgap, sid + 1)
    pc.target_var(gaps[-1]._ref_vgap, sid)


join(cells[0][1], 0.9, cells[1][1], 0.5, 0.02)
join(cells[1][0], 0.5, cells[2][1], 0.3, 0.05)
pc.setup_transfer()
pc.set_maxstep(10)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(soma(0.5)._ref_v) for soma, dend in cells]
vgap = [h.Vector().record(gap._ref_vgap) for gap in gaps[:2]]
i0 = h.Vector().record(gaps[0]._ref_i)
started = []
handlers = [h.FInitializeHandler(kind, lambda kind=kind: started.append([kind, gaps[0].vgap])) for kind in (0, 1)]
stops = []
for secondorder in (0, 2):
    h.secondorder = secondorder
    h.finitialize(-65)
    for until in (1.01, 1.04, 12):
        pc.psolve(until)
        stops.append(h.t)
result(t=t, v0=v[0], v1=v[1], v2=v[2], vgap0=vgap[0], vgap1=vgap[1], i0=i0, started=started, t_stops=stops)
