package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"time"
)

// printHeader starts the table of the models.
func printHeader(peers []*program) {
	if len(peers) == 1 {
		fmt.Println("| model | unit | gneuron |")
		fmt.Println("|---|---|---|")
		return
	}
	fmt.Println("| model | unit | gneuron | NEURON CE | NEURON / gneuron | difference of mean v, mV |")
	fmt.Println("|---|---|---|---|---|---|")
}

// print writes the row of a model.
func (r runSpec) print(samples [][]sample) {
	unit := "ns per segment and step"
	if r.perStep {
		unit = "µs per step"
	}
	fmt.Printf("| %s: %s | %s |", r.model, r.what, unit)
	var least []float64
	for _, runs := range samples {
		costs := r.costs(runs)
		least = append(least, slices.Min(costs))
		fmt.Printf(" %s (%s) |", figure(slices.Min(costs)), figure(median(costs)))
	}
	if len(samples) > 1 {
		fmt.Printf(" %.2f | %.1e |", least[1]/least[0], math.Abs(samples[0][0].MeanV-samples[1][0].MeanV))
	}
	fmt.Println()
}

// costs are the times of runs in the unit of the row.
func (r runSpec) costs(runs []sample) []float64 {
	var costs []float64
	for _, s := range runs {
		unit := 1e6 / float64(s.Steps)
		if !r.perStep {
			unit = 1e9 / float64(s.Steps*s.Segments)
		}
		for _, seconds := range s.Seconds {
			costs = append(costs, seconds*unit)
		}
	}
	return costs
}

// median is the middle value, or the mean of the two in the middle.
func median(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// figure prints a number with three digits.
func figure(x float64) string {
	digits := 2 - int(math.Floor(math.Log10(x)))
	return fmt.Sprintf("%.*f", min(max(digits, 0), 6), x)
}

// footprint measures what an hh segment takes in memory and what starting takes
// in time, and prints both.
func footprint(folder string, peers []*program, rounds int) error {
	var memory, startup []string
	for _, p := range peers {
		bytes, err := p.bytesPerSegment(folder)
		if err != nil {
			memory = append(memory, p.name+" (not measured: "+err.Error()+")")
		} else {
			memory = append(memory, fmt.Sprintf("%s %.0f bytes", p.name, bytes))
		}
		var times []time.Duration
		for range max(rounds, 5) {
			_, elapsed, err := p.run(folder, "startup")
			if err != nil {
				return err
			}
			times = append(times, elapsed)
		}
		startup = append(startup, fmt.Sprintf("%s %d ms", p.name, slices.Min(times).Milliseconds()))
	}
	printLine("resident memory per hh segment, of 100,000", memory)
	printLine("a script that prints t, start to end", startup)
	return nil
}

func printLine(what string, values []string) {
	fmt.Print(what, ": ")
	for i, v := range values {
		if i > 0 {
			fmt.Print(", ")
		}
		fmt.Print(v)
	}
	fmt.Println()
}

// bytesPerSegment is how much the resident memory grows by an hh segment.
func (p *program) bytesPerSegment(folder string) (float64, error) {
	line, _, err := p.run(folder, "memory")
	if err != nil {
		return 0, err
	}
	var m struct{ Segments, Bytes float64 }
	if err := json.Unmarshal([]byte(line), &m); err != nil || m.Segments == 0 {
		return 0, fmt.Errorf("%q is no report of memory", line)
	}
	return m.Bytes / m.Segments, nil
}
