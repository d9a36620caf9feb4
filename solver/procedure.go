package solver

import (
	"github.com/gneuron/gneuron/mechanism"
)

// CallProcedure runs a FUNCTION or PROCEDURE that works on single instances, as
// of the time that scripts see, and gives its value. NoRow stands for no
// instance: its variables are then 0.
func (s *Solver) CallProcedure(mech *mechanism.Mechanism, id mechanism.RowID, code mechanism.ProcedureCode, args []any) (float64, error) {
	in, err := s.loneInstance(mech, id)
	if err != nil {
		return 0, err
	}
	env := s.environment(s.visibleT)
	in.Env = &env
	y, fail := code.Call(in, args)
	if fail != nil {
		return 0, fail
	}
	return y, s.failure()
}

// loneInstance binds one instance to the tables as they are, which needs no
// model that is ready to run.
func (s *Solver) loneInstance(mech *mechanism.Mechanism, id mechanism.RowID) (*mechanism.Instance, error) {
	in := &mechanism.Instance{Mech: mech, Node: -1, Columns: columns(mech.Table), Nodes: columns(s.Model.Nodes), Sim: simulator{s}}
	row, ok := mech.Table.Row(id)
	if !ok {
		for c := range in.Columns {
			in.Columns[c] = []float64{0}
		}
		for range mech.Type.Ions {
			var zeros [mechanism.NumIonColumns][]float64
			for c := range zeros {
				zeros[c] = []float64{0}
			}
			in.IonRows, in.Ions = append(in.IonRows, 0), append(in.Ions, zeros[:])
		}
		return in, nil
	}
	in.Row = row
	if mech.Type.Kind != mechanism.ArtificialCell {
		node := mech.Table.Owner(row)
		in.Node, _ = s.Model.Nodes.Row(node)
		for i := range mech.Type.Ions {
			ion := s.Model.Mechs.Get(mech.Type.Ions[i].Ion + "_ion").Table
			at := 0
			for at < ion.Len()-1 && ion.Owner(at) != node {
				at++
			}
			in.IonRows, in.Ions = append(in.IonRows, at), append(in.Ions, columns(ion))
		}
	}
	for k, ptr := range mech.Type.Pointers {
		to := s.pointers[pointerKey{mech, id, k}]
		if to == nil {
			if !ptr.Optional {
				in.Columns[ptr.Column][row] = mechanism.Unset()
			}
			continue
		}
		x, err := s.resolve(to)
		if err != nil {
			return nil, err
		}
		in.Columns[ptr.Column][row] = x.get(s, s.t)
	}
	return in, nil
}
