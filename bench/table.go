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
	header, rule := "| model | unit |", "|---|---|"
	for _, p := range peers {
		header += " " + p.name + " |"
		rule += "---|"
	}
	for _, p := range peers[1:] {
		header += fmt.Sprintf(" %s / gneuron |", p.name)
		rule += "---|"
	}
	if len(peers) > 1 {
		header += " difference of mean v, mV |"
		rule += "---|"
	}
	fmt.Println(header + "\n" + rule)
}

// print writes the row of a model. The ratios are those of the least times.
func (r row) print(peers []*program, samples [][]sample) {
	line := fmt.Sprintf("| %s: %s | %s |", r.model, r.what, r.unit)
	least := make([]float64, len(peers))
	difference := 0.0
	for i, runs := range samples {
		if len(runs) == 0 {
			line += " - |"
			continue
		}
		costs := r.costs(runs)
		least[i] = slices.Min(costs)
		difference = max(difference, math.Abs(runs[0].MeanV-samples[0][0].MeanV))
		line += fmt.Sprintf(" %s (%s) |", figure(least[i]), figure(median(costs)))
	}
	for i := range peers[1:] {
		if least[i+1] == 0 {
			line += " - |"
		} else {
			line += fmt.Sprintf(" %.2f |", least[i+1]/least[0])
		}
	}
	if len(peers) > 1 {
		line += fmt.Sprintf(" %.1e |", difference)
	}
	fmt.Println(line)
}

// printRatios sums a report up in one line for each program: how many times the
// time of the first it takes.
func printRatios(x *report, peers []*program) {
	if len(peers) == 1 || len(x.Rows) == 0 {
		return
	}
	header, rule := "| |", "|---|"
	for _, r := range x.Rows {
		header += " " + r.Short + " |"
		rule += "---|"
	}
	fmt.Println("\n" + header + "\n" + rule)
	for _, p := range peers[1:] {
		line := fmt.Sprintf("| %s / gneuron |", p.name)
		for _, r := range x.Rows {
			if other, ok := r.Results[p.name]; ok {
				line += fmt.Sprintf(" %.2f |", other.Least/r.Results["gneuron"].Least)
			} else {
				line += " - |"
			}
		}
		fmt.Println(line)
	}
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
		first, next, err := p.bytesPerSegment(folder)
		if err != nil {
			memory = append(memory, p.name+" (not measured: "+err.Error()+")")
		} else {
			memory = append(memory, fmt.Sprintf("%s %.0f bytes, %.0f of another 100,000", p.name, first, next))
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

// bytesPerSegment is how much the resident memory grows by an hh segment, of the
// first ones and of those that follow.
func (p *program) bytesPerSegment(folder string) (first, next float64, err error) {
	line, _, err := p.run(folder, "memory")
	if err != nil {
		return 0, 0, err
	}
	var m struct{ Segments, Bytes, Next float64 }
	if err := json.Unmarshal([]byte(line), &m); err != nil || m.Segments == 0 {
		return 0, 0, fmt.Errorf("%q is no report of memory", line)
	}
	return m.Bytes / m.Segments, m.Next / m.Segments, nil
}
