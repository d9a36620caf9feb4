from neuron import h

print(h.t)
