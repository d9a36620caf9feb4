"""What setting L and diam does to 3-D points, and what changing, inserting and removing points does to the section."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


def look(sec):
    return {
        "L": sec.L,
        "diam": [seg.diam for seg in sec],
        "area": [seg.area() for seg in sec],
        "ri": [seg.ri() for seg in sec],
        "points": [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)] for i in range(sec.n3d())],
    }


sec = h.Section(name="sec")
answer = {"stick": look(sec)}
sec.L = 40
sec.diam = 3
sec.nseg = 3
answer["stick_set"] = look(sec)
sec(0.5).diam = 1
answer["one_segment"] = look(sec)
for point in ((0, 0, 0, 10), (10, 0, 0, 10), (20, 0, 0, 2), (40, 0, 0, 2)):
    sec.pt3dadd(*point)
answer["points"] = look(sec)
sec.L = 80
answer["L_doubled"] = look(sec)
sec(0.9).diam = 5
answer["diam_of_last"] = look(sec)
sec.diam = 4
answer["diam_of_all"] = look(sec)
sec.pt3dchange(1, 6)
sec.pt3dchange(2, 35, 5, 5, 2.5)
answer["changed"] = look(sec)
sec.pt3dinsert(1, 12, 1, 0, 7)
answer["inserted"] = look(sec)
sec.pt3dremove(0)
answer["removed"] = look(sec)
sec.pt3dclear()
answer["cleared"] = look(sec)
result(**answer)
