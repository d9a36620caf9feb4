// Package docs holds the guides and the reference, and tests that run the scripts in them.
package docs

import "embed"

// Files are the guides, the reference and the pictures.
//
//go:embed *.md guide reference img
var Files embed.FS
