package main

import (
	"fmt"
	"slices"
	"strings"
)

// sweeping measures 1000 variants of a model: a loop that changes the parameters and
// runs again, against n.sweep on one and on two threads. It prints a table.
func sweeping(folder string, peers []*program, rounds int) error {
	fmt.Println("| 1000 variants of 100 ms; seconds | program | loop | n.sweep | n.sweep, 2 threads | loop / n.sweep | loop / n.sweep, 2 threads |")
	fmt.Println("|---|---|---|---|---|---|---|")
	ways := [][]string{{"way=loop"}, {"way=lanes"}, {"way=lanes", "threads=2"}}
	for _, model := range []string{"hh", "stick"} {
		what := map[string]string{"hh": "one hh segment", "stick": "hh soma and passive dendrite, 12 segments"}[model]
		times := make([][][]float64, len(peers)) // of each program and way
		var first *sample
		for range min(rounds, 3) {
			for i, p := range peers {
				if times[i] == nil {
					times[i] = make([][]float64, len(ways))
				}
				for w, way := range ways {
					if w > 0 && p.ending != ".js" {
						continue
					}
					s, err := p.sample(folder, "sweep", append([]string{"model=" + model}, way...)...)
					if err != nil {
						return err
					}
					if first == nil {
						first = s
					}
					if err := (row{model: "sweep", what: what}).check([]*program{peers[0], p}, [][]sample{{*first}, {*s}}); err != nil {
						return err
					}
					times[i][w] = append(times[i][w], s.Seconds...)
				}
			}
		}
		for i, p := range peers {
			cells := []string{what, p.name}
			loop := slices.Min(times[i][0])
			var ratios []string
			for w, t := range times[i] {
				switch {
				case len(t) == 0: // NEURON has the loop only: against gneuron's sweep
					cells = append(cells, "-")
					t = times[0][w]
				default:
					cells = append(cells, figure(slices.Min(t)))
				}
				if w > 0 {
					ratios = append(ratios, fmt.Sprintf("%.2f", loop/slices.Min(t)))
				}
			}
			fmt.Println("| " + strings.Join(append(cells, ratios...), " | ") + " |")
		}
	}
	return nil
}
