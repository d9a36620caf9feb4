package simd

import (
	"os"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// Variable is the environment variable that chooses the loops: avx512, avx2 or
// go. Without it the widest that the processor has are taken.
const Variable = "GNEURON_SIMD"

// path is a set of loops.
type path struct {
	name  string
	needs string // of the processor
	has   bool   // what it needs is there, and the operating system saves the registers

	one, few, many Loops // for one element, up to enough, and more

	eliminate  func(a, b, d, rhs, v []float64, runs []Run)
	substitute func(b, d, rhs []float64, runs []Run)

	eliminateWeave  func(a, b, d, rhs, v []float64, w *Weave)
	substituteWeave func(b, d, rhs []float64, w *Weave)
}

// paths lists the sets of loops, the fastest first; the last is Go alone.
var paths = append(assembly(), path{name: "go", has: true, one: plain, few: plain, many: plain, eliminate: eliminateGo, substitute: substituteGo, eliminateWeave: eliminateWeaveGo, substituteWeave: substituteWeaveGo})

var (
	current *path
	refused = follow(os.Getenv(Variable))
)

// Path names the loops in use: avx512, avx2 or go.
func Path() string { return current.name }

// Refused tells why GNEURON_SIMD could not be followed; nil if it could. The
// fastest loops are in use then.
func Refused() *fault.Error { return refused }

// follow takes the path of a name, or the fastest that there is for none and
// for one that it cannot take.
func follow(name string) *fault.Error {
	var names []string
	for i, p := range slices.Backward(paths) {
		if p.has {
			current = &paths[i]
		}
		names = append(names, p.name)
	}
	if name == "" {
		return nil
	}
	at := slices.IndexFunc(paths, func(p path) bool { return p.name == name })
	if at < 0 {
		return fault.New(fault.Range, "%s=%s: there are no such vector loops", Variable, name).
			WithHint("there are %s", strings.Join(names, ", "))
	}
	if !paths[at].has {
		return fault.New(fault.Range, "%s=%s: this processor has no %s", Variable, name, paths[at].needs).
			WithHint("without %s the fastest loops that it has are taken: %s", Variable, current.name)
	}
	current = &paths[at]
	return nil
}
