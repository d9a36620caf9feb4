"""Functions that take a section, constants, and the units of variables."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

h.load_file("stdlib.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 25
dend = h.Section(name="dend")
dend.L = 333
dend.diam = 1.7
dend.nseg = 5
dend.Ra = 123
dend.cm = 0.9
dend.connect(soma(1))
soma.insert("hh")
dend(0.3).diam = 2.5
places = (0, 0.1, 0.3, 0.5, 0.99, 1)
names = ("v", "diam", "cm", "Ra", "gnabar_hh", "g_pas", "ena", "ina", "nai", "m_hh", "IClamp.amp", "IClamp.del", "SEClamp.rs",
         "SEClamp.i", "AlphaSynapse.gmax")
result(
    area=[h.area(x, sec=dend) for x in places],
    ri=[h.ri(x, sec=dend) for x in places],
    lambda_f=[h.lambda_f(f, sec=sec) for f in (50, 100, 1000) for sec in (soma, dend)],
    constants=[h.PI, h.E, h.GAMMA, h.DEG, h.PHI, h.FARADAY, h.R, h.Avogadro_constant],
    functions=[h.sin(1), h.cos(1), h.sqrt(2), h.exp(1.5), h.log(3), h.log10(3), h.atan(0.5), h.tanh(0.3), h.abs(-2), h.int(-2.7)],
    units=[h.units(name) for name in names],
)
