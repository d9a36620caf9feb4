package spell

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"gnabar_hh", "gkbar_hh", "g_pas", "e_pas", "nseg", "Ra", "L", "h_hh", "hh"}
	for _, c := range []struct{ word, want string }{
		{"gnabr_hh", "gnabar_hh"},
		{"gnabar_HH", "gnabar_hh"},
		{"nsge", "nseg"},
		{"ra", "Ra"},
		{"e_pass", "e_pas"},
		{"completely_other", ""},
		{"zz", ""},
		{"gkba", "gkbar_hh"},
		{"nsegments", "nseg"},
		{"gnab", "gnabar_hh"},
		{"hhh", "hh"}, // rather than h_hh
		{"map", ""},   // as near to "Ra" as to anything
	} {
		if got := Nearest(c.word, names); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
