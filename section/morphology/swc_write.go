package morphology

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
)

// SWC is a cell as text in that format.
type SWC struct {
	Text   string
	Points int
	Notes  []string // what the format, or its readers, cannot say of the cell
}

// WriteSWC writes a cell, one tree of sections, with their 3-D points. Where sections
// have none, all lie as DefineShape would lay them; the model stays as it is. types
// gives the type of sections by name, "trunk" for trunk[0], trunk[1], ...; soma,
// axon, dend, apic, dend_k and minus_k need none.
//
// ReadSWC, and NEURON, make the same sections of the text, but for what stands in
// Notes. It returns a *fault.Error where there is not one tree.
func WriteSWC(m *section.Model, sections []*section.Section, types map[string]int) (*SWC, error) {
	w := &swcWriter{types: types, neurites: map[*section.Section]*neurite{}}
	for i, points := range m.Points(sections) {
		s := sections[i]
		k := &neurite{Section: s, order: i}
		for _, p := range points {
			k.points = append(k.points, Point{p[0], p[1], p[2], p[3]})
		}
		k.kind = w.kind(s)
		w.neurites[s] = k
	}
	root, err := w.tree(sections)
	if err != nil {
		return nil, err
	}
	w.line("# %s, written by gneuron: number, type, x, y, z, radius (um), parent", root.Name())
	w.write(root)
	w.tellSteps()
	return &SWC{w.text.String(), w.last, w.notes}, nil
}

// neurite is a section on its way into the file.
type neurite struct {
	*section.Section
	order    int // among those to be written
	kind     int
	points   []Point
	parent   *neurite
	along    float64 // where on the parent, from its end that is nearer to the root
	at       int     // the parent's point there
	children []*neurite
	ids      []int // of its points in the file
}

type swcWriter struct {
	types    map[string]int
	neurites map[*section.Section]*neurite
	text     strings.Builder
	last     int // number of points written
	notes    []string
	steps    []string // sections that begin thicker or thinner than their parent
	ring     float64  // the area of these steps [um2]
	told     map[string]bool
}

func (w *swcWriter) line(format string, args ...any) { fmt.Fprintf(&w.text, format+"\n", args...) }

func (w *swcWriter) note(format string, args ...any) {
	w.notes = append(w.notes, fmt.Sprintf(format, args...))
}

// kind is the type of a section by the last part of its name without its index.
func (w *swcWriter) kind(s *section.Section) int {
	name := s.Name()
	name = name[strings.LastIndexByte(name, '.')+1:]
	name, _, _ = strings.Cut(name, "[")
	if k, ok := w.types[name]; ok {
		return k
	}
	for _, k := range []int{Soma, Axon, Dend, Apical} {
		if name == typeName(k) {
			return k
		}
	}
	for prefix, sign := range map[string]int{"dend_": 1, "minus_": -1} {
		if digits, ok := strings.CutPrefix(name, prefix); ok {
			if k, err := strconv.Atoi(digits); err == nil && k >= 0 {
				return sign * k
			}
		}
	}
	if w.told == nil {
		w.told = map[string]bool{}
	}
	if !w.told[name] {
		w.told[name] = true
		w.note("%s is of no known type; it is written as type 0, and {types: {%s: 3}} makes it a dendrite", name, name)
	}
	return 0
}

// tree joins the neurites to their parents and gives the root. Points are put in
// where a branch leaves a section between its points.
func (w *swcWriter) tree(sections []*section.Section) (*neurite, error) {
	var roots []*neurite
	for _, s := range sections {
		k := w.neurites[s]
		p, x, ok := s.ParentSeg()
		if ok {
			k.parent = w.neurites[p]
		}
		if k.parent == nil {
			roots = append(roots, k)
			continue
		}
		k.along = math.Abs(x - p.Orientation())
		k.parent.children = append(k.parent.children, k)
	}
	if len(roots) != 1 {
		var names []string
		for _, k := range roots {
			names = append(names, k.Name())
		}
		if len(names) == 0 {
			return nil, fault.New(fault.Model, "there are no sections to write")
		}
		e := fault.New(fault.Model, "an SWC file holds one cell, and these are %d trees: %s", len(roots), shortList(names))
		return nil, e.WithHint("{sections: %s.wholetree()}", names[0])
	}
	for _, s := range sections { // first the points that are put in, which move those behind
		for _, c := range w.neurites[s].children {
			w.neurites[s].open(c.along)
		}
	}
	for _, s := range sections {
		for _, c := range w.neurites[s].children {
			w.attach(c)
		}
	}
	return roots[0], nil
}

// arcs are the path lengths from the first point to each.
func (k *neurite) arcs() []float64 {
	out := make([]float64, len(k.points))
	for i := 1; i < len(k.points); i++ {
		p, q := k.points[i-1], k.points[i]
		out[i] = out[i-1] + math.Hypot(math.Hypot(q.X-p.X, q.Y-p.Y), q.Z-p.Z)
	}
	return out
}

// nearest is the point next to a place, not an end for a place that is none.
func (k *neurite) nearest(along float64) (i int, away float64) {
	arcs := k.arcs()
	last := len(arcs) - 1
	switch along {
	case 0:
		return 0, 0
	case 1:
		return last, 0
	}
	away = math.Inf(1)
	for j := 1; j < last; j++ {
		if d := math.Abs(arcs[j] - along*arcs[last]); d < away {
			i, away = j, d
		}
	}
	return i, away
}

// open puts a point in at a place within the section if there is none. In a soma any
// point within does: readers take all for the middle.
func (k *neurite) open(along float64) {
	const close = 1e-3 // um
	if _, away := k.nearest(along); away < close || k.kind == Soma && !math.IsInf(away, 1) {
		return
	}
	arcs := k.arcs()
	at := along * arcs[len(arcs)-1]
	i, _ := slices.BinarySearch(arcs, at)
	p, q := k.points[i-1], k.points[i]
	f := (at - arcs[i-1]) / (arcs[i] - arcs[i-1])
	mix := func(a, b float64) float64 { return float64(float32(a + (b-a)*f)) }
	k.points = slices.Insert(k.points, i, Point{mix(p.X, q.X), mix(p.Y, q.Y), mix(p.Z, q.Z), mix(p.Diam, q.Diam)})
}

// attach finds the point that a neurite hangs on, and tells what will not be read as
// it is.
func (w *swcWriter) attach(c *neurite) {
	p := c.parent
	c.at, _ = p.nearest(c.along)
	within := c.along > 0 && c.along < 1
	switch {
	case within && p.kind == Soma && c.along != 0.5:
		w.note("%s is joined to %s at %g; readers of the file join it at 0.5", c.Name(), p.Name(), c.along)
	case within && p.kind != Soma:
		w.note("%s is joined to %s at %g; readers of the file cut %s in two there", c.Name(), p.Name(), c.along, p.Name())
	}
	if c.Orientation() == 1 {
		w.note("%s is joined by its 1 end; in the file its 0 end is there", c.Name())
	}
	if c.along == 1 && c.kind == p.kind && !slices.ContainsFunc(p.children, func(o *neurite) bool { return o != c && o.along == 1 }) {
		w.note("%s alone goes on where %s ends, and both are %s; readers of the file make one section of them", c.Name(), p.Name(), typeName(c.kind))
	}
}

// write writes a neurite, and then what hangs on it.
func (w *swcWriter) write(k *neurite) {
	up := -1
	from := 0
	k.ids = make([]int, len(k.points))
	if k.parent != nil {
		up = k.parent.ids[k.at]
		if w.shared(k) {
			k.ids[0], from = up, 1
		}
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 32) }
	for i := from; i < len(k.points); i++ {
		p := k.points[i]
		w.last++
		w.line("%d %d %s %s %s %s %d", w.last, k.kind, number(p.X), number(p.Y), number(p.Z), number(p.Diam/2), up)
		k.ids[i], up = w.last, w.last
	}
	slices.SortStableFunc(k.children, func(a, b *neurite) int { return a.order - b.order })
	for _, c := range k.children {
		w.write(c)
	}
}

// shared tells whether a neurite's first point is that of its parent, as readers take
// it: it is not written then.
func (w *swcWriter) shared(k *neurite) bool {
	first, q := k.points[0], k.parent.points[k.at]
	// A branch on the first of its points that is written would be taken for one at its 0 end.
	bare := !slices.ContainsFunc(k.children, func(c *neurite) bool { return c.at == 1 })
	if k.parent.kind == Soma && k.kind != Soma { // it begins with the diameter of the first point that is written
		alike := first.at(q) && first.Diam == k.points[1].Diam && bare
		switch {
		case k.along > 0 && k.along < 1 || k.parent.forks(k.at): // of several points it begins at the first
			return alike && len(k.points) == 2
		case first.at(q):
			return alike
		}
	}
	if !first.at(q) {
		gap := math.Hypot(math.Hypot(first.X-q.X, first.Y-q.Y), first.Z-q.Z)
		w.note("%s begins %.4g um away from %s; in the file a cable bridges the gap", k.Name(), gap, k.parent.Name())
		return false
	}
	if first.Diam != q.Diam {
		w.steps = append(w.steps, k.Name())
		w.ring += math.Pi / 4 * math.Abs(first.Diam*first.Diam-q.Diam*q.Diam)
		return false
	}
	return true
}

// forks tells whether a soma goes on from a point in several directions.
func (k *neurite) forks(at int) bool {
	ways := 0
	if at < len(k.points)-1 {
		ways = 1
	}
	for _, c := range k.children {
		if c.at == at && c.kind == Soma {
			ways++
		}
	}
	return ways > 1
}

// tellSteps tells of sections whose diameter is not that of their parent.
func (w *swcWriter) tellSteps() {
	if len(w.steps) > 0 {
		w.note("another diameter than that of the parent at its beginning has %s; the file has both at one place, and readers count the ring between them as membrane, %.3g um2 in all", shortList(w.steps), w.ring)
	}
}

// shortList joins some names.
func shortList(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}
