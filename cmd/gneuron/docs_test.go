package main

import (
	"fmt"
	"io/fs"
	"net"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestDocsPort holds what a port that is taken gives.
func TestDocsPort(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	var out, errors strings.Builder
	code := run([]string{"docs", "--port", fmt.Sprint(port)}, strings.NewReader(""), &out, &errors)
	want := fmt.Sprintf("gneuron docs: the port %d is taken\nhint: --port 0 takes a free one\n", port)
	if code != exitFailed || out.String() != "" || errors.String() != want {
		t.Errorf("exit code %d, %q, %q; want %q", code, out.String(), errors.String(), want)
	}
}

var (
	linked = regexp.MustCompile(`\]\(([^)#:]+)[)#]`)
	inTree = regexp.MustCompile(`^(docs/.*|examples/.*\.(js|mod|swc)|stdlib/mod/.*\.mod|stdlib/models/.*\.mod)$`)
)

// TestDocsEmbedded holds that the binary has the pages, pictures and scripts that its
// pages link to.
func TestDocsEmbedded(t *testing.T) {
	files, err := filesOfDocs()
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	err = fs.WalkDir(files, "docs", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		for _, m := range linked.FindAllStringSubmatch(string(text), -1) {
			to := path.Join(path.Dir(name), m[1])
			if !inTree.MatchString(to) {
				continue
			}
			count++
			if _, err := fs.Stat(files, to); err != nil {
				t.Errorf("%s links to %s, which is not in the binary: %v", name, to, err)
			}
		}
		return nil
	})
	if err != nil || count < 500 {
		t.Fatalf("%d links were checked: %v", count, err)
	}
}
