package solver

import (
	"testing"
	"time"
)

// TestPace has threads make steps in some time, and one in another, which change
// places in the middle.
func TestPace(t *testing.T) {
	for _, c := range []struct {
		name            string
		team, one       time.Duration
		mostOf, atLeast float64 // the part of the time that the better way gets
	}{
		{"a team that gains", 60 * time.Microsecond, 100 * time.Microsecond, 0, 0.95},
		{"a busy machine", 400 * time.Microsecond, 100 * time.Microsecond, 1, 0.95},
		{"long steps", 60 * time.Millisecond, 100 * time.Millisecond, 0, 0.8},
	} {
		var p pace
		var spent [2]time.Duration
		for end := 20 * time.Second; spent[0]+spent[1] < end; {
			way, d := 0, c.team
			if p.alone {
				way, d = 1, c.one
			}
			spent[way] += d
			p.made(1, d)
		}
		if got := spent[int(c.mostOf)].Seconds() / 20; got < c.atLeast {
			t.Errorf("%s: the better way got %.2f of the time", c.name, got)
		}
	}
	var p pace
	for range 30000 {
		p.made(1, 100*time.Microsecond+time.Duration(200*bool01(!p.alone))*time.Microsecond)
	}
	if !p.alone {
		t.Error("the team goes on although it is slower")
	}
	for range 50000 {
		p.made(1, 100*time.Microsecond-time.Duration(50*bool01(!p.alone))*time.Microsecond)
	}
	if p.alone {
		t.Error("the team does not come back when it is faster again")
	}
}

func bool01(b bool) int {
	if b {
		return 1
	}
	return 0
}
