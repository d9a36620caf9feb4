package plot

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/need"
)

// TestNotebookRuns opens what a notebook has in Chromium: figures take the place of
// their pictures, also of the same one twice, and leave each other and the style of the
// notebook alone. The wheel zooms only after a click.
func TestNotebookRuns(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		need.Missing(t, "there is no Chromium: %v", err)
	}
	g := gallery(t)
	var body strings.Builder
	for _, name := range []string{"spikes", "shape", "spikes", "twin"} {
		body.WriteString("<div>" + notebook(t, g[name]) + "</div>\n")
	}
	// JupyterLab and VS Code make the elements first, then the scripts anew, and attach
	// both to the page at last.
	late, err := json.Marshal(notebook(t, g["errors"]))
	if err != nil {
		t.Fatal(err)
	}
	page := `<body style="width: 500px"><style>div { border: 3px solid red } .title { color: red }</style>
` + body.String() + `<script>
const wait = (ms) => new Promise((done) => setTimeout(done, ms))
const run = async () => {
  const late = document.createElement("div")
  late.innerHTML = ` + "`${" + string(late) + "}`" + `
  for (const old of late.querySelectorAll("script")) {
    const script = document.createElement("script")
    script.textContent = old.textContent
    old.replaceWith(script)
  }
  await wait(20)
  document.body.append(late)
  const roots = () => [...document.querySelectorAll("[data-taken]")].map((p) => p.firstElementChild.shadowRoot?.lastElementChild).filter(Boolean)
  for (let k = 0; k < 100 && roots().length < 5; k++) await wait(50)
  const all = roots()
  console.log("PROBE figures " + [all.length, document.querySelectorAll("img").length].join(" "))
  console.log("PROBE width " + all.map((r) => r.offsetWidth <= 500 && r.offsetWidth > 440).join(" "))
  console.log("PROBE border " + getComputedStyle(all[0].querySelector(".panel")).borderWidth)
  const zoom = (r) => {
    const u = r.panels[0].plot, e = new WheelEvent("wheel", { deltaY: -100, clientX: 200, cancelable: true })
    u.over.dispatchEvent(e)
    return e.defaultPrevented
  }
  const range = (r) => JSON.stringify(r.panels[0].plot.scales.x)
  const before = range(all[0]), asleep = zoom(all[0])
  all[0].dispatchEvent(new PointerEvent("pointerdown"))
  const awake = zoom(all[0])
  await wait(50)
  console.log("PROBE wheel " + [asleep, awake, range(all[0]) !== before, range(all[2]) === before].join(" "))
  all[0].panels[0].plot.setCursor({ left: 50, top: 20 })
  await wait(50)
  console.log("PROBE cursor " + all.map((r) => r.panels[0].read.hidden).join(" "))
  all[3].panels[0].move("x", 100, 200)
  await wait(50)
  console.log("PROBE linked " + (range(all[3]) === JSON.stringify(all[3].panels[1].plot.scales.x)))
  console.log("PROBE end")
}
run()
</script></body>`
	dir := t.TempDir()
	path := filepath.Join(dir, "notebook.html")
	if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--virtual-time-budget=20000", "--dump-dom", "file://"+path).CombinedOutput()
	text := string(out)
	if err != nil && !strings.Contains(text, "PROBE end") {
		need.Missing(t, "Chromium does not run here: %v", err)
	}
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(line, "CONSOLE") && strings.Contains(line, "Uncaught") {
			t.Error(line)
		}
	}
	for _, want := range []string{"figures 5 0", "width true true true true true", "border 0px", "wheel false true true true",
		"cursor false true true true true", "linked true", "end"} {
		if !strings.Contains(text, `"PROBE `+want+`"`) {
			t.Errorf("the console does not say %q", want)
		}
	}
	if t.Failed() {
		for _, line := range strings.Split(text, "\n") {
			if strings.Contains(line, "PROBE") && strings.Contains(line, "CONSOLE") {
				t.Log(line)
			}
		}
	}
}
