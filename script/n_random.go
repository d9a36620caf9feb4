package script

import (
	"fmt"
	"math"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/random"
	"github.com/gneuron/gneuron/vector"
)

// randomObject is n.Random: a generator of random numbers and a distribution.
type randomObject struct {
	n          *neuron
	r          *random.Random
	number     int
	deleted    bool
	using      string // the generator
	drawing    string // the distribution
	parameters []float64
}

// String is Random[0].
func (o *randomObject) String() string { return fmt.Sprintf("Random[%d]", o.number) }

// Inspect tells the generator and the distribution.
func (o *randomObject) Inspect() string {
	var numbers []string
	for _, x := range o.parameters {
		numbers = append(numbers, fmt.Sprint(x))
	}
	return fmt.Sprintf("%s: %s(%s) from %s", o, o.drawing, strings.Join(numbers, ", "), o.using)
}

func (o *randomObject) remove() {
	o.n.s.RemoveRandom(o.r)
	o.deleted = true
}

// alive gives the Random, and throws when it was deleted.
func (o *randomObject) alive() *random.Random {
	if o.deleted {
		o.n.throw(fault.New(fault.Model, "%s was deleted", o))
	}
	return o.r
}

// randomCall is a call of a method whose arguments may also be given by name.
type randomCall struct {
	n     *neuron
	what  string
	names []string
	args  []goja.Value
}

// randomArguments takes the arguments of a call; a trailing object of options
// gives those of the names.
func (n *neuron) randomArguments(what string, args []goja.Value, names ...string) randomCall {
	args, options := n.split(args)
	c := randomCall{n, what, names, append([]goja.Value(nil), args...)}
	if len(args) > len(names) {
		if len(names) == 0 {
			n.throw(fault.New(fault.Type, "%s takes no argument, not %d", what, len(args)))
		}
		n.throw(fault.New(fault.Type, "%s takes at most %d %s (%s), not %d", what, len(names), plural(len(names), "argument"), strings.Join(names, ", "), len(args)))
	}
	if options == nil {
		return c
	}
	for len(c.args) < len(names) {
		c.args = append(c.args, nil)
	}
	for _, key := range options.Keys() {
		i := 0
		for i < len(names) && names[i] != key {
			i++
		}
		if i == len(names) {
			n.noOption(what, key, names)
		}
		if i < len(args) {
			n.throw(fault.New(fault.Type, "%s: %s is given twice", what, key))
		}
		c.args[i] = options.Get(key)
	}
	return c
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

func (c randomCall) has(i int) bool {
	return i < len(c.args) && c.args[i] != nil && !goja.IsUndefined(c.args[i])
}

// real is argument i, a finite number.
func (c randomCall) real(i int) float64 {
	if !c.has(i) {
		c.n.throw(fault.New(fault.Type, "%s: %s is missing", c.what, c.names[i]))
	}
	x := c.n.number(c.args[i], func() string { return c.names[i] + " of " + c.what })
	if x-x != 0 {
		e := fault.New(fault.Range, "%s of %s is %g: it must be a finite number", c.names[i], c.what, x)
		e.Value = x
		c.n.throw(e)
	}
	return x
}

// within is argument i, from lo to hi, or otherwise where it is left out.
func (c randomCall) within(i int, lo, hi, otherwise float64) float64 {
	if !c.has(i) {
		return otherwise
	}
	x := c.real(i)
	if x < lo || x > hi {
		e := fault.New(fault.Range, "%s of %s is %.0f: it must be from %.0f to %.0f", c.names[i], c.what, x, lo, hi)
		e.Value, e.Lo, e.Hi, e.HasRange = x, lo, hi, true
		c.n.throw(e)
	}
	return x
}

// word is argument i, an integer of 32 bits, or 0.
func (c randomCall) word(i int) uint32 { return uint32(c.within(i, 0, math.MaxUint32, 0)) }

// seed is argument i, a whole number of which the low 32 bits count, or 0.
func (c randomCall) seed(i int) uint32 { return uint32(int64(c.within(i, -1<<53, 1<<53, 0))) }

// size is argument i as the size of an ACG generator.
func (c randomCall) size(i int) int {
	return int(c.within(i, random.MinAdditive, random.MaxAdditive, random.DefaultAdditive))
}

// distributions are the distributions by their names, with their parameters.
var distributions = map[string]struct {
	parameters [2]string
	make       func(a, b float64) (random.Distribution, error)
}{
	"uniform":   {[2]string{"low", "high"}, random.Uniform},
	"discunif":  {[2]string{"low", "high"}, random.DiscreteUniform},
	"normal":    {[2]string{"mean", "variance"}, random.Normal},
	"lognormal": {[2]string{"mean", "variance"}, random.LogNormal},
	"binomial":  {[2]string{"N", "p"}, random.Binomial},
	"hypergeo":  {[2]string{"mean", "variance"}, random.HyperGeometric},
	"erlang":    {[2]string{"mean", "variance"}, random.Erlang},
	"weibull":   {[2]string{"alpha", "beta"}, random.Weibull},
	"poisson":   {[2]string{"mean"}, ofOne(random.Poisson)},
	"geometric": {[2]string{"p"}, ofOne(random.Geometric)},
	"negexp":    {[2]string{"mean"}, ofOne(random.NegExp)},
}

func ofOne(f func(float64) (random.Distribution, error)) func(a, _ float64) (random.Distribution, error) {
	return func(a, _ float64) (random.Distribution, error) { return f(a) }
}

func (n *neuron) addRandom() {
	c := newObjectClass[*randomObject](n.host, "Random")
	method := func(name string, f func(o *randomObject, args []goja.Value) float64) {
		c.method(name, func(o *randomObject, call goja.FunctionCall) goja.Value {
			o.alive()
			return n.vm.ToValue(f(o, call.Arguments))
		})
	}
	shared := func() *random.Shared { return &n.m.Mechs.Random().Shared }
	generator := func(name string, parameters []string, f func(c randomCall) (random.Generator, float64)) {
		method(name, func(o *randomObject, args []goja.Value) float64 {
			g, result := f(n.randomArguments("Random."+name, args, parameters...))
			o.r.SetGenerator(g)
			o.using = name
			return result
		})
	}
	generator("ACG", []string{"seed", "size"}, func(c randomCall) (random.Generator, float64) {
		return random.NewAdditive(c.seed(0), c.size(1)), 1
	})
	generator("MLCG", []string{"seed1", "seed2"}, func(c randomCall) (random.Generator, float64) {
		return random.NewMultiplicative(int32(c.seed(0)), int32(c.seed(1))), 1
	})
	generator("MCellRan4", []string{"highindex", "lowindex"}, func(c randomCall) (random.Generator, float64) {
		g := random.NewRan4(c.word(0), c.word(1), shared())
		return g, float64(g.Start())
	})
	generator("Isaac64", []string{"seed"}, func(c randomCall) (random.Generator, float64) {
		g := random.NewIsaac(c.seed(0), shared())
		return g, float64(g.Seed())
	})
	generator("Random123", []string{"id1", "id2", "id3"}, func(c randomCall) (random.Generator, float64) {
		return random.NewCounter(c.word(0), c.word(1), c.word(2), shared()), 0
	})
	for name, d := range distributions {
		parameters := d.parameters[:]
		if parameters[1] == "" {
			parameters = parameters[:1]
		}
		method(name, func(o *randomObject, args []goja.Value) float64 {
			c := n.randomArguments("Random."+name, args, parameters...)
			x := make([]float64, 2)
			for i := range parameters {
				x[i] = c.real(i)
			}
			made, err := d.make(x[0], x[1])
			n.check(err)
			o.r.SetDistribution(made)
			o.drawing, o.parameters = name, x[:len(parameters)]
			return o.r.Pick()
		})
	}
	c.method("repick", func(o *randomObject, _ goja.FunctionCall) goja.Value { return n.vm.ToValue(o.alive().Pick()) })
	method("seq", n.randomSeq)
	method("Random123_globalindex", func(_ *randomObject, args []goja.Value) float64 {
		if c := n.randomArguments("Random.Random123_globalindex", args, "index"); c.has(0) {
			shared().Global = c.word(0)
		}
		return float64(shared().Global)
	})
	method("play", func(o *randomObject, args []goja.Value) float64 {
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "Random.play needs a reference such as ic._ref_amp"))
		}
		n.check(n.s.PlayRandom(o.r, n.asRef(args[0], "the argument of Random.play")))
		return 0
	})
	name := func(o *randomObject, _ goja.FunctionCall) goja.Value { return n.vm.ToValue(o.String()) }
	for _, key := range []string{"hname", "name", "toString", "toJSON"} {
		c.method(key, name)
	}
	c.method("delete", func(o *randomObject, _ goja.FunctionCall) goja.Value { o.remove(); return goja.Undefined() })
	n.members["Random"] = n.constructor("Random", c.proto, func(args []goja.Value) *goja.Object {
		a := n.randomArguments("n.Random", args, "seed", "size")
		o := &randomObject{n: n, r: random.New(a.seed(0), a.size(1)), number: n.randomCount, using: "ACG", drawing: "normal", parameters: []float64{0, 1}}
		n.randomCount++
		n.s.AddRandom(o.r)
		return wrapObject(n.host, c, o)
	})
	n.addRandomVectors(c)
	n.addRan4()
}

// randomSeq is Random.seq(): the place in the sequence, of the generators that
// have one; with a number it moves there.
func (n *neuron) randomSeq(o *randomObject, args []goja.Value) float64 {
	c := n.randomArguments("Random.seq", args, "place")
	switch g := o.r.Generator().(type) {
	case *random.Counter:
		if c.has(0) {
			g.SetSeq(uint64(c.within(0, 0, random.MaxSeq, 0)))
		}
		return float64(g.Seq())
	case *random.Ran4:
		if c.has(0) {
			g.Seq = c.word(0)
		}
		return float64(g.Seq)
	}
	n.throw(fault.New(fault.Model, "%s.seq: the generator %s has no places that can be told", o, o.using).
		WithHint("Random123 and MCellRan4 have: call %s.Random123(id1, id2, id3) first", o))
	return 0
}

// addRandomVectors makes Vector.setrand and Vector.addrand.
func (n *neuron) addRandomVectors(c *class[*randomObject]) {
	for name, f := range map[string]func(x *float64, y float64){
		"setrand": func(x *float64, y float64) { *x = y },
		"addrand": func(x *float64, y float64) { *x += y },
	} {
		n.vectorMethod(name, func(v *vector.Vector, args []goja.Value) {
			var o *randomObject
			if len(args) > 0 {
				o, _ = c.self(args[0])
			}
			if o == nil {
				n.throw(fault.New(fault.Type, "Vector.%s needs a Random, as n.Random() makes them", name))
			}
			a := n.randomArguments("Vector."+name, args[1:], "start", "end")
			from := int(a.within(0, 0, float64(v.Len()-1), 0))
			to := int(a.within(1, float64(from), float64(v.Len()-1), float64(v.Len()-1)))
			r, xs := o.alive(), v.Data()
			for i := from; i <= to; i++ {
				f(&xs[i], r.Pick())
			}
		})
	}
}

// addRan4 makes the functions of n for the generator Ran4.
func (n *neuron) addRan4() {
	method := func(name string, f func(args []goja.Value) float64) {
		n.class.method(name, func(_ *neuron, call goja.FunctionCall) goja.Value { return n.vm.ToValue(f(call.Arguments)) })
	}
	method("mcell_ran4", func(args []goja.Value) float64 {
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "n.mcell_ran4 needs a reference to its seed: n.ref(1)"))
		}
		ref := n.asRef(args[0], "the argument of n.mcell_ran4")
		x, err := ref.Value()
		n.check(err)
		if !(x >= 0 && x <= math.MaxUint32) {
			n.throw(fault.Outside("the seed of n.mcell_ran4", x, 0, math.MaxUint32))
		}
		high := uint32(x)
		y := random.Ran4Float(&high, n.m.Mechs.Random().Low)
		n.check(ref.SetValue(float64(high)))
		return y
	})
	method("mcell_ran4_init", func(args []goja.Value) float64 {
		at := &n.m.Mechs.Random().Low
		old := *at
		if c := n.randomArguments("n.mcell_ran4_init", args, "lowindex"); c.has(0) {
			*at = c.word(0)
		}
		return float64(old)
	})
	method("use_mcell_ran4", func(args []goja.Value) float64 {
		at := &n.m.Mechs.Random().Ran4
		old := 0.0
		if *at {
			old = 1
		}
		if c := n.randomArguments("n.use_mcell_ran4", args, "on"); c.has(0) {
			*at = c.args[0].ToBoolean()
		}
		return old
	})
}
