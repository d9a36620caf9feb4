package examples

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/palette"
	"github.com/gneuron/gneuron/plot"
	"github.com/gneuron/gneuron/script"
)

// says are lines that each example prints. The numbers of the models are those
// that NEURON 8.2.2 gives for the same script; those of the lessons, which solve
// their equations themselves, are those of the lesson or of a closed form.
var says = map[string][]string{
	"single_compartment.js": {
		"1601 samples from 0 to 40.000 ms",
		"v falls from -65 mV to -70.000000 mV; the leak reverses at -70 mV",
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
	"sweep.js": {
		"124 variants",
		"gnabar 0.06 S/cm2: does not go on firing",
		"gnabar 0.12 S/cm2: fires from 0.08 nA on, at 54.1 Hz",
	},
	"epsp_attenuation.js": {
		"at 50 um: 4.024 mV there, 3.857 mV at the soma, where it peaks at 8.63 ms",
		"at 450 um: 5.963 mV there, 2.478 mV at the soma, where it peaks at 11.77 ms",
	},
	"backpropagation.js": { // NEURON has no load_morphology: these are gneuron's
		"the soma peaks at 31.66 mV, 3.275 ms",
		"564 um away: 13.91 mV",
	},
	"extracellular_recording.js": {
		"20 um away: -8.62 uV at 6.43 ms, before it up to 5.04 uV, after it 1.72 uV",
		"100 um away: -2.19 uV at 6.53 ms, before it up to 1.18 uV, after it 0.57 uV",
	},
	"extracellular_stimulation.js": {
		"50 um away: 5.3 uA\n100 um away: 10.7 uA",
		"1000 um away: 374.5 uA",
	},
	"stdp.js": {"10 ms after: 36.39 %, formula 36.39 %; 10 ms before: -38.21 %, formula -38.21 %"},
	"m_current.js": {
		"gbar 0 S/cm2: 16 spikes, first interval 12.90 ms, last 12.51 ms",
		"gbar 0.001 S/cm2: 5 spikes, first interval 14.64 ms, last 17.09 ms",
	},
	"morris_lecar.js": { // the fixed points are where both slopes are 0, by hand
		"I = 60: fixed point at v = -36.75 mV, w = 0.0702: stable focus\nI = 60: no limit cycle",
		"I = 100: fixed point at v = -23.09 mV, w = 0.1581: unstable focus\nI = 100: limit cycle",
	},
	"voltage_clamp.js": {
		"sodium: most inward at 0 mV, -1457 uA/cm2; it turns at 50.0 mV (ena = 50 mV)",
		"potassium after 10 ms: 13.4 uA/cm2 at -60 mV, 4917 at 70 mV",
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
	"lessons/1-biophysics/euler.js": {
		"1e-12\n10000000000\nt = 0.000s ; V = 0.00500V\nt = 0.001s ; V = 0.00450V\nt = 0.002s ; V = 0.00405V\n",
		"after 5 steps of 0.1 s: V = 0.00500, 0.00000, 0.00000, 0.00000, 0.00000, 0.00000 V", // 1 - dt/(RC) is 0
	},
	"lessons/1-biophysics/questions.js": { // V goes with (1 - dt/(RC))^k; 1/e is passed dt/2 early
		"9.5 ms to 1/e = 37 % of the start, with C = 1 pF, R = 10 GOhm",
		"C = 1 pF, R = 50 GOhm: RC = 50.0 ms, time to 1/e = 49.5 ms",
		"C = 2 pF, R = 50 GOhm: RC = 100.0 ms, time to 1/e = 99.5 ms",
		"at t = RC V is 1.743 mV, 5.2 % too low; with steps of 1 ms it was 1.830 mV, 0.5 % too low", // 5 0.9^10, 5 0.99^100
		"0.000 mV, 100.0 % too low",
		"dt = 210 ms: V in mV = 5.00, -5.50, 6.05, -6.66, 7.32, -8.05",
	},
	"lessons/1-biophysics/passive_section.js": {
		"v falls from -65 mV to -70.0000 mV in 40 ms",
		"at t = tau v is -68.138 mV, exactly -68.161 mV", // by hand: -70 + 5/1.025^40
	},
	"lessons/1-biophysics/current_steps.js": {
		"theory: R = 1/(g area) = 0.637 MOhm, tau = cm/g = 1 ms",
		"-2 nA: v goes to -71.273 mV; R = 0.637 MOhm, tau = 1.012 ms", // 0.025/ln(1.025)
		" 1 nA: v goes to -69.363 mV; R = 0.637 MOhm",
	},
	"lessons/1-biophysics/hh.js": {
		"2 nA: 0 spikes in 50 ms, v goes up to -62.49 mV\n5 nA: 1 spike in 50 ms, v goes up to 37.19 mV\n10 nA: 3 spikes in 50 ms, v goes up to 38.98 mV\n",
		"rheobase, by bisection: it fires from 3.52 nA on",
		"it goes on firing from 10 nA on, at 54.1 Hz at once, and at 93.1 Hz for 40 nA",
	},
	"lessons/1-biophysics/dendrite.js": {
		"795.8 MOhm alone, 252.4 MOhm with the dendrite; cable theory 252.4 MOhm",
		"0.02 nA into the soma:  soma 5.05 mV, middle of the dendrite 4.26 mV, tip of the dendrite 4.00 mV\n",
		"0.02 nA into the tip:   soma 4.00 mV, middle of the dendrite 4.67 mV, tip of the dendrite 5.92 mV\n",
		"the same at the other end, either way: 4.0048 and 4.0048 mV",
		"the soma from 20 to 100 ms of the step: tau = 10.01 ms (cm/g = 10 ms)",
	},
	"lessons/2-membrane/passive_membrane.js": {
		"  0.01       0.1        100            10                10\n",
		"  0.10       1.0         10            10                 1\n",
		"dt 0.01 ms: V(tau) = -58.6770 mV, off by 0.0018 mV", // by hand: -55 - 10 (1 - 0.001)^1000
		"gives V(tau) = -58.681 mV; exact -58.679 mV",        // by hand: -55 - 10/1.001^1000, and -55 - 10/e
	},
	"lessons/2-membrane/integrate_and_fire.js": {
		"the loop: 19 spikes, the first at 146.1 ms, then every 46.0 ms",
		"eulerStep gives the loop's potentials, to the last bit",
		"exact interval 46.151 ms",
		"dt 0.05 ms: eulerStep 46.05 ms, rungeKutta 46.20 ms",
	},
	"lessons/2-membrane/firing_rate.js": {
		"threshold current (th - el)/mr = 1.00 nA",
		"  1.00        0.00      0.00     0.00\n  1.01       21.67     21.67     1.00\n",
		"  4.00      347.61    347.61   300.00\n",
		"for large currents the line lies 50.0 Hz below the formula: 1/(2 tm)",
	},
	"lessons/2-membrane/adaptation.js": {
		"plain: 48 spikes; first interval 8.11 ms, last 8.11 ms", // 10 ln(27/12)
		"adaptation: 28 spikes; first interval 8.66 ms, last 15.65 ms",
		"refractory: 28 spikes; first interval 14.23 ms, last 14.23 ms",
		"80 nA: plain 0.13 ms, refractory 0.94 ms", // plain: 10 ln(1200/1185)
	},
	"lessons/2-membrane/truncation_error.js": {
		"eulerStep: local error of order 1.99, error at t = tau of order 1.02",
		"rungeKutta: local error of order 4.99, error at t = tau of order 4.03",
	},
	"lessons/2-membrane/fitzhugh_nagumo.js": {
		"fixed point v = -0.8177, w = -0.6355: unstable focus\n  eigenvalues 0.1407 + 0.2523i and 0.1407 - 0.2523i",
		"limit cycle: v from -2.03 to 1.82, period 33.89",
		"fixed point v = -0.9933, w = -0.6666: stable focus\n  eigenvalues -0.0183 + 0.3146i and -0.0183 - 0.3146i",
		"pushed by 0.2: v reaches -0.71,",
		"pushed by 0.3: v reaches 1.71,",
	},
	"lessons/2-membrane/exercise_oscillation.js": {
		"the fixed point lets go from R I = 0.0367 to 2.6033; formula 0.0367 to 2.6033",
		"R I = 0: fixed point at v = -0.9933, stable; no cycle",
		"R I = 0.5: fixed point at v = -0.7038, unstable; cycle from -2.02 to 1.85, period 32.02", // of rungeKutta with dt 0.01, too
	},
	"lessons/3-integrate-and-fire/subthreshold.js": {
		"it rises towards E_L + R_m I_e = -60 mV: -60.0000 mV at 400 ms",
		"after tau it has come 63.2 % of the way",
	},
	"lessons/3-integrate-and-fire/spikes.js": {
		"8 spikes, at 134.3, 171.5, 208.7, 245.9, 283.1, 320.3, 357.5, 394.7 ms",
		"average firing rate 26.6667 Hz",
	},
	"lessons/3-integrate-and-fire/firing_rates.js": {
		"  1.43         0.00         0.00\n  1.47         0.00         0.00\n  1.51        16.67        18.86\n",
		"  1.55        26.67        26.93\n  1.59        30.00        31.80\n  1.63        33.33        35.76\n",
		"  1.67        36.67        39.27\n  1.71        40.00        42.49\n  1.75        43.33        45.51\n",
		"  1.79        46.67        48.39\n  1.83        50.00        51.16\n",
	},
	"lessons/3-integrate-and-fire/exercise_threshold.js": {
		"300 ms long: 1.500000 nA; (V_th - E_L)/R_m = 1.5 nA",
		"10 ms long: 2.3593 nA; formula 2.3593 nA",
	},
	"lessons/3-integrate-and-fire/exercise_window.js": {
		"the time of the current: off by up to 2.600 Hz",
		"first to last spike, dt 0.1 ms: off by up to 0.143 Hz",
		"first to last spike, dt 0.01 ms: off by up to 0.016 Hz",
	},
	"lessons/3-integrate-and-fire/exercise_potentials.js": {
		"V_reset = -75 mV: 26.9 Hz at 1.55 nA, 91.0 Hz at 2.5 nA",
		"V_th = -50 mV: 0.0 Hz at 1.55 nA, 55.8 Hz at 2.5 nA",
	},
	"lessons/3-integrate-and-fire/exercise_currents.js": {
		"halfway from 1.55 to 1.75 nA: 10 spikes (4 before 250 ms, 6 after), 33.33 Hz",
		"1.6 nA and a sine of 0.3 nA, 10 Hz: 8 spikes (5 before 250 ms, 3 after), 26.67 Hz",
	},
	"lessons/4-neurons/parameter_scan.js": {
		"     89.5           10\n     97.4           30\n    105.3           70\n    113.2           80\n",
		"    176.3           80\n    184.2           90\n",
		"the batch gives the same rates",
	},
	"lessons/4-neurons/model_comparison.js": {
		"HH: 4 spikes, v from -74.79 to 41.46 mV",
		"HR: 15 spikes, x from -1.487 to 2.479",
	},
	"lessons/4-neurons/coupled_neurons.js": {
		"g = 0: 11 and 10 spikes;",
		"g = 0.0005: 11 and 11 spikes;",
		"g = 0.005: 11 and 11 spikes; after 50 ms up to 52.9 mV apart",
	},
}

// saved is what plt.show says.
var saved = regexp.MustCompile(`(?m)^saved .*\.png\n`)

// TestExamples runs every example, tutorial and lesson in a copy of its folder and checks
// what it prints and that it writes a picture.
// pictures says what becomes of the pictures of examples that the guides show.
var pictures = flag.String("pictures", "", `"check" that they are what the examples draw, or "update" them`)

//go:generate go test -count=1 -pictures=update .

// hold holds the picture of the guides against what the example drew, in few colours;
// kept is its path.
func hold(t *testing.T, kept string, drawn []byte) {
	t.Helper()
	if drawn == nil {
		t.Error("the example shows no figure, and the gallery needs one")
		return
	}
	drawn, err := palette.PNG(drawn)
	if err != nil {
		t.Fatal(err)
	}
	if *pictures == "update" {
		if err := os.MkdirAll(filepath.Dir(kept), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(kept, drawn, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if old, err := os.ReadFile(kept); err != nil || !bytes.Equal(old, drawn) {
		t.Errorf("%s is not what the example draws (%v): go generate ./examples", kept, err)
	}
}

func TestExamples(t *testing.T) {
	var files []string
	for _, folder := range []string{".", "tutorials", filepath.Join("lessons", "*")} {
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
			kept, err := filepath.Abs(filepath.Join("..", "docs", "img", strings.TrimSuffix(file, ".js")+".png"))
			if err != nil {
				t.Fatal(err)
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
			picture := strings.TrimSuffix(file, ".js") + ".png"
			var shown []byte
			if *pictures != "" { // those of the guides have a dot for each pixel
				rt.OnShow(func(f *plot.Figure) error {
					if err := f.Save(picture); err != nil || shown != nil {
						return err
					}
					f.Density = 1
					var b bytes.Buffer
					err := f.Encode(&b, "png")
					shown = b.Bytes()
					return err
				})
			}
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
			if info, err := os.Stat(picture); err != nil || info.Size() == 0 {
				t.Errorf("no picture %s: %v", picture, err)
			}
			if *pictures != "" {
				hold(t, kept, shown)
			}
		})
	}
}
