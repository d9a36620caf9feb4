package arch

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// numerics are the packages that a run's numbers come from. (impedances and the
// linearized model, which are complex, and fits are no part of a run.)
var numerics = []string{"internal/simd", "internal/libm", "mechanism", "mechanism/kernel", "mechanism/nmodl", "section", "solver"}

var besides = []string{"solver/impedance.go", "solver/linearize.go"}

// exact are products that are not rounded, so that it is no matter whether a sum
// with them is fused.
var exact = regexp.MustCompile(`\b(0?\.5|2) ?\* ?[\w.]+|[\w.\[\]]+ ?/ ?2\b`)

// TestNothingIsFused: where the processor has them (arm64), the compiler makes
// one instruction with one rounding of x*y + z, unless the product is written
// float64(x*y). A run would give other numbers there than on amd64.
func TestNothingIsFused(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"build", "-gcflags=-S"}
	for _, p := range numerics {
		args = append(args, "./"+p)
	}
	build := exec.Command("go", args...)
	build.Dir = root
	build.Env = append(os.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
	listing, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("cannot compile for arm64: %v", err)
	}
	place := regexp.MustCompile(`\((?:.*/gneuron/gneuron/|.*?)([\w/]+\.go):(\d+)\)\s+(?:FN?MADD|FN?MSUB)[DS]\b`)
	sources := map[string][]string{}
	seen, intended := map[string]bool{}, 0
	for _, line := range bytes.Split(listing, []byte("\n")) {
		m := place.FindSubmatch(line)
		if m == nil || seen[string(m[1])+string(m[2])] {
			continue
		}
		file, number := strings.TrimPrefix(string(m[1]), root+"/"), string(m[2])
		seen[string(m[1])+number] = true
		if slices.Contains(besides, file) {
			continue
		}
		if sources[file] == nil {
			text, err := os.ReadFile(filepath.Join(root, file))
			if err != nil {
				t.Fatal(err)
			}
			sources[file] = strings.Split(string(text), "\n")
		}
		source := sources[file][atoi(number)-1]
		switch {
		case strings.Contains(source, "math.FMA("):
			intended++
		case strings.Contains(exact.ReplaceAllString(source, ""), "*") || !exact.MatchString(source):
			t.Errorf("%s:%s: a product is added without being rounded; write float64(x*y):\n%s", file, number, source)
		}
	}
	if intended < 20 {
		t.Errorf("%d lines with math.FMA among the fused ones: the listing is not what this test takes it for", intended)
	}
}

func atoi(s string) (n int) {
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}
