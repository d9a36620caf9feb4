package nmodl

import (
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// hooks makes the programs of the BEFORE and AFTER blocks; those of one place
// run one after the other. As in NEURON, they see the variables of ions, and
// what they leave in a concentration or a reversal potential goes to the ion;
// the currents that the mechanism writes are added to the ions' once more.
func (c *compiler) hooks() map[mechanism.HookPoint]mechanism.Hook {
	type place struct {
		kind  CodeKind
		event BlockEvent
	}
	points := map[place]mechanism.HookPoint{
		{Before, AtInitial}: mechanism.BeforeInitial, {After, AtInitial}: mechanism.AfterInitial,
		{Before, AtBreakpoint}: mechanism.BeforeBreakpoint, {After, AtSolve}: mechanism.AfterSolve,
		{Before, AtStep}: mechanism.BeforeStep,
	}
	bodies := map[mechanism.HookPoint][]Stmt{}
	for _, b := range c.BeforeAfter {
		at, ok := points[place{b.Kind, b.Event}]
		if !ok {
			panic(failure{err: c.errorAt(b.Pos, "%s %s is no place where NEURON runs a block", b.Kind, b.Event).
				WithHint("it knows BEFORE INITIAL, AFTER INITIAL, BEFORE BREAKPOINT, AFTER SOLVE and BEFORE STEP")})
		}
		bodies[at] = append(bodies[at], &BlockStmt{At: b.At, Body: b.Body})
	}
	var hooks map[mechanism.HookPoint]mechanism.Hook
	for at := mechanism.BeforeInitial; at <= mechanism.BeforeStep; at++ {
		if bodies[at] == nil {
			continue
		}
		program, code := c.either(func() *kernel.Program {
			p := c.newPass(0)
			p.block(bodies[at])
			for _, s := range c.currents() {
				if s.Ion != nil {
					p.ExternalAdd(mechanism.FirstIon+c.ionIndex[s.Ion.Ion], mechanism.IonI, p.Mul(p.read(s, 0, s.Pos).v, p.perArea()))
				}
			}
			p.storeOwn()
			p.storeIons()
			return p.finish()
		}, func() mechanism.Code { return c.single.hookCode(bodies[at]) })
		if program != nil || code != nil {
			if hooks == nil {
				hooks = map[mechanism.HookPoint]mechanism.Hook{}
			}
			hooks[at] = mechanism.Hook{Program: program, Code: code}
		}
	}
	return hooks
}
