// Command gneuron runs models of neurons that are written in JavaScript.
//
//	gneuron run [--timeout 5s] [--threads 4] [--quiet] FILE.js [ARGS]
//	gneuron                 an interactive session
//	gneuron -e CODE
//	gneuron version
//	gneuron help [COMMAND]
package main

import (
	"os"
	"runtime"
)

func main() {
	// The garbage collector runs whenever the heap has grown by its own size. Of a
	// heap of a few megabytes that is all the time. Memory that is never touched
	// counts as heap and costs nothing.
	untouched := make([]byte, 32<<20)
	defer runtime.KeepAlive(untouched)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
