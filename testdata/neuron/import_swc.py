"""SWC files through Import3d into cells: somas of all kinds, branches, several trees, own types."""
from neuron import h
from oracle import morphology, result, shapes

h.load_file("import3d.hoc")

files = [
    "breadth_first.swc",
    "custom_types.swc",
    "missing_parent.swc",
    "neuromorpho_soma.swc",
    "no_soma.swc",
    "not_quite_a_sphere.swc",
    "one_point_soma.swc",
    "several_trees.swc",
    "short_branches.swc",
    "three_point_soma.swc",
    "two_point_soma.swc",
]
answer, cells = {}, []
for file in files:
    cell = morphology(file)
    cells.append(cell)  # NEURON would delete its sections
    answer[str(cell)] = {"order": [sec.name() for sec in cell.all], "sections": shapes(cell.all)}
result(all=[sec.name() for sec in h.allsec()], **answer)
