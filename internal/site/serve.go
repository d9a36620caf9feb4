package site

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"time"
)

// patience is how long a request may take: they all come from this machine.
const patience = 10 * time.Second

// Serve answers requests until the listener is closed.
//
// It speaks as much HTTP as a browser needs to read files: GET and HEAD, one request for
// each connection. The library's server would bring TLS and HTTP/2 along, three megabytes
// in every binary.
func (s *Site) Serve(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return nil
		case err != nil:
			return err
		}
		go func() {
			defer conn.Close()
			if conn.SetDeadline(time.Now().Add(patience)) == nil {
				s.answer(conn)
			}
		}()
	}
}

// answer reads a request and writes the response. A reader that breaks off gets nothing.
func (s *Site) answer(conn io.ReadWriter) {
	in := bufio.NewReader(io.LimitReader(conn, 1<<16))
	request, err := in.ReadString('\n')
	for line := ""; err == nil && line != "\r\n" && line != "\n"; {
		line, err = in.ReadString('\n')
	}
	if err != nil {
		return
	}
	words := strings.Fields(request)
	if len(words) != 3 || !strings.HasPrefix(words[2], "HTTP/") {
		write(conn, true, response{status: 400, kind: "text/plain", body: []byte("not a request\n")})
		return
	}
	if words[0] != "GET" && words[0] != "HEAD" {
		write(conn, true, response{status: 405, kind: "text/plain", body: []byte("only GET and HEAD\n")})
		return
	}
	address, err := url.ParseRequestURI(words[1])
	if err != nil {
		write(conn, true, response{status: 400, kind: "text/plain", body: []byte("not an address\n")})
		return
	}
	write(conn, words[0] == "GET", s.get(address.Path))
}

var reasons = map[int]string{200: "OK", 302: "Found", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 500: "Internal Server Error"}

func write(w io.Writer, withBody bool, r response) {
	var b strings.Builder
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\nContent-Length: %d\r\nConnection: close\r\nContent-Security-Policy: default-src 'self'; img-src 'self' data:\r\n", r.status, reasons[r.status], len(r.body))
	if r.kind != "" {
		fmt.Fprintf(&b, "Content-Type: %s\r\n", r.kind)
	}
	if r.location != "" {
		fmt.Fprintf(&b, "Location: %s\r\n", r.location)
	}
	b.WriteString("\r\n")
	if withBody {
		b.Write(r.body)
	}
	_, _ = io.WriteString(w, b.String()) // the reader may have gone
}
