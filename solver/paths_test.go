package solver

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/section"
)

// bitsFile names the variable that tells a process of TestSameBitsOnEveryPath
// where to leave its numbers.
const bitsFile = "GNEURON_TEST_BITS"

// TestSameBitsOnEveryPath runs whole simulations with each set of vector loops,
// each in a process of its own, and compares all numbers of the model bit by bit.
func TestSameBitsOnEveryPath(t *testing.T) {
	if file := os.Getenv(bitsFile); file != "" {
		if err := os.WriteFile(file, simulated(t), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	bits := map[string][]byte{}
	for _, path := range []string{"go", "avx2", "avx512"} {
		file := filepath.Join(t.TempDir(), path)
		cmd := exec.Command(os.Args[0], "-test.run=^TestSameBitsOnEveryPath$", "-test.v")
		cmd.Env = append(os.Environ(), simd.Variable+"="+path, bitsFile+"="+file)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", path, err, out)
		}
		if !bytes.Contains(out, []byte("loops of "+path+"\n")) {
			t.Logf("%s is not there on this machine", path)
			continue
		}
		if bits[path], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	want := bits["go"]
	if len(want) < 100_000 {
		t.Fatalf("only %d bytes of numbers", len(want))
	}
	for path, got := range bits {
		if len(got) != len(want) {
			t.Errorf("%s: %d bytes, in plain Go %d", path, len(got), len(want))
			continue
		}
		for i := 0; i < len(got); i += 8 {
			x, y := binary.LittleEndian.Uint64(got[i:]), binary.LittleEndian.Uint64(want[i:])
			if a, b := math.Float64frombits(x), math.Float64frombits(y); x != y && (a == a || b == b) {
				t.Errorf("%s: number %d is %v, in plain Go %v", path, i/8, a, b)
				break
			}
		}
	}
}

// simulated are the numbers of all columns after 5 ms of an hh cable with
// tables, of one with exact rates, and of one with the channels that the cases
// of testdata/neuron use. The number of segments is no multiple of a block's
// nor of a vector's length.
func simulated(t *testing.T) []byte {
	fmt.Printf("loops of %s\n", simd.Path())
	const nseg = 203
	var out []byte
	for _, s := range []*Solver{hhCable(t, nseg, true), hhCable(t, nseg, false), channelCable(t, nseg)} {
		if err := s.Continuerun(5); err != nil {
			t.Fatal(err)
		}
		s.eachColumn(s.Model.Mechs.All(), func(col []float64) {
			for _, x := range col {
				out = binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
			}
		})
	}
	return out
}

func channelCable(t *testing.T, nseg int) *Solver {
	m := section.New()
	s := m.NewSection("dend")
	if err := s.SetNseg(nseg); err != nil {
		t.Fatal(err)
	}
	names := []string{"cal", "cat", "kca", "hcn", "capool", "kdr"}
	for _, name := range names {
		dir := filepath.Join("..", "testdata", "neuron", "mod")
		text, err := os.ReadFile(filepath.Join(dir, name+".mod"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Load(section.ModFile{Name: name + ".mod", Dir: dir, Text: string(text)}); err != nil {
			t.Fatal(err)
		}
		if err := s.Insert(name); err != nil {
			t.Fatal(err)
		}
	}
	clamp, err := m.NewPointProcess("IClamp")
	if err != nil {
		t.Fatal(err)
	}
	seg, err := s.At(0.3)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{s.SetL(2000), s.Set("diam", 2), s.Insert("hh"), clamp.Locate(seg), clamp.Set("dur", 3), clamp.Set("amp", 0.5)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	solver := New(m)
	if err := solver.Finitialize(-65, true); err != nil {
		t.Fatal(err)
	}
	return solver
}
