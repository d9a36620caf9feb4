package solver

import (
	"slices"
	"unsafe"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/section"
)

// plan is a model made ready to run: the columns of its tables, and every
// mechanism's programs bound to them. It holds until the structure changes.
type plan struct {
	model int // Model.Version
	rows  int // sum of the tables' versions

	tree        tree
	v           []float64
	charging    charging
	imem        membraneCurrent
	layers      *layers // outside of membranes; nil where no section has extracellular
	nodes       *mechanism.Table
	nodeColumns [][]float64
	nodeUniform []bool
	mechs       []*boundMechanism // in the order in which they run
	hooked      bool              // some mechanism has BEFORE or AFTER blocks
	ions        []*boundIon
	ionsByName  map[string]*boundIon
	nodesOf     map[*mechanism.Mechanism][]int32 // node row of each row; nil for what sits nowhere

	shards                []shard
	threads               int                          // that go through them
	nodesIn               map[*mechanism.Table][]int32 // as nodesOf
	apart                 bool                         // nothing in a step needs all shards to be done with what is before it
	cut                   bool                         // shards are not of whole trees
	paths                 [][]path                     // of the groups of each shard; of all where they are cut
	groups                []int32                      // first rows of groups of trees
	team                  *team                        // nil: there is one shard
	env                   [kernel.NumEnv]float64       // of what one thread does alone
	envs                  []*environment               // of the stages, one per shard
	regs                  []*kernel.Registers          // see registers
	setup, solve, advance stages                       // the matrix; that and the new v; the states
	joined                stages                       // solve, then advance with the environment later
	later                 [kernel.NumEnv]float64
	line                  *line // of the only shard; nil: not made yet
}

// boundMechanism is a mechanism with its passes bound to the tables.
type boundMechanism struct {
	m                    *mechanism.Mechanism
	init, current, state pass
	hooks                map[mechanism.HookPoint]*pass
	inside               *inside // of an electrode outside of whose membrane are layers, else nil
	pointers             []boundPointer
	diffusion            *diffusion // nil: nothing diffuses
	externals            []boundExternal
}

// pass is a block that runs over all instances: on whole blocks, or on one
// instance after the other. The zero pass does nothing.
type pass struct {
	kernel *kernel.Kernel
	code   mechanism.Code
	of     *boundMechanism
	in     *mechanism.Instance

	kernels     []*kernel.Kernel // one per shard; none where the pass must run alone
	rows        []shard
	setsGlobals bool
}

// boundIon is the state of one ion in all nodes that have it.
type boundIon struct {
	m          *mechanism.Mechanism
	e, in, out mechanism.Values // with rows where some style has the solver write them
	i, didv    []float64
	style      mechanism.Values
	nodes      []int32
	rows       []int32 // see rowOf
	anyAdvance bool    // some node computes e at each step
}

// prepare brings the plan up to date.
func (s *Solver) prepare() error {
	m := s.Model
	if err := m.Prepare(); err != nil { // geometry may change without the structure
		return err
	}
	if s.plan == nil || s.plan.model != m.Version() {
		s.compact()
	}
	// Binding may give uniform columns their rows, after which what was bound
	// before is bound anew.
	remade := false
	for !s.planHolds() || s.unresolved {
		if !s.planHolds() {
			if err := s.makePlan(); err != nil {
				return err
			}
			remade = true
		}
		if err := s.bindRecorders(); err != nil {
			return err
		}
	}
	if remade {
		giveBack(m.Nodes.Len())
	}
	return nil
}

// planHolds tells whether the model is the one that the plan was made for.
func (s *Solver) planHolds() bool {
	return s.plan != nil && s.plan.model == s.Model.Version() && s.plan.rows == s.tableVersions() && s.plan.imem.on == s.Model.FastIMem
}

// makePlan makes the plan for the model as it is.
func (s *Solver) makePlan() error {
	s.spread()
	m := s.Model
	rows := s.tableVersions()
	nodes := m.Nodes
	col := nodes.Column
	p := &plan{
		tree:  tree{parent: m.Parent(), a: col(mechanism.NodeA), b: col(mechanism.NodeB), d: col(mechanism.NodeD), rhs: col(mechanism.NodeRhs)},
		v:     col(mechanism.NodeV),
		nodes: nodes, ionsByName: map[string]*boundIon{}, nodesOf: map[*mechanism.Mechanism][]int32{},
		nodesIn: map[*mechanism.Table][]int32{},
	}
	p.nodeColumns, p.nodeUniform = nodes.Bind(func(int) bool { return false })
	p.imem = newMembraneCurrent(m.FastIMem, p.nodeColumns[mechanism.NodeIMem], p.nodeColumns[mechanism.NodeArea])
	for _, mech := range m.Mechs.Made() {
		if mech.Table.Len() > 0 && mech.Type.Kind != mechanism.ArtificialCell {
			p.nodesOf[mech] = p.oneOf(s.nodesOf(mech))
			p.nodesIn[mech.Table] = p.nodesOf[mech]
		}
	}
	p.groups = m.Groups()
	outside := m.Mechs.Get(mechanism.Extracellular)
	p.split(s.threadsAsked(), outside == nil || outside.Table.Len() == 0)
	p.threads = len(p.shards)
	if !p.cut {
		p.fit(nodes)
	}
	p.bindCharging(m.Ends())
	if s.plan != nil {
		p.charging.factor = s.plan.charging.factor
	}
	p.arrange(p.bareEnds(m.Ends()), m.Weaves())
	for range p.shards {
		p.envs = append(p.envs, &environment{})
	}
	p.regs = make([]*kernel.Registers, len(p.shards))
	if len(p.shards) > 1 {
		p.team = newTeam(len(p.shards))
		p.team.limit(p.threads)
	}
	for _, mech := range m.Mechs.InOrder() {
		if mech.Table.Len() == 0 {
			continue
		}
		if mech.Type.Kind == mechanism.IonKind {
			p.bindIon(mech)
			continue
		}
		bm, err := p.bindMechanism(s, mech)
		if err != nil {
			return err
		}
		p.mechs = append(p.mechs, bm)
	}
	p.bindLayers(s)
	p.schedule(s)
	p.model, p.rows = m.Version(), rows
	s.plan = p
	return nil
}

// nodesOf gives the node row of each row of a mechanism's table.
func (s *Solver) nodesOf(mech *mechanism.Mechanism) []int32 {
	at := make([]int32, mech.Table.Len())
	for r := range at {
		row, ok := s.Model.Nodes.Row(mech.Table.Owner(r))
		if !ok {
			panic("solver: an instance of " + mech.Type.Name + " has no node")
		}
		at[r] = int32(row)
	}
	return at
}

// oneOf gives rows of nodes that are known already in place of equal ones, as those
// of a mechanism and its ions mostly are.
func (p *plan) oneOf(at []int32) []int32 {
	for _, known := range p.nodesOf {
		if slices.Equal(known, at) {
			return known
		}
	}
	return at
}

// rowOf gives the row of each node in the ion's table.
func (p *plan) rowOf(ion *boundIon) []int32 {
	if ion.rows == nil {
		ion.rows = make([]int32, len(p.tree.parent))
		for r, n := range ion.nodes {
			ion.rows[n] = int32(r)
		}
	}
	return ion.rows
}

// arrange finds how to go through the groups of trees of each shard.
func (p *plan) arrange(bare []bool, weaves []section.Weave) {
	shards := p.shards
	if p.cut {
		shards = []shard{{0, len(p.tree.parent)}}
	}
	for _, at := range shards {
		first, _ := slices.BinarySearch(p.groups, int32(at.lo))
		last, _ := slices.BinarySearch(p.groups, int32(at.hi))
		var paths []path
		for k := first; k < last; k++ {
			group := shard{int(p.groups[k]), at.hi}
			if k+1 < last {
				group.hi = int(p.groups[k+1])
			}
			n := 0 // weaves of the group
			for n < len(weaves) && weaves[n].Row < group.hi {
				n++
			}
			paths = append(paths, p.tree.arrange(group, bare, weaves[:n]))
			weaves = weaves[n:]
		}
		p.paths = append(p.paths, paths)
	}
	if p.threads == 1 { // which goes through them one after the other
		shareFills(slices.Concat(p.paths...))
		return
	}
	for _, paths := range p.paths {
		shareFills(paths)
	}
}

// bareEnds tells which nodes are ends of sections where no mechanism is.
func (p *plan) bareEnds(ends []int32) []bool {
	bare := make([]bool, len(p.tree.parent))
	for _, row := range ends {
		bare[row] = true
	}
	for _, nodes := range p.nodesOf {
		for _, row := range nodes {
			bare[row] = false
		}
	}
	return bare
}

func (p *plan) bindIon(mech *mechanism.Mechanism) {
	t := mech.Table
	ion := &boundIon{m: mech, e: t.Values(mechanism.IonE), in: t.Values(mechanism.IonIn), out: t.Values(mechanism.IonOut),
		i: t.Column(mechanism.IonI), didv: t.Column(mechanism.IonDidv), style: t.Values(mechanism.IonStyle),
		nodes: p.nodesOf[mech]}
	for _, x := range ion.style.X {
		ion.anyAdvance = ion.anyAdvance || mechanism.Style(x).EAdvance()
	}
	p.ions = append(p.ions, ion)
	p.ionsByName[mech.Type.Name] = ion
}

func (p *plan) bindMechanism(s *Solver, mech *mechanism.Mechanism) (*boundMechanism, error) {
	t := mech.Type
	b := p.binding(s, mech)
	if singly(t) { // moveInstance asks for it, on all threads
		for _, use := range t.Ions {
			p.rowOf(p.ionsByName[use.Ion+"_ion"])
		}
	}
	bm := &boundMechanism{m: mech}
	var err error
	var unset bool
	if bm.pointers, unset, err = s.bindPointers(mech); err != nil {
		return nil, err
	}
	var in *mechanism.Instance
	bind := func(program *kernel.Program, code mechanism.Code) pass {
		switch {
		case program != nil && (code == nil || !unset):
			x := pass{kernel: program.Bind(b), of: bm}
			x.bindShards(p, program, b)
			return x
		case code != nil:
			if in == nil {
				in = &mechanism.Instance{}
				p.bindInstance(in, mech, s)
			}
			return pass{code: code, of: bm, in: in}
		}
		return pass{}
	}
	bm.init, bm.current, bm.state = bind(t.Init, t.InitCode), bind(t.Current, t.CurrentCode), bind(t.State, t.StateCode)
	for point, hook := range t.Hooks {
		if bm.hooks == nil {
			bm.hooks = map[mechanism.HookPoint]*pass{}
			p.hooked = true
		}
		x := bind(hook.Program, hook.Code)
		bm.hooks[point] = &x
	}
	bm.diffusion = p.bindDiffusion(s, bm, bind(t.Diffusion, nil))
	bm.externals, err = s.bindExternals(mech)
	return bm, err
}

// binding gives the tables that the programs of a mechanism work on.
func (p *plan) binding(s *Solver, mech *mechanism.Mechanism) kernel.Binding {
	at := p.nodesOf[mech]
	b := kernel.Binding{Rows: mech.Table.Len(), Globals: mech.Globals, Tables: mech.Tables, Lookups: mech.Lookups, Registers: p.registers(0), Failures: failures{s}}
	asBound := func(int) bool { return false }
	b.Columns, b.Uniform = mech.Table.Bind(asBound)
	if at != nil {
		e := kernel.NewExternal(p.nodeColumns, at)
		e.Uniform = p.nodeUniform
		b.Externals = append(b.Externals, e)
	}
	for i := range mech.Type.Ions {
		ion := p.ionsByName[mech.Type.Ions[i].Ion+"_ion"]
		columns, uniform := ion.m.Table.Bind(asBound)
		e := kernel.NewExternal(columns, p.rowsFor(at, ion))
		e.Uniform = uniform
		b.Externals = append(b.Externals, e)
	}
	return b
}

// rowsFor gives the ion's row of each row of a mechanism that is at some nodes; nil
// where it is the same one.
func (p *plan) rowsFor(at []int32, ion *boundIon) []int32 {
	if len(at) > 0 && len(at) == len(ion.nodes) && unsafe.SliceData(at) == unsafe.SliceData(ion.nodes) { // see oneOf
		return nil
	}
	index, rowOf := make([]int32, len(at)), p.rowOf(ion)
	for r, n := range at {
		index[r] = rowOf[n]
	}
	return index
}

// run makes a pass over all instances at time env[kernel.T].
func (x *pass) run(p *plan, env *[kernel.NumEnv]float64) {
	switch {
	case x.kernel != nil:
		x.of.fetch()
		x.kernel.Run(env)
		x.of.release()
	case x.code != nil:
		x.of.fetch()
		x.in.Env = env
		for r := range x.of.m.Table.Len() {
			p.moveInstance(x.in, r)
			x.code.Run(x.in)
		}
		x.of.release()
	}
}

// runHooks runs the BEFORE or AFTER blocks of a place.
func (p *plan) runHooks(point mechanism.HookPoint, env *[kernel.NumEnv]float64) {
	if !p.hooked {
		return
	}
	for _, b := range p.mechs {
		if hook := b.hooks[point]; hook != nil {
			hook.run(p, env)
		}
	}
}

func (s *Solver) tableVersions() int {
	sum := s.Model.Nodes.Version()
	for _, m := range s.Model.Mechs.Made() {
		sum += m.Table.Version()
	}
	return sum
}

func columns(t *mechanism.Table) [][]float64 {
	cols := make([][]float64, t.Columns())
	for c := range cols {
		cols[c] = t.Column(c)
	}
	return cols
}

// updateTables makes the tables of TABLE statements anew where a script has
// changed what they depend on.
func (s *Solver) updateTables() {
	env := s.environment(s.t)
	for _, b := range s.plan.mechs {
		b.m.UpdateTables(&env)
	}
}

// initialize sets the ion's concentrations and reversal potentials as its
// style says, at finitialize.
func (ion *boundIon) initialize(celsius float64) {
	in0, out0 := ion.m.Globals[mechanism.IonIn0], ion.m.Globals[mechanism.IonOut0]
	for r := range ion.nodes {
		if mechanism.Style(ion.style.At(r)).CInit() {
			ion.in.X[r], ion.out.X[r] = in0, out0
		}
	}
	ion.reversal(celsius, mechanism.Style.EInit)
}

// reversal computes the reversal potentials of the rows whose style asks for it.
func (ion *boundIon) reversal(celsius float64, when func(mechanism.Style) bool) {
	ion.reversalOf(shard{0, len(ion.nodes)}, celsius, when)
}

func (ion *boundIon) reversalOf(rows shard, celsius float64, when func(mechanism.Style) bool) {
	for r := rows.lo; r < rows.hi; r++ {
		if when(mechanism.Style(ion.style.At(r))) {
			ion.e.X[r] = mechanism.Nernst(ion.in.At(r), ion.out.At(r), ion.m.Charge, celsius)
		}
	}
}

// clear starts a new sum of the ion's currents, and brings the reversal
// potentials that follow the concentrations up to date.
func (ion *boundIon) clear(rows shard, celsius float64) {
	simd.Fill(ion.i[rows.lo:rows.hi], 0)
	simd.Fill(ion.didv[rows.lo:rows.hi], 0)
	if ion.anyAdvance {
		ion.reversalOf(rows, celsius, mechanism.Style.EAdvance)
	}
}
