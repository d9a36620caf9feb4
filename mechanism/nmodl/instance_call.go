package nmodl

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// routine compiles a FUNCTION or PROCEDURE, once.
func (u *single) routine(b *CodeBlock) *routine {
	if r := u.routines[b]; r != nil {
		return r
	}
	r := &routine{name: b.Name, result: -1}
	u.routines[b] = r
	x := u.newScope(r, b)
	for _, a := range b.Args {
		x.local(a.Sym)
	}
	if b.Result != nil {
		r.result = x.local(b.Result)
	}
	body := x.block(b.Body)
	if t := tableOf(b); t != nil {
		body = x.tabulated(b, t, body)
	}
	r.body, r.compiled = body, true
	return r
}

// callStatement compiles a call for its effect.
func (x *scope) callStatement(e *Call) action {
	if e.Builtin != nil {
		if a := x.effect(e); a != nil {
			return a
		}
	}
	if e.Target != nil && (e.Target.Kind == Derivative || e.Target.Kind == Discrete) {
		return x.callEquations(e)
	}
	y := x.callValue(e)
	return func(m *machine) control { y(m); return next }
}

// callValue compiles a call for its value.
func (x *scope) callValue(e *Call) value {
	if e.Builtin != nil {
		return x.builtin(e)
	}
	if e.Target.Kind == FunctionTable {
		return x.lookUp(e)
	}
	return x.u.callRoutine(x.u.routine(e.Target), x.values(e.Args), e.Pos)
}

func (x *scope) values(list []Expr) []value {
	out := make([]value, len(list))
	for i, a := range list {
		out[i] = x.expr(a)
	}
	return out
}

// callRoutine calls a routine with arguments.
func (u *single) callRoutine(r *routine, args []value, pos fault.Pos) value {
	return func(m *machine) float64 {
		old, f := m.enter(r)
		for i, a := range args {
			f.loc[i] = a(m)
		}
		return m.run(r, old, f, pos)
	}
}

// effect compiles the built-in functions that are called for their effect; nil
// for others.
func (x *scope) effect(e *Call) action {
	switch e.Name {
	case "net_send":
		delay, flag := x.expr(e.Args[0]), x.expr(e.Args[1])
		return func(m *machine) control { m.in.Sim.NetSend(m.in, delay(m), flag(m)); return next }
	case "net_move":
		at := x.expr(e.Args[0])
		return func(m *machine) control { m.in.Sim.NetMove(m.in, at(m)); return next }
	case "net_event":
		at := x.expr(e.Args[0])
		return func(m *machine) control { m.in.Sim.NetEvent(m.in, at(m)); return next }
	case "state_discontinuity":
		target := &Assign{At: e.At, Target: e.Args[0], Value: e.Args[1]}
		return x.assign(target)
	case "printf", "prterr", "error":
		return x.printing(e)
	case "set_seed", "setseed":
		seed := x.expr(e.Args[0])
		return func(m *machine) control { m.in.Mech.Random.SetSeed(seed(m)); return next }
	case "random_setseq":
		at, seq := x.stream(e.Args[0]), x.expr(e.Args[1])
		return func(m *machine) control {
			s := m.in.Mech.LoadStream(m.cols, at, m.row)
			setSequence(&s, seq(m))
			mechanism.StoreStream(m.cols, at, m.row, &s)
			return next
		}
	case "random_setids":
		at, ids := x.stream(e.Args[0]), x.values(e.Args[1:])
		return func(m *machine) control {
			s := m.in.Mech.LoadStream(m.cols, at, m.row)
			s.ID1, s.ID2, s.ID3 = word(ids[0](m)), word(ids[1](m)), word(ids[2](m))
			mechanism.StoreStream(m.cols, at, m.row, &s)
			return next
		}
	}
	return nil
}

// printing compiles printf and its like.
func (x *scope) printing(e *Call) action {
	text, ok := e.Args[0].(*String)
	if !ok {
		x.u.c.fail(e.Pos, "%s needs a text in quotes", e.Name)
	}
	format := unescape(text.Value)
	args := x.values(e.Args[1:])
	return func(m *machine) control {
		list := make([]any, len(args))
		for i, a := range args {
			list[i] = a(m)
		}
		m.print(cformat.Format(format, list...))
		return next
	}
}

// unescape resolves the escapes of a text of C.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'a':
			b.WriteByte('\a')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'v':
			b.WriteByte('\v')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n, k := 0, 0
			for ; k < 3 && i+k < len(s) && s[i+k] >= '0' && s[i+k] <= '7'; k++ {
				n = 8*n + int(s[i+k]-'0')
			}
			i += k - 1
			b.WriteByte(byte(n))
		case '\n':
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// builtin compiles a function of the library.
func (x *scope) builtin(e *Call) value {
	if e.Builtin.Verbatim {
		return x.cCallFromNMODL(e)
	}
	switch e.Name {
	case "at_time":
		te := x.expr(e.Args[0])
		return func(m *machine) float64 {
			at := te(m) - 1e-11
			return truth(at <= m.env[kernel.T] && m.env[kernel.T]-m.env[kernel.Dt] < at)
		}
	case "nrn_ghk":
		a := x.values(e.Args)
		return func(m *machine) float64 {
			v, ci, co, z := a[0](m), a[1](m), a[2](m), a[3](m)
			return mechanism.GHK(v, ci, co, z, m.env[kernel.Celsius])
		}
	case "nrn_pointing":
		return always(1)
	case "scop_random":
		return func(m *machine) float64 { return m.in.Mech.Random.Float64() }
	case "exprand":
		a := x.expr(e.Args[0])
		return func(m *machine) float64 { return m.in.Mech.Random.Exp(a(m)) }
	case "normrand":
		a, b := x.expr(e.Args[0]), x.expr(e.Args[1])
		return func(m *machine) float64 { return m.in.Mech.Random.Normal(a(m), b(m)) }
	case "poisrand":
		a := x.expr(e.Args[0])
		return func(m *machine) float64 { return m.in.Mech.Random.Poisson(a(m)) }
	case "random_uniform", "random_negexp", "random_normal", "random_ipick", "random_dpick":
		return x.drawn(e)
	case "threshold":
		return x.threshold(e)
	case "force", "stepforce":
		return x.force(e)
	}
	if f := library[e.Name]; f != nil {
		a := x.values(e.Args)
		return func(m *machine) float64 {
			var y [5]float64
			for i := range a {
				y[i] = a[i](m)
			}
			return f(y[:])
		}
	}
	if f := functions1[e.Name]; f != nil && len(e.Args) == 1 {
		a := x.expr(e.Args[0])
		return func(m *machine) float64 { return f(a(m)) }
	}
	if f := functions2[e.Name]; f != nil && len(e.Args) == 2 {
		a, b := x.expr(e.Args[0]), x.expr(e.Args[1])
		return func(m *machine) float64 { return f(a(m), b(m)) }
	}
	x.u.c.fail(e.Pos, "not supported yet: the function %s", e.Name)
	return nil
}

// lookUp compiles a call of a FUNCTION_TABLE of one or two arguments.
func (x *scope) lookUp(e *Call) value {
	k, args, pos, u := x.u.c.lookup[e.Target], x.values(e.Args), e.Pos, x.u
	if len(args) == 0 || len(args) > 2 {
		u.c.beyond(pos, "a FUNCTION_TABLE of %s", count(len(args), "argument"))
	}
	return func(m *machine) float64 {
		t := m.in.Mech.Lookups[k]
		if len(t.Values) == 0 {
			panic(u.failure(fault.Model, pos, "the FUNCTION_TABLE %s has no values yet", e.Name))
		}
		y := 0.0
		if len(args) == 2 {
			y = args[1](m)
		}
		return t.At(args[0](m), y)
	}
}
