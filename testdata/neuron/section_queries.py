"""Questions about sections, names and texts."""
from neuron import h
from oracle import result

h("strdef text")
soma = h.Section(name="soma")
dend = h.Section(name="dend")
axon = h.Section(name="axon")
branch = h.Section(name="x[3]")
dend.connect(soma(1))
axon.connect(soma(0), 1)
soma.insert("hh")
sections = (soma, dend, axon, branch)
result(
    issection=[h.issection(p, sec=s) for p in ("soma", "so", "so.*", ".*n.*", "[sd].*", "a..n", "x[<2-4>]", "x[3]", "x.*", "x[<5-7>]", "x<1-3>") for s in sections],
    cas=[h.cas().name(), h.cas().name()],
    ismembrane=[h.ismembrane(name, sec=s) for name in ("hh", "pas", "na_ion") for s in sections],
    parents=[[h.parent_connection(sec=s), h.section_orientation(sec=s)] for s in sections],
    declared=[h.name_declared(name) for name in ("v", "t", "hh", "IClamp", "Vector", "gnabar_hh", "PI", "celsius", "finitialize", "nothing_at_all")],
    version=h.nrnversion(0),
    printed=[h.sprint(h._ref_text, "%d|%s|%-8.3f|%g", 3, "a", 2.5, 1e-5), h.text],
    events=[h.doEvents(), h.doNotify()],
    units=[h.units(name) for name in ("v", "diam", "Ra", "cm", "L", "IClamp.amp", "IClamp.dur", "SEClamp.rs", "VClamp.gain", "ExpSyn.tau", "ExpSyn.g",
                                      "Exp2Syn.tau1", "AlphaSynapse.gmax", "NetStim.interval", "NetStim.number", "NetStim.noise", "IntFire1.tau",
                                      "IntFire1.refrac", "IntFire2.ib", "IntFire4.taue", "APCount.thresh", "APCount.time", "gnabar_hh", "el_hh", "m_hh",
                                      "gna_hh", "il_hh", "g_pas", "e_pas", "i_pas", "ena", "nai", "nao", "ina", "dina_dv_", "mtau_hh", "minf_hh", "nai0_na_ion",
                                      "i_cap", "t", "dt", "celsius")],
)
