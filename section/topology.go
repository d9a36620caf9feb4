package section

import (
	"fmt"
	"strings"
)

// Topology draws the trees as NEURON's topology() prints them: a dash for each
// segment, children under the place where they are connected.
func (m *Model) Topology() string {
	var b strings.Builder
	b.WriteString("\n")
	type entry struct {
		s      *Section
		offset int
		first  string
	}
	for _, root := range m.Roots() {
		todo := []entry{{root, 0, "|-"}}
		for len(todo) > 0 {
			e := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			s := e.s
			b.WriteString(strings.Repeat(" ", e.offset) + e.first + strings.Repeat("-", s.Nseg()-1))
			fmt.Fprintf(&b, "|       %s(%g-%g)", s.Name(), s.nearEnd, 1-s.nearEnd)
			if s.rall != 1 {
				fmt.Fprintf(&b, " with %g rall branches", s.rall)
			}
			b.WriteString("\n")
			begin := e.offset + 1 // column under which the near end lies
			if s == root {
				begin = 2
			}
			for k := len(s.children) - 1; k >= 0; k-- {
				c := s.children[k]
				todo = append(todo, entry{c, begin + s.exactIndex(c.parentX), "`"})
			}
		}
	}
	b.WriteString("\n")
	return b.String()
}
