package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism/nmodl"
	"github.com/gneuron/gneuron/stdlib"
)

const modHelp = `Looks at mechanisms written in NMODL.

  check FILE|FOLDER...   prints errors and warnings, units included; a folder
                         stands for its .mod files
  show NAME|FILE         prints what a mechanism declares and computes; NAME is
                         a built-in one
    --kernel             the programs it becomes, with the number of operations
    --passes             the way through the compiler, pass by pass
  fmt [-w] FILE...       prints the files formatted; -w writes them back.
                         Comments stay, the meaning cannot change.

Exit codes: 0, also with warnings; 1 errors were found; 2 wrong usage.
`

// mod serves gneuron mod.
func mod(c *command, s *streams, args []string) int {
	if len(args) == 0 {
		return wrongUsage(c, s, errors.New("check, show or fmt?"))
	}
	flags, files := splitFlags(args[1:])
	allowed := map[string][]string{"check": {}, "show": {"--kernel", "--passes"}, "fmt": {"-w"}}
	known, ok := allowed[args[0]]
	if !ok {
		if args[0] == "-h" || args[0] == "--help" {
			return help(nil, s, []string{c.name})
		}
		err := fmt.Errorf("there is no %q", args[0])
		if near := spell.Nearest(args[0], []string{"check", "show", "fmt"}); near != "" {
			err = fmt.Errorf("there is no %q; did you mean %q?", args[0], near)
		}
		return wrongUsage(c, s, err)
	}
	for _, f := range flags {
		if f == "-h" || f == "--help" {
			return help(nil, s, []string{c.name})
		}
		if !slices.Contains(known, f) {
			return wrongUsage(c, s, fmt.Errorf("%s takes no %s", args[0], f))
		}
	}
	if len(files) == 0 {
		return wrongUsage(c, s, errors.New("which file?"))
	}
	switch args[0] {
	case "check":
		return modCheck(s, files)
	case "show":
		if len(files) > 1 {
			return wrongUsage(c, s, errors.New("show takes one mechanism"))
		}
		return modShow(s, files[0], flags)
	}
	return modFormat(s, files, slices.Contains(flags, "-w"))
}

func splitFlags(args []string) (flags, rest []string) {
	for _, a := range args {
		if strings.HasPrefix(a, "-") && a != "-" {
			flags = append(flags, a)
		} else {
			rest = append(rest, a)
		}
	}
	return flags, rest
}

// modFiles replaces folders by their .mod files.
func modFiles(args []string) ([]string, error) {
	var files []string
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", a, errors.Unwrap(err))
		}
		if !info.IsDir() {
			files = append(files, a)
			continue
		}
		list, err := filepath.Glob(filepath.Join(a, "*.mod"))
		if err != nil || len(list) == 0 {
			return nil, fmt.Errorf("there is no .mod file in %s", a)
		}
		files = append(files, list...)
	}
	return files, nil
}

// readMod reads a .mod file and gives its INCLUDEs from beside it.
func readMod(file string) (text string, include func(string) (string, error), err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", nil, fmt.Errorf("cannot read %s: %w", file, errors.Unwrap(err))
	}
	return string(data), func(name string) (string, error) {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(file), name))
		if err != nil {
			return "", errors.Unwrap(err)
		}
		return string(data), nil
	}, nil
}

func modFailed(s *streams, err error) int {
	fmt.Fprintf(s.err, "gneuron mod: %v\n", err)
	return exitFailed
}

// printFault prints an error or a warning with its line and hint.
func printFault(s *streams, e *fault.Error, word string) {
	fmt.Fprintf(s.out, "%s: %s: %s\n%s", e.Pos, word, e.Msg, e.Caret())
	if e.Hint != "" {
		fmt.Fprintf(s.out, "hint: %s\n", e.Hint)
	}
}

func modCheck(s *streams, args []string) int {
	files, err := modFiles(args)
	if err != nil {
		return modFailed(s, err)
	}
	wrong, odd := 0, 0
	for _, file := range files {
		text, include, err := readMod(file)
		if err != nil {
			return modFailed(s, err)
		}
		errs, warnings := nmodl.Examine(file, text, include)
		for _, e := range errs {
			printFault(s, e, "error")
		}
		for _, w := range warnings {
			printFault(s, w, "warning")
		}
		wrong += len(errs)
		odd += len(warnings)
	}
	fmt.Fprintf(s.out, "%s: %s, %s\n", number(len(files), "file"), number(wrong, "error"), number(odd, "warning"))
	if wrong > 0 {
		return exitFailed
	}
	return exitOK
}

// number puts a number before a word: "1 file", "no files", "2 files".
func number(n int, word string) string {
	switch n {
	case 0:
		return "no " + word + "s"
	case 1:
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// builtinMod finds the text of a built-in mechanism.
func builtinMod(name string) (file, text string, ok bool) {
	entries, err := fs.ReadDir(stdlib.Mechanisms, "mod")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".mod" || !strings.EqualFold(strings.TrimSuffix(e.Name(), ".mod"), name) {
			continue
		}
		data, err := fs.ReadFile(stdlib.Mechanisms, "mod/"+e.Name())
		if err != nil {
			panic(err)
		}
		return e.Name(), string(data), true
	}
	return "", "", false
}

func builtinNames() []string {
	entries, err := fs.ReadDir(stdlib.Mechanisms, "mod")
	if err != nil {
		panic(err)
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".mod"); ok {
			names = append(names, name)
		}
	}
	return names
}

func modShow(s *streams, name string, flags []string) int {
	file, text, ok := builtinMod(name)
	var include func(string) (string, error)
	if !ok {
		if _, err := os.Stat(name); err != nil && filepath.Ext(name) != ".mod" {
			err := fmt.Errorf("%s is neither a file nor a built-in mechanism", name)
			if near := spell.Nearest(strings.ToLower(name), builtinNames()); near != "" {
				err = fmt.Errorf("%w; did you mean %q?", err, near)
			}
			return modFailed(s, err)
		}
		var err error
		file = name
		if text, include, err = readMod(name); err != nil {
			return modFailed(s, err)
		}
	}
	show := nmodl.Show
	switch {
	case slices.Contains(flags, "--passes"):
		show = nmodl.ShowPasses
	case slices.Contains(flags, "--kernel"):
		show = nmodl.ShowKernels
	}
	out, errs := show(file, text, include)
	for _, e := range errs {
		printFault(s, e, "error")
	}
	if len(errs) > 0 {
		return exitFailed
	}
	fmt.Fprint(s.out, out)
	return exitOK
}

func modFormat(s *streams, files []string, write bool) int {
	failed := false
	for _, file := range files {
		text, include, err := readMod(file)
		if err != nil {
			return modFailed(s, err)
		}
		out, errs := nmodl.Format(file, text, include)
		for _, e := range errs {
			failed = true
			fmt.Fprintf(s.err, "%s: error: %s\n%s", e.Pos, e.Msg, e.Caret())
		}
		switch {
		case len(errs) > 0:
		case !write:
			fmt.Fprint(s.out, out)
		case out != text:
			info, err := os.Stat(file)
			if err == nil {
				err = os.WriteFile(file, []byte(out), info.Mode().Perm())
			}
			if err != nil {
				return modFailed(s, err)
			}
			fmt.Fprintln(s.out, file)
		}
	}
	if failed {
		return exitFailed
	}
	return exitOK
}
