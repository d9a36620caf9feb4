package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gneuron/gneuron/script"
)

const typesHelp = `Writes the TypeScript declarations of all that a script finds to FILE, such as
gneuron.d.ts, or to standard output. With them an editor completes names, shows
units and defaults, and marks what is wrong, in JavaScript, too.

  --mod FOLDER   with the mechanisms of its .mod files; more than once for several

Beside FILE put a jsconfig.json:

  {
    "compilerOptions": {
      "checkJs": true, "target": "es2023", "lib": ["es2023"], "types": [],
      "module": "preserve", "moduleDetection": "force"
    }
  }

or begin a script with /// <reference path="gneuron.d.ts" /> and // @ts-check.
`

// types serves gneuron types.
func types(c *command, s *streams, args []string) int {
	var folders, files []string
	for i := 0; i < len(args); i++ {
		folder, inOne := strings.CutPrefix(args[i], "--mod=")
		switch {
		case args[i] == "-h" || args[i] == "--help":
			return help(nil, s, []string{c.name})
		case args[i] == "--mod" && i+1 == len(args):
			return wrongUsage(c, s, errors.New("--mod needs a folder"))
		case args[i] == "--mod":
			i++
			folders = append(folders, args[i])
		case inOne:
			folders = append(folders, folder)
		case strings.HasPrefix(args[i], "-"):
			return wrongUsage(c, s, fmt.Errorf("types takes no %s", args[i]))
		default:
			files = append(files, args[i])
		}
	}
	if len(files) > 1 {
		return wrongUsage(c, s, fmt.Errorf("it writes one file, not %d", len(files)))
	}
	rt := script.New(script.Options{Stdout: s.out, Stderr: s.err})
	defer rt.Close()
	text, err := rt.Types(folders...)
	if err != nil {
		fmt.Fprint(s.err, script.Report(err))
		return exitFailed
	}
	if len(files) == 0 {
		fmt.Fprint(s.out, text)
		return exitOK
	}
	if err := os.WriteFile(files[0], []byte(text), 0o666); err != nil {
		fmt.Fprintf(s.err, "gneuron types: %v\n", err)
		return exitFailed
	}
	fmt.Fprintf(s.err, "wrote %s; a script that begins with these lines uses it:\n\n"+
		"  /// <reference path=\"%s\" />\n  // @ts-check\n\ngneuron help types tells how a whole folder does\n", files[0], filepath.Base(files[0]))
	return exitOK
}
