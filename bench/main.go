// Command bench compares the speed of gneuron with NEURON's on the models of
// bench/models, each a script for both.
//
//	go run ./bench [-rounds 5] [-models a,b,c,d,f] [-python python3]
//
// It builds gneuron once and runs the two programs by turns, so that a busy or
// throttled machine slows both. A script times its own runs of the model, ten
// each time; start-up and building do not count. The least time of all is the
// figure, the median says how noisy it is. NEURON runs with cache_efficient(1). Without
// NEURON it prints gneuron's figures only. What follows the models is the memory
// of a segment, the time that starting takes, and that of building a network.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

func main() {
	rounds := flag.Int("rounds", 5, "how often each program runs each model")
	names := flag.String("models", "a,b,c,d,f", "which models, by their letters")
	python := flag.String("python", "", "the Python that has NEURON; without it python3 and /usr/bin/python3 are tried")
	flag.Parse()
	if err := bench(*rounds, strings.Split(*names, ","), *python); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench builds gneuron, runs everything and prints the tables.
func bench(rounds int, names []string, python string) error {
	if rounds < 1 {
		return fmt.Errorf("-rounds %d: at least one round is needed", rounds)
	}
	runs, err := plan(names)
	if err != nil {
		return err
	}
	folder, err := modelFolder()
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "gneuron-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	gneuron, err := build(filepath.Dir(filepath.Dir(folder)), temp)
	if err != nil {
		return err
	}
	peers := []*program{gneuron}
	if neuron, version := findNEURON(python); neuron != nil {
		peers = append(peers, neuron)
		fmt.Printf("NEURON %s with cache_efficient(1)\n", version)
	} else if python != "" {
		return fmt.Errorf("%s has no NEURON", python)
	} else {
		fmt.Println("NEURON was not found: gneuron only")
	}
	fmt.Printf("gneuron with %s on %s/%s, %d CPUs; one thread, dt 0.025 ms, %d rounds, least time (median)\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), rounds)
	printHeader(peers)
	for _, r := range runs {
		samples, err := r.measure(folder, peers, rounds)
		if err != nil {
			return err
		}
		r.print(samples)
	}
	fmt.Println()
	if err := footprint(folder, peers, rounds); err != nil {
		return err
	}
	fmt.Println()
	return building(folder, peers, rounds)
}

// modelFolder finds bench/models from the working directory, which is the
// repository or a folder in it.
func modelFolder() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		models := filepath.Join(dir, "bench", "models")
		if _, err := os.Stat(filepath.Join(models, "timing.js")); err == nil {
			return models, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("bench/models was not found: run go run ./bench in the repository")
		}
		dir = parent
	}
}

// program is one of the simulators that are compared.
type program struct {
	name    string
	command []string // what comes before the script
	ending  string   // of its scripts
}

// build compiles gneuron into a folder.
func build(repository, folder string) (*program, error) {
	binary := filepath.Join(folder, "gneuron")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	c := exec.Command("go", "build", "-o", binary, "./cmd/gneuron")
	c.Dir = repository
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return &program{"gneuron", []string{binary, "run"}, ".js"}, nil
}

// findNEURON looks for a Python with NEURON; it gives nil where there is none.
func findNEURON(python string) (*program, string) {
	candidates := []string{python}
	if python == "" {
		candidates = []string{"python3", "/usr/bin/python3"}
	}
	for _, c := range candidates {
		out, err := exec.Command(c, "-c", "import neuron; print(neuron.__version__)").Output()
		if err == nil {
			return &program{"NEURON", []string{c, "-B"}, ".py"}, lastLine(out)
		}
	}
	return nil, ""
}

// run runs a script and gives its last line of output and how long it took.
func (p *program) run(folder, script string, args ...string) (string, time.Duration, error) {
	line := slices.Concat(p.command, []string{filepath.Join(folder, script+p.ending)}, args)
	c := exec.Command(line[0], line[1:]...)
	var stderr strings.Builder
	c.Stderr = &stderr
	start := time.Now()
	out, err := c.Output()
	elapsed := time.Since(start)
	if err != nil {
		return "", 0, fmt.Errorf("%s: %w\n%s", strings.Join(line, " "), err, stderr.String())
	}
	return lastLine(out), elapsed, nil
}

func lastLine(out []byte) string {
	text := strings.TrimSpace(string(out))
	return text[strings.LastIndexByte(text, '\n')+1:]
}

// sample is the report of a script: several equal runs.
type sample struct {
	Segments int       `json:"segments"`
	Steps    int       `json:"steps"`
	Seconds  []float64 `json:"seconds"` // of each run
	MeanV    float64   `json:"mean_v"`  // mV, over all segments at the end
}

// runSpec is a row of the table: a model and how it is run.
type runSpec struct {
	model, what string
	args        []string
	perStep     bool // the figure is µs per step, not ns per segment and step
}

// plan lists the rows for the models that are asked for.
func plan(names []string) ([]runSpec, error) {
	all := []runSpec{
		{"a", "one hh segment, table", []string{"table"}, true},
		{"a", "one hh segment, exact", []string{"exact"}, true},
		{"a", "one hh segment, run(), table", []string{"table", "run"}, true},
		{"b", "hh cable of 1001 segments, table", []string{"table"}, false},
		{"b", "hh cable of 1001 segments, exact", []string{"exact"}, false},
		{"c", "hh soma, 127 x 11 passive, table", []string{"table"}, true},
		{"c", "hh soma, 127 x 11 passive, exact", []string{"exact"}, true},
		{"d", "1000 single hh cells, table", []string{"table"}, false},
		{"d", "1000 single hh cells, exact", []string{"exact"}, false},
		{"f", "hh tree of 10034 segments, table", []string{"table"}, false},
		{"f", "hh tree of 10034 segments, exact", []string{"exact"}, false},
	}
	var runs []runSpec
	for _, name := range names {
		before := len(runs)
		for _, r := range all {
			if r.model == name {
				runs = append(runs, r)
			}
		}
		if len(runs) == before {
			return nil, fmt.Errorf("-models: there is no model %q; there are a, b, c, d, f", name)
		}
	}
	return runs, nil
}

// measure runs a row's model with the programs by turns: samples[i] are those of
// peers[i].
func (r runSpec) measure(folder string, peers []*program, rounds int) ([][]sample, error) {
	samples := make([][]sample, len(peers))
	for range rounds {
		for i, p := range peers {
			line, _, err := p.run(folder, r.model, r.args...)
			if err != nil {
				return nil, err
			}
			var s sample
			if err := json.Unmarshal([]byte(line), &s); err != nil || s.Steps == 0 || s.Segments == 0 || len(s.Seconds) == 0 {
				return nil, fmt.Errorf("model %s with %s: %q is no report of a run", r.model, p.name, line)
			}
			samples[i] = append(samples[i], s)
		}
	}
	return samples, nil
}
