package nmodl

import "github.com/gneuron/gneuron/mechanism"

// kindOf says what the statement is that names a mechanism in its NEURON block.
var kindOf = map[string]mechanism.Kind{
	"SUFFIX":          mechanism.Density,
	"POINT_PROCESS":   mechanism.PointProcess,
	"ARTIFICIAL_CELL": mechanism.ArtificialCell,
}

// Declared reads the name and the kind of a mechanism from its text without
// compiling it. The name is empty where no NEURON block says it.
func Declared(text string) (name string, kind mechanism.Kind) {
	l := newLexer("", text)
	inside := false
	for t := l.next(); t.kind != tokEOF; t = l.next() {
		switch kind, names := kindOf[t.text]; {
		case t.kind != tokKeyword:
		case t.text == "NEURON":
			inside = true
		case inside && names:
			return l.next().text, kind
		}
	}
	return "", 0
}
