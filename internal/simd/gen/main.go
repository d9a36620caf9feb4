// Command gen writes the vector loops of package simd in Go assembly. It is a
// module of its own, so that gneuron does not depend on avo. In internal/simd:
//
//	go generate
//
// Each loop is written once, over vectors of either instruction set; set.go
// knows how they differ and loop.go makes the loop around the operation.
package main

import (
	"flag"
	"fmt"
	"os"

	. "github.com/mmcloughlin/avo/build"
)

func main() {
	name := flag.String("set", "avx512", "instruction set: avx512 or avx2")
	flag.Parse()
	s, known := sets[*name]
	if !known {
		fmt.Fprintf(os.Stderr, "gen: there is no instruction set %q\n", *name)
		os.Exit(2)
	}
	ConstraintExpr("amd64")
	s.arithmetic()
	s.logic()
	s.any()
	s.exp()
	s.log()
	s.tableIndex()
	s.tree()
	s.weave()
	if !s.masks {
		s.tableRead()
		s.tableRows()
		single := *s
		single.lanes = 1
		single.exp()
	}
	Generate()
}
