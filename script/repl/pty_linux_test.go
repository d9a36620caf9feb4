package repl

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gneuron/gneuron/internal/need"
	"github.com/gneuron/gneuron/script"
	"golang.org/x/sys/unix"
)

// TestMain is also the session that the tests with a terminal start.
func TestMain(m *testing.M) {
	if os.Getenv("GNEURON_TEST_SESSION") == "" {
		os.Exit(m.Run())
	}
	rt := script.New(script.Options{})
	code := Run(rt, os.Stdout, os.Stderr)
	rt.Close()
	os.Exit(code)
}

// tty is a session on a terminal of its own.
type tty struct {
	t       *testing.T
	keys    *os.File
	cmd     *exec.Cmd
	started unix.Termios
	ended   chan struct{} // all that the terminal got is there

	mu  sync.Mutex
	out bytes.Buffer // all that the terminal got
	at  int          // what expect has seen of it
}

// startTTY starts a session with its history in a file.
func startTTY(t *testing.T, dir string, env ...string) *tty {
	t.Helper()
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		need.Missing(t, "there are no pseudo terminals here: %v", err)
	}
	number, err := unix.IoctlGetInt(int(keys.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(keys.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	terminal, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	if err := unix.IoctlSetWinsize(int(keys.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 40, Col: 100}); err != nil {
		t.Fatal(err)
	}
	s := &tty{t: t, keys: keys, cmd: exec.Command(os.Args[0]), ended: make(chan struct{})}
	modes, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	s.started = *modes
	s.cmd.Dir = dir
	s.cmd.Env = append(append(os.Environ(), "GNEURON_TEST_SESSION=1", "TERM=xterm", "NO_COLOR=1", "GNEURON_HISTORY="+filepath.Join(dir, "history")), env...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = terminal, terminal, terminal
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(s.ended)
		buffer := make([]byte, 4096)
		for {
			k, err := keys.Read(buffer)
			s.mu.Lock()
			s.out.Write(buffer[:k])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		s.cmd.Process.Kill()
		s.cmd.Wait()
		keys.Close()
	})
	s.expect(prompt)
	return s
}

// escapes are what moves the cursor and the like.
var escapes = regexp.MustCompile(`\x1b\[[?0-9;]*[A-Za-z]|\r|` + string(moreMark))

// expect waits until the terminal shows a text behind what was expected before.
func (s *tty) expect(text string) {
	s.t.Helper()
	end := time.Now().Add(30 * time.Second)
	for {
		s.mu.Lock()
		shown := escapes.ReplaceAllString(s.out.String(), "")
		s.mu.Unlock()
		if i := strings.Index(shown[min(s.at, len(shown)):], text); i >= 0 {
			s.at += i + len(text)
			return
		}
		if time.Now().After(end) {
			s.t.Fatalf("the terminal does not show %q; it shows\n%s", text, shown[min(s.at, len(shown)):])
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func (s *tty) send(keys string) {
	s.t.Helper()
	if _, err := s.keys.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// ends waits for the end, and looks whether the terminal is as it was.
func (s *tty) ends(code int) {
	s.t.Helper()
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		s.t.Fatal("the session does not end")
	}
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, want %d", got, code)
	}
	modes, err := unix.IoctlGetTermios(int(s.keys.Fd()), unix.TCGETS)
	if err != nil {
		s.t.Fatal(err)
	}
	if *modes != s.started {
		s.t.Errorf("the terminal is left with the modes %+v, it had %+v", *modes, s.started)
	}
	<-s.ended
	s.mu.Lock()
	defer s.mu.Unlock()
	if out := s.out.String(); strings.LastIndex(out, pasteOff) < strings.LastIndex(out, pasteOn) {
		s.t.Error("the terminal still marks what is pasted")
	}
}

const (
	ctrlC = "\x03"
	ctrlD = "\x04"
	ctrlR = "\x12"
	up    = "\x1b[A"
)

func TestTerminalPaste(t *testing.T) {
	dir := t.TempDir()
	s := startTTY(t, dir)
	s.send(pasteStart + "class Cell {\n\t// `comment`\n\tconstructor() {\n\n\t\tthis.text = `a\n\tb`\n\t}\n}\n\nif (false) {\n\tprint('no')\n}\nelse {\n\tprint(JSON.stringify(new Cell().text))\n}\n" + pasteEnd)
	s.expect(`"a\n\tb"` + "\n")
	s.expect(prompt)
	// It is one entry, which runs again.
	s.send("print('between')\r")
	s.expect("\nbetween")
	s.send(up + up + "\r")
	s.expect(`"a\n\tb"` + "\n")
	// What does not end with a newline waits.
	s.send(pasteStart + "print('one');\nprint('two')" + pasteEnd)
	s.expect("print('two')")
	time.Sleep(100 * time.Millisecond)
	s.send(" + print('three')\r")
	s.expect("one\ntwo\nthree\n")
	s.send(ctrlD)
	s.ends(0)
	text, _ := os.ReadFile(filepath.Join(dir, "history"))
	if lines := strings.Split(strings.TrimSpace(string(text)), "\n"); len(lines) != 4 || !strings.HasPrefix(lines[0], "class Cell {⏎") {
		t.Errorf("the history is\n%s", text)
	}
}

func TestTerminalCtrlC(t *testing.T) {
	s := startTTY(t, t.TempDir())
	s.send("half typed" + ctrlC)
	s.expect("^C\n" + prompt)
	s.send("[1,\r")
	s.expect(morePrompt)
	s.send(ctrlC)
	s.expect("^C\n" + prompt)
	s.send("const soma = n.Section('soma'); soma.insert(n.hh); n.finitialize(-65)\r")
	s.expect("\n1\n" + prompt)
	s.send("print('run'); n.continuerun(1e9)\r")
	s.expect("\nrun\n")
	time.Sleep(50 * time.Millisecond)
	s.send(ctrlC)
	s.expect("interrupted\n")
	s.expect("n.t is ")
	s.expect(prompt)
	s.send("print('loop'); while (true) {}\r")
	s.expect("\nloop\n")
	s.send(ctrlC)
	s.expect("interrupted\n")
	s.send("n.t > 0 && n.t < 1e9\r")
	s.expect("\ntrue\n")
	s.send("n.continuerun(n.t + 1); soma.v < 100\r")
	s.expect("\ntrue\n")
	s.send(".exit\r")
	s.ends(0)
}

func TestTerminalCtrlR(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "history"), "print('alpha')\nprint('beta')\nif (1) {⏎\u2003print('gamma')⏎}\nprint('delta')\n")
	s := startTTY(t, dir)
	s.send(ctrlR + "gam")
	s.expect("(reverse-i-search)`gam'")
	s.send("\r")
	s.expect("\ngamma\n")
	s.send(ctrlR + "a'" + ctrlR + ctrlR + "\r")
	s.expect("\nbeta\n")
	s.send(ctrlD)
	s.ends(0)
}

func TestTerminalCompletion(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "mymodel.js"), "print('model runs')\n")
	s := startTTY(t, dir)
	s.send("const soma = n.Section('soma'); soma.insert(n.hh); null\r")
	s.expect("\nnull\n" + prompt)
	s.send("soma(0.5).hh.gn\t")
	s.expect("soma(0.5).hh.gna")
	s.send("\t\t")
	s.expect("gna gnabar ")
	s.send("b\t\r")
	s.expect("\n0.12\n")
	s.send(".lo\t mym\t\r")
	s.expect("\nmodel runs\n")
	s.send("soma.insert('pa\t')\r")
	s.expect("mechanisms: hh, na_ion, k_ion, pas\n")
	s.send("n.\t\t") // many names, without a question
	s.expect("IClamp")
	s.expect(prompt + "n.")
	s.send(ctrlC)
	s.expect("^C\n" + prompt)
	s.send("{\r\tx: [7]\r}\r") // a tab at the beginning of a line indents it
	s.expect("{ x: [ 7 ] }\n")
	s.send(ctrlD)
	s.ends(0)
}

// A session that is ended from outside leaves the terminal as it was, at the prompt
// and in a run.
func TestTerminalKilled(t *testing.T) {
	s := startTTY(t, t.TempDir())
	s.send("1 +")
	s.expect("1 +")
	s.cmd.Process.Signal(syscall.SIGTERM)
	s.ends(128 + int(syscall.SIGTERM))

	s = startTTY(t, t.TempDir())
	s.send("print('run'); while (true) {}\r")
	s.expect("\nrun\n")
	s.send("\x1c") // Ctrl-\
	s.ends(128 + int(syscall.SIGQUIT))
	if strings.Contains(s.out.String(), "goroutine") {
		t.Error("a trace of Go is shown")
	}
}

func TestTerminalDumb(t *testing.T) {
	s := startTTY(t, t.TempDir(), "TERM=dumb")
	s.send("if (1) {\n")
	s.expect(morePrompt)
	s.send("6 * 7 }\n")
	s.expect("\n42\n" + prompt)
	s.send("half" + ctrlC)
	s.expect("\n" + prompt)
	s.send("while (true) {}\n")
	time.Sleep(300 * time.Millisecond)
	s.send(ctrlC)
	s.expect("interrupted\n")
	s.send("'end'\n")
	s.expect("\n'end'\n" + prompt)
	s.send(ctrlD)
	s.ends(0)
}
