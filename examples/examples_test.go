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
	"tutorials/scripting_basics.js": {
		"the spike peaks at 36.956 mV, 5.250 ms",
		"read back: 1601 rows, the same numbers",
	},
	"tutorials/ball_and_stick_1.js": {
		"   `|       BallAndStick[0].dend(0-1)",
		"0.225 nA, nseg 101: the soma reaches 29.98 mV at 9.000 ms",
	},
	"tutorials/ball_and_stick_2.js": {
		"its current is in nA",
		"cell 0: 10.925, 43.550, 76.175",
	},
	"tutorials/ball_and_stick_4.js": {
		"one and two threads give the same, to the last bit",
		"cell 0: 10.925, 43.325, 75.700",
	},
	"tutorials/f_i_curve.js": {
		"at 0.07 nA the cell comes to rest after 1 spike",
		"at 0.08 nA it goes on, at 54.1 Hz",
	},
	"tutorials/custom_initialization.js": {
		"plain: v moves by 2.3933 mV in the soma, by 3.4756 mV at the tip",
		"at rest: soma -67.384 mV, tip of the dendrite -68.472 mV",
	},
	"tutorials/short_term_plasticity.js": {
		"depressing: 1.00  0.53  0.31  0.21  0.16  0.13  0.12  0.12  0.50",
		"facilitating: 1.00  1.85  2.52  3.04  3.44  3.76  4.02  4.23  4.31",
	},
	"tutorials/integrate_and_fire_network.js": {
		"100 cells, 956 connections",
		"weights 0.12 and -0.6: 665 spikes, 22.2 Hz per cell",
	},
	"tutorials/reconstructed_morphology.js": {
		"67 sections, 239 segments, 13884 um2",
		"synapse at the far tip: v rises by 31.14 mV there and by 1.04 mV at the soma",
	},
	"tutorials/ball_and_stick_3.js": {
		"weight 0.01 uS: cell 0 fires at 10.925, 43.325, 75.700 ms",
		"weight 0.005 uS: cell 0 fires at 10.925, 46.450, 82.075 ms",
	},
}

// saved is what plt.show says.
var saved = regexp.MustCompile(`(?m)^saved .*\.png\n`)

// TestExamples runs every example and tutorial in a copy of its folder and checks
// what it prints and that it writes a picture.
func TestExamples(t *testing.T) {
	var files []string
	for _, folder := range []string{".", "tutorials"} {
		found, err := filepath.Glob(filepath.Join(folder, "*.js"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no examples in %s: %v", folder, err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			want := says[file]
			if len(want) == 0 {
				t.Fatal("there is nothing to check: add what it prints")
			}
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(".")); err != nil {
				t.Fatal(err)
			}
			t.Chdir(filepath.Join(dir, filepath.Dir(file)))
			file := filepath.Base(file)
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
