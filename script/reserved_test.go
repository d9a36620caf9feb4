package script

import "testing"

// A density mechanism may have the name of a function of n, as in NEURON: it is
// inserted by its name. One that is made with n.NAME may not, and none may have
// the name of what every section has.
func TestMechanismNamesThatMeanSomething(t *testing.T) {
	_, out, report := runHost(t, `
n.load_mechanism("NEURON { SUFFIX cas  RANGE g }\nPARAMETER { g = 1 }\n")
const s = n.Section("s")
s.insert("cas")
console.log(s(0.5).cas.g, s.g_cas, typeof n.cas)
for (const head of ["POINT_PROCESS cas2", "POINT_PROCESS continuerun", "SUFFIX diam"]) {
  try { n.load_mechanism("NEURON { " + head + " }\n"); console.log(head) } catch (e) { console.log(e.message.split("\n")[0]) }
}
`)
	want := `1 1 function
POINT_PROCESS cas2
a mechanism cannot be called continuerun: that name has a meaning already
a mechanism cannot be called diam: that name has a meaning already
`
	if report != "" || out != want {
		t.Errorf("%s%q, want %q", report, out, want)
	}
}
