"""Geometry of sections given by 3-D points: several shapes at several nseg, no run."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

shapes = {
    "cylinder": [(0, 0, 0, 2), (100, 0, 0, 2)],
    "cone": [(0, 0, 0, 8), (30, 0, 0, 1)],
    "taper": [(0, 0, 0, 10), (10, 0, 0, 10), (20, 0, 0, 2), (40, 0, 0, 2)],
    "bent": [(1, 2, 3, 1.1), (4, -2, 7.5, 0.9), (3, -8, 7, 1.7), (13, -9, 2, 0.4), (14.25, -9, 0, 0.3)],
    "step": [(0, 0, 0, 3), (20, 0, 0, 3), (20, 0, 0, 1), (50, 0, 0, 1)],
    "frustums": [(0, 0, 0, 1), (0, 10, 0, 20), (0, 20, 0, 1)],
    "uneven": [(0, 0, 0, 2), (0.01, 0, 0, 3), (0.02, 0, 0, 2), (300, 0, 0, 1), (300.5, 0, 0, 7)],
    "away": [(-5000.3, 731.7, 12.1, 0.7), (-5003.9, 735.2, 12.9, 0.6), (-5011.1, 741.3, 8.3, 0.5)],
}
answer = {}
for name, points in shapes.items():
    sec = h.Section(name=name)
    for point in points:
        sec.pt3dadd(*point)
    rows = {}
    for nseg in (1, 2, 3, 5, 8):
        sec.nseg = nseg
        rows[str(nseg)] = {
            "L": sec.L,
            "diam": [seg.diam for seg in sec],
            "area": [seg.area() for seg in sec.allseg()],
            "ri": [seg.ri() for seg in sec.allseg()],
            "volume": [seg.volume() for seg in sec],
        }
    rows["n3d"] = sec.n3d()
    rows["points"] = [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)] for i in range(sec.n3d())]
    answer[name] = rows
result(**answer)
