"""What ParallelContext knows of gids: gid_exists, srcgid, threshold, set_maxstep with gids of others, outputcell, gid_clear."""
from neuron import h
from oracle import result

pc = h.ParallelContext()
soma = h.Section(name="soma")
soma.insert("hh")
syn = h.ExpSyn(soma(0.5))
nc = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
cell = h.IntFire1()
art = h.NetCon(cell, None)
seen = {}


def look(name):
    seen[name] = [pc.gid_exists(gid) for gid in (0, 1, 2, 7, 99)] + [x.srcgid() for x in (nc, art)]


look("empty")
returned = [pc.set_gid2node(0, 0), pc.set_gid2node(1, 1), pc.set_gid2node(7, pc.id())]
look("set")
pc.cell(0, nc)
pc.cell(7, art, 0)
look("cells")
pc.outputcell(7)
look("output")
thresholds = [pc.threshold(0), pc.threshold(0, -20), nc.threshold, pc.threshold(7)]
steps = [pc.set_maxstep(10)]
own = pc.gid_connect(0, syn)
own.delay = 0.5
steps.append(pc.set_maxstep(10))
stub = pc.gid_connect(99, syn)
look("stub")
steps.append(pc.set_maxstep(10))
stub.delay = 3
second = pc.gid_connect(99, cell)
second.delay = 2.5
steps.append(pc.set_maxstep(10))
steps.append(pc.set_maxstep(2))
stubs = [stub.srcgid(), stub.delay, stub.threshold, len(stub.weight) if hasattr(stub.weight, "__len__") else 1,
         int(stub.pre() is None), int(stub.syn() == syn), int(stub.preseg() is None), stub.wcnt()]
moved = h.NetCon(None, syn)
same = pc.gid_connect(0, syn, moved)
redirected = [int(same == moved), moved.srcgid(), str(moved.preseg())]
objects = [int(pc.gid2obj(0) is None), int(pc.gid2cell(0) is None), str(pc.gid2obj(7)), str(pc.gid2cell(7))]
prelists = [int(own.prelist().count()), int(stub.prelist().count())]
pc.gid_clear(3)
look("cleared transfer")
pc.gid_clear()
look("cleared")
pc.set_gid2node(5, 0)
pc.cell(5, nc)
result(seen=seen, returned=returned, thresholds=thresholds, steps=steps, stubs=stubs, redirected=redirected, objects=objects,
       prelists=prelists, again=[nc.srcgid(), own.srcgid(), stub.srcgid(), pc.gid_exists(5)])
