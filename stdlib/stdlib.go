// Package stdlib holds what gneuron carries inside its binary: the mechanisms
// in mod/, the point models in models/ and the JavaScript modules in js/. It holds assets and nothing else.
package stdlib

import (
	"embed"
	"io/fs"
	"strings"
)

// Mechanisms holds the NMODL sources of the built-in mechanisms as mod/*.mod.
//
//go:embed mod
var Mechanisms embed.FS

// Models holds the point models of solver/ode as models/*.mod: equations that stand alone,
// without a section around them.
//
//go:embed models
var Models embed.FS

//go:embed js/*.js
var scripts embed.FS

//go:embed gneuron.d.ts types/*.d.ts
var types embed.FS

// Types gives the TypeScript declarations of all that a script finds, as one
// text: gneuron.d.ts and the files that it refers to.
func Types() string {
	read := func(name string) string {
		data, err := types.ReadFile(name)
		if err != nil {
			panic(err)
		}
		return string(data)
	}
	var head, body strings.Builder
	for line := range strings.Lines(read("gneuron.d.ts")) {
		if path, ok := strings.CutPrefix(line, `/// <reference path="`); ok {
			path, _, _ = strings.Cut(path, `"`)
			body.WriteString("\n" + read(path))
		} else {
			head.WriteString(line)
		}
	}
	return strings.TrimRight(head.String(), "\n") + "\n" + body.String()
}

// Scripts lists the JavaScript modules: a script imports js/test.js as "gneuron/test".
func Scripts() []string {
	entries, err := fs.ReadDir(scripts, "js")
	if err != nil {
		panic(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".js"))
	}
	return names
}

// Script gives the source of a JavaScript module by its name in Scripts.
func Script(name string) string {
	data, err := scripts.ReadFile("js/" + name + ".js")
	if err != nil {
		panic(err)
	}
	return string(data)
}
