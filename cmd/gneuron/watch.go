package main

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gneuron/gneuron/script"
)

// grace is how long a script that was asked to stop may take before the
// process ends without it.
const grace = 2 * time.Second

// exitQuit is the exit code after Ctrl-\, 128 and the signal's number.
const exitQuit = 131

// quitSignals are those of Ctrl-\, at which Go would show where all of its goroutines
// are, for who looks for a bug of gneuron.
func quitSignals() []os.Signal {
	if os.Getenv("GNEURON_DEBUG") != "" {
		return nil
	}
	return []os.Signal{syscall.SIGQUIT}
}

// watch stops the script at Ctrl-C and, if timeout is not 0, when the time is
// over. The function it gives ends the watch.
func watch(rt *script.Runtime, stderr io.Writer, timeout time.Duration) (stop func()) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, append(quitSignals(), os.Interrupt)...)
	done := make(chan struct{})
	var limit <-chan time.Time
	if timeout > 0 {
		limit = time.After(timeout)
	}
	go func() {
		var reason script.StopReason
		select {
		case s := <-signals:
			if s != os.Interrupt {
				os.Exit(exitQuit)
			}
			reason = script.Interrupted
		case <-limit:
			reason = script.TimedOut
		case <-done:
			return
		}
		rt.Interrupt(reason)
		select {
		case <-signals:
		case <-time.After(grace):
		case <-done:
			return
		}
		if reason == script.TimedOut {
			fmt.Fprintln(stderr, "stopped because the time that --timeout allows is over")
			os.Exit(exitTimeout)
		}
		os.Exit(exitInterrupted)
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}
