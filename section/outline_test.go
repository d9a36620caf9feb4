package section

import (
	"math"
	"testing"
)

// TestOutline: the pieces of a section follow each other, each within its segment,
// and are as long as the section; the model is as it was.
func TestOutline(t *testing.T) {
	m, _ := newTestModel(t)
	soma, dend := m.NewSection("soma"), m.NewSection("dend")
	for _, err := range []error{soma.SetL(20), dend.SetL(90), dend.SetNseg(3), dend.Connect(soma, 1, 0)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range [][4]float64{{0, 0, 0, 4}, {30, 40, 0, 2}, {30, 40, 100, 1}} {
		if err := soma.Pt3dAdd(p[0], p[1], p[2], p[3]); err != nil {
			t.Fatal(err)
		}
	}
	if err := soma.SetNseg(5); err != nil {
		t.Fatal(err)
	}
	before, area := soma.N3d(), m.Sections()[1].L()
	pieces := m.Outline(m.Sections())
	length := map[*Section]float64{}
	for i, p := range pieces {
		l := p.Length()
		mid := (length[p.Place.Sec] + l/2) / p.Place.Sec.L()
		if got := math.Abs(mid - p.Place.X); got > 0.5/float64(p.Place.Sec.Nseg())+1e-6 {
			t.Errorf("piece %d, in the middle at %g, counts to %v", i, mid, p.Place)
		}
		if i > 0 && pieces[i-1].Place.Sec == p.Place.Sec && (pieces[i-1].B != p.A || pieces[i-1].DB != p.DA) {
			t.Errorf("piece %d begins at %v, the one before ends at %v", i, p.A, pieces[i-1].B)
		}
		length[p.Place.Sec] += l
	}
	for s, l := range length {
		if math.Abs(l-s.L()) > 1e-4*l { // coordinates have single precision
			t.Errorf("%s: %g um of %g", s.Name(), l, s.L())
		}
	}
	if soma.N3d() != before || dend.N3d() != 0 || dend.L() != area {
		t.Errorf("the model changed: %d and %d points, L %g", soma.N3d(), dend.N3d(), dend.L())
	}
	if end := pieces[5].A; math.Abs(end[0]-30) > 1e-4 || math.Abs(end[2]-100) > 1e-4 && pieces[5].Place.Sec == dend {
		t.Errorf("the child begins at %v", end)
	}
}
