// Package examples holds scripts to start from, and a test that runs them.
package examples

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/script"
)

// says are lines that each example prints; the numbers of the models are those
// that NEURON 8.2.2 gives for the same script.
var says = map[string][]string{
	"single_compartment.js": {
		"1601 samples from 0 to 40.000 ms",
		"v falls from -65 mV to -70.000000 mV; the leak reverses at -70 mV",
	},
	"euler_rc.js": {
		"t = 0.000s ; V = 0.00500V\nt = 0.001s ; V = 0.00450V\nt = 0.002s ; V = 0.00405V",
		"slowest: RC = 100.0 ms, time to 1/e = 99.5 ms",
		"dt = 1000 ms  factor -9.0  V in mV: 5.00, -45.00, 405.00, -3645.00, 32805.00, -295245.00  grows without bound",
	},
	"hh_spike.js": {
		"peak 36.955889 mV at 5.250 ms",
		"undershoot -76.138710 mV at 8.075 ms",
		"m reaches 0.993, h falls to 0.074, n reaches 0.766",
	},
	"cable.js": {
		"attenuation 2.9145; cosh(L/lambda) = 2.9146",
		"input resistance 293.49 MOhm; theory 293.48 MOhm",
		"conduction velocity 18.66 m/s",
	},
}

// saved is what plt.show says.
var saved = regexp.MustCompile(`(?m)^saved .*\.png\n`)

// TestExamples runs every example in a copy and checks what it prints and that
// it writes a picture.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			want := says[file]
			if len(want) == 0 {
				t.Fatal("there is nothing to check: add what it prints")
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			if err := os.WriteFile(file, text, 0o666); err != nil {
				t.Fatal(err)
			}
			var out, errors bytes.Buffer
			rt := script.New(script.Options{Stdout: &out, Stderr: &errors})
			defer rt.Close()
			if err := rt.RunFile(file); err != nil {
				t.Fatal(script.Report(err))
			}
			for _, line := range want {
				if !strings.Contains(out.String(), line) {
					t.Errorf("it does not print %q:\n%s", line, out.String())
				}
			}
			if warnings := saved.ReplaceAllString(errors.String(), ""); warnings != "" {
				t.Errorf("it warns:\n%s", warnings)
			}
			picture := strings.TrimSuffix(file, ".js") + ".png"
			if info, err := os.Stat(picture); err != nil || info.Size() == 0 {
				t.Errorf("no picture %s: %v", picture, err)
			}
		})
	}
}
