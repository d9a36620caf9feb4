package solver

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
)

// cacheBytes is what the columns of a shard may take: about what the second cache of
// a processor holds. Tests lower it.
var cacheBytes = 1 << 20

// fit cuts shards between groups of trees into such that fit into the cache. A thread
// makes a stretch of steps with one, then with the next, so that their columns come
// from memory once per stretch and not several times per step.
func (p *plan) fit(nodes *mechanism.Table) {
	bytes := make([]int, nodes.Len()+1) // of all nodes before
	for i := range nodes.Len() {
		bytes[i+1] = nodes.Bytes()
	}
	for m, at := range p.nodesOf {
		for _, node := range at {
			bytes[node+1] += m.Table.Bytes()
		}
	}
	for i := range nodes.Len() {
		bytes[i+1] += bytes[i]
	}
	if bytes[nodes.Len()] < 2*cacheBytes {
		return
	}
	var out []shard
	for _, at := range p.shards {
		k, _ := slices.BinarySearch(p.groups, int32(at.lo+1))
		for ; k < len(p.groups) && int(p.groups[k]) < at.hi; k++ {
			end := at.hi // of the group
			if k+1 < len(p.groups) {
				end = min(end, int(p.groups[k+1]))
			}
			if next := int(p.groups[k]); bytes[end]-bytes[at.lo] > cacheBytes {
				out = append(out, shard{at.lo, next})
				at.lo = next
			}
		}
		out = append(out, at)
	}
	p.shards = out
}
