// Package morphology reads reconstructed neurons from files: SWC and
// Neurolucida's ASC. What it makes of a file is what NEURON's Import3d makes
// of it, section by section and point by point.
package morphology

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// Types of sections that both formats know. Others are numbers of the user.
const (
	Soma   = 1
	Axon   = 2
	Dend   = 3 // a basal dendrite
	Apical = 4
)

// Point is a place on the middle line of a neurite, with the diameter there
// [um].
type Point struct{ X, Y, Z, Diam float64 }

// at tells whether two points are at the same place.
func (p Point) at(q Point) bool { return p.X == q.X && p.Y == q.Y && p.Z == q.Z }

// Section is an unbranched piece of one type.
type Section struct {
	Type    int
	Parent  int     // index in Morphology.Sections; -1 for a root
	ParentX float64 // where on the parent: 0, 0.5 or 1
	Points  []Point
	// Wire is the place on the parent that a branch belongs to whose first
	// point is elsewhere: the gap has no membrane and no resistance. It is nil
	// where the branch begins at the parent. See section.SetPt3dStyle.
	Wire *Point
	Line int // of the first point in the file
}

// Morphology is what a file describes.
type Morphology struct {
	File     string
	Format   string // "SWC" or "ASC"
	Sections []Section
	Repairs  []Repair // in the order of their lines, as far as they have one
}

// Repair is something in the file that had to be interpreted: what was read is
// not quite what was written.
type Repair struct {
	Line int // 0: the file as a whole
	Text string
}

// Options change how a file is read.
type Options struct {
	Format string // "SWC", "ASC", or "": told from the text
}

// Read takes the text of a file. name stands for the file in messages.
//
// It returns a *fault.Error with line and column where the text cannot be
// understood.
func Read(name, text string, o Options) (*Morphology, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	format := o.Format
	if format == "" {
		format = detect(text)
	}
	switch format {
	case "SWC":
		return ReadSWC(name, text)
	case "ASC":
		return ReadASC(name, text)
	}
	return nil, fault.New(fault.Range, "there is no format %q of morphologies", format).WithHint("the formats are SWC and ASC")
}

// detect tells ASC by its first character that is no space: a parenthesis, or
// the semicolon of a comment.
func detect(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "(") || strings.HasPrefix(text, ";") {
		return "ASC"
	}
	return "SWC"
}

func (m *Morphology) repair(line int, format string, args ...any) {
	m.Repairs = append(m.Repairs, Repair{line, fmt.Sprintf(format, args...)})
}

// fault makes the error for a place in the file; source is the line there.
func (m *Morphology) fault(line, column int, source, format string, args ...any) *fault.Error {
	e := fault.New(fault.Syntax, format, args...)
	e.Pos = fault.Pos{File: m.File, Line: line, Column: column}
	e.Source = source
	return e
}

// String gives file:line: text.
func (m *Morphology) String(r Repair) string {
	return fault.Pos{File: m.File, Line: r.Line}.String() + ": " + r.Text
}

// finish leaves out branches without length and checks what remains.
func (m *Morphology) finish() error {
	m.dropEmpty()
	slices.SortStableFunc(m.Repairs, func(a, b Repair) int { return a.Line - b.Line })
	if len(m.Sections) == 0 {
		e := fault.New(fault.Syntax, "no point of a neuron in the file")
		e.Pos.File = m.File
		return e
	}
	for i := range m.Sections {
		s := &m.Sections[i]
		if len(s.Points) == 1 {
			s.Points = sphere(s.Points[0])
		}
		for _, p := range s.Points {
			for _, x := range []float64{p.X, p.Y, p.Z, p.Diam} {
				if !(math.Abs(x) <= math.MaxFloat32) {
					return m.fault(s.Line, 0, "", "the branch that begins here has a number, %g, beyond single precision", x)
				}
			}
		}
	}
	return nil
}

// sphere stands for a soma of one point: a cylinder along x with the length of
// its diameter, which has the area of the sphere.
func sphere(p Point) []Point {
	a, b := p, p
	a.X -= p.Diam / 2
	b.X += p.Diam / 2
	return []Point{a, p, b}
}

// dropEmpty leaves out branches of one point, and of two points at one place.
// What they carry goes to their parent.
func (m *Morphology) dropEmpty() {
	all := m.Sections
	m.Sections = nil
	place := make([]int, len(all)) // in the new list; -1 if it is left out
	for i := range all {
		s := &all[i]
		if s.Parent >= 0 { // parents come before their children
			if heir := all[s.Parent]; place[s.Parent] < 0 {
				s.Parent, s.ParentX = heir.Parent, heir.ParentX
			} else {
				s.Parent = place[s.Parent]
			}
			place[i] = -1
			if len(s.Points) <= 1 {
				m.repair(s.Line, "a branch of one point is left out")
				continue
			}
			if len(s.Points) == 2 && s.Points[0].at(s.Points[1]) {
				m.repair(s.Line, "a branch of two points at the same place is left out")
				continue
			}
		}
		place[i] = len(m.Sections)
		m.Sections = append(m.Sections, *s)
	}
}
