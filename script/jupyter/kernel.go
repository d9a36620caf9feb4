// Package jupyter is a Jupyter kernel: it lets notebooks run gneuron's
// JavaScript. It speaks the messaging protocol 5.3 over ZeroMQ.
//
// Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html
package jupyter

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gneuron/gneuron/script"
	"github.com/gneuron/gneuron/script/repl"
	"github.com/go-zeromq/zmq4"
)

// Connection is the content of a connection file: where the front end expects
// the kernel.
type Connection struct {
	Transport string `json:"transport"`
	IP        string `json:"ip"`
	Shell     int    `json:"shell_port"`
	Control   int    `json:"control_port"`
	IOPub     int    `json:"iopub_port"`
	Stdin     int    `json:"stdin_port"`
	Heartbeat int    `json:"hb_port"`
	Key       string `json:"key"`
	Scheme    string `json:"signature_scheme"`
}

// ReadConnection reads a connection file.
func ReadConnection(path string) (Connection, error) {
	var c Connection
	text, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(text, &c); err != nil {
		return c, fmt.Errorf("%s is no connection file: %w", path, err)
	}
	if c.Key != "" && c.Scheme != "hmac-sha256" {
		return c, fmt.Errorf("%s: signature_scheme is %q, only hmac-sha256 is known", path, c.Scheme)
	}
	return c, nil
}

func (c *Connection) address(port int) string {
	if c.Transport == "ipc" {
		return fmt.Sprintf("ipc://%s-%d", c.IP, port)
	}
	return fmt.Sprintf("%s://%s:%d", c.Transport, c.IP, port)
}

// Kernel serves one notebook.
type Kernel struct {
	version string // of gneuron
	wire    *wire

	shell, control, stdin, heartbeat zmq4.Socket
	iopub                            zmq4.Socket
	publishing                       sync.Mutex // of iopub

	out, err *stream
	rt       *script.Runtime
	session  *repl.Session
	requests *queue // of the shell
	handlers map[string]func(*message) any
	fromNow  map[string]func(*message) any // of the control channel, while a cell runs

	cell    atomic.Pointer[message] // whose output is shown
	count   int                     // cells run
	history []entry
	bar     string // display id of the progress that is shown, or ""
}

// Serve runs a kernel until the front end ends it or ctx is done. version is
// that of gneuron; figures is the form in which figures are shown, one of
// script.FigureForms, and "" for HTML.
func Serve(ctx context.Context, c Connection, version, figures string) (err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	k := &Kernel{version: version, wire: newWire(c.Key), requests: newQueue()}
	k.shell, k.control, k.stdin = zmq4.NewRouter(ctx), zmq4.NewRouter(ctx), zmq4.NewRouter(ctx)
	k.iopub, k.heartbeat = zmq4.NewPub(ctx), zmq4.NewRep(ctx)
	for _, s := range []struct {
		socket zmq4.Socket
		port   int
	}{{k.shell, c.Shell}, {k.control, c.Control}, {k.stdin, c.Stdin}, {k.iopub, c.IOPub}, {k.heartbeat, c.Heartbeat}} {
		if err := s.socket.Listen(c.address(s.port)); err != nil {
			return fmt.Errorf("cannot listen at %s: %w", c.address(s.port), err)
		}
		defer s.socket.Close()
	}
	k.out, k.err = k.newStream("stdout"), k.newStream("stderr")
	k.begin()
	defer func() { k.rt.Close() }()
	if err := k.rt.SetFigureForm(figures); err != nil {
		return err
	}
	k.publish("status", nil, map[string]any{"execution_state": "starting"})

	go orphaned(ctx, cancel)
	go k.beat()
	go k.receive(k.shell, k.requests.put)
	go k.receive(k.control, k.controlled)
	go func() {
		<-ctx.Done()
		k.rt.Interrupt(script.Interrupted)
		k.requests.close()
	}()
	for {
		m, ok := k.requests.take()
		if !ok {
			return nil
		}
		k.answer(k.shell, k.handlers, m)
	}
}

// begin makes a fresh script world.
func (k *Kernel) begin() {
	k.rt = script.New(script.Options{Stdout: k.out, Stderr: k.err, Stdin: noInput{}})
	k.session = repl.NewSession(k.rt)
	k.session.Name = func(int) string { return fmt.Sprintf("In[%d]", k.count) }
	k.rt.OnDisplay(k.display)
	k.rt.OnProgress(k.progress)
	k.handlers = map[string]func(*message) any{
		"kernel_info_request": k.info,
		"execute_request":     k.execute,
		"complete_request":    k.complete,
		"inspect_request":     k.inspect,
		"is_complete_request": k.isComplete,
		"history_request":     k.historyOf,
		"comm_info_request":   func(*message) any { return map[string]any{"status": "ok", "comms": struct{}{}} },
		"shutdown_request":    k.end,
	}
	k.fromNow = map[string]func(*message) any{
		"kernel_info_request": k.info,
		"interrupt_request": func(*message) any {
			k.rt.Interrupt(script.Interrupted)
			return map[string]any{"status": "ok"}
		},
		"shutdown_request": k.end,
	}
}

// noInput is the standard input of a notebook: there is none.
type noInput struct{}

func (noInput) Read([]byte) (int, error) { return 0, io.EOF }

// beat answers the front end's question whether the kernel lives.
func (k *Kernel) beat() {
	for {
		m, err := k.heartbeat.Recv()
		if err != nil || k.heartbeat.Send(m) != nil {
			return
		}
	}
}

// orphaned ends a kernel that Jupyter started and left behind when it was killed.
func orphaned(ctx context.Context, end func()) {
	if os.Getenv("JPY_PARENT_PID") == "" {
		return
	}
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for parent := os.Getppid(); os.Getppid() == parent; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
	end()
}

// receive hands on the messages of a socket. What is not signed with the right
// key is no message.
func (k *Kernel) receive(s zmq4.Socket, to func(*message)) {
	for {
		raw, err := s.Recv()
		if err != nil {
			return
		}
		m, err := k.wire.decode(raw.Frames)
		if err != nil {
			fmt.Fprintf(os.Stderr, "gneuron: %v\n", err)
			continue
		}
		to(m)
	}
}

// controlled serves the control channel, also while a cell runs.
func (k *Kernel) controlled(m *message) { k.answer(k.control, k.fromNow, m) }

// answer serves a request, with the states busy and idle around it.
func (k *Kernel) answer(s zmq4.Socket, handlers map[string]func(*message) any, m *message) {
	serve := handlers[m.header.Type]
	if serve == nil {
		return // comm messages and what later protocols bring
	}
	k.publish("status", m, map[string]any{"execution_state": "busy"})
	reply := serve(m)
	k.send(s, m, reply)
	k.publish("status", m, map[string]any{"execution_state": "idle"})
}

// send answers a request on its socket.
func (k *Kernel) send(s zmq4.Socket, m *message, content any) {
	kind := m.header.Type[:len(m.header.Type)-len("request")] + "reply"
	out, err := k.wire.encode(m.identities, kind, m, content)
	if err == nil {
		err = s.SendMulti(out)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "gneuron: %s is not sent: %v\n", kind, err)
	}
}

// publish tells all front ends of something that the request parent caused.
func (k *Kernel) publish(kind string, parent *message, content any) {
	out, err := k.wire.encode([][]byte{[]byte("kernel." + kind)}, kind, parent, content)
	k.publishing.Lock()
	defer k.publishing.Unlock()
	if err == nil {
		err = k.iopub.SendMulti(out)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "gneuron: %s is not published: %v\n", kind, err)
	}
}

// info tells what kernel this is.
func (k *Kernel) info(*message) any {
	return map[string]any{
		"status": "ok", "protocol_version": protocol, "implementation": "gneuron", "implementation_version": k.version,
		"banner": "gneuron " + k.version + ": neurons in JavaScript. help() tells more.",
		"language_info": map[string]any{"name": "javascript", "version": "ES2022", "mimetype": "text/javascript",
			"file_extension": ".js", "pygments_lexer": "javascript", "codemirror_mode": "javascript", "nbconvert_exporter": "script"},
		"help_links": []any{},
		"debugger":   false,
	}
}

// end answers a request to shut down, and does it.
func (k *Kernel) end(m *message) any {
	var c struct {
		Restart bool `json:"restart"`
	}
	_ = json.Unmarshal(m.content, &c)
	k.rt.Interrupt(script.Interrupted)
	time.AfterFunc(farewell, k.requests.close)
	return map[string]any{"status": "ok", "restart": c.Restart}
}

// farewell is the time that the last answer gets to leave.
const farewell = 50 * time.Millisecond
