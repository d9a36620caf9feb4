package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/gneuron/gneuron/port"
	"github.com/gneuron/gneuron/port/python"
)

const portHelp = `Turns a notebook or script that uses NEURON from Python into gneuron's JavaScript.

  gneuron port model.py             writes model.js
  gneuron port lesson.ipynb         writes lesson.gneuron.ipynb, for gneuron's kernel
  gneuron port -o lesson.js lesson.ipynb
                                    one script, the texts as comments
  gneuron port -o - model.py        writes to the standard output

What it does not know stays as a comment, below a line that begins with "// port:"
and says why. It tells how many lines those are. A file that is there is not
overwritten without --force.
`

// portCommand serves the subcommand port.
func portCommand(c *command, s *streams, args []string) int {
	flags := flag.NewFlagSet("port", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	out := flags.String("o", "", "")
	force := flags.Bool("force", false, "")
	var files []string
	for len(args) > 0 { // options may follow the file
		if err := flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return help(nil, s, []string{c.name})
			}
			return wrongUsage(c, s, err)
		}
		if args = flags.Args(); len(args) > 0 {
			files, args = append(files, args[0]), args[1:]
		}
	}
	if len(files) != 1 {
		return wrongUsage(c, s, errors.New("it takes one file"))
	}
	file := files[0]
	ending := filepath.Ext(file)
	if ending != ".py" && ending != ".ipynb" {
		return wrongUsage(c, s, fmt.Errorf("%s is neither a .py nor a .ipynb", file))
	}
	to := *out
	if to == "" {
		if to = strings.TrimSuffix(file, ending) + ".js"; ending == ".ipynb" {
			to = strings.TrimSuffix(file, ending) + ".gneuron.ipynb"
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return report(s.err, err)
	}
	var r *port.Result
	if ending == ".ipynb" {
		r, err = port.Notebook(text, filepath.Ext(to) != ".ipynb")
	} else {
		r, err = port.Script(string(text), func(module string) bool {
			_, err := os.Stat(filepath.Join(filepath.Dir(file), filepath.FromSlash(strings.ReplaceAll(module, ".", "/"))+".py"))
			return err == nil
		})
	}
	var wrong *python.Error
	if errors.As(err, &wrong) {
		fmt.Fprintf(s.err, "%s:%v\nhint: gneuron port reads Python 3\n", file, wrong)
		return exitFailed
	}
	if err != nil {
		return report(s.err, fmt.Errorf("%s: %w", file, err))
	}
	if to == "-" {
		fmt.Fprint(s.out, r.Code)
	} else {
		if _, err := os.Stat(to); err == nil && !*force {
			return report(s.err, fmt.Errorf("%s is there already: --force overwrites it, -o names another file", to))
		}
		if err := os.WriteFile(to, []byte(r.Code), 0o644); err != nil {
			return report(s.err, err)
		}
	}
	for _, m := range r.Marks {
		where := fmt.Sprintf("%s:%d", file, m.Line)
		if m.Cell > 0 {
			where = fmt.Sprintf("%s: cell %d, line %d", file, m.Cell, m.Line)
		}
		fmt.Fprintf(s.err, "%s: %s\n", where, m.Why)
	}
	share := 0.0
	if r.Lines > 0 {
		share = 100 * float64(r.Marked()) / float64(r.Lines)
	}
	fmt.Fprintf(s.err, "%s: %d lines of Python, %d marked (%.1f %%)\n", to, r.Lines, r.Marked(), share)
	return exitOK
}
