"""An SWC file whose soma has many points and branches."""
from neuron import h
from oracle import morphology, result, shapes

h.load_file("import3d.hoc")

files = [
    "contour_soma.swc",
]
answer, cells = {}, []
for file in files:
    cell = morphology(file)
    cells.append(cell)  # NEURON would delete its sections
    answer[str(cell)] = {"order": [sec.name() for sec in cell.all], "sections": shapes(cell.all)}
result(all=[sec.name() for sec in h.allsec()], **answer)
