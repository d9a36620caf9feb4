package section

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"sort"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
)

// neuronCase is a model, built step by step, and what NEURON 8.2.2 says of it
// (testdata/vsneuron.py).
type neuronCase struct {
	Name   string
	Ops    [][]any
	Neuron struct {
		Sections []struct {
			Name                         string
			L, Ra, Rallbranch            float64
			Nseg                         int
			Segments                     [][8]float64 // x, node, diam, cm, v, area, ri, volume
			Orientation                  float64
			Parent, TrueParent           []any
			Children, WholeTree, Subtree []string
			Points3d                     [][5]float64
			Mechs                        []string
			Vars                         map[string][]float64
			Styles                       map[string]float64
			A, B                         []float64
		}
		Points    map[string][]any
		Distances [][]any
		Topology  string
	}
}

func TestVsNEURON_Model(t *testing.T) {
	text, err := os.ReadFile("testdata/vsneuron.json")
	ok(t, err)
	var cases []neuronCase
	ok(t, json.Unmarshal(text, &cases))
	if len(cases) < 90 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			w := newWorld(t)
			for _, op := range c.Ops {
				w.do(op)
				checkModel(t, w.m)
			}
			w.compare(&c)
		})
	}
}

// world repeats the steps of a case.
type world struct {
	t      *testing.T
	m      *Model
	sec    map[string]*Section
	points map[string]*PointProcess
}

func newWorld(t *testing.T) *world {
	m, _ := newTestModel(t)
	return &world{t, m, map[string]*Section{}, map[string]*PointProcess{}}
}

func (w *world) do(op []any) {
	w.t.Helper()
	str := func(i int) string { return op[i].(string) }
	num := func(i int) float64 { return op[i].(float64) }
	s := w.sec[fmt.Sprint(append(op, "")[1])]
	var err error
	switch op[0] {
	case "section":
		w.sec[str(1)] = w.m.NewSection(str(1))
	case "nseg":
		err = s.SetNsegNumber(num(2))
	case "prop":
		set := map[string]func(float64) error{"L": s.SetL, "Ra": s.SetRa, "rallbranch": s.SetRallbranch}
		err = set[str(2)](num(3))
	case "all":
		err = s.Set(str(2), num(3))
	case "set":
		err = at(w.t, s, num(2)).Set(str(3), num(4))
	case "connect":
		err = s.Connect(w.sec[str(2)], num(3), num(4))
	case "disconnect":
		s.Disconnect()
	case "delete":
		s.Delete()
	case "insert":
		err = s.Insert(str(2))
	case "uninsert":
		err = s.Uninsert(str(2))
	case "pt3dadd":
		err = s.Pt3dAdd(num(2), num(3), num(4), num(5))
	case "pt3dinsert":
		err = s.Pt3dInsert(int(num(2)), num(3), num(4), num(5), num(6))
	case "pt3dchange":
		if len(op) == 4 {
			err = s.Pt3dChangeDiam(int(num(2)), num(3))
		} else {
			err = s.Pt3dChange(int(num(2)), num(3), num(4), num(5), num(6))
		}
	case "pt3dremove":
		err = s.Pt3dRemove(int(num(2)))
	case "pt3dclear":
		s.Pt3dClear()
	case "shape":
		w.m.DefineShape()
	case "style":
		err = s.SetIonStyle(str(2), mechanism.NewStyle(int(num(3)), int(num(4)), int(num(5)), int(num(6)), int(num(7))))
	case "point":
		p, e := w.m.NewPointProcess("IClamp")
		ok(w.t, e)
		w.points[str(1)] = p
		err = p.Locate(at(w.t, w.sec[str(2)], num(3)))
	case "loc":
		err = w.points[str(1)].Locate(at(w.t, w.sec[str(2)], num(3)))
	case "unpoint":
		w.points[str(1)].Delete()
		delete(w.points, str(1))
	default:
		w.t.Fatalf("unknown step %v", op)
	}
	if err != nil {
		w.t.Fatalf("%v: %v", op, err)
	}
}

// near says whether two numbers agree. On the machine of the reference they
// are equal bit by bit; other processors may fuse a multiplication and an
// addition, which leaves a few units in the last digit.
func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-13*math.Abs(b) || math.IsNaN(a) && math.IsNaN(b)
}

func (w *world) compare(c *neuronCase) {
	t := w.t
	is := func(what string, got, want any) {
		t.Helper()
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, NEURON has %v", what, got, want)
		}
	}
	num := func(what string, got, want float64) {
		t.Helper()
		if !near(got, want) {
			t.Errorf("%s: %v, NEURON has %v", what, got, want)
		}
	}
	place := func(g Segment, there bool) []any {
		if !there {
			return nil
		}
		return []any{g.Sec.Name(), g.X}
	}
	names := func(list []*Section) []string {
		out := []string{}
		for _, s := range list {
			out = append(out, s.Name())
		}
		return out
	}
	all := w.m.Sections()
	is("number of sections", len(all), len(c.Neuron.Sections))
	nodes := map[mechanism.RowID]int{}
	a, b := w.m.Nodes.Column(mechanism.NodeA), w.m.Nodes.Column(mechanism.NodeB)
	for i, s := range all {
		want := &c.Neuron.Sections[i]
		is("name", s.Name(), want.Name)
		is("nseg", s.Nseg(), want.Nseg)
		num(s.Name()+".L", s.L(), want.L)
		num(s.Name()+".Ra", s.Ra(), want.Ra)
		num(s.Name()+".rallbranch", s.Rallbranch(), want.Rallbranch)
		num(s.Name()+" orientation", s.Orientation(), want.Orientation)
		p, x, has := s.ParentSeg()
		is(s.Name()+" parent", place(Segment{p, x}, has), want.Parent)
		p, x, has = s.TrueParentSeg()
		is(s.Name()+" true parent", place(Segment{p, x}, has), want.TrueParent)
		is(s.Name()+" children", names(s.Children()), want.Children)
		is(s.Name()+" subtree", names(s.Subtree()), want.Subtree)
		is(s.Name()+" wholetree", names(s.WholeTree()), want.WholeTree)
		segs := s.AllSegments()
		is(s.Name()+" segments", len(segs), len(want.Segments))
		for k, g := range segs {
			id, err := g.Node()
			ok(t, err)
			if _, seen := nodes[id]; !seen {
				nodes[id] = len(nodes)
			}
			get := func(name string) float64 {
				x, err := g.Get(name)
				ok(t, err)
				return x
			}
			for j, x := range []float64{g.X, float64(nodes[id]), get("diam"), get("cm"), get("v"), g.Area(), g.Ri(), g.Volume()} {
				num(g.String()+" "+[]string{"x", "node", "diam", "cm", "v", "area", "ri", "volume"}[j], x, want.Segments[k][j])
			}
		}
		is(s.Name()+" n3d", s.N3d(), len(want.Points3d))
		for k, p := range want.Points3d {
			for j, x := range []float64{s.X3d(k), s.Y3d(k), s.Z3d(k), s.Diam3d(k), s.Arc3d(k)} {
				num(fmt.Sprintf("%s point %d[%d]", s.Name(), k, j), x, p[j])
			}
		}
		mechs := []string{}
		for _, m := range at(t, s, .5).Mechanisms() {
			mechs = append(mechs, m.Type.Name)
		}
		sort.Strings(mechs)
		is(s.Name()+" mechanisms", mechs, want.Mechs)
		for name, values := range want.Vars {
			for k, g := range s.Segments() {
				x, err := g.Get(name)
				ok(t, err)
				num(g.String()+"."+name, x, values[k])
			}
		}
		for ion, style := range want.Styles {
			got, err := s.IonStyle(ion)
			ok(t, err)
			is(s.Name()+" style of "+ion, int(got), style)
		}
		for k := range want.A {
			node := k
			if s.nearEnd == 1 {
				node = s.Nseg() - k
			}
			row, _ := w.m.Nodes.Row(s.nodes[node])
			num(fmt.Sprintf("a of %s node %d", s.Name(), node), a[row], want.A[k])
			num(fmt.Sprintf("b of %s node %d", s.Name(), node), b[row], want.B[k])
		}
	}
	is("number of point processes", len(w.points), len(c.Neuron.Points))
	for name, want := range c.Neuron.Points {
		g, there := w.points[name].Segment()
		is(name, place(g, there), want)
	}
	seg := func(v any) Segment {
		p := v.([]any)
		k := slices.IndexFunc(all, func(s *Section) bool { return s.Name() == p[0] })
		return Segment{all[k], p[1].(float64)}
	}
	for _, d := range c.Neuron.Distances {
		g, o := seg(d[0]), seg(d[1])
		num(fmt.Sprintf("distance %s to %s", g, o), Distance(g, o), d[2].(float64))
	}
	if got := w.m.Topology(); got != c.Neuron.Topology {
		t.Errorf("topology:\n%s\nNEURON prints\n%s", got, c.Neuron.Topology)
	}
}
