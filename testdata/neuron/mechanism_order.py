"""The order in which a segment's mechanisms are iterated, after inserting in several orders, uninserting and inserting again."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


def order(*names):
    sec = h.Section(name="sec")
    for name in names:
        sec.insert(name)
    return [m.name() for m in sec(0.5)]


sec = h.Section(name="sec")
sec.insert("hh")
sec.insert("pas")
sec.insert("fastpas")
sec.uninsert("pas")
without = [m.name() for m in sec(0.5)]
sec.insert("pas")
again = [m.name() for m in sec(0.5)]
has = [sec.has_membrane(name) for name in ("hh", "pas", "fastpas", "na_ion", "ca_ion")]
sec.uninsert("hh")
no_hh = [m.name() for m in sec(0.5)]
result(
    one=order("pas"),
    pas_hh=order("pas", "hh"),
    hh_pas=order("hh", "pas"),
    three=order("fastpas", "hh", "pas"),
    twice=order("pas", "hh", "pas"),
    ion_first=order("k_ion", "pas", "hh"),
    without=without,
    again=again,
    no_hh=no_hh,
    has=[bool(x) for x in has],
)
