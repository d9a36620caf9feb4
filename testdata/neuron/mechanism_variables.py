"""The order in which a mechanism's variables are iterated, by name."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.insert("pas")
soma.insert("hh")
soma.insert("fastpas")
seg = soma(0.5)
result(**{m.name(): [variable.name() for variable in m] for m in seg})
