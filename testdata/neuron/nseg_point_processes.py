"""Where point processes sit after nseg changed, for many pairs of nseg and places, and after a series of changes."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

answer = {}
for old, new in ((1, 2), (1, 5), (2, 1), (2, 3), (2, 4), (3, 2), (3, 4), (3, 9), (4, 3), (5, 1), (5, 4), (6, 4), (7, 4), (9, 3), (10, 7)):
    sec = h.Section(name="sec")
    sec.nseg = old
    clamps = [h.IClamp(sec((k + 0.5) / old)) for k in range(old)] + [h.IClamp(sec(0)), h.IClamp(sec(1))]
    sec.nseg = new
    answer[f"{old}_{new}"] = [ic.get_segment().x for ic in clamps]
sec = h.Section(name="series")
clamp = h.IClamp(sec(0.3))
series = [clamp.get_segment().x]
for nseg in (3, 7, 4, 6, 4, 3, 2, 5, 1):
    sec.nseg = nseg
    series.append(clamp.get_segment().x)
moved = h.Section(name="moved")
moved.nseg = 5
clamp.loc(moved(0.9))
moved.nseg = 9
result(series=series, moved=[str(clamp.get_segment().sec), clamp.get_segment().x, bool(clamp.has_loc())], **answer)
