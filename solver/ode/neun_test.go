package ode

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// neunTrace is a line of testdata/neun/traces.txt: numbers of a few variables in turn.
type neunTrace struct {
	name string
	want []float64
	got  []float64
}

// off is the largest difference of a variable, relative to its largest absolute value.
func (c *neunTrace) off(variables int) (worst float64) {
	for k := range variables {
		size, off := 0.0, 0.0
		for i := k; i < len(c.want); i += variables {
			size, off = max(size, math.Abs(c.want[i])), max(off, math.Abs(c.want[i]-c.got[i]))
		}
		worst = max(worst, off/size)
	}
	return worst
}

func column(t testing.TB, m *Model, name string) int {
	t.Helper()
	c, _, err := m.Variable(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func neuron(t testing.TB, model string, method *Method, values map[string]float64) *Neuron {
	t.Helper()
	n, err := NewNeuron(mustNamed(t, model), method, false)
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range values {
		if err := n.Set(column(t, n.b.m, name), x); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

func hhValues(v float64) map[string]float64 {
	area := 7.854e-3
	return map[string]float64{"cm": 1 * area, "vna": 50, "vk": -77, "vl": -54.387, "gna": 120 * area, "gk": 36 * area, "gl": 0.3 * area,
		"v": v, "m": 0.05, "h": 0.6, "n": 0.3}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestNeun steps neurons and synapses as testdata/neun/trace.cpp does, and holds them
// against the C++ library to 1e-12 of a variable's largest value, over 50 ms. The library
// differs by 3e-14 of it from itself between options of the compiler.
func TestNeun(t *testing.T) {
	data, err := os.ReadFile("../../testdata/neun/traces.txt")
	if err != nil {
		t.Fatal(err)
	}
	methods := map[string]*Method{"Euler": Euler, "RK4": RK4, "RK6": RK6}
	models := map[string]struct {
		model  string
		input  float64
		values map[string]float64
		states []string
	}{
		"HH": {"HH", 0.1, hhValues(-65), []string{"v", "h", "m", "n"}},
		"HR": {"HR", 0.1, map[string]float64{"e": 3, "mu": 0.001, "S": 4, "x": -1.5, "y": 0, "z": 0}, []string{"x", "y", "z"}},
		"Iz": {"Izhikevich", 20, map[string]float64{"a": 0.02, "b": 0.2, "c": -65, "d": 8, "thresh": 30, "v": -65, "u": -13}, []string{"v", "u"}},
	}
	synapses := map[string]struct {
		kind    *SynapseKind
		steps   int
		values  map[string]float64
		current string
	}{
		"ESyn": {Electrical, 1, map[string]float64{"g1": 0.002, "g2": 0.001}, "i2"},
		"CSyn": {Chemical, 1, map[string]float64{"gfast": -0.015, "Esyn": -75, "sfast": 0.2, "Vfast": -50, "gslow": -0.025, "k1": 0, "k2": 0.03, "sslow": 1, "Vslow": -45}, "i"},
		"DSyn": {Diffusion, 2, map[string]float64{"alpha": 1.1, "beta": 0.19, "thresh": -20, "esyn": -80, "gsyn": -0.01, "T": 1, "max_release_time": 1}, "i"},
	}
	lines := 0
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		c, variables := &neunTrace{name: fields[0]}, 3
		for _, f := range fields[1:] {
			x, err := strconv.ParseFloat(f, 64)
			must(t, err)
			c.want = append(c.want, x)
		}
		lines++
		if m, ok := models[c.name[:2]]; ok {
			variables = len(m.states)
			n := neuron(t, m.model, methods[strings.TrimPrefix(c.name[2:], "Double")], m.values)
			for i := 1; i <= 50000; i++ {
				must(t, n.AddInput(m.input))
				must(t, n.Step(0.001))
				if i%1000 == 0 {
					for _, name := range m.states {
						c.got = append(c.got, n.Get(column(t, n.b.m, name)))
					}
				}
			}
		} else {
			s := synapses[c.name[:4]]
			a, b := neuron(t, "HH", RK4, hhValues(-75)), neuron(t, "HH", RK4, hhValues(-65))
			v := column(t, a.b.m, "v")
			synapse, err := NewSynapse(s.kind, RK4, false, a, v, b, v, s.steps)
			must(t, err)
			for name, x := range s.values {
				must(t, synapse.Set(column(t, synapse.Model(), name), x))
			}
			current := column(t, synapse.Model(), s.current)
			for i := 1; i <= 50000; i++ {
				must(t, synapse.Step(0.001))
				must(t, a.AddInput(0.1))
				must(t, b.AddInput(0.08))
				if s.kind == Chemical {
					must(t, b.AddInput(synapse.Get(current)))
				}
				must(t, a.Step(0.001))
				must(t, b.Step(0.001))
				if i%1000 == 0 {
					c.got = append(c.got, a.Get(v), b.Get(v), synapse.Get(current))
				}
			}
		}
		if len(c.want) != len(c.got) {
			t.Fatalf("%s has %d numbers, not %d", c.name, len(c.want), len(c.got))
		}
		off := c.off(variables)
		t.Logf("%s: %.2g", c.name, off)
		if !(off <= 1e-12) {
			t.Errorf("%s is off by %.2g", c.name, off)
		}
	}
	if lines != 12 {
		t.Errorf("there are %d traces", lines)
	}
}
