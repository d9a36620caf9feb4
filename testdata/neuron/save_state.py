"""SaveState: a run goes on from a saved state, also after finitialize and with other parameters; what it brings back."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
dend = h.Section(name="dend")
dend.nseg, dend.diam, dend.L = 3, 2, 150
dend.connect(soma)
dend.insert("pas")
syn = h.Exp2Syn(dend(0.5))
syn.tau1, syn.tau2 = 0.5, 4
stim = h.NetStim()
stim.start, stim.interval, stim.number = 2, 5, 8
nc = h.NetCon(stim, syn, 0, 1.5, 0.01)
cell = h.IntFire1()
relay = h.NetCon(soma(0.5)._ref_v, cell, sec=soma)
relay.delay, relay.weight[0] = 6, 2
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 9, 3, 0.3
v, fired = h.Vector(), h.Vector()
v.record(soma(0.5)._ref_v)
last = h.NetCon(cell, None)
last.record(fired)

h.finitialize(-65)
h.continuerun(7)
state = h.SaveState()
state.save()
at_save = [h.t, soma(0.5).v, soma(0.5).hh.m, syn.g, soma(0.5).ina]
h.continuerun(30)
straight = list(v)
straight_fired = list(fired)

state.restore()
at_restore = [h.t, soma(0.5).v, soma(0.5).hh.m, syn.A, syn.B, nc.weight[0]]
h.continuerun(20)
gone_on = list(v)

h.finitialize(-70)
state.restore()
h.continuerun(20)
after_finitialize = list(v)

soma(0.5).hh.gnabar, syn.tau2, nc.weight[0], clamp.amp = 0.1, 9, 0.5, 0.25
state.restore()
kept = [soma(0.5).hh.gnabar, syn.tau2, nc.weight[0], clamp.amp]
h.continuerun(25)
changed = list(v)

h.finitialize(-65)
h.continuerun(3)
state.restore(1)
at_restore_1 = [h.t, soma(0.5).v]
h.continuerun(20)
result(at_save=at_save, straight=straight, straight_fired=straight_fired, at_restore=at_restore, gone_on=gone_on,
       after_finitialize=after_finitialize, kept=kept, changed=changed, at_restore_1=at_restore_1, without_events=list(v), fired=list(fired))
