package section

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

// TestErrors lists what a user can get wrong, with the exact message and hint,
// and that nothing changes.
func TestErrors(t *testing.T) {
	type fixture struct {
		m                *Model
		soma, dend, apic *Section
		gone             *Section
		ic, idle, na     *PointProcess
	}
	build := func() *fixture {
		m, _ := newTestModel(t)
		f := &fixture{m: m, soma: m.NewSection("soma"), dend: m.NewSection("dend"), apic: m.NewSection("apic"), gone: m.NewSection("gone")}
		ok(t, f.dend.Connect(f.soma, 1, 0))
		ok(t, f.apic.Connect(f.dend, 1, 0))
		ok(t, f.soma.SetL(20))
		ok(t, f.dend.SetNseg(3))
		ok(t, f.dend.Insert("pas"))
		ok(t, f.dend.Insert("shells"))
		f.gone.Delete()
		f.ic, _ = m.NewPointProcess("IClamp")
		ok(t, f.ic.Locate(at(t, f.soma, .5)))
		f.idle, _ = m.NewPointProcess("IClamp")
		f.na, _ = m.NewPointProcess("NaSyn")
		ok(t, f.na.Locate(at(t, f.apic, .5)))
		return f
	}
	second := func(_ any, err error) error { return err }
	for _, c := range []struct {
		do        func(f *fixture) error
		kind      fault.Kind
		msg, hint string
	}{
		{func(f *fixture) error { return f.soma.SetNseg(0) }, fault.Range, "soma.nseg = 0 must be an integer from 1 to 32767", ""},
		{func(f *fixture) error { return f.soma.SetNsegNumber(1.5) }, fault.Range, "soma.nseg = 1.5 must be an integer from 1 to 32767", ""},
		{func(f *fixture) error { return f.soma.SetNseg(40000) }, fault.Range, "soma.nseg = 40000 must be an integer from 1 to 32767", ""},
		{func(f *fixture) error { return f.soma.SetNsegNumber(math.NaN()) }, fault.Range, "soma.nseg = NaN must be an integer from 1 to 32767", ""},
		{func(f *fixture) error { return f.soma.SetL(0) }, fault.Range, "soma.L = 0 must be greater than 0", ""},
		{func(f *fixture) error { return f.soma.SetL(-3) }, fault.Range, "soma.L = -3 must be greater than 0", ""},
		{func(f *fixture) error { return f.soma.SetL(1e-5) }, fault.Range, "soma.L = 1e-05 is outside 0.0001 to 1e+20", ""},
		{func(f *fixture) error { return f.soma.SetL(math.NaN()) }, fault.Range, "soma.L = NaN is not a number", ""},
		{func(f *fixture) error { return f.soma.SetL(math.Inf(1)) }, fault.Range, "soma.L = +Inf is outside 0.0001 to 1e+20", ""},
		{func(f *fixture) error { return f.soma.SetRa(0) }, fault.Range, "soma.Ra = 0 must be greater than 0", ""},
		{func(f *fixture) error { return f.soma.SetRa(1e10) }, fault.Range, "soma.Ra = 1e+10 is outside 1e-06 to 1e+09", ""},
		{func(f *fixture) error { return f.soma.SetRallbranch(-1) }, fault.Range, "soma.rallbranch = -1 must be greater than 0", ""},
		{func(f *fixture) error { return f.soma.Set("diam", 0) }, fault.Range, "soma.diam = 0 must be greater than 0", ""},
		{func(f *fixture) error { return at(t, f.soma, .5).Set("diam", -2) }, fault.Range, "soma(0.5).diam = -2 must be greater than 0", ""},
		{func(f *fixture) error { return f.soma.Set("diam", 1e10) }, fault.Range, "soma.diam = 1e+10 is outside 1e-09 to 1e+09", ""},
		{func(f *fixture) error { return f.soma.Set("cm", -1) }, fault.Range, "soma.cm = -1 must not be negative", ""},
		{func(f *fixture) error { return at(t, f.dend, .2).Set("cm", math.NaN()) }, fault.Range, "dend(0.2).cm = NaN is not a number", ""},
		{func(f *fixture) error { return f.soma.Set("v", math.NaN()) }, fault.Range, "soma.v = NaN is not a number", ""},
		{func(f *fixture) error { return f.dend.Set("g_pas", -1) }, fault.Range, "dend.g_pas = -1 is outside 0 to 1e+09", ""},
		{func(f *fixture) error { return at(t, f.dend, .5).Set("e_pas", math.NaN()) }, fault.Range, "dend(0.5).e_pas = NaN is not a number", ""},
		{func(f *fixture) error { return f.ic.Set("dur", -1) }, fault.Range, "IClamp[0].dur = -1 is outside 0 to 1e+09", ""},
		{func(f *fixture) error { return f.ic.Set("amp", math.NaN()) }, fault.Range, "IClamp[0].amp = NaN is not a number", ""},
		{func(f *fixture) error { return f.m.SetCelsius(-300) }, fault.Range, "celsius = -300 is outside -273.15 to 1e+06", ""},

		{func(f *fixture) error { return second(f.soma.At(1.2)) }, fault.Range, "soma(1.2): x must be from 0 to 1",
			"x is the fraction of the length: soma(0.06) is 1.2 um from the 0 end"},
		{func(f *fixture) error { return second(f.soma.At(-.1)) }, fault.Range, "soma(-0.1): x must be from 0 to 1", ""},
		{func(f *fixture) error { return second(f.soma.At(math.NaN())) }, fault.Range, "soma(NaN): x must be from 0 to 1", ""},

		{func(f *fixture) error { return f.soma.Insert("hhh") }, fault.Reference, `there is no density mechanism "hhh"`, `did you mean "hh"?`},
		{func(f *fixture) error { return f.soma.Insert("IClamp") }, fault.Reference, `there is no density mechanism "IClamp"`,
			"IClamp is a point process: place it with n.IClamp(segment)"},
		{func(f *fixture) error { return f.soma.Uninsert("psa") }, fault.Reference, `there is no density mechanism "psa"`, `did you mean "pas"?`},
		{func(f *fixture) error { return second(f.soma.Get("gnabar_hh")) }, fault.Type, "soma has no gnabar_hh: hh is not inserted", `call soma.insert("hh")`},
		{func(f *fixture) error { return f.soma.Set("ena", 1) }, fault.Type, "soma has no ena: na_ion is not inserted",
			`insert a mechanism that uses the ion, or call soma.insert("na_ion")`},
		{func(f *fixture) error { return second(f.dend.Get("g_pass")) }, fault.Type, "dend has no g_pass", `did you mean "g_pas"?`},
		{func(f *fixture) error { return second(f.dend.Get("diameter")) }, fault.Type, "dend has no diameter", `did you mean "diam"?`},
		{func(f *fixture) error { return second(f.dend.Get("gnabr_hh")) }, fault.Type, "dend has no gnabr_hh", `did you mean "gnabar_hh"?`},
		{func(f *fixture) error { return second(f.dend.Get("secret_hh")) }, fault.Type, "dend has no secret_hh", ""},
		{func(f *fixture) error { return second(f.dend.Get("c_shells")) }, fault.Type, "c_shells is an array of 3: say which element", ""},
		{func(f *fixture) error { return second(at(t, f.dend, .5).VarElement("c_shells", 3)) }, fault.Range, "c_shells[3] is outside the array", ""},
		{func(f *fixture) error { return second(at(t, f.dend, .5).VarElement("g_pas", 1)) }, fault.Type, "g_pas is no array", ""},
		{func(f *fixture) error { return second(f.ic.Var("ampl")) }, fault.Type, "IClamp[0] has no ampl", `did you mean "amp"?`},
		{func(f *fixture) error { return f.idle.Set("amp", 1) }, fault.Model, "IClamp[1] is not located in a section", "place it first: loc(segment)"},
		{func(f *fixture) error { return second(f.na.VarElement("g", 2)) }, fault.Range, "NaSyn[0].g[2] is outside the array", ""},
		{func(f *fixture) error { return second(f.m.NewPointProcess("Iclamp")) }, fault.Reference, `there is no point process "Iclamp"`, `did you mean "IClamp"?`},
		{func(f *fixture) error { return second(f.m.NewPointProcess("hh")) }, fault.Reference, `there is no point process "hh"`,
			"hh is a density mechanism: insert it into a section"},
		{func(f *fixture) error { return f.na.Locate(at(t, f.dend, 0)) }, fault.Model,
			"NaSyn[0] cannot be placed at dend(0): at position 0 or 1 a point process cannot use an ion, and NaSyn uses na", "place it within the section, at dend(0.166667)"},
		{func(f *fixture) error { return f.na.Locate(at(t, f.dend, 1)) }, fault.Model,
			"NaSyn[0] cannot be placed at dend(1): at position 0 or 1 a point process cannot use an ion, and NaSyn uses na", "place it within the section, at dend(0.833333)"},
		{func(f *fixture) error { return second(f.soma.IonStyle("na_ion")) }, fault.Model, "soma has no na_ion", ""},

		{func(f *fixture) error { return f.soma.Connect(f.soma, 1, 0) }, fault.Model, "soma cannot be connected to itself", ""},
		{func(f *fixture) error { return f.soma.Connect(f.apic, 1, 0) }, fault.Model,
			"connecting soma to apic would close a loop: soma -> apic -> dend -> soma", "call dend.disconnect() first"},
		{func(f *fixture) error { return f.apic.Connect(f.soma, 1.5, 0) }, fault.Range, "apic cannot be connected to soma(1.5): the place must be from 0 to 1", ""},
		{func(f *fixture) error { return f.apic.Connect(f.soma, 1, .5) }, fault.Range, "apic(0.5) cannot be connected: only the ends 0 and 1 of a child can", ""},
		{func(f *fixture) error { return f.apic.Connect(f.gone, 1, 0) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.gone.Connect(f.soma, 1, 0) }, fault.Model, "section gone was deleted", ""},

		{func(f *fixture) error { return second(f.gone.At(.5)) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.gone.SetL(5) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.gone.SetNseg(5) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.gone.Insert("hh") }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.gone.Set("v", 1) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return second(f.gone.Get("v")) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return second(f.gone.PSection()) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return second(f.gone.LambdaF(100)) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.gone.Pt3dAdd(0, 0, 0, 1) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return second(Segment{f.gone, .5}.Node()) }, fault.Model, "section gone was deleted", ""},
		{func(f *fixture) error { return f.ic.Locate(Segment{f.gone, .5}) }, fault.Model, "section gone was deleted", ""},

		{func(f *fixture) error { return f.soma.CheckPt3d(0) }, fault.Range, "soma has no 3-D point 0: it has 0", ""},
		{func(f *fixture) error { return f.soma.Pt3dRemove(2) }, fault.Range, "soma has no 3-D point 2: it has 0", ""},
		{func(f *fixture) error { return f.soma.Pt3dAdd(0, math.NaN(), 0, 1) }, fault.Range, "a 3-D point of soma cannot have a coordinate NaN", ""},
		{func(f *fixture) error { return second(f.soma.LambdaF(0)) }, fault.Range, "lambda_f: frequency = 0 must be greater than 0", ""},
	} {
		f := build()
		before := f.m.Topology()
		version := f.m.Version()
		err := c.do(f)
		e := fault.As(err)
		if e == nil {
			t.Errorf("no error, expected %q", c.msg)
			continue
		}
		if e.Msg != c.msg || e.Hint != c.hint || e.Kind != c.kind {
			t.Errorf("got  %d %q, hint %q\nwant %d %q, hint %q", e.Kind, e.Msg, e.Hint, c.kind, c.msg, c.hint)
		}
		if f.m.Topology() != before || f.m.Version() != version {
			t.Errorf("%q: the model has changed", c.msg)
		}
		checkModel(t, f.m)
	}
}

// TestNoSurface checks that a segment without surface is found before a run.
func TestNoSurface(t *testing.T) {
	m, _ := newTestModel(t)
	s := m.NewSection("thin")
	ok(t, s.Pt3dAdd(0, 0, 0, 0))
	ok(t, s.Pt3dAdd(10, 0, 0, 0))
	err := m.Prepare()
	want := "thin(0.5) has membrane area 0 um2 and diameter 0 um"
	if err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
	ok(t, s.Pt3dChangeDiam(1, 2))
	checkModel(t, m)
}

// TestDeletedIsSafe calls on a deleted section what gives no error.
func TestDeletedIsSafe(t *testing.T) {
	m, _ := newTestModel(t)
	s := m.NewSection("gone")
	g := at(t, s, .5)
	h, err := g.Var("v")
	ok(t, err)
	s.Delete()
	s.Delete()
	s.Disconnect()
	s.Pt3dClear()
	if s.L() != DefaultL || s.Nseg() != 0 || s.Area() != 0 || g.Area() != 0 || g.Ri() != 0 || g.Volume() != 0 || g.Index() != 0 {
		t.Error("a deleted section has geometry")
	}
	if len(s.Segments())+len(s.AllSegments())+len(s.Subtree())+len(s.WholeTree())+len(s.Children())+len(g.Mechanisms())+len(g.PointProcesses())+len(s.Mechanisms()) != 0 {
		t.Error("a deleted section has content")
	}
	if _, _, has := s.ParentSeg(); has || s.Has("pas") || h.Valid() || !math.IsNaN(h.Get()) || g.String() != "gone(0.5)" || g.Center() != .5 {
		t.Error("a deleted section goes on")
	}
	if d := Distance(g, g); d != 1e20 {
		t.Errorf("distance %g", d)
	}
	checkModel(t, m)
}

// TestArtificialCellsRefuseValues checks that what sits nowhere can be told so, too.
func TestArtificialCellsRefuseValues(t *testing.T) {
	m := New()
	stim, err := m.NewPointProcess("NetStim")
	ok(t, err)
	for _, c := range []struct {
		name string
		x    float64
		want string
	}{{"noise", 7, "NetStim[0].noise = 7 is outside 0 to 1"}, {"number", math.NaN(), "NetStim[0].number = NaN is not a number"}} {
		e := fault.As(stim.Set(c.name, c.x))
		if e == nil || e.Msg != c.want || e.Section != "" || e.Mechanism != "NetStim" {
			t.Errorf("%s = %g: %+v, want %q", c.name, c.x, e, c.want)
		}
	}
}
