package nmodl

// lagged is the history of a variable that LAG looks back at: its values at
// ascending times, of which the first is the last one that is old enough, or
// where none is, the first of all.
type lagged struct {
	t, y []float64
	was  float64 // the value that the last call gave
}

// at notes the value y of time t and gives the value delay before, on straight
// lines between the calls; the first value where the history is too short.
// Where t is before the last call a new run has begun.
func (l *lagged) at(t, delay, y float64) float64 {
	n := len(l.t)
	switch {
	case n == 0 || t < l.t[n-1]:
		*l = lagged{t: []float64{t}, y: []float64{y}, was: y}
		return y
	case t == l.t[n-1]: // once more in the same step
		if l.y[n-1] = y; n == 1 {
			l.was = y
		}
		return l.was
	}
	l.t, l.y = append(l.t, t), append(l.y, y)
	drop := 0
	for t-l.t[drop] >= delay && t-l.t[drop+1] >= delay {
		drop++
	}
	l.t, l.y = l.t[drop:], l.y[drop:]
	l.was = l.y[0]
	if at := t - delay; at > l.t[0] {
		l.was += float64((at - l.t[0]) / (l.t[1] - l.t[0]) * (l.y[1] - l.y[0]))
	}
	return l.was
}

// lag compiles LAG. Each instance has its own history; NEURON's is of the
// address of the variable.
func (x *scope) lag(s *Lag) action {
	y, delay, set := x.read(s.VarSym, 0, s.Pos), x.read(s.DelaySym, 0, s.Pos), x.setter(s.Sym, 0, s.Pos)
	t := x.read(&Symbol{Name: "t", Storage: SimulatorStorage}, 0, s.Pos)
	x.u.lags++
	slot := -x.u.lags // those from 0 on are of POINTERs and of C
	return func(m *machine) control {
		id := m.in.Mech.Table.ID(m.row)
		l, _ := m.in.Mech.Object(id, slot).(*lagged)
		if l == nil {
			l = &lagged{}
			m.in.Mech.SetObject(id, slot, l)
		}
		set(m, l.at(t(m), delay(m), y(m)))
		return next
	}
}
