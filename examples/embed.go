// Package examples holds scripts to start from, and a test that runs them.
package examples

import "embed"

// Files are the scripts with the files that they read, without the notebooks.
//
//go:embed *.js tutorials/*.js tutorials/*.mod tutorials/*.swc tutorials/cells lessons/*/*.js lessons/*/models
var Files embed.FS
