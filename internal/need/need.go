// Package need says what a test does that needs another program, such as numpy or
// a browser, where that program is not there.
package need

import (
	"os"
	"testing"
)

// Required tells whether GNEURON_REQUIRE is 1, as it is in CI: no test is skipped.
func Required() bool { return os.Getenv("GNEURON_REQUIRE") == "1" }

// Missing ends a test that cannot run here. It is skipped, so that go test passes
// with Go alone, but fails where GNEURON_REQUIRE is 1.
func Missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if Required() {
		t.Fatalf(format, args...)
	}
	t.Skipf(format+" (GNEURON_REQUIRE=1 makes this a failure)", args...)
}
