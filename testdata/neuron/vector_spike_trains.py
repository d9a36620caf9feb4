"""From a potential to spikes, rates and averages: spikebin, psth, trigavg, inf."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = 20
soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 2
ic.dur = 60
ic.amp = 0.3
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(60)
binned = h.Vector().spikebin(v, 0)
spikes = h.Vector().indvwhere(binned, "==", 1)
average = h.Vector()
count = average.trigavg(v, spikes, 40, 80)
none = h.Vector()
drive = h.Vector(200).sin(20, 0, 1).add(25)

result(
    spikes=spikes,
    coarse=h.Vector().spikebin(v, 0, 100),
    low=h.Vector().spikebin(v, -50, 7).sum(),
    rate=h.Vector().psth(h.Vector().spikebin(v, 0, 100), 2.5, 1, 2),
    rate_4=h.Vector().psth(h.Vector().spikebin(v, 0, 40), 1, 5, 4),
    rate_plain=h.Vector().psth(h.Vector([0, 3, 1, 0]), 0.5, 10, 0),
    average=average,
    counted=[count, none.trigavg(v, h.Vector([1e6, -5, 3]), 3, 2)],
    none=none,
    inf=h.Vector().inf(drive, 0.25, 0.4, -65, 5, -50, -70),
    inf_refractory=h.Vector().inf(drive, 0.25, 0.4, -65, 5, -50, -70, 8),
)
