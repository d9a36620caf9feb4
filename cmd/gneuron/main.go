// Command gneuron runs models of neurons that are written in JavaScript.
//
//	gneuron run [--timeout 5s] [--quiet] FILE.js [ARGS]
//	gneuron                 an interactive session
//	gneuron -e CODE
//	gneuron version
//	gneuron help [COMMAND]
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
