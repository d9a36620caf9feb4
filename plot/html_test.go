package plot

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/need"
)

// decode reads numbers as web/figure.js does.
func decode(t *testing.T, page any) []float64 {
	t.Helper()
	text, err := json.Marshal(page)
	if err != nil {
		t.Fatal(err)
	}
	var list []*float64
	if json.Unmarshal(text, &list) == nil {
		var out []float64
		for _, v := range list {
			if v == nil {
				out = append(out, math.NaN())
			} else {
				out = append(out, *v)
			}
		}
		return out
	}
	var d struct {
		N          int
		From, Step float64
		Wide       bool
		Bytes      string
	}
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	var out []float64
	for i := range d.N {
		out = append(out, d.From+float64(i)*d.Step)
	}
	raw, err := base64.StdEncoding.DecodeString(d.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	for len(raw) > 0 {
		if d.Wide {
			out = append(out, math.Float64frombits(binary.LittleEndian.Uint64(raw))+d.From)
			raw = raw[8:]
		} else {
			out = append(out, float64(math.Float32frombits(binary.LittleEndian.Uint32(raw)))+d.From)
			raw = raw[4:]
		}
	}
	return out
}

// TestPageNumbers: what a page holds is the numbers, to a hundred-thousandth of
// their range, gaps included; numbers from 1e-9 to 1e9 keep five digits each.
func TestPageNumbers(t *testing.T) {
	var wide, gaps, steady, row []float64
	for i := range 1000 {
		row = append(row, 0.025*float64(i))
		wide = append(wide, math.Pow(10, float64(i)/1000*18-9))
		gaps = append(gaps, math.Sin(float64(i)))
		steady = append(steady, 1e9+1e-3*math.Sin(float64(i)))
	}
	gaps[7], gaps[8] = math.NaN(), math.Inf(1)
	for name, want := range map[string][]float64{"row": row, "wide": wide, "gaps": gaps, "steady": steady, "few": gaps[:20], "none": nil, "same": make([]float64, 100)} {
		got := decode(t, pageNumbers(want))
		if len(got) != len(want) {
			t.Errorf("%s: %d numbers for %d", name, len(got), len(want))
			continue
		}
		lo, hi := Extremes(want)
		for i, v := range want {
			if math.Abs(v) < huge != (math.Abs(got[i]) < huge) || math.Abs(got[i]-v) > 1e-5*(hi-lo) || name == "wide" && math.Abs(got[i]/v-1) > 2e-5 {
				t.Errorf("%s: %g came back as %g", name, v, got[i])
				break
			}
		}
	}
	if o, ok := pageNumbers(row).(object); !ok || o["step"] == nil {
		t.Error("an even row is not written as one")
	}
}

// TestPageThin: of three million points with one peak a million are left, the
// peak, a gap and both ends among them, in order.
func TestPageThin(t *testing.T) {
	const n = 3_000_000
	x, y := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], y[i] = float64(i), math.Sin(float64(i))
	}
	y[1234567], y[2345678], y[2345681] = 3, math.NaN(), -3
	f, _ := New(1, 1)
	if err := f.Axes[0].Add(Series{X: x, Y: y, Line: "-"}); err != nil {
		t.Fatal(err)
	}
	xs, ys := newPart(f, filePage).thin(x, y)
	if len(xs) > filePage.points*11/10 || len(xs) < filePage.points/2 || len(xs) != len(ys) || !ascending(xs) {
		t.Fatalf("%d points are left", len(xs))
	}
	lo, hi := Extremes(ys)
	gap := false
	for _, v := range ys {
		gap = gap || math.IsNaN(v)
	}
	if lo != -3 || hi != 3 || !gap || xs[0] != 0 || xs[len(xs)-1] != n-1 {
		t.Errorf("lowest %g, highest %g, gap %t, ends %g and %g", lo, hi, gap, xs[0], xs[len(xs)-1])
	}
}

// TestPageCoarse: one cell of nine million survives.
func TestPageCoarse(t *testing.T) {
	s := Image{Values: make([]float64, 30000*300), XEdges: Even(0, 3000, 30000), YEdges: Even(0, 30, 300)}
	s.Values[123*30000+12345] = 1
	small := s.coarse(filePage.cells)
	cols, rows := len(small.XEdges)-1, len(small.YEdges)-1
	if cols*rows != len(small.Values) || len(small.Values) > filePage.cells || rows != 300 {
		t.Fatalf("%d x %d cells", cols, rows)
	}
	for k, v := range small.Values {
		i, j := k%cols, k/cols
		inside := small.XEdges[i] <= 1234.55 && 1234.55 < small.XEdges[i+1] && small.YEdges[j] <= 12.35 && 12.35 < small.YEdges[j+1]
		if (v == 1) != inside {
			t.Fatalf("the peak is in cell %d, %d", i, j)
		}
	}
}

// TestPageAlone: a page asks nothing of the network, names the licence of what it
// contains, and no text of a figure ends its script.
func TestPageAlone(t *testing.T) {
	f := gallery(t)["spikes"]
	f.Axes[0].Title = `</script><b>&`
	page := string(encode(t, f, "html"))
	if got := regexp.MustCompile(`(src|href)\s*=|@import|url\(|fetch\(|XMLHttpRequest`).FindString(page); got != "" {
		t.Errorf("the page has %s", got)
	}
	if !strings.Contains(page, "Copyright (c) 2022 Leon Sorokin") || strings.Count(page, "</script>") != 6 {
		t.Error("the page lacks the licence of uPlot, or has a script too many")
	}
	if len(page) > 120_000 {
		t.Errorf("a page with two short lines has %d bytes", len(page))
	}
}

// TestPageRuns opens every figure of the gallery in Chromium:
// no error is reported, zooming one of two linked panels zooms the other, and the
// cursor reads out what is under it.
func TestPageRuns(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		need.Missing(t, "there is no Chromium: %v", err)
	}
	dir := t.TempDir()
	var probe strings.Builder
	for name, f := range gallery(t) {
		if name == "many" || name == "raster" { // large, and no other kind
			continue
		}
		if err := f.Save(filepath.Join(dir, name+".html")); err != nil {
			t.Fatal(err)
		}
		probe.WriteString(`"` + name + `",`)
	}
	page := `<body><script>
const names = [` + probe.String() + `]
const wait = (ms) => new Promise((done) => setTimeout(done, ms))
const run = async () => {
  for (const name of names) {
    const frame = document.body.appendChild(document.createElement("iframe"))
    frame.width = 760; frame.height = 560; frame.src = name + ".html"
    await new Promise((done) => { frame.onload = done })
    const all = frame.contentDocument.getElementById("figure").panels
    if (!all) { console.log("PROBE " + name + " has no panels"); continue }
    await wait(20)
    if (name === "twin") {
      all[0].move("x", 100, 400)
      await wait(50)
      const [a, b] = all.map((p) => p.plot.scales.x)
      console.log("PROBE linked " + (a.min === b.min && a.max === b.max && a.min > 0))
      const u = all[1].plot
      u.setCursor({ left: u.valToPos(15, "x"), top: 20 })
      await wait(50)
      console.log("PROBE read " + all[1].read.innerText.replace(/\n/g, " | "))
    }
    if (name === "shape") {
      const p = all[0], at = () => p.lines.map((l) => l.b.map(Math.round).join()).join(" ")
      const before = at(), colours = p.lines.map((l) => l.color).join()
      p.turn(0.5, 0.2)
      p.draw()
      const turned = at() !== before
      p.show(1)
      p.draw()
      const played = p.lines.map((l) => l.color).join() !== colours
      p.reset()
      p.draw()
      p.hover(p.lines[9].b[0], p.lines[9].b[1])
      console.log("PROBE shape " + [turned, played, at() === before, p.read.textContent].join(" "))
    }
    if (name === "shapes") {
      const p = all[0]
      p.show(0)
      p.draw()
      const first = p.lines.map((l) => l.color)
      p.show(1)
      p.draw()
      p.hover(p.lines[3].b[0], p.lines[3].b[1])
      console.log("PROBE shapes " + [p.lines.length, p.lines.filter((l, k) => l.color !== first[k]).length, p.read.textContent].join(" "))
    }
    if (name === "contour") {
      const u = all[1].plot
      u.setCursor({ left: u.valToPos(1, "x"), top: u.valToPos(-1, "y") })
      await wait(50)
      console.log("PROBE contour " + all[1].read.innerText.replace(/\n/g, " | "))
    }
    if (name === "image") {
      const u = all[0].plot
      u.setCursor({ left: u.valToPos(10, "x"), top: u.valToPos(5, "y") })
      await wait(50)
      console.log("PROBE image " + all[0].read.innerText.replace(/\n/g, " | "))
    }
    frame.remove()
  }
  console.log("PROBE end")
}
run()
</script></body>`
	path := filepath.Join(dir, "probe.html")
	if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--enable-logging=stderr",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--virtual-time-budget=20000", "--dump-dom", "file://"+path).CombinedOutput()
	text := string(out)
	if err != nil && !strings.Contains(text, "PROBE end") {
		need.Missing(t, "Chromium does not run here: %v", err)
	}
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(line, "CONSOLE") && (strings.Contains(line, "Uncaught") || strings.Contains(line, "has no panels")) {
			t.Error(line)
		}
	}
	// The numbers are those of gallery: of action at t = 15 ms, and of the cell of the
	// image that ends there, as one of 65535 steps.
	said := strings.Join(regexp.MustCompile(`CONSOLE.*"PROBE.*"`).FindAllString(text, -1), "\n")
	for _, want := range []string{"PROBE linked true", "PROBE shape true true true dend: −30", "PROBE read t (ms): 15 | v: −65.1086 | i: 0", "PROBE image t (ms): 10 | 34.1", "PROBE contour x: 1 | 2 at −1", "PROBE shapes 4 4 axon: −65", "PROBE end"} {
		if !strings.Contains(said, want) {
			t.Errorf("the console does not say %q:\n%s", want, said)
		}
	}
}
