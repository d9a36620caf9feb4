"""Two cells from files, divided by the d_lambda rule, with hh in soma and axon: a current step."""
from neuron import h
from oracle import morphology, result

h.load_file("stdrun.hoc")
h.load_file("import3d.hoc")

answer = {"nseg": []}
cells, clamps, recordings = [], [], {}
for file in ("contour_soma.asc", "three_point_soma.swc"):
    cell = morphology(file)
    cells.append(cell)
    for sec in cell.all:
        sec.Ra = 150
        sec.nseg = int((sec.L / (0.1 * h.lambda_f(100, sec=sec)) + 0.9) / 2) * 2 + 1
        answer["nseg"].append(sec.nseg)
        sec.insert("pas")
        for seg in sec:
            seg.pas.g = 5e-5
    for sec in cell.soma + cell.axon:
        sec.insert("hh")
    clamp = h.IClamp(cell.soma[0](0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 0.5, 1.5
    clamps.append(clamp)
    for name, seg in (("soma", cell.soma[0](0.5)), ("dend", cell.dend[1](1)), ("axon", cell.axon[0](0.9))):
        recordings[f"{cell}_{name}"] = h.Vector().record(seg._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(8)
result(t=t, **answer, **recordings)
