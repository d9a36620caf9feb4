package morphology

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// ascReader reads a Neurolucida file, which is made of blocks in parentheses:
//
//	file     block...
//	block    contour | tree | set | anything else, which is skipped
//	contour  ( "name" skipped... point... )
//	tree     ( property... branch )
//	branch   point... [ending] or point... ( branch | branch ... )
//	set      ( Set "name" block... )
//	property ( Word ... )
//	point    ( x y [z [diameter [word] [(bezier)]]] )
//
// Commas may stand between all of them, spines < ... > after points, and
// markers among them.
type ascReader struct {
	m      *Morphology
	text   string
	tokens []token
	i      int
	depth  int // of splits and sets

	sections []ascSection
}

// ascSection is a branch or a soma contour.
type ascSection struct {
	Section
	contour bool
	stack   [][]Point // of the first contour of a soma that has several: the others
	part    bool      // a contour that is in a stack
}

// deepest is how deep branches may be nested.
const deepest = 10000

// ReadASC takes the text of a Neurolucida ASC file (version 3). Contours called
// CellBody, Cell Body or Soma make the soma, trees the neurites. How they are
// joined stands in docs/morphologies.md.
//
// Source for the format: MBF Bioscience, Neurolucida file format.
func ReadASC(name, text string) (*Morphology, error) {
	m := &Morphology{File: name, Format: "ASC"}
	a := &ascReader{m: m, text: text}
	if err := a.lex(); err != nil {
		return nil, err
	}
	for a.skipCommas(); a.peek(0).kind != end; a.skipCommas() {
		if err := a.block(); err != nil {
			return nil, err
		}
	}
	if err := a.joinSomas(); err != nil {
		return nil, err
	}
	for _, s := range a.sections {
		if !s.part {
			m.Sections = append(m.Sections, s.Section)
		}
	}
	if err := m.finish(); err != nil {
		return nil, err
	}
	return m, nil
}

func (a *ascReader) peek(k int) token { return a.tokens[min(a.i+k, len(a.tokens)-1)] }

func (a *ascReader) skipCommas() {
	for a.peek(0).kind == ',' {
		a.i++
	}
}

func (a *ascReader) expected(what string) *fault.Error {
	t := a.peek(0)
	return a.fault(t, "expected %s, found %s", what, t.show())
}

// take goes on behind a token of a kind.
func (a *ascReader) take(k kind, what string) error {
	if a.peek(0).kind != k {
		return a.expected(what)
	}
	a.i++
	return nil
}

// enter notes that a block is nested in another; leave ends it.
func (a *ascReader) enter() error {
	if a.depth++; a.depth > deepest {
		return a.fault(a.peek(0), "branches are nested deeper than %d", deepest)
	}
	return nil
}

func (a *ascReader) leave() { a.depth-- }

// block reads a block of the file or of a set.
func (a *ascReader) block() error {
	if a.peek(0).kind != '(' {
		return a.expected("the ( of a contour, a tree or another block")
	}
	switch t := a.peek(1); {
	case t.kind == quoted:
		return a.contour()
	case t.kind == '(':
		return a.tree()
	case t.kind == word && strings.EqualFold(t.text, "set") && a.peek(2).kind == quoted:
		return a.set()
	case t.kind == word:
		return a.skip()
	default:
		a.i++
		return a.expected(`the name of a block, or ( "...`)
	}
}

// skip goes on behind the block that begins here.
func (a *ascReader) skip() error {
	start := a.peek(0)
	for open := 0; ; {
		switch t := a.peek(0); t.kind {
		case '(':
			open++
		case ')':
			open--
		case end:
			return a.fault(start, "this ( is never closed")
		}
		a.i++
		if open == 0 {
			return nil
		}
	}
}

// spine goes on behind the spine that begins here.
func (a *ascReader) spine() error {
	start := a.peek(0)
	a.i++
	for {
		switch t := a.peek(0); t.kind {
		case '>':
			a.i++
			return nil
		case '(':
			if err := a.skip(); err != nil {
				return err
			}
			continue
		case ')', '|', end:
			return a.fault(start, "this < of a spine is never closed")
		}
		a.i++
	}
}

func (a *ascReader) set() error {
	if err := a.enter(); err != nil {
		return err
	}
	defer a.leave()
	start := a.peek(0)
	a.i += 3
	for a.skipCommas(); a.peek(0).kind != ')'; a.skipCommas() {
		if a.peek(0).kind == end {
			return a.fault(start, "this ( is never closed")
		}
		if err := a.block(); err != nil {
			return err
		}
	}
	a.i++
	return nil
}

// contour reads a contour, which counts if it is one of the soma.
func (a *ascReader) contour() error {
	start := a.peek(0)
	name := a.peek(1)
	a.i += 2
	var points []Point
	line := 0
	for {
		switch t := a.peek(0); {
		case t.kind == ')':
			a.i++
			switch name.text {
			case "CellBody", "Cell Body", "Soma":
			default:
				return nil
			}
			if len(points) < 3 {
				a.m.repair(name.line, "a contour of the soma has %d points and is left out: it needs 3", len(points))
				return nil
			}
			a.sections = append(a.sections, ascSection{contour: true,
				Section: Section{Type: Soma, Parent: -1, ParentX: 1, Points: points, Line: line}})
			return nil
		case t.kind == '(' && a.peek(1).kind == number:
			p, err := a.point()
			if err != nil {
				return err
			}
			if len(points) == 0 {
				line = t.line
			}
			points = append(points, p)
		case t.kind == '(':
			if err := a.skip(); err != nil {
				return err
			}
		case t.kind == ',' || t.kind == word:
			a.i++
		case t.kind == end:
			return a.fault(start, "this ( is never closed")
		default:
			return a.expected("a point (x y z diameter) of the contour, or its )")
		}
	}
}

// point reads a point. What is not given is 0.
func (a *ascReader) point() (Point, error) {
	a.i++
	var v [4]float64
	given := 0
	for given < 4 && a.peek(0).kind == number {
		v[given] = a.peek(0).value
		given++
		a.i++
		a.skipCommas()
	}
	if given < 2 {
		return Point{}, a.expected("a number, the y of a point")
	}
	if given == 4 {
		if a.peek(0).kind == word {
			a.i++
			a.skipCommas()
		}
		if a.peek(0).kind == '(' {
			if err := a.skip(); err != nil {
				return Point{}, err
			}
		}
	}
	what := "the ) of a point"
	if given < 4 {
		what = "a number or the ) of a point"
	}
	if err := a.take(')', what); err != nil {
		return Point{}, err
	}
	return Point{v[0], v[1], v[2], v[3]}, nil
}
