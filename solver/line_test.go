package solver

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/vector"
)

// TestALineGivesTheBitsOfSingleSteps runs small models with each mechanism there is,
// in one go and step by step, and compares every number of the model.
func TestALineGivesTheBitsOfSingleSteps(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "neuron", "mod", "*.mod"))
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	names := []string{"hh", "pas", "IClamp", "SEClamp", "VClamp", "AlphaSynapse", "ExpSyn", "Exp2Syn"}
	names = append(names, files...)
	joined := 0
	for _, name := range names {
		for _, nseg := range []int{1, 2, 5} {
			a, okA := smallModel(t, name, nseg)
			b, okB := smallModel(t, name, nseg)
			if !okA || !okB {
				continue
			}
			errA, errB := a.Continuerun(3), error(nil)
			for b.T() < 3-b.Dt()/2-epsilon && errB == nil {
				errB = b.Fadvance()
			}
			if errA != nil || errB != nil {
				if fmt.Sprint(errA) != fmt.Sprint(errB) {
					t.Errorf("%s, %d segments: %v; step by step %v", name, nseg, errA, errB)
				}
				continue
			}
			if a.plan.line != nil {
				joined++
			}
			x, y := allNumbers(a), allNumbers(b)
			for i := range y {
				if math.Float64bits(x[i]) != math.Float64bits(y[i]) && (x[i] == x[i] || y[i] == y[i]) {
					t.Errorf("%s, %d segments: number %d of %d is %v, step by step %v", name, nseg, i, len(y), x[i], y[i])
					break
				}
			}
		}
	}
	if joined < len(names) {
		t.Errorf("only %d of %d models ran as a line", joined, 3*len(names))
	}
}

// smallModel makes a section with hh, a clamp, something that is played into it and a
// mechanism, built in or of a file. ok is false where that has to be told more than
// its name.
func smallModel(t *testing.T, name string, nseg int) (s *Solver, ok bool) {
	t.Helper()
	m := section.New()
	m.Warn = func(string) {}
	try := func(errs ...error) {
		t.Helper()
		if err := errors.Join(errs...); err != nil {
			t.Fatal(name, err)
		}
	}
	soma := m.NewSection("soma")
	try(soma.SetNseg(nseg), soma.SetL(20*float64(nseg)), soma.Set("diam", 20), soma.Insert("hh"))
	s = New(m)
	mechs := []*mechanism.Mechanism{m.Mechs.Get(name)}
	if filepath.Ext(name) == ".mod" {
		text, err := os.ReadFile(name)
		try(err)
		if mechs, err = m.Load(section.ModFile{Name: filepath.Base(name), Dir: filepath.Dir(name), Text: string(text)}); err != nil {
			return nil, false
		}
	}
	at, err := soma.At(0.3)
	try(err)
	clamp, err := m.NewPointProcess("IClamp")
	try(err, clamp.Locate(at), clamp.Set("del", 0.5), clamp.Set("dur", 2), clamp.Set("amp", 0.4))
	for _, mech := range mechs {
		switch mech.Type.Kind {
		case mechanism.Density:
			try(soma.Insert(mech.Type.Name))
		case mechanism.PointProcess:
			p, err := m.NewPointProcess(mech.Type.Name)
			try(err, p.Locate(at))
			if mech.Type.Receive == nil {
				break
			}
			c, err := s.ConnectNumber(place{at, "v"}, 1, s.Target(p.Mech, p.ID))
			try(err, c.SetDelay(0.3))
			c.Weight[0] = 0.01
		}
	}
	if into := map[int]string{2: "el_hh", 5: "cm"}[nseg]; into != "" {
		x, err := variable{at, into}.Value()
		try(err)
		_, err = s.Play(vector.Of([]float64{x, 1.1 * x, 0.9 * x, x}), variable{at, into}, vector.Of([]float64{0, 0.7, 1.4, 2.1}), 0, true)
		try(err)
	}
	return s, s.Finitialize(-65, true) == nil
}

// allNumbers are those of nodes, mechanisms and global variables.
func allNumbers(s *Solver) []float64 {
	var out []float64
	for c := range s.Model.Nodes.Columns() {
		out = append(out, s.Model.Nodes.Column(c)...)
	}
	s.eachColumn(s.Model.Mechs.Made(), func(col []float64) { out = append(out, col...) })
	for _, m := range s.Model.Mechs.Made() {
		out = append(out, m.Globals...)
	}
	return out
}
