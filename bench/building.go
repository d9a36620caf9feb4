package main

import (
	"encoding/json"
	"fmt"
	"slices"
)

// part is what a step of building the network of the script build takes.
type part struct {
	what  string
	least []float64 // of each program [s]
}

// building measures how long it takes to make a network of 10,000 sections and
// to take it apart, and prints a table of the parts.
func building(folder string, peers []*program, rounds int) error {
	reports := make([][]map[string]float64, len(peers))
	var order []string
	for range rounds {
		for i, p := range peers {
			line, _, err := p.run(folder, "build")
			if err != nil {
				return err
			}
			names, seconds, err := readParts(line)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			order = names
			reports[i] = append(reports[i], seconds)
		}
	}
	parts := fastest(order, reports)
	header, rule := "| 10,000 sections, 100,000 hh segments, 50,000 NetCons; ms", "|---"
	for _, p := range peers {
		header += " | " + p.name
		rule += "|---"
	}
	for _, p := range peers[1:] {
		header += fmt.Sprintf(" | %s / gneuron", p.name)
		rule += "|---"
	}
	fmt.Println(header + " |\n" + rule + "|")
	for _, x := range parts {
		fmt.Printf("| %s |", x.what)
		for _, s := range x.least {
			fmt.Printf(" %s |", figure(1e3*s))
		}
		for _, s := range x.least[1:] {
			fmt.Printf(" %.2f |", s/x.least[0])
		}
		fmt.Println()
	}
	return nil
}

// readParts reads a report of the script build: the names of the parts in their
// order, and the seconds that each took.
func readParts(line string) ([]string, map[string]float64, error) {
	var report struct {
		Parts []struct {
			What    string
			Seconds float64
		}
	}
	if err := json.Unmarshal([]byte(line), &report); err != nil || len(report.Parts) == 0 {
		return nil, nil, fmt.Errorf("%q is no report of building", line)
	}
	var names []string
	seconds := map[string]float64{}
	for _, p := range report.Parts {
		names = append(names, p.What)
		seconds[p.What] = p.Seconds
	}
	return names, seconds, nil
}

// fastest gives the least time of each part, for each program, and their sum.
func fastest(order []string, reports [][]map[string]float64) []part {
	sum := part{what: "all of it", least: make([]float64, len(reports))}
	var parts []part
	for _, name := range order {
		x := part{what: name}
		for i, runs := range reports {
			var times []float64
			for _, r := range runs {
				times = append(times, r[name])
			}
			x.least = append(x.least, slices.Min(times))
			sum.least[i] += slices.Min(times)
		}
		parts = append(parts, x)
	}
	return append(parts, sum)
}
