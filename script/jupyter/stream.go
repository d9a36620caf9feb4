package jupyter

import (
	"sync"
	"time"
	"unicode/utf8"
)

// stream sends what is written to it to the notebook, in pieces of some time.
type stream struct {
	name string // stdout or stderr
	k    *Kernel

	mu      sync.Mutex
	buf     []byte
	pending bool // a timer will flush
}

func (k *Kernel) newStream(name string) *stream { return &stream{name: name, k: k} }

const (
	streamDelay = 50 * time.Millisecond
	streamLimit = 1 << 16 // bytes that are not held back
)

// Write never fails.
func (s *stream) Write(text []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf = append(s.buf, text...)
	switch {
	case len(s.buf) >= streamLimit:
		s.send()
	case !s.pending:
		s.pending = true
		time.AfterFunc(streamDelay, s.flush)
	}
	return len(text), nil
}

// flush sends what was held back.
func (s *stream) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = false
	s.send()
}

// send sends whole characters.
func (s *stream) send() {
	n := len(s.buf)
	for k := 1; k < utf8.UTFMax && k <= n; k++ {
		if b := s.buf[n-k]; utf8.RuneStart(b) {
			if !utf8.FullRune(s.buf[n-k:]) {
				n -= k
			}
			break
		}
	}
	if n == 0 {
		return
	}
	s.k.publish("stream", s.k.cell.Load(), map[string]any{"name": s.name, "text": string(s.buf[:n])})
	s.buf = append(s.buf[:0], s.buf[n:]...)
}
