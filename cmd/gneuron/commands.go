package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gneuron/gneuron/internal/memory"
	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/plot"
	"github.com/gneuron/gneuron/script"
	"github.com/gneuron/gneuron/script/repl"
)

// Exit codes of gneuron; process.exit(k) in a script gives k.
const (
	exitOK          = 0
	exitFailed      = 1   // the script failed
	exitUsage       = 2   // gneuron was called wrongly
	exitTimeout     = 124 // --timeout ended the script
	exitInterrupted = 130 // Ctrl-C ended the script
)

// command is one subcommand. Its text for help starts with the usage line.
type command struct {
	name, usage, help string
	run               func(c *command, io *streams, args []string) int
}

// streams is how a command meets the world.
type streams struct {
	in       io.Reader
	out, err io.Writer
	threads  int // of models whose scripts ask for none; 0: as many as gain
}

// runtime makes the runtime of a script that is called with args.
func (s *streams) runtime(args []string) *script.Runtime {
	return script.New(script.Options{Stdin: s.in, Stdout: s.out, Stderr: s.err, Args: args, Threads: s.threads})
}

// threadCount reads a number of threads.
func threadCount(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > script.MaxThreads {
		return 0, fmt.Errorf("it must be a whole number from 1 to %d", script.MaxThreads)
	}
	return n, nil
}

// commands lists the subcommands in the order of the overview. It is a
// function because help refers back to it.
func commands() []*command {
	return []*command{
		{"run", "gneuron run [--timeout DURATION] [--threads N] [--quiet] [--open] FILE.js [ARGS]",
			"Runs a script: JavaScript (.js), an ES module (.mjs) or TypeScript (.ts). FILE \"-\"\n" +
				"is the standard input. ARGS are process.argv[2] and on.\n\n" +
				"  --timeout DURATION   end the script after this time: 5s, 2m, or 5 for 5 seconds\n" +
				"  --threads N          threads that share the steps of a model; without it, and without\n" +
				"                       the environment variable GNEURON_THREADS, all processors where\n" +
				"                       that is faster. The numbers do not depend on it.\n" +
				"  --quiet              no bar for runs that take more than a second; there is none\n" +
				"                       either where the standard error is no terminal\n" +
				"  --open               plt.show() opens a page in the browser, which zooms\n\n" +
				"The environment variable GNEURON_MEMORY is how much memory a script may hold, such as\n" +
				"500MB or 4GB; without it most of what the system has. More is an error.\n\n" +
				"Exit codes: 0; 1 the script failed; 2 wrong usage; 130 after Ctrl-C; 124 after\n" +
				"--timeout; k after process.exit(k).\n", runScript},
		{"port", "gneuron port [-o OUT] [--force] FILE.py|FILE.ipynb", portHelp, portCommand},
		{"mod", "gneuron mod check|show|fmt [OPTIONS] FILE...", modHelp, mod},
		{"types", "gneuron types [--mod FOLDER]... [FILE]", typesHelp, types},
		{"kernel", "gneuron kernel install|remove|run [OPTIONS]", kernelHelp, kernel},
		{"docs", "gneuron docs [--port N] [--open] [NAME]", docsHelp, documentation},
		{"version", "gneuron version",
			"Prints the version of gneuron and of Go, the system, and the vector loops that run:\n" +
				"the fastest that the processor has, unless the environment variable GNEURON_SIMD is\n" +
				"avx512, avx2 or go. The numbers are the same with all of them.\n", version},
		{"help", "gneuron help [COMMAND]", "Explains a command, or lists them all.\n", help},
	}
}

// run executes the command line and gives the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &output{to: stdout}
	return out.report(stderr, execute(args, stdin, out, stderr))
}

func execute(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &streams{in: stdin, out: stdout, err: stderr}
	if e := simd.Refused(); e != nil {
		fmt.Fprintf(stderr, "gneuron: %s\nhint: %s\n", e.Msg, e.Hint)
		return exitUsage
	}
	if text := os.Getenv("GNEURON_THREADS"); text != "" {
		n, err := threadCount(text)
		if err != nil {
			fmt.Fprintf(stderr, "gneuron: GNEURON_THREADS is %q: %v\n", text, err)
			return exitUsage
		}
		s.threads = n
	}
	if text := os.Getenv("GNEURON_MEMORY"); text != "" {
		bytes, err := memory.Parse(text)
		if err != nil {
			fmt.Fprintf(stderr, "gneuron: GNEURON_MEMORY is %q: %v\n", text, err)
			return exitUsage
		}
		script.LimitMemory(bytes)
	}
	if len(args) == 0 {
		return interactive(s)
	}
	switch args[0] {
	case "-h", "-help", "--help":
		return help(nil, s, args[1:])
	case "-e", "--eval":
		return evaluate(s, args[1:])
	case "-v", "-version", "--version":
		return version(nil, s, nil)
	}
	var names []string
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(c, s, args[1:])
		}
		names = append(names, c.name)
	}
	if strings.HasPrefix(args[0], "-") {
		fmt.Fprintf(stderr, "gneuron: there is no option %s\nhint: gneuron help lists the commands\n", args[0])
		return exitUsage
	}
	fmt.Fprintf(stderr, "gneuron: there is no command %q\n", args[0])
	near := spell.Nearest(args[0], names)
	switch {
	case slices.Contains(script.ModuleEndings[1:], filepath.Ext(args[0])):
		fmt.Fprintf(stderr, "hint: did you mean \"gneuron run %s\"?\n", args[0])
	case slices.Contains([]string{".py", ".ipynb"}, filepath.Ext(args[0])):
		fmt.Fprintf(stderr, "hint: gneuron port %s makes JavaScript of Python\n", args[0])
	case near != "":
		fmt.Fprintf(stderr, "hint: did you mean \"gneuron %s\"?\n", near)
	default:
		fmt.Fprintln(stderr, "hint: gneuron help lists the commands")
	}
	return exitUsage
}

// help prints the overview or the text of a command.
func help(_ *command, s *streams, args []string) int {
	if len(args) > 0 {
		var names []string
		for _, c := range commands() {
			if c.name == args[0] {
				fmt.Fprintf(s.out, "usage: %s\n\n%s", c.usage, c.help)
				return exitOK
			}
			names = append(names, c.name)
		}
		fmt.Fprintf(s.err, "gneuron: there is no command %q\n", args[0])
		if near := spell.Nearest(args[0], names); near != "" {
			fmt.Fprintf(s.err, "hint: did you mean \"gneuron help %s\"?\n", near)
		}
		return exitUsage
	}
	fmt.Fprint(s.out, "gneuron simulates neurons; models are written in JavaScript.\n\n"+
		"  gneuron                  an interactive session; .help explains it\n"+
		"  gneuron -e CODE [ARGS]   run CODE and print the value of its last expression\n")
	for _, c := range commands() {
		fmt.Fprintf(s.out, "  %s\n", c.usage)
	}
	return exitOK
}

// version prints what this binary is.
func version(c *command, s *streams, args []string) int {
	if len(args) > 0 {
		return wrongUsage(c, s, fmt.Errorf("version takes no arguments"))
	}
	fmt.Fprintf(s.out, "gneuron %s %s %s/%s %s\n", versionNumber(), runtime.Version(), runtime.GOOS, runtime.GOARCH, simd.Path())
	return exitOK
}

// release is the version that make release puts in.
var release string

// versionNumber is the version that this binary was built from.
func versionNumber() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// wrongUsage reports a wrong call of a command.
func wrongUsage(c *command, s *streams, err error) int {
	fmt.Fprintf(s.err, "gneuron %s: %v\nusage: %s\n", c.name, err, c.usage)
	return exitUsage
}

// runScript runs a file or the standard input.
func runScript(c *command, s *streams, args []string) int {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var timeout time.Duration
	flags.Func("timeout", "", func(text string) (err error) {
		timeout, err = duration(text)
		return err
	})
	quiet := flags.Bool("quiet", false, "")
	flags.Func("threads", "", func(text string) (err error) {
		s.threads, err = threadCount(text)
		return err
	})
	open := flags.Bool("open", false, "")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return help(nil, s, []string{c.name})
		}
		return wrongUsage(c, s, err)
	}
	if flags.NArg() == 0 {
		return wrongUsage(c, s, errors.New("which file?"))
	}
	file := flags.Arg(0)
	s, show := progress(s, *quiet)
	rt := s.runtime(flags.Args()[1:])
	rt.OnProgress(show)
	defer rt.Close()
	if *open {
		rt.OnShow(func(f *plot.Figure) error { return openInBrowser(s.err, f) })
	}
	defer watch(rt, s.err, timeout)()
	if file == "-" {
		return runStdin(s, rt)
	}
	return report(s.err, rt.RunFile(file))
}

// duration reads a time such as 5s, 2m or 1m30s; a plain number is in seconds.
func duration(text string) (time.Duration, error) {
	d, err := time.ParseDuration(text)
	if seconds, numErr := strconv.ParseFloat(text, 64); numErr == nil {
		d, err = time.Duration(seconds*float64(time.Second)), nil
	}
	if err != nil || d <= 0 {
		return 0, errors.New("it must be a time such as 0.5s, 30s or 2m")
	}
	return d, nil
}

// runStdin runs the standard input as a script.
func runStdin(s *streams, rt *script.Runtime) int {
	text, err := io.ReadAll(s.in)
	if err != nil {
		return report(s.err, fmt.Errorf("cannot read the standard input: %w", err))
	}
	return report(s.err, rt.RunSource(filepath.Join(rt.Dir(), "<stdin>"), string(text)))
}

// interactive starts the REPL, or runs what is piped in.
func interactive(s *streams) int {
	s, show := progress(s, false)
	rt := s.runtime(nil)
	rt.OnProgress(show)
	defer rt.Close()
	if s.in == os.Stdin && repl.IsTerminal() {
		fmt.Fprintln(s.out, "gneuron: help() explains, Ctrl-D leaves")
		return repl.Run(rt, s.out, s.err)
	}
	defer watch(rt, s.err, 0)()
	return runStdin(s, rt)
}

// evaluate serves gneuron -e CODE [ARGS].
func evaluate(s *streams, args []string) int {
	if len(args) == 0 {
		fmt.Fprintln(s.err, "gneuron -e: which code?\nusage: gneuron -e CODE [ARGS]")
		return exitUsage
	}
	s, show := progress(s, false)
	rt := s.runtime(args[1:])
	rt.OnProgress(show)
	defer rt.Close()
	defer watch(rt, s.err, 0)()
	session := repl.NewSession(rt)
	session.Name = func(int) string { return "<code>" }
	result, err := session.Eval(args[0])
	if err != nil {
		return report(s.err, err)
	}
	if result.Text != "" {
		fmt.Fprintln(s.out, rt.Format(result.Value))
	}
	return exitOK
}

// report prints why a script ended and gives the exit code.
func report(w io.Writer, err error) int {
	var exit *script.Exit
	var stopped *script.Stopped
	var failed *script.Error
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		return exit.Code
	case errors.As(err, &stopped):
		fmt.Fprint(w, stopped.Report())
		if stopped.Reason == script.TimedOut {
			return exitTimeout
		}
		return exitInterrupted
	}
	fmt.Fprint(w, script.Report(err))
	if errors.As(err, &failed) && failed.GoStack != "" && os.Getenv("GNEURON_DEBUG") != "" {
		fmt.Fprint(w, failed.GoStack)
	}
	return exitFailed
}
