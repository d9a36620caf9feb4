// Command bench compares the speed of gneuron with NEURON's on the models of
// bench/models, each a script for both.
//
//	go run ./bench [-rounds 5] [-models a,b,...] [-python python3 | -neuron=false]
//	               [-against BINARY] [-simd avx2,go] [-json FILE]
//	go run ./bench -compare OLD.json,NEW.json
//
// It builds gneuron once and runs the programs by turns, so that a busy or
// throttled machine slows all. A script times its own runs of the model, ten
// each time; start-up and building do not count. The least time of all is the
// figure, the median says how noisy it is. NEURON runs with cache_efficient(1);
// the mechanisms of model h are compiled for it, which takes nocmodl and gcc.
// Without NEURON the figures are gneuron's only. The programs must agree on the
// mean potential at the end of each run.
//
// -against puts another gneuron beside this one, for a change that is to make it
// faster: build the old version first, and give its path. -simd adds gneuron with
// other vector loops (GNEURON_SIMD), which must give the same bits. -json keeps
// all times, and -compare prints the ratios of two such files.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// options are the flags of the command.
type options struct {
	rounds   int
	models   []string
	python   string
	neuron   bool
	against  string
	simd     []string
	jsonFile string
}

func main() {
	var o options
	flag.IntVar(&o.rounds, "rounds", 5, "how often each program runs each model")
	models := flag.String("models", strings.Join(allModels(), ","), "which models, by their letters; sweep, memory and building are tables of their own")
	flag.StringVar(&o.python, "python", "", "the Python that has NEURON; without it python3 and /usr/bin/python3 are tried")
	flag.BoolVar(&o.neuron, "neuron", true, "compare with NEURON where there is one")
	flag.StringVar(&o.against, "against", "", "another binary of gneuron to compare with")
	simd := flag.String("simd", "", "run gneuron with these vector loops, too: a list of avx512, avx2, go")
	flag.StringVar(&o.jsonFile, "json", "", "write all times to this file")
	files := flag.String("compare", "", "print the ratios of two files of -json, OLD,NEW, and run nothing")
	flag.Parse()
	o.models = strings.Split(*models, ",")
	if *simd != "" {
		o.simd = strings.Split(*simd, ",")
	}
	err := errors.New("there are no arguments, only flags")
	switch {
	case flag.NArg() > 0:
	case *files != "":
		err = compare(os.Stdout, *files)
	default:
		err = bench(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench builds gneuron, runs everything and prints the tables.
func bench(o options) error {
	if o.rounds < 1 {
		return fmt.Errorf("-rounds %d: at least one round is needed", o.rounds)
	}
	rows, err := plan(o.models)
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
	peers, err := programs(o, filepath.Dir(filepath.Dir(folder)), temp)
	if err != nil {
		return err
	}
	report := newReport(o, peers)
	fmt.Printf("%s; %d CPUs, dt 0.025 ms, %d rounds, least time (median)\n", report.Machine, runtime.NumCPU(), o.rounds)
	for _, p := range peers {
		fmt.Printf("- %s: %s\n", p.name, p.version)
	}
	fmt.Println()
	if len(rows) > 0 {
		printHeader(peers)
	}
	for _, r := range rows {
		samples, err := r.measure(folder, peers, o.rounds)
		if err != nil {
			return err
		}
		r.print(peers, samples)
		report.add(r, peers, samples)
	}
	printRatios(report, peers)
	for _, x := range extras {
		if !x.in(o.models) {
			continue
		}
		fmt.Println()
		if err := x.print(folder, peers, o.rounds); err != nil {
			return err
		}
	}
	if o.jsonFile != "" {
		return report.write(o.jsonFile)
	}
	return nil
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
