"""A myelinated axon: nodes of squid membrane, and internodes whose layers are a narrow space below the myelin and the myelin itself."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

nodes, between = [], []
for i in range(4):
    node = h.Section(name="node%d" % i)
    node.L, node.diam, node.nseg, node.Ra, node.cm = 1.5, 4, 1, 70, 2
    node.insert("hh")
    node.gnabar_hh, node.gkbar_hh = 1.2, 0.3
    node.insert("extracellular")
    node.xraxial[0], node.xg[0], node.xc[0] = 800, 1e10, 0
    nodes.append(node)
    if i:
        myelin = h.Section(name="myelin%d" % i)
        myelin.L, myelin.diam, myelin.nseg, myelin.Ra = 400, 6, 7, 70
        myelin.insert("pas")
        myelin.g_pas, myelin.e_pas = 1e-4, -65
        myelin.insert("extracellular")
        for k in (0, 1):
            myelin.xraxial[k] = (3e4, 1e9)[k]
            myelin.xg[k] = (1e-5, 1e10)[k]
            myelin.xc[k] = (1e-3, 0)[k]
        myelin.connect(nodes[i - 1](1))
        node.connect(myelin(1))
        between.append(myelin)
clamp = h.IClamp(nodes[0](0.5))
clamp.delay, clamp.dur, clamp.amp = 0.1, 0.2, 3
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(s(0.5)._ref_v) for s in nodes + between]
vext = [h.Vector().record(s(x)._ref_vext[k]) for s in between for x in (0, 0.5, 1) for k in (0, 1)]
current = [h.Vector().record(s(0.5)._ref_i_membrane) for s in nodes + between]
h.finitialize(-65)
h.continuerun(4)
result(t=t, v=v, vext=vext, i_membrane=current)
