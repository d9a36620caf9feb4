// Questions about sections, names and texts.
const text = n.ref("");
const [soma, dend, axon, branch] = ["soma", "dend", "axon", "x[3]"].map((name) => n.Section(name));
dend.connect(soma(1));
axon.connect(soma(0), 1);
soma.insert("hh");
const sections = [soma, dend, axon, branch];
console.log(JSON.stringify({
  issection: ["soma", "so", "so.*", ".*n.*", "[sd].*", "a..n", "x[<2-4>]", "x[3]", "x.*", "x[<5-7>]", "x<1-3>"].flatMap((p) => sections.map((sec) => n.issection(p, { sec }))),
  cas: [n.cas().name(), n.cas().name()],
  ismembrane: ["hh", "pas", "na_ion"].flatMap((name) => sections.map((sec) => n.ismembrane(name, { sec }))),
  parents: sections.map((sec) => [n.parent_connection({ sec }), n.section_orientation({ sec })]),
  declared: ["v", "t", "hh", "IClamp", "Vector", "gnabar_hh", "PI", "celsius", "finitialize", "nothing_at_all"].map((name) => n.name_declared(name)),
  version: n.nrnversion(0),
  printed: [n.sprint(text, "%d|%s|%-8.3f|%g", 3, "a", 2.5, 1e-5), text.value],
  events: [n.doEvents(), n.doNotify()],
  units: ["v", "diam", "Ra", "cm", "L", "IClamp.amp", "IClamp.dur", "SEClamp.rs", "VClamp.gain", "ExpSyn.tau", "ExpSyn.g",
    "Exp2Syn.tau1", "AlphaSynapse.gmax", "NetStim.interval", "NetStim.number", "NetStim.noise", "IntFire1.tau",
    "IntFire1.refrac", "IntFire2.ib", "IntFire4.taue", "APCount.thresh", "APCount.time", "gnabar_hh", "el_hh", "m_hh",
    "gna_hh", "il_hh", "g_pas", "e_pas", "i_pas", "ena", "nai", "nao", "ina", "dina_dv_", "mtau_hh", "minf_hh", "nai0_na_ion",
    "i_cap", "t", "dt", "celsius"].map((name) => n.units(name)),
}));
