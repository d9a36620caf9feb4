package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// sample is the report of a script: several equal runs.
type sample struct {
	Segments int       `json:"segments"`
	Steps    int       `json:"steps"`
	Seconds  []float64 `json:"seconds"` // of each run
	MeanV    float64   `json:"mean_v"`  // mV, over all segments at the end
}

// The units of a row's figure.
const (
	perSegment = "ns per segment and step"
	perStep    = "µs per step"
	perRun     = "s"
)

// row is a row of the table: a model and how it is run.
type row struct {
	model, short, what string
	script             string // named as the model where it is ""
	args               []string
	unit               string
	mechanisms         bool // it has mechanisms of its own
	rounds             int  // at most
}

// tolerance is how far the mean potentials of two programs may be apart [mV]. They
// take different exponentials and sum in different orders; what 100 ms of spikes
// make of such last bits is some 1e-11 mV in these models.
const tolerance = 1e-6

// rows are the models of the benchmark.
var rows = []row{
	{model: "a", short: "a, table", what: "one hh segment, table", args: []string{"rates=table"}, unit: perStep},
	{model: "a", short: "a, exact", what: "one hh segment, exact", args: []string{"rates=exact"}, unit: perStep},
	{model: "a", short: "a, run()", what: "one hh segment, run(), table", args: []string{"rates=table", "control=run"}, unit: perStep},
	{model: "b", short: "b, table", what: "hh cable of 1001 segments, table", args: []string{"rates=table"}, unit: perSegment},
	{model: "b", short: "b, exact", what: "hh cable of 1001 segments, exact", args: []string{"rates=exact"}, unit: perSegment},
	{model: "c", short: "c, table", what: "hh soma, 127 x 11 passive, table", args: []string{"rates=table"}, unit: perStep},
	{model: "c", short: "c, exact", what: "hh soma, 127 x 11 passive, exact", args: []string{"rates=exact"}, unit: perStep},
	{model: "d", short: "d, table", what: "1000 single hh cells, table", args: []string{"rates=table"}, unit: perSegment},
	{model: "d", short: "d, exact", what: "1000 single hh cells, exact", args: []string{"rates=exact"}, unit: perSegment},
	{model: "e", short: "e, table", what: "ring of 128 ball-and-stick cells, table", args: []string{"rates=table"}, unit: perStep},
	{model: "e", short: "e, exact", what: "ring of 128 ball-and-stick cells, exact", args: []string{"rates=exact"}, unit: perStep},
	{model: "f", short: "f, table", what: "hh tree of 10034 segments, table", args: []string{"rates=table"}, unit: perSegment},
	{model: "f", short: "f, exact", what: "hh tree of 10034 segments, exact", args: []string{"rates=exact"}, unit: perSegment},
	{model: "f2", short: "f2, table", what: "100 hh cables x 99 segments, table", args: []string{"rates=table"}, unit: perSegment},
	{model: "f2", short: "f2, exact", what: "100 hh cables x 99 segments, exact", args: []string{"rates=exact"}, unit: perSegment},
	{model: "f2", short: "f2, 2 threads, table", what: "the same on 2 threads, table", args: []string{"rates=table", "threads=2"}, unit: perSegment},
	{model: "f2", short: "f2, 2 threads, exact", what: "the same on 2 threads, exact", args: []string{"rates=exact", "threads=2"}, unit: perSegment},
	{model: "g", script: "b", short: "g fixed, table", what: "hh cable of 1001 segments, 100 ms in fixed steps, table", args: []string{"rates=table", "tstop=100"}, unit: perRun},
	{model: "g", script: "b", short: "g fixed, exact", what: "hh cable of 1001 segments, 100 ms in fixed steps, exact", args: []string{"rates=exact", "tstop=100"}, unit: perRun},
	{model: "h", short: "h, GHK", what: "b and a GHK calcium channel", args: []string{"channels=1", "rates=exact"}, unit: perSegment, mechanisms: true},
	{model: "h", short: "h, + T", what: "b, GHK calcium channel, T-type by Nernst", args: []string{"channels=2", "rates=exact"}, unit: perSegment, mechanisms: true},
	{model: "h", short: "h, + pool", what: "b, both channels and a calcium pool", args: []string{"channels=3", "rates=exact"}, unit: perSegment, mechanisms: true},
	{model: "o", short: "o, table", what: "1000 hh cables x 1001 segments, out of cache, table", args: []string{"rates=table", "repetitions=3"}, unit: perSegment, rounds: 2},
	{model: "o", short: "o, exact", what: "1000 hh cables x 1001 segments, out of cache, exact", args: []string{"rates=exact", "repetitions=3"}, unit: perSegment, rounds: 2},
}

func (r row) scriptName() string {
	if r.script != "" {
		return r.script
	}
	return r.model
}

// extra is a table of its own: what is not about the time of a step.
type extra struct {
	name  string
	print func(folder string, peers []*program, rounds int) error
}

var extras = []extra{{"sweep", sweeping}, {"memory", footprint}, {"building", building}}

func (x extra) in(names []string) bool { return slices.Contains(names, x.name) }

// allModels lists the names that -models may have.
func allModels() []string {
	var names []string
	for _, r := range rows {
		if !slices.Contains(names, r.model) {
			names = append(names, r.model)
		}
	}
	for _, x := range extras {
		names = append(names, x.name)
	}
	return names
}

// plan lists the rows of the models that are asked for.
func plan(names []string) ([]row, error) {
	all := allModels()
	var chosen []row
	for _, name := range names {
		if !slices.Contains(all, name) {
			return nil, fmt.Errorf("-models: there is no model %q; there are %s", name, strings.Join(all, ", "))
		}
		for _, r := range rows {
			if r.model == name {
				chosen = append(chosen, r)
			}
		}
	}
	return chosen, nil
}

// measure runs a row's model with the programs by turns, forwards and backwards:
// samples[i] are those of peers[i], none where the program cannot run the model.
func (r row) measure(folder string, peers []*program, rounds int) ([][]sample, error) {
	if r.rounds > 0 {
		rounds = min(rounds, r.rounds)
	}
	samples := make([][]sample, len(peers))
	order := make([]int, len(peers))
	for i := range order {
		order[i] = i
	}
	for range rounds {
		for _, i := range order {
			p, args := peers[i], r.args
			if r.mechanisms {
				if p.mechanisms == "" {
					continue
				}
				args = append(slices.Clone(args), p.mechanisms)
			}
			s, err := p.sample(folder, r.scriptName(), args...)
			if err != nil {
				return nil, err
			}
			samples[i] = append(samples[i], *s)
		}
		slices.Reverse(order)
	}
	return samples, r.check(peers, samples)
}

// sample runs a script and reads its report.
func (p *program) sample(folder, script string, args ...string) (*sample, error) {
	line, _, err := p.run(folder, script, args...)
	if err != nil {
		return nil, err
	}
	var s sample
	if err := json.Unmarshal([]byte(line), &s); err != nil || s.Steps == 0 || s.Segments == 0 || len(s.Seconds) == 0 {
		return nil, fmt.Errorf("model %s with %s: %q is no report of a run", script, p.name, line)
	}
	return &s, nil
}

// check compares the results of the programs with those of the first.
func (r row) check(peers []*program, samples [][]sample) error {
	first := samples[0][0]
	for i, runs := range samples {
		for _, s := range runs {
			difference := math.Abs(s.MeanV - first.MeanV)
			same := difference <= tolerance && s.Segments == first.Segments && s.Steps == first.Steps
			if peers[i].sameBits {
				same = s.MeanV == first.MeanV
			}
			if !same {
				return fmt.Errorf("model %s (%s): %s gives a mean potential of %.17g mV, %d segments and %d steps; %s %.17g mV, %d and %d",
					r.model, r.what, peers[0].name, first.MeanV, first.Segments, first.Steps, peers[i].name, s.MeanV, s.Segments, s.Steps)
			}
		}
	}
	return nil
}

// costs are the times of runs in the unit of the row.
func (r row) costs(runs []sample) []float64 {
	var costs []float64
	for _, s := range runs {
		unit := 1.0
		switch r.unit {
		case perStep:
			unit = 1e6 / float64(s.Steps)
		case perSegment:
			unit = 1e9 / (float64(s.Steps) * float64(s.Segments))
		}
		for _, seconds := range s.Seconds {
			costs = append(costs, seconds*unit)
		}
	}
	return costs
}
