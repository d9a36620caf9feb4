package section

import (
	"fmt"

	"github.com/gneuron/gneuron/mechanism"
)

// Description holds what NEURON's psection() tells of a section. Values per
// segment go from x = 0 to x = 1.
type Description struct {
	Name            string
	HocInternalName string
	Cell            any
	Nseg            int
	Ra              float64         // [ohm cm]
	Cm              []float64       // [uF/cm2]
	L               float64         // [um]
	Diam            []float64       // [um]
	Points3d        [][4]float64    // x, y, z, diameter [um]
	Parent          *Segment        // nil for a root
	TrueParent      *Segment        // see TrueParentSeg
	DensityMechs    []MechanismData // in order of registration, as are the others
	Ions            []MechanismData // named "na"
	PointProcesses  []PlacedPoints
}

// MechanismData holds the variables of a mechanism in a section.
type MechanismData struct {
	Name string
	Vars []VarData
}

// VarData holds a variable: one value per segment, or one row of Size for an
// array.
type VarData struct {
	Name   string
	Size   int // 0: no array
	Values []float64
}

// PlacedPoints lists the point processes of one type.
type PlacedPoints struct {
	Type      string
	Instances []*PointProcess
}

// PSection describes the section as NEURON's psection() does.
func (s *Section) PSection() (*Description, error) {
	if err := s.alive(); err != nil {
		return nil, err
	}
	d := &Description{Name: s.Name(), HocInternalName: fmt.Sprintf("__nrnsec_%p", s), Cell: s.cell,
		Nseg: s.Nseg(), Ra: s.ra, L: s.L()}
	for _, g := range s.Segments() {
		d.Cm = append(d.Cm, g.geometry(mechanism.NodeCm))
		d.Diam = append(d.Diam, g.geometry(mechanism.NodeDiam))
	}
	for i := range s.points3d {
		d.Points3d = append(d.Points3d, [4]float64{s.X3d(i), s.Y3d(i), s.Z3d(i), s.Diam3d(i)})
	}
	if p, x, ok := s.ParentSeg(); ok {
		d.Parent = &Segment{p, x}
	}
	if p, x, ok := s.TrueParentSeg(); ok {
		d.TrueParent = &Segment{p, x}
	}
	for _, mech := range s.m.Mechs.Made() {
		t := mech.Type
		if t.Kind == mechanism.PointProcess {
			placed := PlacedPoints{Type: t.Name}
			for _, p := range s.points {
				if p.Mech == mech {
					placed.Instances = append(placed.Instances, p)
				}
			}
			if placed.Instances != nil {
				d.PointProcesses = append(d.PointProcesses, placed)
			}
			continue
		}
		// as in NEURON, what is not in the middle is not told
		if in := s.find(mech); in != nil && in.rows.at(s.index(.5)) != mechanism.NoRow {
			data := MechanismData{Name: t.Name, Vars: s.values(in)}
			if t.Kind == mechanism.IonKind {
				data.Name = t.Name[:len(t.Name)-len("_ion")]
				d.Ions = append(d.Ions, data)
			} else {
				d.DensityMechs = append(d.DensityMechs, data)
			}
		}
	}
	return d, nil
}

// values reads the visible variables of a mechanism; NaN where it is not.
func (s *Section) values(in *inserted) []VarData {
	var out []VarData
	for _, v := range in.mech.Type.Vars {
		if v.Hidden {
			continue
		}
		data := VarData{Name: v.Name, Size: v.Size}
		for _, g := range s.Segments() {
			for k := range max(v.Size, 1) {
				h := mechanism.Handle{Table: in.mech.Table, Col: v.Column + k, ID: in.rows.at(s.index(g.X))}
				data.Values = append(data.Values, h.Get())
			}
		}
		out = append(out, data)
	}
	return out
}
