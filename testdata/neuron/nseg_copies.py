"""What range variables read after nseg changed: pas, hh, diam, cm, v and ion values that differ along the section."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

answer = {}
for old, new in ((1, 5), (2, 4), (4, 3), (3, 9), (9, 3), (5, 1), (6, 4), (7, 4), (10, 7)):
    sec = h.Section(name="sec")
    sec.L = 90
    sec.insert("pas")
    sec.nseg = old
    sec.insert("hh")
    for k, seg in enumerate(sec):
        seg.pas.g = 0.001 * (k + 1)
        seg.gnabar_hh = 0.1 + 0.01 * k
        seg.diam = 1 + k
        seg.cm = 0.5 + 0.25 * k
        seg.v = -60 - k
        seg.ek = -80 + k
    sec.nseg = new
    answer[f"{old}_{new}"] = {
        "g": [seg.pas.g for seg in sec],
        "e": [seg.pas.e for seg in sec],
        "gnabar": [seg.hh.gnabar for seg in sec],
        "diam": [seg.diam for seg in sec],
        "cm": [seg.cm for seg in sec],
        "v": [seg.v for seg in sec],
        "ek": [seg.ek for seg in sec],
        "area": [seg.area() for seg in sec],
        "ri": [seg.ri() for seg in sec],
        "L": sec.L,
    }
result(**answer)
