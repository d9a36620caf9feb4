package solver

import "github.com/gneuron/gneuron/mechanism"

// NetConWeights gives the weights of the NetCons to an instance.
func (m simulator) NetConWeights(in *mechanism.Instance) [][]float64 {
	t := m.target(in)
	var out [][]float64
	for _, c := range m.s.net.netcons.all() {
		if c.Target == t {
			out = append(out, c.Weight)
		}
	}
	return out
}
