package nmodl

import (
	"math"
	"testing"
)

// TestUnitFactors compares factors of UNITS with those that nocmodl of NEURON
// 8.2.2 writes into its C files.
func TestUnitFactors(t *testing.T) {
	for _, test := range []struct {
		def  string
		want float64
	}{
		{"(faraday) (coulomb)", 0x1.78e555060882cp+16},
		{"(faraday) (coulombs)", 0x1.78e555060882cp+16},
		{"(faraday) (kilocoulomb)", 0x1.81f0fae775425p+6},
		{"(faraday) (10000 coulomb)", 0x1.34c0c8b92a9b7p+3},
		{"(k-mole) (joule/degC)", 0x1.0a1013e8990bep+3},
		{"(k-mole) (millijoule/degC)", 0x1.03d3b37125759p+13},
		{"(mole k) (mV-coulomb/degC)", 0x1.03d3b37125759p+13},
		{"(pi) (1)", 0x1.921fb54442d18p+1},
		{"(e) (coulomb)", 0x1.7a4da290c1653p-63},
		{"(mole) (1)", 0x1.fe185ca57c517p+78},
		{"(mM) (uM)", 1000},
		{"(mA/cm2) (nA/um2)", 0x1.47ae147ae147ap-7},
		{"(um) (cm)", 0x1.a36e2eb1c432cp-14},
		{"(pS/um2) (S/cm2)", 0x1.a36e2eb1c432dp-14},
		{"(liter) (cm3)", 0x1.f400000000001p+9},
		{"(volt) (mV)", 1000},
		{"(mM-um3) (mole)", 0x1.2840048632c2dp-139},
		{"(coulomb) (nA-ms)", 0x1.d1a94a1ffffffp+39},
		{"(gasconstant) (joule/degC)", 0x1.0a1013e8990bep+3},
		{"(hour) (ms)", 3600000},
		{"(molar) (mM)", 1000},
		{"(uF/cm2) (farad/m2)", 0x1.47ae147ae147ap-7},
		{"(megohm) (ohm)", 1e6},
		{"(newton) (kg m/sec2)", 1},
		{"(hertz) (/ms)", 0.001},
		{"(atm) (pascal)", 101325},
		{"(planck) (joule-sec)", 0x1.b860bde023111p-111},
	} {
		text := `NEURON { SUFFIX u GLOBAL y }
			UNITS {
				(mV) = (millivolt) (mA) = (milliamp) (S) = (siemens) (mM) = (milli/liter) (molar) = (1/liter)
				(uM) = (micromolar) (pS) = (picosiemens) (um) = (micron) (nA) = (nanoamp) (uF) = (microfarad)
				x = ` + test.def + `
			}
			ASSIGNED { y }
			INITIAL { y = x }`
		f, errs := Parse("u.mod", text, nil)
		if errs != nil {
			t.Fatal(errs[0])
		}
		checked, errs := Check(f)
		if errs != nil {
			t.Fatal(errs[0])
		}
		c := &compiler{Checked: checked}
		if err := c.unitFactors(); err != nil {
			t.Errorf("%s: %v", test.def, err)
			continue
		}
		// The order of multiplications may differ by a few last digits.
		if got := c.Symbols["x"].Default; math.Abs(got-test.want) > 4e-16*test.want {
			t.Errorf("%s: %x, nocmodl has %x", test.def, got, test.want)
		}
	}
}

func TestUnitErrors(t *testing.T) {
	for _, test := range []struct{ def, want, hint string }{
		{"(faraday) (joule)", "(faraday) and (joule) measure different things: coul and m2-kg-sec-2", ""},
		{"(coulomp) (1)", `the unit "coulomp" is not known`, `did you mean "coulomb"?`},
		{"(0 m) (m)", `"0" is no number that a unit can have`, ""},
	} {
		_, errs := Compile("u.mod", "NEURON { SUFFIX u } UNITS { x = "+test.def+" }", nil)
		if len(errs) != 1 || errs[0].Error() != "u.mod:1:29: "+test.want || errs[0].Hint != test.hint {
			t.Errorf("%s: %v, want %s (%s)", test.def, errs, test.want, test.hint)
		}
	}
}
