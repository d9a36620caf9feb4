package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// program is one of the simulators that are compared.
type program struct {
	name, version string
	command       []string // what comes before the script
	ending        string   // of its scripts
	env           []string // beside the environment
	sameBits      bool     // its results must be those of the first program to the last bit
	mechanisms    string   // the option that tells the scripts where the mechanisms are; "" where it has none
}

// programs makes what is compared: gneuron as it is in the repository always first.
func programs(o options, repository, temp string) ([]*program, error) {
	binary, err := build(repository, temp)
	if err != nil {
		return nil, err
	}
	peers := []*program{gneuron("gneuron", binary)}
	for _, path := range o.simd {
		binary := binary
		if path == "go" {
			if binary, err = build(repository, temp, withFMA...); err != nil {
				return nil, err
			}
		}
		p := gneuron("gneuron "+path, binary)
		p.env, p.sameBits = []string{"GNEURON_SIMD=" + path}, true
		peers = append(peers, p)
	}
	if o.against != "" {
		other, err := filepath.Abs(o.against)
		if err != nil {
			return nil, err
		}
		peers = append(peers, gneuron("against", other))
	}
	for _, p := range peers {
		if err := p.readVersion(); err != nil {
			return nil, err
		}
	}
	if !o.neuron {
		return peers, nil
	}
	neuron := findNEURON(o.python)
	switch {
	case neuron != nil:
		neuron.mechanisms, err = compileMechanisms(filepath.Join(repository, "bench", "models", "mod"), temp)
		if err != nil {
			return nil, err
		}
		peers = append(peers, neuron)
	case o.python != "":
		return nil, fmt.Errorf("%s has no NEURON", o.python)
	default:
		fmt.Println("NEURON was not found")
	}
	return peers, nil
}

// gneuron is the program of a binary of gneuron.
func gneuron(name, binary string) *program {
	return &program{name: name, command: []string{binary, "run"}, ending: ".js", mechanisms: "mod=mod"}
}

// readVersion asks a gneuron what it is and which vector loops it takes.
func (p *program) readVersion() error {
	c := exec.Command(p.command[0], "version")
	c.Env = append(os.Environ(), p.env...)
	out, err := c.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s version: %w\n%s", p.command[0], err, out)
	}
	p.version = strings.Join(strings.Split(strings.TrimSpace(string(out)), "\n"), ", ")
	return nil
}

// withFMA has the plain Go loops compiled as they are for arm64, where every processor
// has a fused multiply-add. On amd64 the compiler asks the processor before each one,
// and a released gneuron takes these loops only where the answer is no.
var withFMA = []string{"GOAMD64=v3"}

// build compiles gneuron into a folder.
func build(repository, folder string, env ...string) (string, error) {
	binary := filepath.Join(folder, "gneuron"+strings.Join(env, ""))
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	c := exec.Command("go", "build", "-o", binary, "./cmd/gneuron")
	c.Dir = repository
	c.Env = slices.Concat(os.Environ(), []string{"CGO_ENABLED=0"}, env)
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return binary, nil
}

// findNEURON looks for a Python with NEURON; it gives nil where there is none.
func findNEURON(python string) *program {
	candidates := []string{python}
	if python == "" {
		candidates = []string{"python3", "/usr/bin/python3"}
	}
	for _, c := range candidates {
		out, err := exec.Command(c, "-c", "import neuron; print(neuron.__version__)").Output()
		if err == nil {
			return &program{name: "NEURON", version: lastLine(out) + " with cache_efficient(1)", command: []string{c, "-B"}, ending: ".py"}
		}
	}
	return nil
}

// compileMechanisms makes NEURON's library of the .mod files of a folder with
// nocmodl and gcc, and gives the option that names it to a script. Without these
// two it gives "": then NEURON has no such mechanisms.
func compileMechanisms(mod, temp string) (string, error) {
	for _, tool := range []string{"nocmodl", "gcc"} {
		if _, err := exec.LookPath(tool); err != nil {
			fmt.Printf("NEURON runs without the mechanisms of %s: there is no %s\n", mod, tool)
			return "", nil
		}
	}
	folder := filepath.Join(temp, "neuron")
	if err := os.CopyFS(folder, os.DirFS(mod)); err != nil {
		return "", err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.mod"))
	if err != nil {
		return "", err
	}
	run := func(command ...string) error {
		c := exec.Command(command[0], command[1:]...)
		c.Dir = folder
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
		return nil
	}
	var declared, called strings.Builder
	sources := []string{"register.c"}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".mod")
		if err := run("nocmodl", name+".mod"); err != nil {
			return "", err
		}
		fmt.Fprintf(&declared, "void _%s_reg(void);\n", name)
		fmt.Fprintf(&called, "_%s_reg(); ", name)
		sources = append(sources, name+".c")
	}
	register := fmt.Sprintf("%svoid modl_reg() { %s}\n", &declared, &called)
	if err := os.WriteFile(filepath.Join(folder, "register.c"), []byte(register), 0o644); err != nil {
		return "", err
	}
	library := filepath.Join(folder, "libnrnmech.so")
	flags := []string{"-shared", "-fPIC", "-O2", "-I/usr/include", "-include", "stdio.h", "-L/usr/lib/nrn", "-Wl,-rpath,/usr/lib/nrn", "-o", library}
	if err := run(slices.Concat([]string{"gcc"}, flags, sources, []string{"-lnrniv"})...); err != nil {
		return "", err
	}
	return "library=" + library, nil
}

// run runs a script in the folder of the models, and gives its last line of
// output and how long it took.
func (p *program) run(folder, script string, args ...string) (string, time.Duration, error) {
	line := slices.Concat(p.command, []string{script + p.ending}, args)
	c := exec.Command(line[0], line[1:]...)
	c.Dir = folder
	c.Env = slices.Concat(os.Environ(), []string{"GNEURON_THREADS=1"}, p.env) // but where a model asks for more
	var stderr strings.Builder
	c.Stderr = &stderr
	start := time.Now()
	out, err := c.Output()
	elapsed := time.Since(start)
	if err != nil {
		return "", 0, fmt.Errorf("%s: %w\n%s", strings.Join(line, " "), err, stderr.String())
	}
	return lastLine(out), elapsed, nil
}

func lastLine(out []byte) string {
	text := strings.TrimSpace(string(out))
	return text[strings.LastIndexByte(text, '\n')+1:]
}
