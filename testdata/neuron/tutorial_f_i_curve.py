"""The firing rate of a Hodgkin-Huxley membrane over the injected current."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
stim = h.IClamp(soma(0.5))
stim.delay = 20
stim.dur = 1e9
spikes = h.Vector()
detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
detector.threshold = 0
detector.record(spikes)


def fire(amp):
    stim.amp = amp
    h.finitialize(-65)
    h.continuerun(500)
    return len(spikes)


amps, counts, rates = [], [], []
for k in range(31):
    amps.append(0.01 * k)
    counts.append(fire(amps[-1]))
    late = [time for time in spikes if time > 200]
    rates.append(0 if len(late) < 2 else 1000 * (len(late) - 1) / (late[-1] - late[0]))
fire(amps[[rate > 0 for rate in rates].index(True)])
result(amps=amps, counts=counts, rates=rates, last_spikes=spikes)
