package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
)

// report is what -json writes: all times of a benchmark.
type report struct {
	Machine  string            `json:"machine"`
	Versions map[string]string `json:"versions"`
	Rounds   int               `json:"rounds"`
	Rows     []reportRow       `json:"rows"`
}

// reportRow is a row of the table, with the results by the names of the programs.
type reportRow struct {
	Model   string            `json:"model"`
	Short   string            `json:"short"`
	What    string            `json:"what"`
	Unit    string            `json:"unit"`
	Results map[string]result `json:"results"`
}

// result is what one program gave for a row.
type result struct {
	Least  float64   `json:"least"`
	Median float64   `json:"median"`
	MeanV  float64   `json:"mean_v"` // [mV]
	Times  []float64 `json:"times"`  // in the unit of the row
}

func newReport(o options, peers []*program) *report {
	r := &report{Machine: machine(), Versions: map[string]string{}, Rounds: o.rounds}
	for _, p := range peers {
		r.Versions[p.name] = p.version
	}
	return r
}

func (x *report) add(r row, peers []*program, samples [][]sample) {
	results := map[string]result{}
	for i, runs := range samples {
		if len(runs) == 0 {
			continue
		}
		times := r.costs(runs)
		results[peers[i].name] = result{slices.Min(times), median(times), runs[0].MeanV, times}
	}
	x.Rows = append(x.Rows, reportRow{r.model, r.short, r.what, r.unit, results})
}

func (x *report) write(file string) error {
	text, err := json.MarshalIndent(x, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

// compare prints the ratios of the least and of the median times of two reports,
// given as OLD,NEW, for what is in both.
func compare(w io.Writer, files string) error {
	names := strings.Split(files, ",")
	if len(names) != 2 {
		return fmt.Errorf("-compare %s: two files are needed, OLD,NEW", files)
	}
	var reports [2]report
	for i, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &reports[i]); err != nil {
			return fmt.Errorf("%s is no file of -json: %w", name, err)
		}
	}
	fmt.Fprintln(w, "| model | program | unit | old | new | old / new (by the medians) |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|")
	for _, old := range reports[0].Rows {
		at := slices.IndexFunc(reports[1].Rows, func(r reportRow) bool { return r.Model == old.Model && r.What == old.What })
		if at < 0 {
			continue
		}
		for _, program := range slices.Sorted(maps.Keys(old.Results)) {
			a := old.Results[program]
			b, ok := reports[1].Rows[at].Results[program]
			if ok {
				fmt.Fprintf(w, "| %s: %s | %s | %s | %s | %s | %.2f (%.2f) |\n", old.Model, old.What, program, old.Unit,
					figure(a.Least), figure(b.Least), a.Least/b.Least, a.Median/b.Median)
			}
		}
	}
	return nil
}

// machine names the processor, where the system tells it.
func machine() string {
	name := runtime.GOOS + "/" + runtime.GOARCH
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return name
	}
	for line := range strings.Lines(string(text)) {
		if key, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value) + ", " + name
		}
	}
	return name
}
