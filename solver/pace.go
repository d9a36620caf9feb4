package solver

import "time"

// pace finds out whether a team makes steps faster than one thread, and lets the
// faster way go on: where other programs keep the processors busy, threads wait
// for each other longer than they gain. It tries both ways for a while, then
// again after a time that grows as long as the answer is the same. The bits are
// the same both ways.
type pace struct {
	alone  bool // one thread does all
	tried  [2]pacing
	fresh  bool          // the way was just changed: the caches are not warm
	left   time.Duration // until the next trial
	period time.Duration // between the last two
}

// pacing is what one way took: by all threads, or alone.
type pacing struct {
	steps int
	spent time.Duration
}

// How long a trial of one way lasts, and the shortest and the longest time
// between two trials.
const (
	trial     = 3 * time.Millisecond
	minPeriod = 200 * time.Millisecond
	maxPeriod = 2 * time.Second
)

// made takes note of the time that some steps took.
func (p *pace) made(steps int, spent time.Duration) {
	if p.left > 0 {
		p.left -= spent
		return
	}
	if p.fresh {
		p.fresh = false
		return
	}
	now, other := &p.tried[0], &p.tried[1]
	if p.alone {
		now, other = other, now
	}
	now.steps, now.spent = now.steps+steps, now.spent+spent
	switch {
	case now.spent < trial:
	case other.steps == 0:
		p.alone, p.fresh = !p.alone, true
	default:
		team, one := p.tried[0], p.tried[1]
		before := !p.alone // the way before this trial, which ends with the other one
		p.alone = float64(one.spent)*float64(team.steps) < float64(team.spent)*float64(one.steps)
		if p.period *= 2; p.alone != before {
			p.period = 0
		}
		p.period = min(max(p.period, minPeriod), maxPeriod)
		p.left, p.tried = p.period, [2]pacing{}
	}
}
