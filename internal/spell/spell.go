// Package spell finds the word that somebody meant.
package spell

import "strings"

// Nearest returns the candidate closest to word, or "" when none is close
// enough to be a plausible slip of the fingers. Differences of case count
// little; at most a third of the letters (at least one) may differ. Where there is none
// it is the shortest that begins with word, as celsius with cels, or else the longest
// that word begins with, as duration with dur.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", 2*max(1, len(word)/3)
	if len(word) < 3 {
		bestDistance = 1
	}
	for _, c := range candidates {
		if c == word {
			continue
		}
		d := 2 * distance(strings.ToLower(word), strings.ToLower(c))
		if d == 0 {
			d = 1 // only the case differs
		}
		if d < bestDistance || d == bestDistance && (best == "" || closer(c, best, word)) {
			best, bestDistance = c, d
		}
	}
	if best == "" && len(word) >= abbreviation {
		for _, c := range candidates {
			if c != word && strings.HasPrefix(strings.ToLower(c), strings.ToLower(word)) && (best == "" || len(c) < len(best) || len(c) == len(best) && c < best) {
				best = c
			}
		}
	}
	if best == "" && len(word) >= 2*abbreviation-2 {
		for _, c := range candidates {
			if len(c) >= abbreviation-1 && strings.HasPrefix(strings.ToLower(word), strings.ToLower(c)) && len(c) > len(best) {
				best = c
			}
		}
	}
	return best
}

// abbreviation is the least length of a word that is taken as the beginning of another.
const abbreviation = 4

// closer decides between two candidates at the same distance: the one that
// starts like the word, then the first in the alphabet.
func closer(a, b, word string) bool {
	if x, y := common(a, word), common(b, word); x != y {
		return x > y
	}
	return a < b
}

// common is the length of what two words begin with alike.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours each cost 1.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	prev2 := make([]int, len(y)+1)
	prev := make([]int, len(y)+1)
	row := make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(y)]
}
