package morphology

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
)

// files are those that stand beside NEURON's answers.
func files(t testing.TB, ending string) map[string]string {
	t.Helper()
	names, err := filepath.Glob("../../testdata/neuron/morphology/*" + ending)
	if err != nil || len(names) == 0 {
		t.Fatal("no files", err)
	}
	out := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = string(text)
	}
	return out
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "f: no point in the file"},
		{"# only a comment\n", "f: no point in the file"},
		{"1 1 0 0 0 1 -1\n2 3 5 0 0 1\n", "f:2:12: expected seven numbers, found 6: the parent is missing"},
		{"1 1 0 0 x 1 -1\n", `f:1:9: expected a number as z, found "x"`},
		{"1 1 0 0 0 NaN -1\n", `f:1:11: expected a number as radius, found "NaN"`},
		{"1 1 0 0 1e39 1 -1\n", `f:1:9: expected a number as z, found "1e39"`},
		{"1 1.5 0 0 0 1 -1\n", `f:1:3: expected a whole number as type, found "1.5"`},
		{"1 1 0 0 0 -1 -1\n", "f:1:11: the radius must not be negative, found -1"},
		{"-1 1 0 0 0 1 -1\n", "f:1:1: the number of a point must not be negative, found -1"},
		{"1 1 0 0 0 1 -1\n1 1 1 0 0 1 1\n", "f:2: point 1 exists already, on line 1"},
		{"1 1 0 0 0 1 -1\n2 3 1 0 0 1 4\n3 3 1 0 0 1 2\n4 3 1 0 0 1 3\n", "f:2: point 2 is its own ancestor: its parents are 2 -> 4 -> 3 -> 2"},
		{"1 1 0 0 0 1 1\n", "f:1: point 1 is its own ancestor: its parents are 1 -> 1"},

		{"; nothing\n", "f: no point of a neuron in the file"},
		{"(Sections S1)\n", "f: no point of a neuron in the file"},
		{"((Dendrite) (1 2 3 4)", "f:1:22: expected a point (x y z diameter), a split, | or ), found the end of the file"},
		{"((Dendrite)\n (1 2 3 x))", "f:2:9: expected a number or the ) of a point, found 'x'"},
		{"((Dendrite)\n (1 2 3 4 S1 S2))", "f:2:14: expected the ) of a point, found 'S2'"},
		{"((Dendrite) (1))", "f:1:15: expected a number, the y of a point, found ')'"},
		{"((Dendrite))", "f:1:12: expected a point (x y z diameter) of a tree, found ')'"},
		{"((Dendrite) (1 2 3 4) ((2 2 3 4) | (3 3 3 3) (4 4 4 4)) (5 5 5 5))", "f:1:57: expected a ) or | behind a split, found '('"},
		{"((Dendrite) (1 2 3 4) Normal (5 5 5 5))", "f:1:30: expected a ) or | behind the ending Normal, found '('"},
		{"((Dendrite) (1 2 3 4) <(1 1 1 1))", "f:1:23: this < of a spine is never closed"},
		{"((Axon) (1 2 3 4) | (2 2 2 2))", "f:1:19: expected the ) of a tree, found '|'"},
		{"((Axon) (1 2 3 4) ((2 2 2 2) \"x\"))", "f:1:30: expected a point (x y z diameter), a split, | or ), found \"x\""},
		{"(1 2 3 4)", `f:1:2: expected the name of a block, or ( "..., found '1'`},
		{"((Axon) (1 2 3 4) (5 6 7 8)) )", "f:1:30: expected the ( of a contour, a tree or another block, found ')'"},
		{"(\"CellBody\" (1 1 1 1)", "f:1:1: this ( is never closed"},
		{"(\"CellBody (1 1 1 1))", "f:1:2: expected a closing \" on the same line"},
		{"(\"Soma\" (1 1 1 1) (1 1 1 1) (1 1 1 1))", "f:1: the contour of the soma that begins here encloses no area"},
		{"((Axon) (1e39 2 3 4) (5 6 7 8))", "f:1: the branch that begins here has a number, 1e+39, beyond single precision"},
		{strings.Repeat("((1 1)", 10001), "f:1:60002: branches are nested deeper than 10000"},
	} {
		m, err := Read("f", c.text, Options{})
		if m != nil || err == nil || err.Error() != c.want {
			t.Errorf("%.60q\n got %v\nwant %s", c.text, err, c.want)
		}
	}
	if _, err := Read("f", "", Options{Format: "XML"}); err == nil || err.Error() != `there is no format "XML" of morphologies` {
		t.Error(err)
	}
}

func TestRepairs(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1 1 0 0 0 1 -1\n2 3 5 0 0 1 1\n3 3 9 0 0 1 2\n", nil},
		{"\ufeff1 1 0 0 0 1 -1\r\n\r\n2 3 5 0 0 1 1 and more\r\n3 3 9 0 0 1 2\r\n", nil},
		{"1 1 0 0 0 1 0\n2 3 5 0 0 1 1\n3 3 9 0 0 1 2\n", nil},
		{"1 1 0 0 0 1 -1\n3 3 9 0 0 1 2\n2 3 5 0 0 1 1\n", []string{"f: the points are not in the order of their numbers; they are read in that order"}},
		{"1 1 0 0 0 1 -1\n2 3 9 0 0 1 3\n3 3 5 0 0 1 1\n", []string{"f: some points come before their parents; they are read branch by branch"}},
		{"1 1 0 0 0 1 -1\n2 3 5 0 0 1 9\n3 3 9 0 0 0 2\n", []string{
			"f:2: the parent 9 of point 2 does not exist",
			"f:2: point 2 begins another tree; it is joined to the first section, soma, at 0.5",
			"f:3: the radius is 0"}},
		{"1 1 0 0 0 1 -1\n2 3 5 0 0 1 1\n3 3 5 0 0 1 2\n", []string{"f:2: a branch of two points at the same place is left out"}},
		{"((Color Red) (0 0) (9 9) ((9 9) | (10 10) Normal))", []string{
			"f:1: the last property of the tree is neither Axon, Dendrite nor Apical but Color; its sections are called dend_0",
			"f:1: a branch of one point is left out"}},
		{"((Axon) (0 0) (9 9) ((9 20) |))", []string{"f:1: a branch without points is left out"}},
		{"(\"Soma\" (0 0) (1 0))((Axon) (0 0) (9 9))", []string{"f:1: a contour of the soma has 2 points and is left out: it needs 3"}},
		{"(\"Soma\" (0 0 0) (4 0 0) (4 4 0))(\"Soma\" (0 0 0) (4 0 0) (4 4 0))", []string{"f:1: contours 1 and 2 of this soma are at the same depth z"}},
		{"(\"Soma\" (0 0 0) (4 0 0) (4 4 0))(\"Soma\" (0 0 1) (4 0 1) (4 4 1))(\"Soma\" (0 0 0) (4 0 0) (4 4 0))",
			[]string{"f:1: the contours of this soma are not in the order of their depth z, from contour 3 on"}},
		{"(\"Soma\" (0 0 0) (4 0 0) (4 4 0))(\"Soma\" (0 0 1) (4 0 1) (4 4 2))",
			[]string{"f:1: contour 2 of this soma is not at one depth z; its volume may be wrong"}},
	} {
		m, err := Read("f", c.text, Options{})
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		var got []string
		for _, r := range m.Repairs {
			got = append(got, m.String(r))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// Where the lines of a file stand must not matter.
func TestSWC_OrderOfLines(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for name, text := range files(t, ".swc") {
		m, err := ReadSWC(name, text)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(text, "\n")
		rnd.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		shuffled, err := ReadSWC(name, strings.Join(lines, "\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range [][]Section{m.Sections, shuffled.Sections} {
			for i := range list {
				list[i].Line = 0
			}
		}
		if !reflect.DeepEqual(m.Sections, shuffled.Sections) {
			t.Errorf("%s: shuffled lines give other sections", name)
		}
		if len(shuffled.Repairs) == 0 {
			t.Errorf("%s: not reported", name)
		}
	}
}

// A tree whose numbers say nothing has the same cable in it.
func TestSWC_OrderOfNumbers(t *testing.T) {
	text := files(t, ".swc")["two_point_soma.swc"]
	renumbered := renumber(text, func(id int) int { return 100 - 7*id })
	a, err := ReadSWC("a", text)
	if err != nil {
		t.Fatal(err)
	}
	b, err := ReadSWC("b", renumbered)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Sections) != 4 || len(b.Sections) != 4 || math.Abs(length(a)-length(b)) > 1e-9 { // rounding of the sum
		t.Errorf("%d sections of %g um, renumbered %d of %g um", len(a.Sections), length(a), len(b.Sections), length(b))
	}
}

// renumber gives the points of an SWC file other numbers.
func renumber(text string, f func(int) int) string {
	var out strings.Builder
	for _, line := range strings.Split(text, "\n") {
		var id, kind, parent int
		var x, y, z, r float64
		if k, _ := fmt.Sscan(line, &id, &kind, &x, &y, &z, &r, &parent); k != 7 {
			continue
		}
		if parent > 0 {
			parent = f(parent)
		}
		fmt.Fprintln(&out, f(id), kind, x, y, z, r, parent)
	}
	return out.String()
}

func length(m *Morphology) (sum float64) {
	for _, s := range m.Sections {
		for i := 1; i < len(s.Points); i++ {
			sum += distance(s.Points[i], s.Points[i-1])
		}
	}
	return sum
}

func TestInstantiate_LeavesNothingBehind(t *testing.T) {
	m, err := ReadSWC("f", "1 1 0 0 0 1 -1\n2 3 5 0 0 1 1\n3 3 9 0 0 1 2\n")
	if err != nil {
		t.Fatal(err)
	}
	m.Sections[1].Points[1].Z = math.NaN()
	model := section.New()
	if groups, err := m.Instantiate(model, nil); err == nil || groups != nil {
		t.Error(groups, err)
	}
	if k := len(model.Sections()); k != 0 {
		t.Errorf("%d sections remain", k)
	}
}

func TestSymmetricEigen_AsNEURON(t *testing.T) {
	for _, c := range []struct {
		a       [3][3]float64
		values  [3]float64
		vectors [3][3]float64
	}{ // of Matrix.symmeig in NEURON 8.2.2
		{[3][3]float64{{0.74, 1.45, 2.65}, {1.45, 1.77, 1.44}, {2.65, 1.44, 2.53}}, [3]float64{5.52010263002689, -1.2126297659085, 0.732527135881613}, [3][3]float64{{0.532488096763713, 0.474928868504701, 0.700641846213743}, {0.833089613828229, -0.147641162997079, -0.533070147654511}, {-0.149726825039773, 0.867550953460207, -0.474275469546755}}},
		{[3][3]float64{{-2.83, -0.21, 0}, {-0.21, 2.66, 0}, {0, 0, 0}}, [3]float64{-2.83802106784529, 2.66802106784529, 0}, [3][3]float64{{-0.99927134673135, -0.0381677298475366, 0}, {-0.0381677298475366, 0.99927134673135, -0}, {0, 0, 1}}},
		{[3][3]float64{{-0.19, -1.52, 0}, {-1.52, 0.26, 0}, {0, 0, 0}}, [3]float64{-1.50156272244253, 1.57156272244253, 0}, [3][3]float64{{-0.757109876193461, -0.653287559479225, 0}, {-0.653287559479225, 0.757109876193461, -0}, {0, 0, 1}}},
		{[3][3]float64{{-1.32, 0, -2.04}, {0, 1.59, 0}, {-2.04, 0, -2.17}}, [3]float64{-3.82880061426231, 0.338800614262315, 1.59}, [3][3]float64{{0.630890539589872, -6.35853468648448e-17, 0.775871849634977}, {0.775871849634977, 2.23922489430541e-16, -0.630890539589872}, {-1.33619762255771e-16, 1, 1.9060466086485e-16}}},
		{[3][3]float64{{0.7, -2.24, 2.23}, {-2.24, -2.99, -1.74}, {2.23, -1.74, -1.71}}, [3]float64{3.29454450912121, -2.96492825054062, -4.32961625858059}, [3][3]float64{{0.771747575260033, -0.40972748183791, 0.486342544619556}, {-0.598423532652016, -0.209152568193349, 0.773398008005198}, {-0.215162626049557, -0.887906861019157, -0.406603554468683}}},
		{[3][3]float64{{2.89, 2.23, 2.77}, {2.23, -1.26, 0.24}, {2.77, 0.24, 1.07}}, [3]float64{5.47512171719064, -2.54163882592159, -0.233482891269047}, [3][3]float64{{0.804387400992452, 0.284910013043286, 0.521332133665558}, {-0.497031448803665, 0.803427746524522, 0.327816404431901}, {-0.325454525279244, -0.522809851267365, 0.787876393473657}}},
	} {
		values, vectors := symmetricEigen(c.a)
		for k := range 3 {
			// 1e-13: rounding in some 20 operations on numbers up to 6
			if math.Abs(values[k]-c.values[k]) > 1e-13 {
				t.Errorf("%v: eigenvalue %d is %v, in NEURON %v", c.a, k, values[k], c.values[k])
			}
			for i := range 3 {
				if math.Abs(vectors[k][i]-c.vectors[k][i]) > 1e-13 {
					t.Errorf("%v: eigenvector %d is %v, in NEURON %v", c.a, k, vectors[k], c.vectors[k])
					break
				}
			}
		}
	}
}

// check asks what holds for all that can be read.
func check(t *testing.T, m *Morphology, err error) {
	if err != nil {
		if e := fault.As(err); e == nil || e.Msg == "" || e.Pos.File != "f" {
			t.Errorf("error without a place: %v", err)
		}
		return
	}
	if len(m.Sections) == 0 {
		t.Error("no section and no error")
	}
	for i, s := range m.Sections {
		if s.Parent >= i || s.Parent < -1 || s.ParentX != 0 && s.ParentX != .5 && s.ParentX != 1 || len(s.Points) < 2 {
			t.Errorf("section %d: %+v", i, s)
		}
	}
}

// FuzzSWC looks for a text that panics, hangs or gives sections that cannot be.
func FuzzSWC(f *testing.F) {
	for _, text := range files(f, ".swc") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadSWC("f", text)
		check(t, m, err)
	})
}

// FuzzASC does the same for Neurolucida files.
func FuzzASC(f *testing.F) {
	for _, text := range files(f, ".asc") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadASC("f", text)
		check(t, m, err)
	})
}

// BenchmarkSWC reads a file of 100 000 points and makes its sections.
func BenchmarkSWC(b *testing.B) {
	var text strings.Builder
	text.WriteString("1 1 0 0 0 8 -1\n")
	for i := 2; i <= 100000; i++ {
		parent := i - 1
		if i%40 == 0 {
			parent = i / 3
		}
		fmt.Fprintf(&text, "%d 3 %.3f %.3f %.3f 0.5 %d\n", i, float64(i%997), float64(i%89), float64(i%13), parent)
	}
	for b.Loop() {
		m, err := ReadSWC("f", text.String())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := m.Instantiate(section.New(), nil); err != nil {
			b.Fatal(err)
		}
	}
}
