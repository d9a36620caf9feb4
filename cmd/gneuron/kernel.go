package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/script"
	"github.com/gneuron/gneuron/script/jupyter"
)

const kernelHelp = `Makes gneuron a kernel of Jupyter, for notebooks in JavaScript.

  gneuron kernel install [--user | --prefix FOLDER]
        tells Jupyter of this gneuron: for you alone (--user, which is what it does
        without an option), or in an installation such as a virtual environment of
        Python; Jupyter and VS Code then offer "gneuron (JavaScript)"
  gneuron kernel remove [--user | --prefix FOLDER]
        takes it back
  gneuron kernel run CONNECTION_FILE
        is what Jupyter starts
`

// kernel serves the subcommand of that name.
func kernel(c *command, s *streams, args []string) int {
	if len(args) == 0 {
		return wrongUsage(c, s, errors.New("install, remove or run?"))
	}
	switch args[0] {
	case "install", "remove":
		return kernelSpec(c, s, args[0], args[1:])
	case "run":
		return kernelRun(c, s, args[1:])
	case "-h", "-help", "--help":
		return help(nil, s, []string{c.name})
	}
	return wrongUsage(c, s, fmt.Errorf("there is no %q: install, remove or run?", args[0]))
}

// kernelSpec tells Jupyter of the kernel, or takes it back.
func kernelSpec(c *command, s *streams, what string, args []string) int {
	flags := flag.NewFlagSet(what, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	user := flags.Bool("user", false, "")
	prefix := flags.String("prefix", "", "")
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return help(nil, s, []string{c.name})
	case err != nil:
		return wrongUsage(c, s, err)
	case flags.NArg() > 0:
		return wrongUsage(c, s, fmt.Errorf("%s takes no %q", what, flags.Arg(0)))
	case *user && *prefix != "":
		return wrongUsage(c, s, errors.New("--user and --prefix are two places: take one"))
	}
	folder := jupyter.PrefixFolder(*prefix)
	if *prefix == "" {
		if folder, err = jupyter.UserFolder(); err != nil {
			return report(s.err, fmt.Errorf("the folder of Jupyter is not known: %w", err))
		}
	}
	if what == "remove" {
		dir, err := jupyter.Remove(folder)
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("there is no kernel in %s", dir)
		}
		if err == nil {
			fmt.Fprintf(s.out, "removed %s\n", dir)
		}
		return report(s.err, err)
	}
	exe, err := os.Executable()
	if err == nil && strings.Contains(exe, "go-build") {
		err = errors.New("this gneuron was made by go run and is gone when it ends: build it first (go install ./cmd/gneuron)")
	}
	if err == nil {
		var dir string
		if dir, err = jupyter.Install(folder, exe); err == nil {
			fmt.Fprintf(s.out, "installed %s\nJupyter now offers \"gneuron (JavaScript)\"; it starts %s\n", dir, exe)
		}
	}
	return report(s.err, err)
}

// kernelRun is the kernel itself.
func kernelRun(c *command, s *streams, args []string) int {
	if len(args) != 1 {
		return wrongUsage(c, s, errors.New("run needs the connection file that Jupyter writes; \"gneuron kernel install\" makes Jupyter start it"))
	}
	figures := os.Getenv("GNEURON_FIGURES")
	if figures != "" && !slices.Contains(script.FigureForms, figures) {
		return report(s.err, fmt.Errorf("GNEURON_FIGURES is %q: it must be one of %s", figures, strings.Join(script.FigureForms, ", ")))
	}
	connection, err := jupyter.ReadConnection(args[0])
	if err == nil {
		err = jupyter.Serve(context.Background(), connection, versionNumber(), figures)
	}
	return report(s.err, err)
}
