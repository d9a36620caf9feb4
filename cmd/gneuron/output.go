package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"
)

// output is the standard output, which may be a file on a disk that is full: it
// keeps the first error of a write, which those who print do not look at.
type output struct {
	to  io.Writer
	err error
}

// Write writes to the standard output.
func (o *output) Write(p []byte) (int, error) {
	n, err := o.to.Write(p)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// report tells on stderr what was not written, and gives the exit code; code is what
// it would be otherwise. A reader that has gone, as head does, is no error.
func (o *output) report(stderr io.Writer, code int) int {
	if o.err == nil || errors.Is(o.err, syscall.EPIPE) {
		return code
	}
	err := o.err
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	fmt.Fprintf(stderr, "gneuron: cannot write to the standard output: %v\n", err)
	if code == exitOK {
		return exitFailed
	}
	return code
}
