package nmodl

// Builtin is a function that every .mod text may call.
type Builtin struct {
	Name     string
	Min, Max int  // number of arguments; Max -1 is any number
	Text     bool // takes a text as first or last argument, and if Max is negative as any
	NoValue  bool // called for its effect only
	Verbatim bool // declared only in the C text of a VERBATIM
}

// builtins are the functions of nocmodl's run-time library and of the C
// library that code of .mod files calls.
var builtins = builtinTable([]Builtin{
	{Name: "exp", Min: 1, Max: 1}, {Name: "log", Min: 1, Max: 1}, {Name: "log10", Min: 1, Max: 1},
	{Name: "sqrt", Min: 1, Max: 1}, {Name: "fabs", Min: 1, Max: 1}, {Name: "pow", Min: 2, Max: 2},
	{Name: "sin", Min: 1, Max: 1}, {Name: "cos", Min: 1, Max: 1}, {Name: "tan", Min: 1, Max: 1},
	{Name: "asin", Min: 1, Max: 1}, {Name: "acos", Min: 1, Max: 1}, {Name: "atan", Min: 1, Max: 1},
	{Name: "atan2", Min: 2, Max: 2}, {Name: "sinh", Min: 1, Max: 1}, {Name: "cosh", Min: 1, Max: 1},
	{Name: "tanh", Min: 1, Max: 1}, {Name: "floor", Min: 1, Max: 1}, {Name: "ceil", Min: 1, Max: 1},
	{Name: "fmod", Min: 2, Max: 2}, {Name: "erf", Min: 1, Max: 1},
	{Name: "factorial", Min: 1, Max: 1}, {Name: "hyperbol", Min: 3, Max: 3},
	{Name: "revhyperbol", Min: 3, Max: 3}, {Name: "sigmoid", Min: 4, Max: 4},
	{Name: "revsigmoid", Min: 4, Max: 4},

	{Name: "at_time", Min: 1, Max: 1}, {Name: "nrn_ghk", Min: 4, Max: 4},
	{Name: "net_send", Min: 2, Max: 2, NoValue: true},
	{Name: "net_event", Min: 1, Max: 1, NoValue: true},
	{Name: "net_move", Min: 1, Max: 1, NoValue: true},
	{Name: "state_discontinuity", Min: 2, Max: 2, NoValue: true},
	{Name: "nrn_pointing", Min: 1, Max: 1}, {Name: "first_time", Min: 0, Max: 0},

	{Name: "printf", Min: 1, Max: -1, Text: true, NoValue: true},
	{Name: "prterr", Min: 1, Max: 1, Text: true, NoValue: true},
	{Name: "error", Min: 1, Max: -1, Text: true, NoValue: true},

	{Name: "scop_random", Min: 0, Max: 1}, {Name: "set_seed", Min: 1, Max: 1, NoValue: true},
	{Name: "setseed", Min: 1, Max: 1, NoValue: true},
	{Name: "exprand", Min: 1, Max: 1}, {Name: "normrand", Min: 2, Max: 2},
	{Name: "gauss", Min: 3, Max: 3}, {Name: "poisrand", Min: 1, Max: 1}, {Name: "poisson", Min: 2, Max: 2},
	{Name: "nrn_random_play", Min: 0, Max: -1, NoValue: true},
	{Name: "random_setseq", Min: 2, Max: 2, NoValue: true},
	{Name: "random_setids", Min: 4, Max: 4, NoValue: true},
	{Name: "random_uniform", Min: 1, Max: 3}, {Name: "random_negexp", Min: 1, Max: 2},
	{Name: "random_normal", Min: 1, Max: 3}, {Name: "random_ipick", Min: 1, Max: 1},
	{Name: "random_dpick", Min: 1, Max: 1},

	{Name: "fmin", Min: 2, Max: 2}, {Name: "fmax", Min: 2, Max: 2}, {Name: "round", Min: 1, Max: 1},
	{Name: "trunc", Min: 1, Max: 1}, {Name: "abs", Min: 1, Max: 1}, {Name: "INT", Min: 1, Max: 1},

	{Name: "ramp", Min: 4, Max: 4}, {Name: "step", Min: 3, Max: 3}, {Name: "pulse", Min: 4, Max: 4},
	{Name: "perpulse", Min: 5, Max: 5}, {Name: "perstep", Min: 4, Max: 4},
	{Name: "squarewave", Min: 3, Max: 3}, {Name: "sawtooth", Min: 3, Max: 3},
	{Name: "revsawtooth", Min: 3, Max: 3}, {Name: "harmonic", Min: 4, Max: 4},
	{Name: "threshold", Min: 3, Max: 3, Text: true}, {Name: "force", Min: 2, Max: 2, Text: true},
	{Name: "stepforce", Min: 2, Max: 2, Text: true},
	{Name: "deflate", Min: 0, Max: -1}, {Name: "expfit", Min: 0, Max: -1},
	{Name: "derivs", Min: 0, Max: -1}, {Name: "spline", Min: 0, Max: -1},
	{Name: "boundary", Min: 0, Max: -1}, {Name: "romberg", Min: 0, Max: -1},
	{Name: "legendre", Min: 0, Max: -1}, {Name: "invert", Min: 0, Max: -1},
	{Name: "schedule", Min: 0, Max: -1},
})

func builtinTable(list []Builtin) map[string]*Builtin {
	m := make(map[string]*Builtin, len(list))
	for i := range list {
		m[list[i].Name] = &list[i]
	}
	return m
}
