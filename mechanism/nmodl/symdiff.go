package nmodl

import "github.com/gneuron/gneuron/mechanism/kernel"

// num is a number while code is lowered: a value in the kernel, and its partial
// derivatives by the unknowns of the pass. The unknown is v for a current, the
// state for an equation that cnexp solves, all states for derivimplicit; in
// other code there is none.
type num struct {
	v kernel.Value
	d []part // by each unknown; nil: all are zero
	// depends is true when the value changes with an unknown, even where the
	// derivatives are zero, as of a comparison.
	depends bool
	// lost is true when it depends in a way whose derivative is not known.
	lost bool
}

// part is a partial derivative.
type part struct {
	v      kernel.Value
	zero   bool
	varies bool // it changes with an unknown itself
}

var zeroPart = part{zero: true}

// affine reports whether x = a + b·unknown with a and b independent of the
// unknowns.
func (x num) affine() bool {
	if x.lost {
		return false
	}
	for _, d := range x.d {
		if d.varies {
			return false
		}
	}
	return !x.depends || x.d != nil
}

// partial gives the derivative by unknown i.
func (x num) partial(i int) part {
	if x.d == nil {
		return zeroPart
	}
	return x.d[i]
}

// algebra does arithmetic on nums. The rules of differentiation build the
// derivatives of what it returns; derivatives that nobody uses are dropped
// when the program is built.
type algebra struct{ *kernel.Builder }

func (a algebra) constant(x float64) num { return num{v: a.Const(x)} }

func (a algebra) isZero(v kernel.Value) bool {
	x, ok := a.ConstValue(v)
	return ok && x == 0
}

// unknown makes v the unknown i of n.
func (a algebra) unknown(v kernel.Value, i, n int) num {
	x := num{v: v, d: make([]part, n), depends: true}
	for k := range x.d {
		x.d[k] = zeroPart
	}
	x.d[i] = part{v: a.Const(1)}
	return x
}

// combine makes the result of an operation on x and y with value v, whose
// derivatives rule makes from theirs.
func (a algebra) combine(v kernel.Value, x, y num, rule func(dx, dy part) part) num {
	z := num{v: v, depends: x.depends || y.depends, lost: x.lost || y.lost}
	if z.lost || x.d == nil && y.d == nil {
		return z
	}
	z.d = make([]part, max(len(x.d), len(y.d)))
	for i := range z.d {
		dx, dy := x.partial(i), y.partial(i)
		z.d[i] = zeroPart
		if !dx.zero || !dy.zero {
			z.d[i] = rule(dx, dy)
		}
	}
	return z
}

func (a algebra) addParts(x, y part) part {
	switch {
	case x.zero:
		return y
	case y.zero:
		return x
	}
	return part{v: a.Add(x.v, y.v), varies: x.varies || y.varies}
}

func (a algebra) negPart(x part) part {
	if x.zero {
		return x
	}
	return part{v: a.Neg(x.v), varies: x.varies}
}

// scale gives x·k; kVaries tells that k changes with an unknown.
func (a algebra) scale(x part, k kernel.Value, kVaries bool) part {
	if x.zero || a.isZero(k) {
		return zeroPart
	}
	if c, ok := a.ConstValue(x.v); ok && c == -1 {
		return part{v: a.Neg(k), varies: kVaries}
	}
	return part{v: a.Mul(x.v, k), varies: x.varies || kVaries}
}

func (a algebra) add(x, y num) num {
	return a.combine(a.Add(x.v, y.v), x, y, a.addParts)
}

func (a algebra) neg(x num) num {
	return a.combine(a.Neg(x.v), x, num{}, func(dx, _ part) part { return a.negPart(dx) })
}

func (a algebra) sub(x, y num) num {
	if a.isZero(x.v) && x.d == nil {
		return a.neg(y)
	}
	return a.combine(a.Sub(x.v, y.v), x, y, func(dx, dy part) part {
		switch {
		case dy.zero:
			return dx
		case dx.zero:
			return a.negPart(dy)
		}
		return part{v: a.Sub(dx.v, dy.v), varies: dx.varies || dy.varies}
	})
}

// mul gives x·y. A factor that is 0 in the text of the program gives 0.
func (a algebra) mul(x, y num) num {
	if a.isZero(x.v) && !x.depends || a.isZero(y.v) && !y.depends {
		return a.constant(0)
	}
	return a.combine(a.Mul(x.v, y.v), x, y, func(dx, dy part) part {
		return a.addParts(a.scale(dx, y.v, y.depends), a.scale(dy, x.v, x.depends))
	})
}

func (a algebra) div(x, y num) num {
	if a.isZero(x.v) && !x.depends {
		return a.constant(0)
	}
	q := a.Div(x.v, y.v)
	return a.combine(q, x, y, func(dx, dy part) part {
		top := a.addParts(dx, a.negPart(a.scale(dy, q, true)))
		if top.zero {
			return top
		}
		return part{v: a.Div(top.v, y.v), varies: top.varies || y.depends}
	})
}

// chain gives f(x) with value v, where slope makes f'(x).
func (a algebra) chain(v kernel.Value, x num, slope func() kernel.Value) num {
	return a.combine(v, x, num{}, func(dx, _ part) part { return a.scale(dx, slope(), true) })
}

// pow gives x^y; small whole exponents become products.
func (a algebra) pow(x, y num) num {
	n, known := a.ConstValue(y.v)
	if known && n == float64(int(n)) && n >= 0 && n <= 8 {
		v := a.power(x.v, int(n))
		return a.chain(v, x, func() kernel.Value { return a.Mul(a.Const(n), a.power(x.v, int(n)-1)) })
	}
	v, _ := a.Call("pow", x.v, y.v)
	z := a.combine(v, x, y, func(dx, dy part) part {
		d := zeroPart
		if !dx.zero {
			lower, _ := a.Call("pow", x.v, a.Sub(y.v, a.Const(1)))
			d = a.scale(dx, a.Mul(y.v, lower), true)
		}
		if !dy.zero {
			log, _ := a.Call("log", x.v)
			d = a.addParts(d, a.scale(dy, a.Mul(v, log), true))
		}
		return d
	})
	return z
}

// power gives x^n by repeated squaring.
func (a algebra) power(x kernel.Value, n int) kernel.Value {
	switch {
	case n <= 0:
		return a.Const(1)
	case n == 1:
		return x
	}
	half := a.power(x, n/2)
	p := a.Mul(half, half)
	if n%2 == 1 {
		p = a.Mul(p, x)
	}
	return p
}

// compare makes a num of a value that is 0 or 1.
func (a algebra) compare(v kernel.Value, x, y num) num {
	return num{v: v, depends: x.depends || y.depends}
}

// choose gives x where c is not 0, else y.
func (a algebra) choose(c, x, y num) num {
	if k, ok := a.ConstValue(c.v); ok {
		if k != 0 {
			return x
		}
		return y
	}
	if x.v == y.v && !x.depends && !y.depends {
		return x
	}
	z := a.combine(a.Select(c.v, x.v, y.v), x, y, func(dx, dy part) part {
		return part{v: a.Select(c.v, a.partValue(dx), a.partValue(dy)), varies: c.depends || dx.varies || dy.varies}
	})
	z.depends = z.depends || c.depends
	return z
}

func (a algebra) partValue(d part) kernel.Value {
	if d.zero {
		return a.Const(0)
	}
	return d.v
}

// function gives a function of the math library.
func (a algebra) function(name string, args ...num) (num, bool) {
	vs := make([]kernel.Value, len(args))
	for i, x := range args {
		vs[i] = x.v
	}
	if name == "pow" && len(args) == 2 {
		return a.pow(args[0], args[1]), true
	}
	v, ok := a.Call(name, vs...)
	if !ok {
		return num{}, false
	}
	if len(args) != 1 {
		z := num{v: v}
		for _, x := range args {
			z.depends = z.depends || x.depends
		}
		z.lost = z.depends
		return z, true
	}
	x := args[0]
	if !x.depends {
		return num{v: v}, true
	}
	slope := a.slope(name, x.v, v)
	if slope == nil || x.lost {
		return num{v: v, depends: true, lost: true}, true
	}
	return a.chain(v, x, slope), true
}

// slope gives the derivative of a function of one argument at x, where it has
// the value f; nil where the rule is not known.
func (a algebra) slope(name string, x, f kernel.Value) func() kernel.Value {
	call := func(name string) kernel.Value { v, _ := a.Call(name, x); return v }
	one := a.Const(1)
	square := func(v kernel.Value) kernel.Value { return a.Mul(v, v) }
	rules := map[string]func() kernel.Value{
		"exp":   func() kernel.Value { return f },
		"expm1": func() kernel.Value { return a.Add(f, one) },
		"log":   func() kernel.Value { return a.Div(one, x) },
		"log1p": func() kernel.Value { return a.Div(one, a.Add(one, x)) },
		"log10": func() kernel.Value { return a.Div(a.Const(1/2.302585092994046), x) },
		"sqrt":  func() kernel.Value { return a.Div(a.Const(0.5), f) },
		"fabs":  func() kernel.Value { return a.Select(a.Less(x, a.Const(0)), a.Const(-1), one) },
		"sin":   func() kernel.Value { return call("cos") },
		"cos":   func() kernel.Value { return a.Neg(call("sin")) },
		"tan":   func() kernel.Value { return a.Add(one, square(f)) },
		"atan":  func() kernel.Value { return a.Div(one, a.Add(one, square(x))) },
		"sinh":  func() kernel.Value { return call("cosh") },
		"cosh":  func() kernel.Value { return call("sinh") },
		"tanh":  func() kernel.Value { return a.Sub(one, square(f)) },
	}
	return rules[name]
}
