"""References to elements of a Vector: recorded, played into, read and set."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
box = h.Vector([1, 2, 3])
box._ref_x[1][0] = 7
steps = h.Vector([0, 1, 4, 9, 16])
when = h.Vector([0, 0.1, 0.2, 0.3, 0.4])
steps.play(box._ref_x[0], when, False)
ramp = h.Vector([0, 10])
ends = h.Vector([0, 1])
ramp.play(box._ref_x[2], ends, True)
first = h.Vector().record(box._ref_x[0])
third = h.Vector().record(box._ref_x[2])
h.finitialize(-65)
h.continuerun(0.5)

result(
    first=first,
    third=third,
    box=box,
    read=[box._ref_x[0][0], box._ref_x[1][0]],
)
