package repl

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/script"
)

// command is one of the commands that start with a point.
type command struct {
	name, argument, help string
	completes            string // what its argument is: endings of files, "*" for any, "name", or ""
	run                  func(t *console, argument string) error
}

// commands lists them in the order of .help; a function because .help is one of them.
func commands() []*command {
	return []*command{
		{".help", "[NAME]", "this list, or what help(NAME) tells", "name", (*console).help},
		{".load", "FILE", "runs a file here, as if it had been entered", ".js .mjs .ts .cjs", (*console).load},
		{".save", "FILE", "writes what was entered and did not fail as a script", ".js", (*console).save},
		{".mod", "FILE|FOLDER", "loads a .mod file, or those of a folder", ".mod", (*console).mod},
		{".plot", "[FILE]", "draws the open figure, or what was recorded; or saves it", ".png .svg .pdf .html", (*console).plot},
		{".clear", "", "clears the screen", "", (*console).clear},
		{".exit", "", "leaves, as Ctrl-D does", "", func(*console, string) error { return &script.Exit{} }},
	}
}

var commandText = regexp.MustCompile(`^\s*(\.[A-Za-z]\w*)(?:\s+(.*?))?\s*$`)

// isCommand tells whether an input is meant as a command.
func isCommand(code string) bool { return commandText.MatchString(code) }

// commandOf gives the command that an input is, if it is one, with its argument.
func commandOf(code string) (*command, string, error) {
	m := commandText.FindStringSubmatch(code)
	if m == nil {
		return nil, "", nil
	}
	var names []string
	for _, c := range commands() {
		if c.name == m[1] {
			switch {
			case m[2] == "" && c.argument != "" && c.argument[0] != '[':
				return nil, "", &script.Error{Message: c.name + " needs an argument: " + c.name + " " + c.argument}
			case m[2] != "" && c.argument == "":
				return nil, "", &script.Error{Message: c.name + " takes no argument"}
			}
			return c, m[2], nil
		}
		names = append(names, c.name)
	}
	e := &script.Error{Message: "there is no command " + m[1], Hint: ".help lists the commands"}
	if near := spell.Nearest(m[1], names); near != "" {
		e.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	return nil, "", e
}

// path takes the argument of a command as that of a file: ~ is the home folder, and
// quotes around it are not part of it.
func (t *console) path(argument string) string {
	if n := len(argument); n > 1 && argument[0] == argument[n-1] && strings.ContainsRune(`"'`, rune(argument[0])) {
		argument = argument[1 : n-1]
	}
	if rest, ok := strings.CutPrefix(argument, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return argument
}

func (t *console) help(name string) error {
	if name == "" {
		fmt.Fprintln(t.out, strings.TrimRight(generalHelp, "\n"))
		fmt.Fprintln(t.out)
		for _, c := range commands() {
			fmt.Fprintf(t.out, "  %-18s %s\n", c.name+" "+c.argument, c.help)
		}
		fmt.Fprint(t.out, keysHelp)
		return nil
	}
	return t.Help(name)
}

const keysHelp = `
Tab completes names and files; twice lists them. Ctrl-R searches what was entered,
also in earlier sessions. Ctrl-C stops a run, or drops what was typed.
`

// load runs a file as if its text had been entered.
func (t *console) load(argument string) error {
	path := t.path(argument)
	text, err := os.ReadFile(t.rt.ResolvePath(path))
	if err != nil {
		e := &script.Error{Message: "cannot read " + path + ": " + cause(err)}
		dir, base := filepath.Split(t.rt.ResolvePath(path))
		if near := spell.Nearest(base, fileNames(dir)); near != "" {
			e.Hint = fmt.Sprintf("did you mean %q?", filepath.Join(filepath.Dir(path), near))
		}
		return e
	}
	return t.Load(path, string(text))
}

// save writes the inputs that did not fail.
func (t *console) save(argument string) error {
	path := t.path(argument)
	if filepath.Ext(path) == "" {
		path += ".js"
	}
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(t.rt.Dir(), full)
	}
	text, err := t.Script()
	if err != nil {
		return err
	}
	if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
		return &script.Error{Message: "cannot write " + path + ": " + cause(err)}
	}
	fmt.Fprintf(t.out, "saved %s\n", path)
	return nil
}

// cause is why the system refused, without the name of the call.
func cause(err error) string {
	var of *os.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	return err.Error()
}

func (t *console) mod(argument string) error {
	path := t.path(argument)
	names, err := t.rt.LoadMod(path)
	if err != nil {
		return err
	}
	call := "n.load_mechanisms(%q)"
	if info, err := os.Stat(t.rt.ResolvePath(path)); err == nil && !info.IsDir() {
		call = "n.load_mechanism(%q)"
	}
	t.keep(fmt.Sprintf(call, path))
	fmt.Fprintf(t.out, "loaded %s\n", strings.Join(names, ", "))
	return nil
}

func (t *console) plot(argument string) error { return t.rt.PlotLast(t.path(argument)) }

func (t *console) clear(string) error {
	if t.editor != nil {
		fmt.Fprint(t.out, "\x1b[H\x1b[2J")
	}
	return nil
}

// unknownName says that help has nothing on a name.
func unknownName(name, near string) error {
	e := fault.New(fault.Reference, "there is no help on %q", name)
	if near != "" {
		e = e.DidYouMean(near)
	} else {
		e = e.WithHint("help() tells how to begin, help(n) lists what n has")
	}
	return &script.Error{Message: e.Error(), Hint: e.Hint, Fault: e}
}
