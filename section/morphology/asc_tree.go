package morphology

import "fmt"

// tree reads a tree, or skips a text: a block like a tree with one point and a
// string.
func (a *ascReader) tree() error {
	a.i++
	kind, last := 0, ""
	for a.skipCommas(); a.peek(0).kind == '(' && a.peek(1).kind == word; a.skipCommas() {
		property := a.peek(1)
		if err := a.skip(); err != nil {
			return err
		}
		name := property.text
		if _, is := treeTypes[name]; is || a.isProperty(property) {
			last = name
		}
	}
	kind = treeTypes[last]
	if a.isText() {
		for a.i++; a.peek(0).kind != quoted; a.i++ {
		}
		a.i++
		return a.take(')', "the ) of a text")
	}
	start := a.peek(0)
	if err := a.branch(-1, kind); err != nil {
		return err
	}
	if kind == 0 {
		a.m.repair(start.line, "the last property of the tree is neither Axon, Dendrite nor Apical%s; its sections are called dend_0", quote(last))
	}
	return a.take(')', "the ) of a tree")
}

var treeTypes = map[string]int{"Axon": Axon, "Dendrite": Dend, "Apical": Apical}

func quote(name string) string {
	if name == "" {
		return ""
	}
	return fmt.Sprintf(" but %s", name)
}

// isProperty tells a property, which may be the last word on the type of a
// tree, from sets and from markers: a block behind the one that was just
// skipped has points if it is a marker.
func (a *ascReader) isProperty(name token) bool {
	if name.text == "Set" || name.text == "set" || name.text == "SET" {
		return false
	}
	for k := a.i - 1; k >= 0 && a.tokens[k].at > name.at; k-- {
		if a.tokens[k].kind == '(' && a.tokens[k+1].kind == number && a.tokens[k-1].text != "RGB" {
			return false
		}
	}
	return true
}

// isText looks behind a first point for a string.
func (a *ascReader) isText() bool {
	if a.peek(0).kind != '(' {
		return false
	}
	k := 1
	for a.peek(k).kind != ')' {
		if t := a.peek(k).kind; t == end || t == '(' {
			return false
		}
		k++
	}
	return a.peek(k+1).kind == quoted
}

// branch reads a branch with all that grows from it, up to the ) or | behind
// it. parent is a section, or -1.
func (a *ascReader) branch(parent, kind int) error {
	if err := a.enter(); err != nil {
		return err
	}
	defer a.leave()
	start := a.peek(0)
	var points []Point
	line := 0
	over := "" // what ended the points
	for {
		t := a.peek(0)
		switch {
		case t.kind == ',':
			a.i++
		case t.kind == '(' && a.peek(1).kind == number:
			if over != "" {
				return a.expected("a ) or | behind " + over)
			}
			p, err := a.point()
			if err != nil {
				return err
			}
			if len(points) == 0 {
				line = t.line
			}
			points = append(points, p)
		case t.kind == '(' && (a.peek(1).kind == '(' || a.peek(1).kind == '|'):
			if over != "" {
				return a.expected("a ) or | behind " + over)
			}
			if len(points) == 0 {
				return a.expected("a point (x y z diameter)")
			}
			over = "a split"
			if err := a.split(a.add(parent, kind, points, line), kind); err != nil {
				return err
			}
		case t.kind == '(' && a.peek(1).kind == word:
			if err := a.skip(); err != nil {
				return err
			}
		case t.kind == '<':
			if err := a.spine(); err != nil {
				return err
			}
		case t.kind == word && over == "": // Incomplete, Normal, High, Low, Generated
			over = "the ending " + t.text
			a.i++
		case t.kind == ')' || t.kind == '|':
			switch {
			case over == "a split":
			case len(points) > 0:
				a.add(parent, kind, points, line)
			case parent < 0:
				return a.expected("a point (x y z diameter) of a tree")
			default:
				a.m.repair(start.line, "a branch without points is left out")
			}
			return nil
		case over != "":
			return a.expected("a ) or | behind " + over)
		default:
			return a.expected("a point (x y z diameter), a split, | or )")
		}
	}
}

// split reads the branches of a split.
func (a *ascReader) split(parent, kind int) error {
	a.i++
	for {
		if err := a.branch(parent, kind); err != nil {
			return err
		}
		if a.peek(0).kind != '|' {
			break
		}
		a.i++
	}
	return a.take(')', "the ) or | of a split")
}

// add makes a section. It begins with the last point of its parent, with the
// diameter of its own first point.
func (a *ascReader) add(parent, kind int, points []Point, line int) int {
	if parent >= 0 {
		theirs := a.sections[parent].Points
		if last := theirs[len(theirs)-1]; !last.at(points[0]) {
			last.Diam = points[0].Diam
			points = append([]Point{last}, points...)
		}
	}
	a.sections = append(a.sections, ascSection{Section: Section{Type: kind, Parent: parent, ParentX: 1, Points: points, Line: line}})
	return len(a.sections) - 1
}
