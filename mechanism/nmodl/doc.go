// Package nmodl compiles NMODL, the language in which NEURON's mechanisms are
// written, to kernels.
//
// The passes, each in its own file:
//
//	Parse   text to syntax tree (lex.go, parse_*.go; the tree is ast.go)
//	Check   names, scopes, use of ions, arity (check_*.go; symbols are symbol.go)
//	Lower   checked tree to kernels (solve_*.go, lower_*.go)
//
// Besides, Examine warns of what is odd (warn*.go) and of units that do not fit
// (units*.go), Show and ShowPasses describe a text (show*.go), and Format lays
// it out anew (format.go).
//
// The language is that of nocmodl of NEURON 8.2.2.
package nmodl
