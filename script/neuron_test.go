package script_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/script"
)

// oracleDir holds one case per name: NAME.py ran in NEURON 8.2.2 and gave
// NAME.json, NAME.js is the same model for gneuron; that of tutorial_NAME is
// examples/tutorials/NAME.js.
const oracleDir = "../testdata/neuron"

// bound is how far a number may be from NEURON's: in mV for a voltage, and in
// its own unit for anything else. gneuron does the same arithmetic as NEURON;
// what differs is rounding: of the last bits in a sum or an exp (1e-16), and in
// NEURON's conductances, which are quotients (I(v+0.001) - I(v))/0.001 and so
// uncertain by 1e-11 of their value, where gneuron differentiates a current
// that is linear in v exactly. Spikes multiply both on their flanks.
// A list whose largest number is below 1 (a gating variable, a conductance, a
// concentration) must agree to this part of that number, so that small
// quantities are compared as strictly as large ones. Times (t and t_...) must
// be equal.
const bound = 1e-9

// wider holds the members that need another bound, by case/member, with the reason.
var wider = map[string]struct {
	bound  float64
	reason string
}{
	"hh_temperatures/v": {3e-9, "fifteen spikes at 26.5 degrees gather the error of NEURON's difference quotient: " +
		"the same scheme in double precision is 1.2e-9 mV from NEURON with exact conductances and 7e-11 mV with quotients"},
	"seclamp_hh/i":                   {bound / 0.01, clampReason},
	"play_voltage_command/removed_i": {bound / 0.05, clampReason},
	"vclamp_oclamp/i_oclamp":         {bound / 0.1, clampReason},
	"vclamp_oclamp/i_ideal": {3e-7, "an amplifier with a gain of 1e5 into 1 megohm makes 2e-7 nA of the 4e-12 mV by which v differs " +
		"after the jump of the level"},
	"mod_calcium_ghk/i":         {bound / 0.1, clampReason},
	"mod_calcium_potassium/cai": {5e-9, newtonReason},
	"mod_calcium_potassium/o":   {3e-9, newtonReason},
	"mod_calcium_potassium/v":   {3e-8, newtonReason},
	"mod_interneurons/g_0":      {3e-8, flankReason},
	"mod_interneurons/g_0.001":  {3e-8, flankReason},
	"mod_adaptive/last":         {5e-9, stepReason},
	"mod_adaptive/total":        {5e-9, stepReason},
	"mod_adaptive/x":            {5e-9, stepReason},
	"mod_adaptive/z":            {5e-9, stepReason},
	"vector_fit/noisy_line":     {1e-7, fitReason},
	"vector_fit/noisy_quad":     {1e-7, fitReason},
	"vector_fit/noisy_exp1":     {1e-7, fitReason},
	"vector_fit/noisy_sine":     {1e-7, fitReason},
	"vector_fit/noisy_exp2":     {1e-6, fitReason},
	"vector_fit/noisy_charging": {1e-6, fitReason},
}

const clampReason = "a voltage clamp's current is (vc - v)/rs: what is allowed of v in mV, divided by rs in megohm"

const newtonReason = "NEURON's derivimplicit ends its Newton iteration early: put into the implicit equation, " +
	"its calcium leaves up to 1.8e-13 mM, 1e-9 of its value, in a step, where gneuron's leaves 7e-18 mM"

const flankReason = "the sodium current's conductance is a quotient in both programs, uncertain by 1e-11; these spikes rise by 430 mV/ms, " +
	"and 1e-11 of the sodium conductance more changes v by 7e-8 mV on their flanks"

const stepReason = "the method allows an error of 1e-5; whether the last part of dt is a step of its own, " +
	"which counts for when the length is chosen anew, hangs on the last bit of t, which NEURON's method moves to and fro"

const fitReason = "a search sees no difference below 1e-16 of the mean square, so it places the minimum to the root of that, 1e-8 of a " +
	"parameter, and to 1e-7 where two exponentials stand in for each other; two searches end at two such places"

// notCases are the Python files of the folder that are no case.
var notCases = map[string]bool{"cells": true, "oracle": true, "random_models": true, "regenerate": true}

func TestVsNEURON(t *testing.T) {
	names := oracleCases(t)
	if len(names) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{filepath.Join(oracleDir, name+".py"), scriptOf(name), filepath.Join(oracleDir, name+".json")} {
				if _, err := os.Stat(file); err != nil {
					t.Fatalf("a case needs its .py, .js and .json: %v", err)
				}
			}
			t.Parallel()
			want := readAnswer(t, name)
			got := runCase(t, name)
			for _, member := range members(want, got) {
				w, inWant := want[member]
				g, inGot := got[member]
				if !inWant || !inGot {
					t.Errorf("%s: in NEURON's answer %v, in gneuron's %v", member, inWant, inGot)
					continue
				}
				c := comparison{bound: bound, exact: member == "t" || strings.HasPrefix(member, "t_")}
				if w, ok := wider[name+"/"+member]; ok {
					c.bound = w.bound
					t.Logf("%s may differ by %.3g: %s", member, w.bound, w.reason)
				}
				c.compare(member, w, g)
				c.report(t, member)
			}
		})
	}
}

// A wider bound whose member is gone would hide that the next one of its name needs none.
func TestWiderBoundsAreOfMembers(t *testing.T) {
	for place := range wider {
		name, member, _ := strings.Cut(place, "/")
		if _, ok := readAnswer(t, name)[member]; !ok {
			t.Errorf("%s has no member %s", name, member)
		}
	}
}

// oracleCases gives the names of all cases, by any of their three files.
func oracleCases(t *testing.T) []string {
	t.Helper()
	seen := map[string]bool{}
	for _, ending := range []string{".py", ".js", ".json"} {
		files, err := filepath.Glob(filepath.Join(oracleDir, "*"+ending))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if name := strings.TrimSuffix(filepath.Base(file), ending); !notCases[name] {
				seen[name] = true
			}
		}
	}
	files, err := filepath.Glob(filepath.Join(tutorials, "*.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		seen["tutorial_"+strings.TrimSuffix(filepath.Base(file), ".js")] = true
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func readAnswer(t *testing.T, name string) map[string]any {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(oracleDir, name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return parseAnswer(t, text)
}

// tutorials has the scripts of the cases called tutorial_NAME.
const tutorials = "../examples/tutorials"

// scriptOf is the script of a case: NAME.js, or the tutorial itself.
func scriptOf(name string) string {
	if tutorial, ok := strings.CutPrefix(name, "tutorial_"); ok {
		return filepath.Join(tutorials, tutorial+".js")
	}
	return filepath.Join(oracleDir, name+".js")
}

// runCase runs a case's script and parses the last line that it prints. Of a
// tutorial, whose folder is copied because it writes a picture, it takes what the
// script exports.
func runCase(t *testing.T, name string) map[string]any {
	t.Helper()
	var stdout, stderr bytes.Buffer
	options := script.Options{Stdout: &stdout, Stderr: &stderr}
	file := scriptOf(name)
	if filepath.Dir(file) == filepath.FromSlash(tutorials) {
		options.Dir = t.TempDir()
		if err := os.CopyFS(options.Dir, os.DirFS(tutorials)); err != nil {
			t.Fatal(err)
		}
		load := fmt.Sprintf("console.log(JSON.stringify(require(%q)))", "./"+filepath.Base(file))
		file = filepath.Join(options.Dir, "answer.js")
		if err := os.WriteFile(file, []byte(load), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	rt := script.New(options)
	defer rt.Close()
	if err := rt.RunFile(file); err != nil {
		t.Fatalf("%s%s", stderr.String(), script.Report(err))
	}
	lines := bytes.Split(bytes.TrimSpace(stdout.Bytes()), []byte("\n"))
	return parseAnswer(t, lines[len(lines)-1])
}

func parseAnswer(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var answer map[string]any
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatalf("no JSON object: %v in %.200q", err, text)
	}
	return answer
}

// members are the names that occur in either answer, in order.
func members(a, b map[string]any) []string {
	names := make([]string, 0, len(a))
	for name := range a {
		names = append(names, name)
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

// comparison holds NEURON's value of one member against gneuron's.
type comparison struct {
	bound float64
	exact bool // numbers must be equal

	shapes  []string // what differs in shape, type or text, with its place
	over    int      // how many numbers are too far apart
	first   string   // the place of the first of them
	worst   float64  // the largest difference of a number that is too far apart
	where   string   // its place
	allowed float64  // what was allowed there
}

func (c *comparison) report(t *testing.T, member string) {
	t.Helper()
	for i, shape := range c.shapes {
		if i == 5 {
			t.Errorf("%s: and %d more", member, len(c.shapes)-i)
			break
		}
		t.Error(shape)
	}
	if c.over > 0 {
		t.Errorf("%s: %d numbers differ, first %s, most by %.3g at %s (allowed %.3g)",
			member, c.over, c.first, c.worst, c.where, c.allowed)
	}
}

func (c *comparison) compare(path string, want, got any) {
	switch w := want.(type) {
	case []any:
		g, ok := got.([]any)
		if !ok {
			c.unlike(path, want, got)
			return
		}
		if len(w) != len(g) {
			c.shapes = append(c.shapes, fmt.Sprintf("%s: NEURON has %d elements, gneuron %d", path, len(w), len(g)))
			return
		}
		allowed := c.allow(w...)
		for i := range w {
			place := fmt.Sprintf("%s[%d]", path, i)
			if x, ok := w[i].(float64); ok {
				c.number(place, x, g[i], allowed)
			} else {
				c.compare(place, w[i], g[i])
			}
		}
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			c.unlike(path, want, got)
			return
		}
		for _, name := range members(w, g) {
			c.compare(path+"."+name, w[name], g[name])
		}
	case float64:
		c.number(path, w, got, c.allow(w))
	default: // string, bool, null
		if want != got {
			c.unlike(path, want, got)
		}
	}
}

// allow is the bound for the numbers of one list.
func (c *comparison) allow(list ...any) float64 {
	if c.exact {
		return 0
	}
	largest := 0.0
	for _, x := range list {
		if x, ok := x.(float64); ok {
			largest = math.Max(largest, math.Abs(x))
		}
	}
	return c.bound * math.Min(1, largest)
}

func (c *comparison) number(path string, want float64, got any, allowed float64) {
	g, ok := got.(float64)
	if !ok {
		c.unlike(path, want, got)
		return
	}
	d := math.Abs(want - g)
	if d <= allowed {
		return
	}
	if c.over == 0 {
		c.first = path
	}
	c.over++
	if d > c.worst {
		c.worst, c.where, c.allowed = d, fmt.Sprintf("%s: NEURON %v, gneuron %v", path, want, g), allowed
	}
}

func (c *comparison) unlike(path string, want, got any) {
	c.shapes = append(c.shapes, fmt.Sprintf("%s: NEURON has %.60v, gneuron %.60v", path, want, got))
}

// The stored answer of the oracle itself, held against the closed form of
// implicit Euler for an RC circuit: with x = v - e,
//
//	x[k] = I/g·(1 - r^k),  r = 1/(1 + dt·g/cm)
//
// while the current is on, and x[k] = x[0]·r^k after it.
func TestAnalytic_PassiveCharging(t *testing.T) {
	const (
		g, e, cm, dt = 0.0005, -70.0, 1e-3, 0.025 // S/cm², mV, mF/cm², ms
		amp          = 0.05                       // nA
		first, last  = 200, 1000                  // the current is on from 5 to 25 ms
	)
	answer := readAnswer(t, "passive_charging")
	v := answer["v"].([]any)
	steady := amp * 100 / answer["area"].(float64) / g
	r := 1 / (1 + dt*g/cm)
	if len(v) != 1601 {
		t.Fatalf("%d samples, want 1601", len(v))
	}
	for k := range v {
		x := steady * (1 - math.Pow(r, math.Max(0, math.Min(float64(k), last)-first)))
		x *= math.Pow(r, math.Max(0, float64(k)-last))
		if d := math.Abs(v[k].(float64) - (e + x)); d > bound {
			t.Fatalf("sample %d is %v, want %v", k, v[k], e+x)
		}
	}
}
