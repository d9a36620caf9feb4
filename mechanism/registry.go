package mechanism

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// Registry is the list of mechanisms that a model knows, ions included.
type Registry struct {
	// Sim serves the CONSTRUCTORs of instances; without one they do not run.
	Sim Simulator

	// Reserved tells the names that no new mechanism of a kind may have; nil:
	// none.
	Reserved func(name string, kind Kind) bool

	list   []*entry // in order of registration
	byName map[string]*entry
	ready  []*Mechanism // see Made; nil: to be listed anew
	random *ScopRandom
}

// Copy makes a registry that knows the same mechanisms, in the same order, with
// the same global variables, and has no instances.
func (r *Registry) Copy() *Registry {
	c := &Registry{Reserved: r.Reserved, byName: map[string]*entry{}, random: &ScopRandom{}}
	c.random.Restart()
	same := map[*entry]*entry{}
	for _, e := range r.list {
		same[e] = &entry{name: e.name, kind: e.kind, compile: e.compile}
		c.list = append(c.list, same[e])
	}
	for key, e := range r.byName {
		c.byName[key] = same[e]
	}
	for _, ions := range []bool{true, false} { // ions first: the others look at them
		for _, e := range r.list {
			if e.mech != nil && (e.kind == IonKind) == ions {
				same[e].mech = e.mech.copyTo(c)
			}
		}
	}
	return c
}

// entry is a mechanism of a registry, or the place of one that is compiled on
// first use.
type entry struct {
	name    string
	kind    Kind
	mech    *Mechanism   // nil before the first use
	compile func() *Type // of a reserved place
}

// Random is the sequence that all mechanisms share, with what all generators of
// the model have in common.
func (r *Registry) Random() *ScopRandom { return r.random }

// NewRegistry makes a registry with the ions na, k and ca.
func NewRegistry() *Registry {
	r := &Registry{byName: map[string]*entry{}, random: &ScopRandom{}}
	r.random.Restart()
	for _, ion := range []string{"na", "k", "ca"} {
		if _, err := r.RegisterIon(ion, 0, false); err != nil {
			panic(err)
		}
	}
	return r
}

// Reserve keeps the next place for a built-in mechanism of a name and kind,
// which compile makes when it is first used. It may use the ions na, k and ca
// only, so that its first use makes no other mechanism known. compile may be
// called from several goroutines.
func (r *Registry) Reserve(name string, kind Kind, compile func() *Type) {
	r.add(&entry{name: name, kind: kind, compile: compile}, name)
}

func (r *Registry) add(e *entry, key string) {
	r.byName[key] = e
	r.list = append(r.list, e)
	r.ready = nil
}

// made gives the mechanism of an entry, and compiles it on its first use.
func (r *Registry) made(e *entry) *Mechanism {
	if e.mech == nil {
		m, err := r.build(e.compile(), true)
		if err != nil {
			panic(err) // of a built-in mechanism
		}
		e.mech, r.ready = m, nil
	}
	return e.mech
}

// All lists the mechanisms in order of registration. It compiles what has not
// been used yet, side by side; Made does without.
func (r *Registry) All() []*Mechanism {
	var wait sync.WaitGroup
	for _, e := range r.list {
		if e.mech == nil {
			wait.Go(func() { e.compile() })
		}
	}
	wait.Wait()
	for _, e := range r.list {
		r.made(e)
	}
	return r.Made()
}

// Made lists, in order of registration, the mechanisms that have been asked for.
// The others have no instances, and their globals have the defaults.
func (r *Registry) Made() []*Mechanism {
	if r.ready == nil {
		for _, e := range r.list {
			if e.mech != nil {
				r.ready = append(r.ready, e.mech)
			}
		}
	}
	return r.ready
}

// InOrder lists those of Made in the order in which they run, so that each comes
// after what computes what it reads: ions, then those that write concentrations,
// then the others, each in order of registration.
func (r *Registry) InOrder() []*Mechanism {
	rank := func(m *Mechanism) int {
		switch {
		case m.Type.Kind == IonKind:
			return 0
		case m.Type.WritesConcentration:
			return 1
		}
		return 2
	}
	out := slices.Clone(r.Made())
	slices.SortStableFunc(out, func(a, b *Mechanism) int { return rank(a) - rank(b) })
	return out
}

// Get finds a mechanism by name, or nil.
func (r *Registry) Get(name string) *Mechanism {
	if e := r.byName[name]; e != nil {
		return r.made(e)
	}
	return nil
}

// Library finds the newest file of functions (SUFFIX nothing) that has a
// function, procedure or visible global variable of a name, or nil.
func (r *Registry) Library(name string) *Mechanism {
	for _, e := range slices.Backward(r.list) {
		if e.kind != Library {
			continue
		}
		m := r.made(e)
		if g := m.Type.Global(name); g != nil && !g.Hidden || m.Type.Procedure(name) != nil {
			return m
		}
	}
	return nil
}

// Find finds a mechanism of the wanted kind; the error has a did-you-mean.
func (r *Registry) Find(name string, kind Kind) (*Mechanism, error) {
	m := r.Get(name)
	if m != nil && m.Type.Kind == kind {
		return m, nil
	}
	e := fault.New(fault.Reference, "there is no %s %q", kind, name)
	e.Mechanism = name
	if m != nil {
		other := map[Kind]string{Density: "a density mechanism: insert it into a section", PointProcess: "a point process: place it with n." + name + "(segment)", IonKind: "an ion",
			ArtificialCell: "an artificial cell: make it with n." + name + "()", Library: "a file of functions"}[m.Type.Kind]
		return nil, e.WithHint("%s is %s", name, other)
	}
	var names []string
	for _, c := range r.list {
		if c.kind == kind {
			names = append(names, c.name)
		}
	}
	if kind == IonKind { // the ending says nothing about what was meant
		for i := range names {
			names[i] = strings.TrimSuffix(names[i], "_ion")
		}
		if near := spell.Nearest(strings.TrimSuffix(name, "_ion"), names); near != "" {
			return nil, e.DidYouMean(near + "_ion")
		}
		return nil, e
	}
	near := spell.Nearest(name, names)
	if near == "" && (kind == Density || kind == PointProcess) {
		return nil, e.WithHint("n.load_mechanisms(folder) makes those of your own .mod files known")
	}
	return nil, e.DidYouMean(near)
}

// CanRegister says whether Register of all these types would succeed.
func (r *Registry) CanRegister(types ...*Type) error {
	names, charges := map[string]bool{}, map[string]float64{}
	for _, t := range types {
		old := r.byName[t.key()]
		e := fault.New(fault.Model, "mechanism %s is in use and cannot be replaced", t.Name)
		e.Mechanism = t.Name
		switch {
		case old != nil && old.instances() > 0:
			return e.WithHint("uninsert or delete all of its instances first (there are %d), or call n.reset()", old.instances())
		case names[t.key()] && t.Kind != Library:
			e.Msg = fmt.Sprintf("two files define a mechanism %s", t.Name)
			return e.WithHint("change the SUFFIX or POINT_PROCESS of one of them")
		case t.Kind == Library:
		case t.Name == Extracellular && t != ExtracellularType, old == nil && r.Reserved != nil && r.Reserved(t.Name, t.Kind):
			e.Msg = fmt.Sprintf("a mechanism cannot be called %s: that name has a meaning already", t.Name)
			return e.WithHint("change its SUFFIX or POINT_PROCESS")
		}
		names[t.key()] = true
		for _, u := range t.Ions {
			has, ok := charges[u.Ion]
			if !ok {
				has = r.charge(u.Ion)
			}
			if err := checkCharge(u.Ion, has, u.Valence, u.HasValence); err != nil {
				return err
			}
			if u.HasValence {
				has = u.Valence
			}
			charges[u.Ion] = has
		}
	}
	return nil
}

// Register adds a compiled type, and the ions that it uses. A type of the same
// name replaces the old one when that has no instances. The error is that of
// CanRegister.
func (r *Registry) Register(t *Type, builtin bool) (*Mechanism, error) {
	if err := r.CanRegister(t); err != nil {
		return nil, err
	}
	m, err := r.build(t, builtin)
	if err != nil {
		return nil, err
	}
	if old := r.byName[t.key()]; old != nil {
		*old = entry{name: t.Name, kind: t.Kind, mech: m}
		r.ready = nil
	} else {
		r.add(&entry{name: t.Name, kind: t.Kind, mech: m}, t.key())
	}
	return m, nil
}

// build makes a mechanism of a type, and the ions that it uses.
func (r *Registry) build(t *Type, builtin bool) (*Mechanism, error) {
	var ions []*Mechanism
	for _, u := range t.Ions {
		ion, err := r.RegisterIon(u.Ion, u.Valence, u.HasValence)
		if err != nil {
			return nil, err
		}
		ions = append(ions, ion)
	}
	m := newMechanism(t, ions...)
	m.Builtin, m.Random, m.reg = builtin, r.random, r
	return m, nil
}

// instances counts the instances of the mechanism.
func (e *entry) instances() int {
	if e.mech == nil {
		return 0
	}
	return e.mech.Table.Len()
}
