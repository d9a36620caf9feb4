package script

import "github.com/gneuron/gneuron/mechanism"

// The models of the tests are small. They must find out what goes wrong with
// columns that are stored once, so that all of them may be.
func init() { mechanism.UniformFrom = 1 }
