package solver

import (
	"runtime"
	"slices"
	"sort"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// The trees of a model do not meet within a step, but for what reads or writes
// elsewhere. So they are dealt to threads: a shard is a run of whole groups of
// trees with the rows of all mechanisms in them. Where there are too few trees for
// that, shards are any runs of nodes, and one thread goes through the trees alone.
// Each number is computed by the same operations in the same order for any number of
// shards.

// shard is what one thread works on: the node rows lo to hi-1.
type shard struct{ lo, hi int }

// environment is what mechanisms see of the simulation. Shards may be at different
// times, and the space keeps those of two of them out of one cache line.
type environment struct {
	now [kernel.NumEnv]float64
	_   [64]byte
}

// setEnv gives all shards, and what runs alone, an environment.
func (p *plan) setEnv(env [kernel.NumEnv]float64) {
	p.env = env
	for _, x := range p.envs {
		x.now = env
	}
}

// stage is a piece of a step: parts that run on all shards side by side, one
// after the other in each, or a single thing that one thread does alone.
type stage struct {
	parts []part
	after []func() // then, alone
	alone func()
}

// part is something that a shard does without a look at the others.
type part struct {
	run  func(k int)                        // on shard k
	join func(x *kernel.Sequence) (ok bool) // adds the same, for the only shard; nil: cannot
}

// stages is a list of things to do in order.
type stages []stage

// part adds something that a shard does without a look at the others. after,
// if not nil, is done when all shards have done their parts of the stage.
func (x *stages) part(f func(k int), after func()) { x.add(part{run: f}, after) }

func (x *stages) add(f part, after func()) {
	n := len(*x)
	if n == 0 || (*x)[n-1].alone != nil {
		*x = append(*x, stage{})
		n++
	}
	s := &(*x)[n-1]
	s.parts = append(s.parts, f)
	if after != nil {
		s.after = append(s.after, after)
	}
}

// alone adds something that needs everything before it to be done.
func (x *stages) alone(f func()) { *x = append(*x, stage{alone: f}) }

// do does all of it.
func (p *plan) do(list stages) {
	for i := range list {
		s := &list[i]
		switch {
		case s.alone != nil:
			s.alone()
		case len(p.shards) == 1:
			for _, f := range s.parts {
				f.run(0)
			}
		default:
			p.team.do(func(k int) {
				for _, f := range s.parts {
					f.run(k)
				}
			})
		}
		for _, f := range s.after {
			f()
		}
	}
}

// split deals the groups of trees to n shards of about the same cost. There are fewer
// shards when there are fewer groups, unless it pays to cut trees where that may be.
// With n = 0 there are as many as processors, as far as each has enough to do.
func (p *plan) split(n int, mayCut bool) {
	nodes := len(p.tree.parent)
	p.shards = []shard{{0, nodes}}
	if n == 0 {
		total := nodes
		for _, at := range p.nodesOf {
			total += mechanismCost * len(at)
		}
		n = min(runtime.GOMAXPROCS(0), total/leastShare)
	}
	if n <= 1 {
		return
	}
	cost := make([]int, nodes+1) // of all nodes before
	for i := range nodes {
		cost[i+1] = 1
	}
	for _, at := range p.nodesOf {
		for _, node := range at {
			cost[node+1] += mechanismCost
		}
	}
	for i := range nodes {
		cost[i+1] += cost[i]
	}
	var groups []int
	for _, row := range p.groups {
		groups = append(groups, int(row))
	}
	groups = append(groups, nodes)
	p.shards = deal(cost, groups, n)
	longest := 0
	for _, x := range p.shards {
		longest = max(longest, cost[x.hi]-cost[x.lo])
	}
	// When trees are cut, one thread goes through the nodes, which cost 1 each.
	if byCut := nodes + (cost[nodes]-nodes)/n + 3*meetingCost; mayCut && float64(byCut)*leastGain < float64(longest) {
		anywhere := make([]int, nodes+1)
		for i := range anywhere {
			anywhere[i] = i
		}
		p.shards, p.cut = deal(cost, anywhere, n), true
	}
}

// deal makes n shards, or fewer, of about the same cost between places where one may
// begin; cost is that of all nodes before each.
func deal(cost, places []int, n int) []shard {
	nodes := len(cost) - 1
	var cuts []int
	for k := 1; k < n; k++ {
		target := cost[nodes] * k / n
		at := sort.Search(len(places), func(i int) bool { return cost[places[i]] >= target })
		if at > 0 && at < len(places) && target-cost[places[at-1]] < cost[places[at]]-target {
			at--
		}
		cuts = append(cuts, places[min(at, len(places)-1)])
	}
	var shards []shard
	lo := 0
	for _, cut := range slices.Compact(append(cuts, nodes)) {
		if cut > lo {
			shards = append(shards, shard{lo, cut})
			lo = cut
		}
	}
	if len(shards) == 0 {
		return []shard{{0, nodes}}
	}
	return shards
}

// mechanismCost is how much more an instance of a mechanism costs than a node (1 to
// 2 ns a step), and leastShare what a shard must cost for others to be worth it: 2 to
// 5 us, where a meeting takes 0.1 to 1 us. Trees are cut where that is faster by
// leastGain: threads then meet more than once a step, and make no stretches.
const (
	leastGain     = 1.3
	meetingCost   = 500
	mechanismCost = 4
	leastShare    = 2500
)

// shardOfNode gives the shard that a node is in.
func (p *plan) shardOfNode(node int) int {
	return sort.Search(len(p.shards), func(k int) bool { return node < p.shards[k].hi })
}

// shardOf gives the shard that a row of a table is in.
func (p *plan) shardOf(t *mechanism.Table, row int) int {
	if p == nil {
		return nowhere
	}
	if nodes := p.nodesIn[t]; nodes != nil {
		row = int(nodes[row])
	} else if t != p.nodes {
		return outside
	}
	return p.shardOfNode(row)
}

// rowsOf gives the rows of each shard among rows that are in the order of their
// nodes.
func (p *plan) rowsOf(nodes []int32) []shard {
	out := make([]shard, len(p.shards))
	for k, s := range p.shards {
		lo, _ := slices.BinarySearch(nodes, int32(s.lo))
		hi, _ := slices.BinarySearch(nodes, int32(s.hi))
		out[k] = shard{lo, hi}
	}
	return out
}

// add puts a pass into the list; then, if not nil, is what each shard does
// after its part of it.
func (x *pass) add(list *stages, p *plan, then func(k int)) {
	if len(x.kernels) > 0 {
		list.add(part{
			func(k int) { x.kernels[k].RunRows(&p.envs[k].now, x.rows[k].lo, x.rows[k].hi) },
			func(all *kernel.Sequence) bool { return all.Join(x.kernel, &p.envs[0].now, p.fixed(x.of.m)) },
		}, x.setGlobals())
	} else if x.kernel != nil || x.code != nil {
		list.alone(func() { x.run(p, &p.env) })
	} else {
		return
	}
	if then != nil {
		list.part(then, nil)
	}
}

// setGlobals gives what leaves in the global variables what the last instance
// of the pass left, or nil where the pass sets none.
func (x *pass) setGlobals() func() {
	for k := len(x.rows) - 1; k >= 0; k-- {
		if x.rows[k].lo < x.rows[k].hi && x.setsGlobals {
			return x.kernels[k].SetGlobals
		}
	}
	return nil
}

// bindShards lets a pass run on all shards side by side, where what it does for
// an instance depends on nothing that another thread may be changing.
func (x *pass) bindShards(p *plan, program *kernel.Program, b kernel.Binding) {
	t := x.of.m.Type
	if p.nodesOf[x.of.m] == nil || len(t.Pointers) > 0 || len(t.Externals) > 0 {
		return
	}
	for g := range b.Globals {
		x.setsGlobals = x.setsGlobals || program.SetsGlobal(g)
		for _, other := range programs(t) {
			if other.SetsGlobal(g) && program.ReadsGlobal(g) {
				return
			}
		}
	}
	x.rows = p.rowsOf(p.nodesOf[x.of.m])
	x.kernels = append(x.kernels, x.kernel)
	for k := range p.shards[1:] {
		x.kernels = append(x.kernels, x.kernel.Beside(p.registers(k+1)))
	}
}

// registers gives those of a shard: one thread goes through all shards with the same.
func (p *plan) registers(k int) *kernel.Registers {
	if p.threads == 1 {
		k = 0
	}
	if p.regs[k] == nil {
		p.regs[k] = &kernel.Registers{}
	}
	return p.regs[k]
}

// programs lists the programs of a type that run in a step.
func programs(t *mechanism.Type) []*kernel.Program {
	var out []*kernel.Program
	for _, p := range []*kernel.Program{t.Current, t.State, t.Diffusion} {
		if p != nil {
			out = append(out, p)
		}
	}
	for _, h := range t.Hooks {
		if h.Program != nil {
			out = append(out, h.Program)
		}
	}
	return out
}

// hooks puts the BEFORE or AFTER blocks of a place into the list.
func (p *plan) hooks(list *stages, point mechanism.HookPoint) {
	for _, b := range p.mechs {
		if hook := b.hooks[point]; hook != nil {
			hook.add(list, p, nil)
		}
	}
}

// schedule makes the lists of what a step does.
func (p *plan) schedule(s *Solver) {
	p.setup, p.solve, p.advance = nil, nil, nil
	axial := func(k int) { p.tree.axial(p.v, p.shards[k]) }
	p.scheduleSetup(&p.setup)
	if p.cut {
		p.setup.alone(func() { p.tree.axial(p.v, shard{0, len(p.v)}) })
	} else {
		p.setup.part(axial, nil)
	}
	p.scheduleSetup(&p.solve)
	if p.layers != nil { // else the solution adds it on its way
		p.solve.part(axial, nil)
	}
	if p.cut {
		p.solve.alone(p.solveCut)
		p.solve.part(func(k int) { p.moveCut(k, s.secondorder) }, nil)
	} else {
		p.solve.add(part{
			func(k int) { p.solvePart(k, s.secondorder) },
			func(x *kernel.Sequence) bool { return p.joinSolve(x, s.secondorder) },
		}, nil)
	}
	for _, b := range p.mechs {
		b.add(&b.state, &p.advance, p, nil)
	}
	for _, b := range p.mechs {
		if f := b.diffusion; f != nil {
			p.advance.alone(func() { f.step(p, &p.env) })
		}
	}
	p.hooks(&p.advance, mechanism.AfterSolve)
	p.hooks(&p.advance, mechanism.BeforeStep)
	p.joined = slices.Clone(p.solve)
	for i := range p.joined {
		p.joined[i].parts, p.joined[i].after = slices.Clone(p.joined[i].parts), slices.Clone(p.joined[i].after)
	}
	p.joined.part(func(k int) { p.envs[k].now = p.later }, func() { p.env = p.later })
	for _, x := range p.advance {
		if x.alone != nil {
			p.joined.alone(x.alone)
			continue
		}
		for _, f := range x.parts {
			p.joined.add(f, nil)
		}
		last := &p.joined[len(p.joined)-1]
		last.after = append(last.after, x.after...)
	}
	p.apart = !slices.ContainsFunc(slices.Concat(p.solve, p.advance), func(x stage) bool { return x.alone != nil })
}

// scheduleSetup puts into the list what makes the matrix equation for the
// change of the potential, without the currents along the trees.
func (p *plan) scheduleSetup(list *stages) {
	ionRows := make([][]shard, len(p.ions))
	for i, ion := range p.ions {
		ionRows[i] = p.rowsOf(ion.nodes)
	}
	p.hooks(list, mechanism.BeforeBreakpoint) // what these add to currents of ions is cleared below
	list.add(part{func(k int) {
		p.begin(k)
		if p.layers != nil {
			p.layers.begin(k)
		}
		for i, ion := range p.ions {
			ion.clear(ionRows[i][k], p.envs[k].now[kernel.Celsius])
		}
	}, p.joinBegin}, nil)
	if p.imem.on {
		list.part(func(k int) { p.imem.begin(p.tree.d, p.shards[k]) }, nil)
	}
	for _, b := range p.mechs {
		var then func(k int)
		if p.imem.on {
			then = func(k int) { p.imem.add(&p.tree, b.m.Type.Electrode, p.shards[k]) }
		}
		b.add(&b.current, list, p, then)
	}
	if p.layers != nil {
		list.part(func(k int) { p.layers.setup(p, k) }, nil)
	}
}
