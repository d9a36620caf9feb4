package jupyter

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gneuron/gneuron/script"
	"github.com/go-zeromq/zmq4"
)

// front is a front end: what a notebook does.
type front struct {
	t                     *testing.T
	wire                  *wire
	shell, control, iopub zmq4.Socket
	heard                 chan *message
	done                  chan error
}

// open starts a kernel and joins it.
func open(t *testing.T) *front {
	t.Helper()
	c := Connection{Transport: "tcp", IP: "127.0.0.1", Key: "secret", Scheme: "hmac-sha256"}
	for _, port := range []*int{&c.Shell, &c.Control, &c.IOPub, &c.Stdin, &c.Heartbeat} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		*port = l.Addr().(*net.TCPAddr).Port
		l.Close()
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	f := &front{t: t, wire: newWire(c.Key), heard: make(chan *message, 1000), done: make(chan error, 1)}
	go func() { f.done <- Serve(ctx, c, "test", "") }()
	join := func(s zmq4.Socket, port int) zmq4.Socket {
		if err := s.Dial(c.address(port)); err != nil {
			t.Fatal(err)
		}
		return s
	}
	f.shell = join(zmq4.NewDealer(ctx, zmq4.WithID(zmq4.SocketIdentity("front"))), c.Shell)
	f.control = join(zmq4.NewDealer(ctx, zmq4.WithID(zmq4.SocketIdentity("front"))), c.Control)
	f.iopub = join(zmq4.NewSub(ctx), c.IOPub)
	if err := f.iopub.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		t.Fatal(err)
	}
	go func() {
		for {
			raw, err := f.iopub.Recv()
			if err != nil {
				return
			}
			if m, err := f.wire.decode(raw.Frames); err == nil {
				f.heard <- m
			}
		}
	}()
	for range 100 { // until the kernel's publications arrive
		f.ask(f.shell, "kernel_info_request", struct{}{})
		select {
		case <-f.heard:
			for len(f.heard) > 0 {
				<-f.heard
			}
			time.Sleep(20 * time.Millisecond)
			for len(f.heard) > 0 {
				<-f.heard
			}
			return f
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatal("the kernel publishes nothing")
	return nil
}

// tell sends a request and gives it.
func (f *front) tell(s zmq4.Socket, kind string, content any) header {
	f.t.Helper()
	raw, err := f.wire.encode(nil, kind, nil, content)
	if err != nil {
		f.t.Fatal(err)
	}
	if err := s.SendMulti(raw); err != nil {
		f.t.Fatal(err)
	}
	m, err := f.wire.decode(raw.Frames)
	if err != nil {
		f.t.Fatal(err)
	}
	return m.header
}

// reply waits for an answer.
func (f *front) reply(s zmq4.Socket) map[string]any {
	f.t.Helper()
	raw, err := s.Recv()
	if err != nil {
		f.t.Fatal(err)
	}
	m, err := f.wire.decode(raw.Frames)
	if err != nil {
		f.t.Fatal(err)
	}
	return contentOf(f.t, m)
}

func contentOf(t *testing.T, m *message) map[string]any {
	t.Helper()
	var content map[string]any
	if err := json.Unmarshal(m.content, &content); err != nil {
		t.Fatal(err)
	}
	return content
}

func (f *front) ask(s zmq4.Socket, kind string, content any) map[string]any {
	f.t.Helper()
	f.tell(s, kind, content)
	return f.reply(s)
}

// output is something that a cell showed.
type output struct {
	kind    string
	content map[string]any
}

// outputs collects what the request with a header showed, until it is idle again.
func (f *front) outputs(h header) (out []output) {
	f.t.Helper()
	for {
		select {
		case m := <-f.heard:
			content := contentOf(f.t, m)
			if m.header.Type == "status" && content["execution_state"] == "idle" {
				return out
			}
			if m.header.Type != "status" && m.header.Type != "execute_input" {
				out = append(out, output{m.header.Type, content})
			}
		case <-time.After(20 * time.Second):
			f.t.Fatalf("the kernel is not idle again after %s", h.Type)
		}
	}
}

// run runs a cell.
func (f *front) run(code string) (map[string]any, []output) {
	f.t.Helper()
	h := f.tell(f.shell, "execute_request", map[string]any{"code": code})
	out := f.outputs(h)
	return f.reply(f.shell), out
}

// text puts what was printed and the result into one line.
func text(out []output) string {
	var parts []string
	for _, o := range out {
		switch o.kind {
		case "stream":
			parts = append(parts, o.content["name"].(string)+" "+o.content["text"].(string))
		case "error":
			parts = append(parts, "error "+o.content["ename"].(string)+" "+o.content["evalue"].(string))
		default:
			data, _ := o.content["data"].(map[string]any)
			var types []string
			for k := range data {
				types = append(types, k)
			}
			slices.Sort(types)
			plain, _ := data["text/plain"].(string)
			parts = append(parts, o.kind+" "+strings.Join(types, ",")+" "+plain)
		}
	}
	return strings.Join(parts, "|")
}

func TestCells(t *testing.T) {
	f := open(t)
	for _, c := range []struct{ code, want string }{
		{"6 * 7", "execute_result text/plain 42"},
		{"const a = 1; a", "execute_result text/plain 1"},
		{"const a = 2; a", "execute_result text/plain 2"},
		{"let x", ""},
		{"for (let i = 0; i < 3; i++) i", ""},
		{"console.log('a'); console.log('b')", "stdout a\nb\n"},
		{"console.error('a')", "stderr a\n"},
		{"console.log('é'.repeat(3)); 1", "stdout ééé\n|execute_result text/plain 1"},
		{"import { ms } from 'neuron/units'; 3 * ms", "execute_result text/plain 3"},
		{"await Promise.resolve(5)", "execute_result text/plain 5"},
		{"nowhere", "error ReferenceError nowhere is not defined"},
		{"_", "execute_result text/plain 5"},
		{"console.log(1); process.exit(); console.log(2)", "stdout 1\n"},
		{"process.exit(3)", "error Error the cell ended with process.exit(3)"},
		{"console.log(1); display([{b: 2}]); console.log(3)", "stdout 1\n|display_data text/html,text/plain [ { b: 2 } ]|stdout 3\n"},
		{"display.html('<b>x</b>')", "display_data text/html,text/plain <b>x</b>"},
		{"display.clear()", "clear_output  "},
		{"plt.plot([1, 2]); plt.show()", "display_data image/png,text/html,text/plain Figure of 720 x 480 pixels: 1 axes, 1 series"},
		{"const f = plt.figure(); f.line([1, 2], [1, 2]); f", "execute_result image/png,text/html,text/plain Figure of 720 x 480 pixels: 1 axes, 1 series"},
		{"plt.figure()", "execute_result image/png,text/html,text/plain Figure of 720 x 480 pixels: 1 axes, 0 series"},
		{"plt.plot([1, 2]); 5", "display_data image/png,text/html,text/plain Figure of 720 x 480 pixels: 1 axes, 1 series|execute_result text/plain 5"},
		{"const [g, axes] = plt.subplots(1, 2); axes[0].plot([1, 2]); g", "execute_result image/png,text/html,text/plain Figure of 720 x 480 pixels: 2 axes, 1 series"},
		{"plt.plot([1, 2]); plt.show()", "display_data image/png,text/html,text/plain Figure of 720 x 480 pixels: 1 axes, 1 series"},
		{"plt.close(); [[1, 2], [3, 4]]", "execute_result text/html,text/plain [ [ 1, 2 ], [ 3, 4 ] ]"},
		{"n.Section('soma').psection().nseg", "execute_result text/plain 1"},
		{"({a: 1})", "execute_result text/plain { a: 1 }"},
	} {
		reply, out := f.run(c.code)
		if got := text(out); got != c.want {
			t.Errorf("%s showed %q, want %q", c.code, got, c.want)
		}
		if failed := strings.HasPrefix(c.want, "error"); (reply["status"] == "error") != failed {
			t.Errorf("%s: the status is %v", c.code, reply["status"])
		}
	}
	_, out := f.run("const soma = n.Section('soma')\nsoma.insert('hhh')")
	lines := out[0].content["traceback"].([]any)
	if !strings.HasPrefix(lines[0].(string), "In[27]:2:6: ") {
		t.Errorf("an error does not tell its line: %q", lines)
	}
	_, out = f.run("soma.insert(n.hh); soma.psection()")
	if html := out[0].content["data"].(map[string]any)["text/html"].(string); !strings.Contains(html, "gnabar") {
		t.Errorf("psection shows %s", html)
	}
}

// After an error the cells that wait do not run.
func TestAbort(t *testing.T) {
	f := open(t)
	codes := []string{"for (const end = Date.now() + 300; Date.now() < end;); throw new Error('x')", "1", "2"}
	for _, code := range codes {
		f.tell(f.shell, "execute_request", map[string]any{"code": code})
	}
	f.tell(f.shell, "is_complete_request", map[string]any{"code": "1"})
	var states []string
	for range 4 {
		states = append(states, f.reply(f.shell)["status"].(string))
	}
	slices.Sort(states)
	if want := []string{"aborted", "aborted", "complete", "error"}; !slices.Equal(states, want) {
		t.Errorf("the states are %v, want %v", states, want)
	}
	f.shell.SendMulti(zmq4.NewMsgFrom([]byte(delimiter), []byte("forged"), []byte("{}"), []byte("{}"), []byte("{}"), []byte("{}")))
	if reply := f.ask(f.shell, "execute_request", map[string]any{"code": "3"}); reply["execution_count"] != 2.0 {
		t.Errorf("the next cell answers %v", reply)
	}
}

// The stop button ends a run; the model is as it was, and the next cell runs.
func TestInterrupt(t *testing.T) {
	f := open(t)
	f.run("const soma = n.Section('soma'); soma.insert(n.hh); n.finitialize(-65)")
	for _, code := range []string{"n.continuerun(1e9)", "for (;;);", "await new Promise((done) => setTimeout(done, 1e6))"} {
		h := f.tell(f.shell, "execute_request", map[string]any{"code": code})
		time.Sleep(200 * time.Millisecond)
		start := time.Now()
		f.ask(f.control, "interrupt_request", struct{}{})
		reply := f.reply(f.shell)
		if d := time.Since(start); reply["ename"] != "Interrupted" || d > 5*time.Second {
			t.Errorf("%s ended as %v after %v", code, reply, d)
		}
		f.outputs(h)
		f.outputs(h) // of the interruption itself
	}
	if _, out := f.run("n.t > 0 && soma(0.5).v < 0"); text(out) != "execute_result text/plain true" {
		t.Errorf("after the interruption: %s", text(out))
	}
}

// A run of more than a second shows how far it is, in one place.
func TestProgress(t *testing.T) {
	f := open(t)
	_, out := f.run("const soma = n.Section('soma'); soma.insert(n.hh); n.finitialize(-65); const end = Date.now() + 1500\n" +
		"n.Vector().record(n._ref_t)\nn.cvode.event(1, function again() { if (Date.now() < end) n.cvode.event(n.t + 1, again); else n.stoprun = 1 })\nn.continuerun(1e9)")
	kinds := map[string]int{}
	last := ""
	for _, o := range out {
		kinds[o.kind]++
		if data, ok := o.content["data"].(map[string]any); ok && o.kind != "execute_result" {
			last = data["text/plain"].(string)
		}
	}
	if kinds["display_data"] != 1 || kinds["update_display_data"] < 2 || !strings.Contains(last, "real time") || strings.Contains(last, "left") {
		t.Errorf("shown: %v, at last %q", kinds, last)
	}
}

func TestQuestions(t *testing.T) {
	f := open(t)
	f.run("const soma = n.Section('soma'); soma.insert(n.hh)")
	reply := f.ask(f.shell, "complete_request", map[string]any{"code": "'é' + soma(0.5).hh.gna", "cursor_pos": 22})
	if matches := reply["matches"].([]any); reply["cursor_start"] != 19.0 || len(matches) < 1 || matches[0] != "gna" {
		t.Errorf("completion gives %v", reply)
	}
	for _, c := range []struct{ code, want string }{
		{"n.IClamp", "amp"},
		{"n.IClamp(", "amp"},
		{"soma.connect(", "connect"},
		{"n.finitialize(-65)", "finitialize"},
		{"nothing.here", ""},
		{"", ""},
	} {
		reply := f.ask(f.shell, "inspect_request", map[string]any{"code": c.code, "cursor_pos": len(c.code), "detail_level": 0})
		data, _ := reply["data"].(map[string]any)
		told, _ := data["text/plain"].(string)
		if reply["found"] != (c.want != "") || !strings.Contains(told, c.want) {
			t.Errorf("%q: %v %.60q", c.code, reply["found"], told)
		}
	}
	reply, _ = f.run("n.IClamp?")
	if page := reply["payload"].([]any); len(page) != 1 {
		t.Errorf("a question mark gives %v", reply)
	}
	for code, want := range map[string]string{"for (;;) {": "incomplete", "1": "complete", "f(]": "invalid"} {
		if reply := f.ask(f.shell, "is_complete_request", map[string]any{"code": code}); reply["status"] != want {
			t.Errorf("%q is %v, want %s", code, reply["status"], want)
		}
	}
	reply = f.ask(f.shell, "history_request", map[string]any{"hist_access_type": "tail", "n": 1})
	if list := reply["history"].([]any); len(list) != 1 {
		t.Errorf("the history is %v", reply)
	}
}

func TestShutdown(t *testing.T) {
	f := open(t)
	f.tell(f.shell, "execute_request", map[string]any{"code": "for (;;);"})
	time.Sleep(100 * time.Millisecond)
	if reply := f.ask(f.control, "shutdown_request", map[string]any{"restart": true}); reply["restart"] != true {
		t.Errorf("the answer is %v", reply)
	}
	select {
	case err := <-f.done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the kernel goes on")
	}
}

// TestFigureForms: plt.backend says in which form figures are shown.
func TestFigureForms(t *testing.T) {
	for form, want := range map[string]string{
		"": "image/png,text/html,text/plain", "html": "image/png,text/html,text/plain",
		"png": "image/png,text/plain", "svg": "image/png,image/svg+xml,text/plain",
	} {
		f, code := open(t), "plt.plot([1, 2]); plt.show()"
		if form != "" {
			code = fmt.Sprintf("plt.backend(%q); ", form) + code
		}
		if _, out := f.run(code); text(out) != "display_data "+want+" Figure of 720 x 480 pixels: 1 axes, 1 series" {
			t.Errorf("%q: %s", form, text(out))
		}
	}
}

// A cell that takes all memory fails, and the notebook goes on.
func TestOutOfMemory(t *testing.T) {
	f := open(t)
	f.run("const a = []; let b = 1")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	script.LimitMemory(m.HeapAlloc + 70e6)
	defer script.LimitMemory(0)
	reply, out := f.run("while (true) a.push(new Array(100).fill(1))")
	if reply["ename"] != "RangeError" || !strings.Contains(text(out), "error RangeError out of memory: the script holds ") {
		t.Errorf("the cell gives %v, %s", reply, text(out))
	}
	if _, out = f.run("a.length = 0; b + 1"); text(out) != "execute_result text/plain 2" {
		t.Errorf("afterwards: %s", text(out))
	}
}
