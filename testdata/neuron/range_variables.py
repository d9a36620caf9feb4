"""Range variables read and written through the section, segments, ends, mechanisms and references."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

sec = h.Section(name="sec")
sec.L = 100
sec.nseg = 5
sec.insert("hh")
sec.insert("pas")
sec.gnabar_hh = 0.1
sec(0.1).gnabar_hh = 0.2
sec(0.99).hh.gnabar = 0.4
sec(0.5).pas.g = 0.002
sec(0.5).diam = 3
sec(0.7).cm = 1.5
sec(0.3).v = -50
ends = [[seg.gnabar_hh, seg.diam, seg.cm, seg.v, seg.area(), seg.ri(), seg.ena] for seg in (sec(0), sec(1))]
reference = sec(0.9)._ref_gnabar_hh
read = [reference[0]]
reference[0] = 0.05
read.append(sec(0.9).hh.gnabar)
sec.gnabar_hh = 0.15
read.append(reference[0])
clamp = h.IClamp(sec(0.5))
clamp_reference = clamp._ref_amp
clamp_reference[0] = 0.7
read.append(clamp.amp)
clamp.delay = 3
read.append(getattr(clamp, "del"))
free = h.ref(2.5)
free[0] = free[0] + 1
read.append(free[0])
time = h._ref_t
time[0] = 7
read.append(h.t)
result(
    ends=ends,
    read=read,
    section=[sec.gnabar_hh, sec.g_pas, sec.diam, sec.cm, sec.v, sec.ena, sec.Ra, sec.L, sec.nseg],
    segments=[[seg.x, seg.gnabar_hh, seg.hh.gnabar, seg.pas.g, seg.diam, seg.cm, seg.v, seg.na_ion.ena] for seg in sec],
    names=[str(sec), sec.name(), sec.hname(), str(sec(0.5)), str(sec(1)), str(sec(1 / 3)), str(sec(0.5).hh), str(sec(0.5).sec)],
)
