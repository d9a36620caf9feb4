package nmodl

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
)

// diffuses adds the states that LONGITUDINAL_DIFFUSION names to the type, and
// the columns in which the program of diffusion leaves their coefficients.
func (c *compiler) diffuses() {
	c.diffusing = nil
	c.typ.Diffusions = nil
	for _, b := range c.kinetics() {
		volumes := map[*Symbol]*Compartment{}
		walkStmts(b.Body, func(s Stmt) {
			if v, ok := s.(*Compartment); ok {
				for _, n := range v.States {
					volumes[n.Sym] = v
				}
			}
		})
		walkStmts(b.Body, func(s Stmt) {
			d, ok := s.(*LongitudinalDiffusion)
			if !ok {
				return
			}
			for _, n := range d.States {
				c.diffusing = append(c.diffusing, diffusing{state: n.Sym, rate: d, volume: volumes[n.Sym], pos: n})
			}
		})
	}
	for i := range c.diffusing {
		d := &c.diffusing[i]
		if d.state.Role != State {
			c.fail(d.pos.Pos, "%s cannot diffuse: it is no STATE", d.state.Name)
		}
		if d.volume == nil {
			panic(failure{err: c.errorAt(d.pos.Pos, "the volume in which %s diffuses is not known", d.state.Name).
				WithHint("a COMPARTMENT with the volume per um of length must name it")})
		}
		column := func(what string) int {
			s := &Symbol{Name: d.state.Name + " " + what, Size: d.state.Size, Pos: d.pos.Pos}
			c.addVar(s, mechanism.Assigned, true)
			return c.column[s]
		}
		rate, volume := column("diffusion"), column("volume")
		for k := range max(d.state.Size, 1) {
			x := mechanism.Diffusion{Ion: -1, Rate: rate + k, Volume: volume + k}
			if d.state.Storage == IonStorage {
				x.Ion, x.Column = c.ionIndex[d.state.Ion.Ion], ionColumns[d.state.Ion.Part]
			} else {
				x.Column = c.column[d.state] + k
			}
			c.typ.Diffusions = append(c.typ.Diffusions, x)
		}
	}
}

// diffusing is a state in a LONGITUDINAL_DIFFUSION.
type diffusing struct {
	state  *Symbol
	rate   *LongitudinalDiffusion
	volume *Compartment
	pos    *Name
}

// kinetics lists the KINETIC blocks of the file.
func (c *compiler) kinetics() []*CodeBlock {
	var list []*CodeBlock
	for _, b := range c.File.Blocks {
		if b, ok := b.(*CodeBlock); ok && b.Kind == Kinetic && slices.ContainsFunc(c.Solves, func(s *Solve) bool { return s.Target == b }) {
			list = append(list, b)
		}
	}
	return list
}

// diffusion makes the program that computes the rate of diffusion and the
// volume of every diffusing state, from the variables as other code left them.
func (c *compiler) diffusion() {
	if len(c.diffusing) == 0 {
		return
	}
	p := c.newPass(0)
	at := 0
	for _, d := range c.diffusing {
		for k := range max(d.state.Size, 1) {
			x := c.typ.Diffusions[at]
			at++
			element := func(index *Symbol, value Expr) num {
				if index != nil {
					p.see(index)
					p.env.set(slot{sym: index}, p.constant(float64(k)))
				}
				return p.expr(value)
			}
			p.Store(x.Rate, element(d.rate.IndexSym, d.rate.Rate).v)
			p.Store(x.Volume, element(d.volume.IndexSym, d.volume.Volume).v)
		}
	}
	c.typ.Diffusion = p.finish()
}
