package nmodl

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/gneuron/gneuron/fault"
)

// Show tells what a .mod text declares and computes, for a person: its title
// and comment, parameters with units, defaults and limits, states, other
// variables, ions, events, functions and equations. The arguments are those of
// Parse.
func Show(filename, text string, include func(name string) (string, error)) (string, []*fault.Error) {
	file, errs := Parse(filename, text, include)
	if len(errs) > 0 {
		return "", errs
	}
	checked, errs := Check(file)
	if len(errs) > 0 {
		return "", errs
	}
	s := &shower{Checked: checked, compiler: &compiler{Checked: checked}}
	s.head(comment(text))
	s.variables()
	s.ions()
	s.routines()
	s.equations()
	return s.out.String(), nil
}

type shower struct {
	*Checked
	compiler *compiler
	out      strings.Builder
}

func (s *shower) printf(format string, args ...any) { fmt.Fprintf(&s.out, format, args...) }

var kindTexts = map[MechanismKind]string{Density: "density mechanism", PointProcess: "point process",
	ArtificialCell: "artificial cell", Nothing: "functions without a mechanism"}

func (s *shower) head(doc string) {
	s.printf("%s, %s\n", s.Suffix, kindTexts[s.Kind])
	if s.File.Title != "" {
		s.printf("%s\n", s.File.Title)
	}
	if doc != "" {
		s.printf("\n%s\n", doc)
	}
}

// table writes rows of cells with a heading.
func (s *shower) table(heading string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	s.printf("\n%s\n", heading)
	w := tabwriter.NewWriter(&s.out, 0, 8, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintf(w, "  %s\n", strings.TrimRight(strings.Join(row, "\t"), "\t"))
	}
	if err := w.Flush(); err != nil {
		panic(err) // a strings.Builder takes everything
	}
}

// row describes a variable.
func (s *shower) row(v *Symbol, value bool) []string {
	name := v.Name + sizeText(v.Size)
	cells := []string{name, "", v.Unit, "", s.compiler.doc(v)}
	if value || v.HasDefault {
		cells[1] = fmt.Sprintf("= %g", v.Default)
	}
	if v.HasLimits {
		cells[3] = fmt.Sprintf("%g to %g", v.Lo, v.Hi)
	}
	for i, cell := range cells {
		cells[i] = strings.TrimRight(cell, " ")
	}
	return cells
}

func (s *shower) variables() {
	var ranges, globals, states, seen, hidden [][]string
	for _, v := range s.Parameters {
		if v.Storage == GlobalStorage {
			globals = append(globals, s.row(v, true))
		} else {
			ranges = append(ranges, s.row(v, true))
		}
	}
	for _, v := range s.States {
		states = append(states, s.row(v, false))
	}
	for _, v := range s.Assigned {
		switch {
		case v.Storage == GlobalStorage:
			globals = append(globals, s.row(v, false))
		case v.Range:
			seen = append(seen, s.row(v, false))
		default:
			hidden = append(hidden, s.row(v, false))
		}
	}
	var constants [][]string
	for _, v := range s.Constants {
		constants = append(constants, s.row(v, v.HasDefault))
	}
	s.table("Parameters of an instance", ranges)
	s.table("Globals, with suffix _"+s.Suffix, globals)
	s.table("States", states)
	s.table("Computed, for scripts to read", seen)
	s.table("Computed, hidden", hidden)
	s.table("Constants", constants)
}

func (s *shower) ions() {
	var rows [][]string
	for _, u := range s.Ions {
		does := []string{}
		if len(u.Read) > 0 {
			does = append(does, "reads "+identText(u.Read))
		}
		if len(u.Write) > 0 {
			does = append(does, "writes "+identText(u.Write))
		}
		if u.HasValence {
			does = append(does, fmt.Sprintf("valence %g", u.Valence))
		}
		rows = append(rows, []string{u.Ion.Name, strings.Join(does, ", ")})
	}
	s.table("Ions", rows)
	rows = nil
	for _, v := range s.Symbols {
		switch v.Current {
		case Nonspecific:
			rows = append(rows, []string{v.Name, "of no ion, outward positive"})
		case Electrode:
			rows = append(rows, []string{v.Name, "of an electrode, inward positive"})
		}
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	s.table("Currents", rows)
	rows = nil
	for _, v := range s.Pointers {
		rows = append(rows, []string{v.Name, v.Unit, "points to a variable elsewhere"})
	}
	s.table("Pointers", rows)
}

func (s *shower) routines() {
	var rows [][]string
	if s.NetReceive != nil {
		rows = append(rows, []string{"receives " + argText(s.NetReceive.Args), "the arguments are the weights of a NetCon"})
	}
	if s.compiler.sendsEvents() {
		rows = append(rows, []string{"sends", "to the targets of its NetCons"})
	}
	s.table("Events", rows)
	rows = nil
	for _, v := range s.Randoms {
		rows = append(rows, []string{v.Name})
	}
	s.table("Random streams", rows)
	rows = nil
	for _, b := range s.File.Blocks {
		if b, ok := b.(*CodeBlock); ok && (b.Kind == Function || b.Kind == Procedure || b.Kind == FunctionTable) {
			rows = append(rows, []string{b.Name + argText(b.Args) + unitText(b.Unit), strings.ToLower(strings.ReplaceAll(b.Kind.String(), "_", " "))})
		}
	}
	s.table("Functions, with suffix _"+s.Suffix, rows)
}

// equations prints the blocks that compute.
func (s *shower) equations() {
	p := &printer{}
	for _, b := range s.File.Blocks {
		if b, ok := b.(*CodeBlock); ok && b.Kind != FunctionTable {
			p.code(b)
		}
	}
	if p.out.Len() > 0 {
		s.printf("\nEquations\n")
		for _, line := range strings.Split(strings.TrimRight(p.out.String(), "\n"), "\n") {
			s.printf("  %s\n", strings.ReplaceAll(line, "\t", "    "))
		}
	}
}
