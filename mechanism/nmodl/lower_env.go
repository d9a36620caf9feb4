package nmodl

import (
	"cmp"
	"maps"
	"slices"
)

// environment holds what every variable that was assigned to is at a point of
// the code. Code can run aside: what it assigns is noted and taken back, which
// costs as much as it assigns, however many variables there are.
type environment struct {
	now   map[slot]num
	edits []edit // what to take back, the oldest first
	aside int    // how many run aside of each other
}

// edit is an assignment that may be taken back.
type edit struct {
	slot slot
	old  num
	had  bool
}

// change is what code left in a variable; there is false where it dropped it.
type change struct {
	num
	there bool
}

func (e *environment) get(s slot) (x num, ok bool) {
	x, ok = e.now[s]
	return x, ok
}

// at gives a variable that is there.
func (e *environment) at(s slot) num { return e.now[s] }

func (e *environment) set(s slot, x num) {
	e.note(s)
	e.now[s] = x
}

// drop forgets a variable.
func (e *environment) drop(s slot) {
	if _, ok := e.now[s]; ok {
		e.note(s)
		delete(e.now, s)
	}
}

func (e *environment) note(s slot) {
	if e.aside > 0 {
		old, had := e.now[s]
		e.edits = append(e.edits, edit{s, old, had})
	}
}

// run runs code aside and gives what it changed.
func (e *environment) run(code func()) map[slot]change {
	start := len(e.edits)
	e.aside++
	code()
	e.aside--
	left := map[slot]change{}
	for i := len(e.edits) - 1; i >= start; i-- {
		d := e.edits[i]
		if _, ok := left[d.slot]; !ok {
			x, there := e.now[d.slot]
			left[d.slot] = change{x, there}
		}
		if d.had {
			e.now[d.slot] = d.old
		} else {
			delete(e.now, d.slot)
		}
	}
	e.edits = e.edits[:start]
	return left
}

// with runs code aside and gives all variables as they were at its end.
func (p *pass) with(code func()) (left map[slot]num) {
	p.env.run(func() {
		code()
		left = maps.Clone(p.env.now)
	})
	return left
}

// inOrder sorts variables by their first occurrence, so that equal texts give
// equal programs.
func inOrder[T any](p *pass, sets ...map[slot]T) []slot {
	var all []slot
	for i, set := range sets {
		for s := range set {
			if i == 0 || !slices.ContainsFunc(sets[:i], func(before map[slot]T) bool { _, ok := before[s]; return ok }) {
				all = append(all, s)
			}
		}
	}
	slices.SortFunc(all, func(x, y slot) int {
		if n := cmp.Compare(p.seen[x.sym], p.seen[y.sym]); n != 0 {
			return n
		}
		if n := cmp.Compare(x.k, y.k); n != 0 {
			return n
		}
		if x.prime != y.prime && y.prime {
			return -1
		}
		return 1
	})
	return all
}
