package vector

import (
	"math"
	"slices"
)

// few is the number of elements up to which comparing them is as fast as
// sorting them by digits.
const few = 1000

// sortNumbers puts numbers in ascending order, NaN at the end.
func sortNumbers(xs []float64) {
	if len(xs) <= few {
		slices.SortFunc(xs, compare)
		return
	}
	keys := make([]uint64, len(xs))
	for i, x := range xs {
		keys[i] = sortKey(x)
	}
	keys, _ = radixSort(keys, nil)
	for i, k := range keys {
		if k>>63 != 0 {
			k &^= 1 << 63
		} else {
			k = ^k
		}
		xs[i] = math.Float64frombits(k)
	}
}

// sortedIndex gives the indices of xs in the order of their numbers, those of
// equal ones in their own.
func sortedIndex(xs []float64) []uint32 {
	index := make([]uint32, len(xs))
	for i := range index {
		index[i] = uint32(i)
	}
	if len(xs) <= few {
		slices.SortStableFunc(index, func(i, j uint32) int { return compare(xs[i], xs[j]) })
		return index
	}
	keys := make([]uint64, len(xs))
	for i, x := range xs {
		keys[i] = sortKey(x + 0) // -0 is 0 here
	}
	_, index = radixSort(keys, index)
	return index
}

// sortKey is an integer that orders numbers as they are ordered, -0 before 0,
// NaN last: the bits of a float64 ascend with the number where it is positive
// and descend where it is negative.
func sortKey(x float64) uint64 {
	bits := math.Float64bits(x)
	switch {
	case x != x:
		return math.MaxUint64
	case bits>>63 != 0:
		return ^bits
	}
	return bits | 1<<63
}

// radixSort sorts keys digit by digit, from the last to the first, and index,
// which may be nil, along with them. Equal keys keep their order. It uses both
// as scratch.
//
// Source: Knuth, The Art of Computer Programming 3, 5.2.5.
func radixSort(keys []uint64, index []uint32) ([]uint64, []uint32) {
	const bits, digits = 11, 6
	var counts [digits][1 << bits]int32
	for _, k := range keys {
		for d := range counts {
			counts[d][k>>(d*bits)&(1<<bits-1)]++
		}
	}
	indexed := index != nil
	spare, spareIndex := make([]uint64, len(keys)), make([]uint32, len(index))
	for d := range counts {
		count := &counts[d]
		if int(count[keys[0]>>(d*bits)&(1<<bits-1)]) == len(keys) {
			continue // the same digit everywhere
		}
		at := int32(0)
		for i, n := range count {
			count[i] = at
			at += n
		}
		for i, k := range keys {
			to := &count[k>>(d*bits)&(1<<bits-1)]
			spare[*to] = k
			if indexed {
				spareIndex[*to] = index[i]
			}
			*to++
		}
		keys, spare = spare, keys
		index, spareIndex = spareIndex, index
	}
	return keys, index
}
