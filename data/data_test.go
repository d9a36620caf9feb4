package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/need"
)

func same(a, b Array) bool {
	if fmt.Sprint(a.Shape) != fmt.Sprint(b.Shape) || len(a.Values) != len(b.Values) {
		return false
	}
	for i, v := range a.Values {
		if math.Float64bits(v) != math.Float64bits(b.Values[i]) && !(math.IsNaN(v) && math.IsNaN(b.Values[i])) {
			return false
		}
	}
	return true
}

var (
	row   = Array{[]int{5}, []float64{1, -0.1, math.Inf(1), math.NaN(), 1e-300}}
	table = Array{[]int{2, 3}, []float64{1, 2, 3, 4, 5, 6}}
)

// TestNPYBytes holds the bytes against the text of the format: magic, version,
// length of the header, the header up to a line break, and the numbers.
func TestNPYBytes(t *testing.T) {
	var b bytes.Buffer
	if err := WriteNPY(&b, table); err != nil {
		t.Fatal(err)
	}
	file := b.Bytes()
	if !bytes.HasPrefix(file, []byte("\x93NUMPY")) {
		t.Fatalf("%q", file[:10])
	}
	from, length := 10, int(binary.LittleEndian.Uint16(file[8:]))
	if file[6] > 1 {
		from, length = 12, int(binary.LittleEndian.Uint32(file[8:]))
	}
	header := string(file[from : from+length])
	if !strings.Contains(header, "'descr': '<f8'") || !strings.Contains(header, "(2, 3") || !strings.Contains(header, "'fortran_order': False") ||
		!strings.HasSuffix(header, "\n") || (from+length)%16 != 0 {
		t.Errorf("header %q, to byte %d", header, from+length)
	}
	for i, v := range table.Values {
		if got := math.Float64frombits(binary.LittleEndian.Uint64(file[from+length+8*i:])); got != v {
			t.Errorf("number %d is %g", i, got)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, a := range []Array{row, table} {
		var b bytes.Buffer
		if err := WriteNPY(&b, a); err != nil {
			t.Fatal(err)
		}
		if got, err := ReadNPY(&b); err != nil || !same(got, a) {
			t.Errorf("%v came back as %v, %v", a, got, err)
		}
	}
	var b bytes.Buffer
	if err := WriteNPZ(&b, []Column{{"v", row}, {"m", table}}); err != nil {
		t.Fatal(err)
	}
	got, err := ReadNPZ(b.Bytes())
	if err != nil || len(got) != 2 || got[0].Name != "m" || !same(got[0].Array, table) || !same(got[1].Array, row) {
		t.Errorf("%v, %v", got, err)
	}
	b.Reset()
	short := Array{[]int{1}, []float64{7}}
	if err := WriteCSV(&b, []Column{{"t (ms)", row}, {"a,b", short}}); err != nil {
		t.Fatal(err)
	}
	if want := "t (ms),\"a,b\"\n1,7\n-0.1,\n+Inf,\n,\n1e-300,\n"; b.String() != want {
		t.Errorf("%q", b.String())
	}
	got, err = ReadCSV(&b)
	if err != nil || len(got) != 2 || got[0].Name != "t (ms)" || !same(got[0].Array, row) || got[1].Values[0] != 7 || !math.IsNaN(got[1].Values[4]) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestReadCSV(t *testing.T) {
	for text, want := range map[string]string{
		"1,2\n3,4\n":                       "[{ {[2] [1 3]}} { {[2] [2 4]}}]",
		"# note, with comma\nt; v\n1; 2\n": "[{t {[1] [1]}} {v {[1] [2]}}]",
		"\ufefft\tv\n1\t2\n":               "[{t {[1] [1]}} {v {[1] [2]}}]",
		"t\nNaN\n":                         "[{t {[1] [NaN]}}]",
		"":                                 "[]",
		"t,v\n1,2\n3,x\n":                  `line 3: "x" is no number`,
		"t,v\n1\n":                         "this is no CSV file: record on line 2: wrong number of fields",
	} {
		got, err := ReadCSV(strings.NewReader(text))
		if s := fmt.Sprint(got); err == nil && s != want || err != nil && err.Error() != want {
			t.Errorf("%q: %s, %v; want %s", text, s, err, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	var b bytes.Buffer
	for want, err := range map[string]error{
		"an array of shape [0 0] cannot be written: it takes a row of numbers or a table": WriteNPY(&b, Array{Shape: []int{0, 0}}),
		`column "m" is a table`: WriteCSV(&b, []Column{{"m", table}}),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if _, err := ReadNPY(strings.NewReader("hello, world, this is text")); err == nil || !strings.HasPrefix(err.Error(), "this is no NPY file") {
		t.Error(err)
	}
	if _, err := ReadNPZ([]byte("hello")); err == nil || !strings.HasPrefix(err.Error(), "this is no NPZ file") {
		t.Error(err)
	}
}

// TestNumpy has numpy read what gneuron writes, and write other
// types and orders for gneuron.
func TestNumpy(t *testing.T) {
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import numpy").Run() != nil {
		need.Missing(t, "%s has no numpy", python)
	}
	dir := t.TempDir()
	var a, z bytes.Buffer
	if err := WriteNPY(&a, table); err != nil {
		t.Fatal(err)
	}
	if err := WriteNPZ(&z, []Column{{"row", row}, {"table", table}}); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"a.npy": a.Bytes(), "z.npz": z.Bytes()} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python, "-c", `
import numpy as np
a = np.load("a.npy"); z = np.load("z.npz")
assert a.dtype == np.float64 and a.tolist() == [[1, 2, 3], [4, 5, 6]], a
assert sorted(z.files) == ["row", "table"] and z["table"].tolist() == a.tolist()
r = z["row"]
assert r.shape == (5,) and r[1] == -0.1 and np.isinf(r[2]) and np.isnan(r[3]) and r[4] == 1e-300, r
for name in ["int8", "int64", "uint16", "float32", "bool", ">f8"]:
    np.save("t_" + name.replace(">", "big") + ".npy", np.array([[0, 1, 1], [1, 0, 1]], dtype=name))
np.save("t_fortran.npy", np.asfortranarray(np.array([[0., 1, 1], [1, 0, 1]])))
np.save("number.npy", np.float64(3.5)); np.save("cube.npy", np.zeros((2, 2, 2))); np.save("complex.npy", np.array([1j]))
np.savez_compressed("small.npz", t=np.arange(3))
`)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	read := func(name string) (Array, error) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return ReadNPY(bytes.NewReader(b))
	}
	files, err := filepath.Glob(filepath.Join(dir, "t_*.npy"))
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		if got, err := read(filepath.Base(f)); err != nil || !same(got, Array{[]int{2, 3}, []float64{0, 1, 1, 1, 0, 1}}) {
			t.Errorf("%s: %v, %v", filepath.Base(f), got, err)
		}
	}
	if got, err := read("number.npy"); err != nil || !same(got, Array{nil, []float64{3.5}}) {
		t.Errorf("%v, %v", got, err)
	}
	for name, want := range map[string]string{
		"cube.npy":    "an array of 3 dimensions: at most 2 can be read",
		"complex.npy": `an array of numpy's type "<c16" cannot be read: it takes numbers`,
	} {
		if _, err := read(name); err == nil || err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "small.npz"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ReadNPZ(b); err != nil || len(got) != 1 || !same(got[0].Array, Array{[]int{3}, []float64{0, 1, 2}}) {
		t.Errorf("%v, %v", got, err)
	}
}
