"""Files through Import3d into sections of no cell, one of each format."""
from neuron import h
from oracle import morphology, result, shapes

h.load_file("import3d.hoc")

morphology("three_point_soma.swc", False)
answer = {"swc": shapes(h.allsec()), "tips": [str(h.dend[0]), str(h.dend[1]), str(h.axon[0])]}
for sec in list(h.allsec()):
    h.delete_section(sec=sec)
morphology("contour_soma.asc", False)
result(asc=shapes(h.allsec()), soma=str(h.soma[0]), **answer)
