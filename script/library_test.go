package script

import "testing"

// What files with SUFFIX nothing have goes by its own name, as in NEURON; there
// may be several such files.
func TestFilesOfFunctions(t *testing.T) {
	_, out, report := runHost(t, `
n.load_mechanism("NEURON { SUFFIX nothing }\nPARAMETER { gain = 3 }\nFUNCTION twice(x) { twice = 2*x }\n")
n.load_mechanism("NEURON { SUFFIX nothing }\nFUNCTION thrice(x) { thrice = 3*x }\n")
console.log(n.twice(2), n.thrice(2), n.gain)
n.gain = 4
n.load_mechanism("NEURON { SUFFIX nothing }\nFUNCTION thrice(x) { thrice = 3*x + 1 }\n")
console.log(n.thrice(2), n.gain, "twice" in n, Object.keys(n).includes("thrice"))
try { n.twce(1) } catch (e) { console.log(e.message.split("\n")[0]) }
`)
	want := `4 6 3
7 4 true true
n has no property "twce"
`
	if report != "" || out != want {
		t.Errorf("%s%q, want %q", report, out, want)
	}
}
