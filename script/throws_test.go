package script

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// throws has a script for each @throws in the declarations, by type and member.
var throws = map[string]string{
	"n.Section.at":             `n.Section("a").at(1.2)`,
	"n.Section.L":              `n.Section("a").L = 0`,
	"n.Section.nseg":           `n.Section("a").nseg = 1.5`,
	"n.Section.insert":         `n.Section("a").insert("IClamp")`,
	"n.Section.connect":        `const a = n.Section("a"), b = n.Section("b"); a.connect(b(1)); b.connect(a(1))`,
	"n.Section.pt3dremove":     `n.Section("a").pt3dremove(0)`,
	"n.Vector.record":          `n.Vector().record(n.Section("a").v)`,
	"n.Vector.get":             `n.Vector(3).get(3)`,
	"n.Vector.set":             `n.Vector(3).set(3, 1)`,
	"n.Vector.remove":          `n.Vector(3).remove(2, 3)`,
	"n.Vector.add":             `n.Vector(3).add(n.Vector(2))`,
	"n.Vector.dot":             `n.Vector(3).dot([1])`,
	"n.Matrix.getval":          `n.Matrix(2, 2).getval(0, 2)`,
	"n.NetCon.delay":           `n.NetCon(n.NetStim(), null).delay = -1`,
	"n.NetCon.setpost":         `n.NetCon(n.NetStim(), null).setpost(n.IClamp(n.Section("a")(0.5)))`,
	"n.Neuron.NetCon":          `n.NetCon(n.NetStim(), n.IClamp(n.Section("a")(0.5)))`,
	"n.Numbers.dt":             `n.dt = 0`,
	"n.Neuron.load_mechanism":  "n.load_mechanism(`NEURON { SUFFIX leak }\nBREAKPOINT { i = }`)",
	"n.Neuron.load_morphology": `n.load_morphology("none.swc")`,
	"n.Neuron.ode":             `n.ode("HHH", { tstop: 1 })`,
	"plt.Plt.savefig":          `plt.plot([1, 2]); plt.savefig("a.bmp")`,
	"plt.Drawing.plot":         `plt.plot([1, 2], [1, 2, 3])`,
	`"gneuron/data".save`:      `require("gneuron/data").save("a.txt", [1])`,
	`"gneuron/data".load`:      `require("gneuron/data").load("none.csv")`,
}

// TestThrows holds that the errors which the declarations speak of come, and are of
// the class that they name.
func TestThrows(t *testing.T) {
	seen := map[string]bool{}
	for name, typ := range declarations().Types {
		for _, m := range typ.Members {
			for _, what := range m.Throws {
				key := name + "." + m.Name
				class := regexp.MustCompile(`^\w+`).FindString(what)
				code := throws[key]
				if code == "" || seen[key] {
					t.Errorf("%s: a script for @throws %s is missing", key, what)
					continue
				}
				seen[key] = true
				t.Chdir(t.TempDir())
				rt := New(Options{})
				_, err := rt.RunString("model.js", code)
				rt.Close()
				if err == nil || !strings.Contains(Report(err), ": "+class+": ") {
					t.Errorf("%s: %s gives %v, want a %s", key, code, err, class)
				}
				if files, _ := filepath.Glob("*"); len(files) > 0 {
					t.Errorf("%s leaves %v", key, files)
				}
			}
		}
	}
	for key := range throws {
		if !seen[key] {
			t.Errorf("the declarations say nothing about an error of %s", key)
		}
	}
}
