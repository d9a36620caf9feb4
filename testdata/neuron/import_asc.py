"""Neurolucida files through Import3d into cells: contours, stacks, several somas, trees without a soma."""
from neuron import h
from oracle import morphology, result, shapes

h.load_file("import3d.hoc")

files = [
    "contour_soma.asc",
    "no_soma.asc",
    "properties.asc",
    "stacked_soma.asc",
    "tilted_soma.asc",
    "two_somas.asc",
]
answer, cells = {}, []
for file in files:
    cell = morphology(file)
    cells.append(cell)  # NEURON would delete its sections
    answer[str(cell)] = {"order": [sec.name() for sec in cell.all], "sections": shapes(cell.all)}
result(all=[sec.name() for sec in h.allsec()], **answer)
