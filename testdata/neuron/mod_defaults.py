"""Defaults, order of variables and of mechanisms for mechanisms of one's own, inserted in two orders; psection's view of them."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")


def section(*names):
    sec = h.Section(name="sec")
    for name in names:
        sec.insert(name)
    return sec


everything = section("pas", "kdr", "hcn", "cal", "cat", "capool", "kca", "nashell", "clleak", "cubic", "hh")
other = section("hh", "kca", "capump", "cal", "kdr")
seg = everything(0.5)
density = everything.psection()["density_mechs"]
ions = everything.psection()["ions"]
result(
    everything=[m.name() for m in seg],
    other=[m.name() for m in other(0.5)],
    variables={m.name(): [variable.name() for variable in m] for m in seg},
    density={name: {k: density[name][k][0] for k in sorted(density[name])} for name in sorted(density)},
    ions={name: {k: ions[name][k][0] for k in sorted(ions[name])} for name in sorted(ions)},
    globals=[h.shift_kdr, h.q10_kdr, h.usetable_kdr, h.kon_capump, h.koff_capump],
)
