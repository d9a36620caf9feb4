// Package memory tells how much memory a process may take.
package memory

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Allowed is the number of bytes that this process can hold in all before the system
// runs out of memory: what it holds now and what is left. Of a system that does not
// tell what is left it is all that the machine has; of one that tells nothing 4 GB.
func Allowed() uint64 {
	if bytes := allowed(); bytes > 0 {
		return bytes
	}
	return 4e9
}

var units = []struct {
	name  string
	bytes float64
}{{"GB", 1e9}, {"MB", 1e6}, {"G", 1e9}, {"M", 1e6}}

// Least is the smallest limit that Parse takes, in bytes.
const Least = 64e6

// Parse reads an amount of memory such as 500MB or 2.5GB, in bytes.
func Parse(text string) (uint64, error) {
	for _, u := range units {
		number, ok := strings.CutSuffix(strings.ToUpper(text), u.name)
		if !ok {
			continue
		}
		x, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err == nil && x*u.bytes >= Least && x*u.bytes < math.MaxInt64 {
			return uint64(x * u.bytes), nil
		}
	}
	return 0, fmt.Errorf("it must be an amount such as 500MB or 4GB, and at least %s", Format(Least))
}

// Format writes a number of bytes as 640 MB or 2.5 GB.
func Format(bytes uint64) string {
	if bytes < 1e9 {
		return fmt.Sprintf("%.0f MB", float64(bytes)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(bytes)/1e9)
}
