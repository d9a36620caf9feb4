//go:build !amd64

package simd

// assembly lists the paths in assembly: there are none for this processor.
func assembly() []path { return nil }
