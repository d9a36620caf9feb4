package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"github.com/gneuron/gneuron/docs"
	"github.com/gneuron/gneuron/examples"
	"github.com/gneuron/gneuron/internal/site"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/stdlib"
)

const docsPort = 8642

const docsHelp = `Shows the guide, the reference and the gallery in a browser: it serves them on this
machine alone, at the address that it prints, until Ctrl-C. No network is needed.

With a NAME it prints what there is about it, here: of a class, function or mechanism
(IClamp, n.continuerun), of a member (Vector.record, hh.gnabar), or a guide (plotting).

  --port N   the port, default 8642; 0 takes a free one
  --open     opens a browser; with a NAME at its page
`

// elsewhere is where files of the project are that the binary has not.
const elsewhere = "https://github.com/gneuron/gneuron/blob/main/"

// documentation serves gneuron docs.
func documentation(c *command, s *streams, args []string) int {
	flags := flag.NewFlagSet("docs", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	port, serve := docsPort, false
	flags.Func("port", "", func(text string) (err error) {
		serve = true
		if port, err = strconv.Atoi(text); err != nil || port < 0 || port > 65535 {
			return errors.New("it must be a whole number from 0 to 65535")
		}
		return nil
	})
	open := flags.Bool("open", false, "")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return help(nil, s, []string{c.name})
		}
		return wrongUsage(c, s, err)
	}
	if flags.NArg() > 1 {
		return wrongUsage(c, s, fmt.Errorf("one name at a time, not %d", flags.NArg()))
	}
	pages, err := pagesOfDocs()
	if err != nil {
		return report(s.err, err)
	}
	url := "/"
	if name := flags.Arg(0); name != "" {
		found := pages.Find(name)
		switch {
		case len(found) == 0:
			fmt.Fprintf(s.err, "gneuron docs: there is nothing about %q\n", name)
			if near := spell.Nearest(name, pages.Names()); near != "" {
				fmt.Fprintf(s.err, "hint: did you mean \"gneuron docs %s\"?\n", near)
			} else {
				fmt.Fprintln(s.err, "hint: gneuron docs has a search")
			}
			return exitUsage
		case len(found) > 1:
			fmt.Fprintf(s.out, "%s is in several places:\n\n", name)
			for _, e := range found {
				fmt.Fprintf(s.out, "  gneuron docs %-28s %s\n", e.Name, e.Text)
			}
			return exitOK
		case !*open && !serve:
			text, err := pages.Text(found[0])
			if err != nil {
				return report(s.err, err)
			}
			fmt.Fprint(s.out, text)
			return exitOK
		}
		url = found[0].URL()
	}
	return serveDocs(s, pages, port, url, *open)
}

// serveDocs serves the pages until an interrupt.
func serveDocs(s *streams, pages *site.Site, port int, url string, open bool) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		if errors.Is(err, syscall.EADDRINUSE) || strings.Contains(err.Error(), "Only one usage of each socket address") {
			fmt.Fprintf(s.err, "gneuron docs: the port %d is taken\nhint: --port 0 takes a free one\n", port)
		} else {
			fmt.Fprintf(s.err, "gneuron docs: %v\nhint: --port 0 takes a free port\n", err)
		}
		return exitFailed
	}
	address := "http://" + listener.Addr().String() + url
	if open {
		if err := opener(address).Start(); err != nil {
			fmt.Fprintln(s.err, "no browser was found to open it")
		}
	}
	fmt.Fprintf(s.out, "the documentation is at %s\nCtrl-C ends this\n", address)
	context.AfterFunc(ctx, func() { listener.Close() })
	if err := pages.Serve(listener); err != nil {
		fmt.Fprintf(s.err, "gneuron docs: %v\n", err)
		return exitFailed
	}
	return exitOK
}

// pagesOfDocs are the pages in this binary.
func pagesOfDocs() (*site.Site, error) {
	files, err := filesOfDocs()
	if err != nil {
		return nil, err
	}
	return site.New(files, elsewhere)
}

// filesOfDocs are the files that the pages are made of, at their paths in the project.
func filesOfDocs() (tree, error) {
	files := tree{"docs": docs.Files, "examples": examples.Files}
	for folder, in := range map[string]fs.FS{"mod": stdlib.Mechanisms, "models": stdlib.Models} {
		sub, err := fs.Sub(in, folder)
		if err != nil {
			return nil, err
		}
		files["stdlib/"+folder] = sub
	}
	return files, nil
}

// tree is a file system of others, each in its folder.
type tree map[string]fs.FS

// Open opens a file of the one whose folder the name begins with.
func (t tree) Open(name string) (fs.File, error) {
	for folder, files := range t {
		if name == folder {
			return files.Open(".")
		}
		if rest, in := strings.CutPrefix(name, folder+"/"); in {
			return files.Open(rest)
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
