package morphology

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gneuron/gneuron/fault"
)

// swcPoint is a line of an SWC file.
type swcPoint struct {
	id, kind, parent int // parent: an id, below 0 for a root; after order, an index
	Point
	line int
}

// ReadSWC takes the text of an SWC file: a line for each point, with its
// number, type, x, y, z, radius [um] and the number of its parent, -1 for the
// root. Lines that begin with # are comments. Numbers are kept in single
// precision, as NEURON keeps them.
//
// A section is a run of points of one type up to the next branch. How the soma
// is read, and where branches are joined to it, stands in docs/morphologies.md.
//
// Source: Cannon et al. (1998), J. Neurosci. Methods 84:49–54, for the format.
func ReadSWC(name, text string) (*Morphology, error) {
	m := &Morphology{File: name, Format: "SWC"}
	points, err := m.swcPoints(text)
	if err != nil {
		return nil, err
	}
	if err := m.order(points); err != nil {
		return nil, err
	}
	m.swcSections(points)
	if err := m.finish(); err != nil {
		return nil, err
	}
	return m, nil
}

// swcPoints reads the lines.
func (m *Morphology) swcPoints(text string) ([]swcPoint, error) {
	points := make([]swcPoint, 0, strings.Count(text, "\n")+1)
	for line := 1; text != ""; line++ {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		if trimmed := strings.TrimSpace(row); trimmed == "" || trimmed[0] == '#' {
			continue
		}
		p, err := m.swcPoint(row, line)
		if err != nil {
			return nil, err
		}
		points = append(points, p)
	}
	if len(points) == 0 {
		e := fault.New(fault.Syntax, "no point in the file")
		e.Pos.File = m.File
		return nil, e.WithHint("a line of an SWC file is: number type x y z radius parent")
	}
	return points, nil
}

var swcFields = [7]string{"number", "type", "x", "y", "z", "radius", "parent"}

// swcPoint reads a line. What follows the seventh number is ignored.
func (m *Morphology) swcPoint(row string, line int) (p swcPoint, err error) {
	p.line = line
	at := 0
	for k, field := range swcFields {
		for at < len(row) && isSpace(row[at]) {
			at++
		}
		start := at
		for at < len(row) && !isSpace(row[at]) {
			at++
		}
		word := row[start:at]
		wrong := func(format string, args ...any) *fault.Error {
			column := utf8.RuneCountInString(row[:start]) + 1
			return m.fault(line, column, strings.TrimRight(row, "\r"), format, args...)
		}
		if word == "" {
			return p, wrong("expected seven numbers, found %d: the %s is missing", k, field).
				WithHint("a line of an SWC file is: number type x y z radius parent")
		}
		if k == 0 || k == 1 || k == 6 {
			n, ok := wholeNumber(word)
			if !ok {
				return p, wrong("expected a whole number as %s, found %q", field, word)
			}
			switch k {
			case 0:
				if p.id = n; n < 0 {
					return p, wrong("the number of a point must not be negative, found %d", n)
				}
			case 1:
				p.kind = n
			case 6:
				p.parent = n
			}
			continue
		}
		x, parseErr := strconv.ParseFloat(word, 32)
		if parseErr != nil || x-x != 0 {
			return p, wrong("expected a number as %s, found %q", field, word)
		}
		switch k {
		case 2:
			p.X = x
		case 3:
			p.Y = x
		case 4:
			p.Z = x
		case 5:
			if p.Diam = 2 * x; x < 0 {
				return p, wrong("the radius must not be negative, found %g", x)
			}
		}
	}
	return p, nil
}

// wholeNumber reads an int32, also one written as 3.0 or 3e0.
func wholeNumber(word string) (int, bool) {
	if n, err := strconv.ParseInt(word, 10, 32); err == nil {
		return int(n), true
	}
	x, err := strconv.ParseFloat(word, 64)
	if err != nil || x != math.Trunc(x) || math.Abs(x) > math.MaxInt32 {
		return 0, false
	}
	return int(x), true
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' }
