package section

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
)

// TestPointProcessWarnings checks who is told that a point process is no
// longer where it was asked for.
func TestPointProcessWarnings(t *testing.T) {
	m, warnings := newTestModel(t)
	soma := m.NewSection("soma")
	p, _ := m.NewPointProcess("IClamp")
	ok(t, p.Locate(at(t, soma, .1)))
	q, _ := m.NewPointProcess("IClamp")
	ok(t, q.Locate(at(t, soma, .5)))
	ok(t, soma.SetNseg(5))
	want := []string{"IClamp[0], placed at soma(0.1), now sits at soma(0.5): nseg of soma changed from 1 to 5; call loc(soma(0.1)) to move it"}
	if !slices.Equal(*warnings, want) {
		t.Errorf("warnings %q, want %q", *warnings, want)
	}
	ok(t, soma.SetNseg(7)) // told already
	ok(t, p.Locate(at(t, soma, .1)))
	if g, _ := p.Segment(); g.String() != "soma(0.0714286)" {
		t.Errorf("moved to %s", g)
	}
	ok(t, soma.SetNseg(3)) // 0.1 is in its segment
	if len(*warnings) != 1 {
		t.Errorf("warnings %q", *warnings)
	}
	*warnings = nil
	dend := m.NewSection("dend")
	end, _ := m.NewPointProcess("IClamp")
	ok(t, end.Locate(at(t, dend, 0)))
	ok(t, dend.Connect(soma, 1, 1)) // the near end becomes 1, as in NEURON
	want = []string{"IClamp[2], placed at dend(0), now sits at dend(1): dend was connected to soma; call loc(dend(0)) to move it"}
	if !slices.Equal(*warnings, want) {
		t.Errorf("warnings %q, want %q", *warnings, want)
	}
	*warnings = nil
	ok(t, dend.Connect(soma, 0, 1))
	want = []string{"dend(1) was connected to soma(1) before; now it is connected to soma(0)"}
	if !slices.Equal(*warnings, want) {
		t.Errorf("warnings %q, want %q", *warnings, want)
	}
	if got := at(t, soma, 0).PointProcesses(); len(got) != 1 || got[0] != end {
		t.Errorf("at soma(0): %v", got)
	}
}

func TestPointProcessNumbers(t *testing.T) {
	m, _ := newTestModel(t)
	s := m.NewSection("s")
	next := func(typ string) *PointProcess {
		p, err := m.NewPointProcess(typ)
		ok(t, err)
		ok(t, p.Locate(at(t, s, .5)))
		return p
	}
	a, b, c := next("IClamp"), next("IClamp"), next("NaSyn")
	if a.Name()+b.Name()+c.Name() != "IClamp[0]IClamp[1]NaSyn[0]" {
		t.Error(a.Name(), b.Name(), c.Name())
	}
	a.Delete()
	if d := next("IClamp"); d.Name() != "IClamp[2]" {
		t.Error(d.Name())
	} else {
		d.Delete()
	}
	b.Delete()
	if d := next("IClamp"); d.Name() != "IClamp[0]" { // as NEURON, when none was left
		t.Error(d.Name())
	}
	m.Reset()
	if len(m.PointProcesses())+len(m.Sections())+m.Nodes.Len() != 0 || !c.Deleted() || !s.Deleted() {
		t.Error("reset leaves something")
	}
	s = m.NewSection("s")
	if d := next("NaSyn"); d.Name() != "NaSyn[0]" {
		t.Error(d.Name())
	}
	checkModel(t, m)
}

// TestDeletedSectionUnlocates checks that a point process outlives its section
// and can be placed again, with default values.
func TestDeletedSectionUnlocates(t *testing.T) {
	m, _ := newTestModel(t)
	a, b := m.NewSection("a"), m.NewSection("b")
	p, _ := m.NewPointProcess("IClamp")
	ok(t, p.Locate(at(t, a, .5)))
	ok(t, p.Set("amp", 3))
	ok(t, p.Locate(at(t, b, .5)))
	if x, err := p.Get("amp"); err != nil || x != 3 {
		t.Errorf("amp is %g after a move, %v", x, err)
	}
	b.Delete()
	if _, has := p.Segment(); has || p.HasLoc() {
		t.Error("still located")
	}
	ok(t, p.Locate(at(t, a, .5)))
	if x, err := p.Get("amp"); err != nil || x != 0 {
		t.Errorf("amp is %g in a new place, %v", x, err)
	}
	checkModel(t, m)
}

func TestMechanismOrder(t *testing.T) {
	m, warnings := newTestModel(t)
	s := m.NewSection("s")
	ok(t, s.SetNseg(3))
	ok(t, s.Insert("pas"))
	ok(t, s.Insert("hh"))
	ok(t, s.Insert("hh"))
	p, _ := m.NewPointProcess("NaSyn")
	ok(t, p.Locate(at(t, s, .5)))
	names := func(x float64) (out []string) {
		for _, mech := range at(t, s, x).Mechanisms() {
			out = append(out, mech.Type.Name)
		}
		return out
	}
	// NEURON 8.2.2 lists k_ion na_ion hh pas
	if got, want := names(.5), []string{"k_ion", "na_ion", "hh", "pas"}; !slices.Equal(got, want) {
		t.Errorf("mechanisms %q, want %q", got, want)
	}
	if got := names(0); got != nil {
		t.Errorf("mechanisms %q at an end", got)
	}
	hh := m.Mechs.Get("hh")
	if _, there := at(t, s, 0).MechRow(hh); there {
		t.Error("hh at an end")
	}
	if x, err := at(t, s, 0).Get("gnabar_hh"); err != nil || x != .12 {
		t.Errorf("gnabar_hh at an end: %g, %v", x, err)
	}
	ok(t, s.Uninsert("hh"))
	ok(t, s.Uninsert("hh"))
	if got, want := names(.5), []string{"k_ion", "na_ion", "pas"}; !slices.Equal(got, want) {
		t.Errorf("mechanisms %q, want %q", got, want)
	}
	ok(t, s.Uninsert("na_ion"))
	if want := []string{"na_ion cannot be taken out of s"}; !slices.Equal(*warnings, want) {
		t.Errorf("warnings %q, want %q", *warnings, want)
	}
	if !s.Has("na_ion") || !s.Has("capacitance") || s.Has("hh") || s.Has("nonsense") {
		t.Error("Has")
	}
}

// TestIonsOfPointProcess checks that an ion that only a point process uses is
// on its node alone, and everywhere once a density mechanism uses it.
func TestIonsOfPointProcess(t *testing.T) {
	m, _ := newTestModel(t)
	s := m.NewSection("s")
	ok(t, s.SetNseg(3))
	p, _ := m.NewPointProcess("NaSyn")
	ok(t, p.Locate(at(t, s, .5)))
	na := m.Mechs.Get("na_ion")
	if na.Table.Len() != 1 {
		t.Errorf("%d rows of na_ion", na.Table.Len())
	}
	if _, err := at(t, s, .1).Get("ena"); err == nil || err.Error() != "na_ion is not at s(0.166667)" {
		t.Errorf("ena beside the point process: %v", err)
	}
	ok(t, s.Set("ena", 44))
	checkModel(t, m)
	ok(t, s.SetNseg(5))
	checkModel(t, m)
	ok(t, s.Insert("hh"))
	if na.Table.Len() != 5 {
		t.Errorf("%d rows of na_ion", na.Table.Len())
	}
	if x, _ := at(t, s, .5).Get("ena"); x != 44 {
		t.Errorf("ena = %g at the point process", x)
	}
	if x, _ := at(t, s, .1).Get("ena"); x != 50 {
		t.Errorf("ena = %g elsewhere", x)
	}
	checkModel(t, m)
}

// TestHandlesSurvive checks that a handle names the same number after other
// edits, and after nseg where NEURON's pointer does, and else is not valid.
func TestHandlesSurvive(t *testing.T) {
	m, _ := newTestModel(t)
	m.NewSection("first")
	s := m.NewSection("s")
	ok(t, s.Insert("pas"))
	v, err := at(t, s, .5).Var("v")
	ok(t, err)
	g, err := at(t, s, .5).Var("g_pas")
	ok(t, err)
	v.Set(-42)
	g.Set(.5)
	ok(t, s.SetNseg(5))
	ok(t, s.Connect(m.Sections()[0], 1, 0))
	ok(t, m.NewSection("c").Connect(m.Sections()[0], .5, 0))
	m.Sections()[2].Insert("pas")
	ok(t, m.Prepare())
	if v.Get() != -42 || g.Get() != .5 {
		t.Errorf("%g %g", v.Get(), g.Get())
	}
	v.Set(7)
	if x, _ := at(t, s, .5).Get("v"); x != 7 {
		t.Errorf("s(0.5).v is %g", x)
	}
	edge, err := at(t, s, .1).Var("v")
	ok(t, err)
	ok(t, s.SetNseg(1))
	if edge.Valid() || !v.Valid() {
		t.Error("after nseg 1, the middle should go on and the edge not")
	}
}

// TestNames follows NEURON's names of sections and segments.
func TestNames(t *testing.T) {
	m, _ := newTestModel(t)
	s := m.NewSection("soma")
	s.SetCell(struct{}{}, "Cell[0]")
	if g := at(t, s, 1./3); g.String() != "Cell[0].soma(0.333333)" {
		t.Error(g)
	}
	if u := m.NewSection(""); u.Name() != "__nrnsec_0x1" {
		t.Error(u.Name())
	}
	ok(t, m.Prepare())
	for _, x := range m.Sections() {
		for k, id := range []mechanism.RowID{x.root, x.nodes[0], x.nodes[1]} {
			place, sec := m.NodeName(id)
			if want := x.Name() + []string{"(0)", "(0.5)", "(1)"}[k]; place != want || sec != x.Name() {
				t.Errorf("node %d is %q of %q, want %q", id, place, sec, want)
			}
		}
	}
}

func TestPSection(t *testing.T) {
	m, _ := newTestModel(t)
	soma, dend := m.NewSection("soma"), m.NewSection("dend")
	ok(t, dend.SetNseg(3))
	ok(t, dend.Connect(soma, 1, 0))
	ok(t, dend.Insert("hh"))
	ok(t, dend.Insert("pas"))
	ok(t, at(t, dend, .1).Set("g_pas", 2))
	p, _ := m.NewPointProcess("IClamp")
	ok(t, p.Locate(at(t, dend, 1)))
	d, err := dend.PSection()
	ok(t, err)
	if d.Name != "dend" || d.Nseg != 3 || d.Ra != 35.4 || d.L != 100 || !reflect.DeepEqual(d.Diam, []float64{500, 500, 500}) ||
		d.Parent.String() != "soma(1)" || d.TrueParent.String() != "soma(1)" {
		t.Errorf("%+v", d)
	}
	if got := fmt.Sprint(d.DensityMechs); got != "[{pas [{g 0 [2 0.001 0.001]} {e 0 [-70 -70 -70]} {i 0 [0 0 0]}]} "+
		"{hh [{gnabar 0 [0.12 0.12 0.12]} {gkbar 0 [0.036 0.036 0.036]} {gna 0 [0 0 0]} {m 0 [0 0 0]}]}]" {
		t.Error(got)
	}
	if got := fmt.Sprint(d.Ions[0]); got != "{na [{ena 0 [50 50 50]} {nai 0 [10 10 10]} {nao 0 [140 140 140]} {ina 0 [0 0 0]} {dina_dv_ 0 [0 0 0]}]}" || len(d.Ions) != 2 {
		t.Error(got)
	}
	if len(d.PointProcesses) != 1 || d.PointProcesses[0].Type != "IClamp" || d.PointProcesses[0].Instances[0] != p {
		t.Errorf("%+v", d.PointProcesses)
	}
}

// TestLambdaF compares with stdrun's lambda_f in NEURON 8.2.2.
func TestLambdaF(t *testing.T) {
	m, _ := newTestModel(t)
	s, a := m.NewSection("s"), m.NewSection("a")
	ok(t, s.SetNseg(3))
	for _, p := range [][4]float64{{0, 0, 0, 10}, {10, 0, 0, 10}, {20, 0, 0, 2}, {40, 0, 0, 2}} {
		ok(t, s.Pt3dAdd(p[0], p[1], p[2], p[3]))
	}
	for _, c := range []struct {
		s    *Section
		want float64
	}{{s, 886.7591265148703}, {a, 10601.77148785603}} {
		if got, err := c.s.LambdaF(100); err != nil || !near(got, c.want) {
			t.Errorf("%s: %.17g, %v, NEURON has %.17g", c.s.Name(), got, err, c.want)
		}
	}
}

// TestRandomEdits edits models at random, ions and their point processes
// included, and checks after each step that all is in order and that numbers
// which were marked are where they should be.
func TestRandomEdits(t *testing.T) {
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		m, _ := newTestModel(t)
		var points []*PointProcess
		x := func() float64 { return []float64{0, 1, .5, r.Float64()}[r.Intn(4)] }
		for range 60 {
			secs := m.Sections()
			if len(secs) == 0 || r.Intn(8) == 0 && len(secs) < 8 {
				m.NewSection(fmt.Sprint("s", len(secs)))
				continue
			}
			s, o := secs[r.Intn(len(secs))], secs[r.Intn(len(secs))]
			version := m.Version()
			var err error
			mayFail := false
			switch r.Intn(10) {
			case 0, 1:
				err = s.SetNseg(1 + r.Intn(9))
			case 2, 3:
				mayFail = slices.Contains(s.Subtree(), o)
				err = s.Connect(o, x(), float64(r.Intn(2)))
				if (err != nil) != mayFail {
					t.Fatalf("seed %d: loop: %v, error %v", seed, mayFail, err)
				}
			case 4:
				s.Disconnect()
			case 5:
				if r.Intn(4) == 0 {
					s.Delete()
				}
			case 6:
				err = s.Insert([]string{"hh", "pas", "shells", "na_ion"}[r.Intn(4)])
			case 7:
				err = s.Uninsert([]string{"hh", "pas", "shells"}[r.Intn(3)])
			case 8:
				p, e := m.NewPointProcess([]string{"IClamp", "NaSyn"}[r.Intn(2)])
				ok(t, e)
				points = append(points, p)
				g := at(t, s, x())
				mayFail = g.IsEnd() && p.Mech.Type.Name == "NaSyn"
				if err = p.Locate(g); (err != nil) != mayFail {
					t.Fatalf("seed %d: ends: %v, error %v", seed, mayFail, err)
				}
			case 9:
				if len(points) > 0 {
					p := points[r.Intn(len(points))]
					if r.Intn(2) == 0 || p.Deleted() {
						p.Delete()
					} else {
						g := at(t, s, r.Float64())
						ok(t, p.Locate(g))
						if at, _ := p.Segment(); !at.Equals(g) {
							t.Fatalf("seed %d: %s is at %s, not %s", seed, p.Name(), at, g)
						}
					}
				}
			}
			if err != nil && !mayFail {
				t.Fatalf("seed %d: %v", seed, err)
			}
			checkModel(t, m)
			prepared, moved := m.Version(), m.Nodes.Version()
			ok(t, m.Prepare())
			if m.Version() != prepared || m.Nodes.Version() != moved {
				t.Fatalf("seed %d: a second Prepare moves rows", seed)
			}
			if version == m.Version() && err == nil && len(m.Sections()) != len(secs) {
				t.Fatalf("seed %d: a structural change without a new version", seed)
			}
		}
	}
}

// buildTree makes n sections of 10 hh segments, each on one of the ones before.
func buildTree(b testing.TB, n int) *Model {
	m, _ := newTestModel(b)
	r := rand.New(rand.NewSource(1))
	var secs []*Section
	for i := range n {
		s := m.NewSection("s")
		ok(b, s.SetNseg(10))
		ok(b, s.Insert("hh"))
		ok(b, s.SetL(30))
		ok(b, s.Set("diam", 2))
		if i > 0 {
			ok(b, s.Connect(secs[r.Intn(i)], 1, 0))
		}
		secs = append(secs, s)
	}
	ok(b, m.Prepare())
	return m
}

func BenchmarkBuild10000x10(b *testing.B) {
	for b.Loop() {
		buildTree(b, 10000)
	}
}

func BenchmarkPrepareUnchanged(b *testing.B) {
	m := buildTree(b, 10000)
	for b.Loop() {
		ok(b, m.Prepare())
	}
}

func BenchmarkPrepareGeometry(b *testing.B) {
	m := buildTree(b, 10000)
	for b.Loop() {
		ok(b, m.sections[17].SetRa(100))
		ok(b, m.Prepare())
	}
}

func BenchmarkPrepareStructure(b *testing.B) {
	m := buildTree(b, 10000)
	n := 10
	for b.Loop() {
		n = 21 - n
		ok(b, m.sections[17].SetNseg(n))
		ok(b, m.Prepare())
	}
}

// TestMemory tells the bytes of tables for each hh segment (two ions).
func TestMemory(t *testing.T) {
	m := New()
	s := m.NewSection("s")
	ok(t, s.Insert("hh"))
	bytes := m.Nodes.Bytes()
	for _, mech := range m.Mechs.All() {
		if mech.Table.Len() > 0 {
			bytes += mech.Table.Bytes()
		}
	}
	t.Logf("%d bytes for each hh segment", bytes)
	if bytes > 400 {
		t.Errorf("%d bytes for each hh segment", bytes)
	}
}

// TestReversed3dDiamWarns checks that NEURON's mirrored diameters are told,
// once for a section.
func TestReversed3dDiamWarns(t *testing.T) {
	m, warnings := newTestModel(t)
	p, s := m.NewSection("p"), m.NewSection("s")
	ok(t, s.SetNseg(3))
	ok(t, s.Pt3dAdd(0, 0, 0, 1))
	ok(t, s.Pt3dAdd(30, 0, 0, 1))
	ok(t, at(t, s, .1).Set("diam", 2))
	ok(t, s.Connect(p, 1, 1))
	ok(t, s.Set("diam", 3))
	if len(*warnings) != 0 {
		t.Errorf("warnings %q", *warnings)
	}
	ok(t, at(t, s, .1).Set("diam", 2))
	ok(t, at(t, s, .2).Set("diam", 2))
	want := []string{"s(0.1).diam was set, but as in NEURON the 3-D points of s, which is joined by its 1 end, " +
		"take their diameters from the segments in reverse order; change the points instead (pt3dchange)"}
	if !slices.Equal(*warnings, want) {
		t.Errorf("warnings %q, want %q", *warnings, want)
	}
}

// TestLargeShapes builds shapes that would take very long if anything grew with
// the square of the number of sections.
func TestLargeShapes(t *testing.T) {
	const n = 20000
	for name, place := range map[string]func(i int, secs []*Section) (int, float64){
		"star at 0.5":  func(int, []*Section) (int, float64) { return 0, .5 },
		"chain":        func(i int, _ []*Section) (int, float64) { return i - 1, 1 },
		"star at 1, 0": func(i int, _ []*Section) (int, float64) { return 0, float64(i % 2) },
	} {
		m, _ := newTestModel(t)
		var secs []*Section
		for i := range n {
			s := m.NewSection("s")
			if i > 0 {
				p, x := place(i, secs)
				ok(t, s.Connect(secs[p], x, 0))
			}
			secs = append(secs, s)
		}
		ok(t, m.Prepare())
		if got := len(secs[0].Subtree()); got != n {
			t.Errorf("%s: %d sections in the tree", name, got)
		}
		Distance(at(t, secs[0], 0), at(t, secs[n-1], 1))
		for _, s := range secs {
			s.Delete()
		}
		if m.Nodes.Len() != 0 {
			t.Errorf("%s: %d nodes left", name, m.Nodes.Len())
		}
	}
}
