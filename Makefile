# The daily commands; each is one line that also works without make.
.PHONY: build test types browser pictures lint bench oracle release ci

build:
	CGO_ENABLED=0 go build ./cmd/gneuron

test:
	go test ./...

# Checks the declarations in stdlib/types with the TypeScript compiler, which npm brings.
types:
	GNEURON_REQUIRE=1 go test -count=1 -run TestTypeScript ./script

# Goes through the notebooks in a browser and leaves pictures to be looked at.
browser:
	script/jupyter/testdata/browser/run

# Draws the pictures of the guides, and writes the reference and the gallery, anew.
pictures:
	go generate ./examples ./docs

lint:
	gofmt -l . && go vet ./... && go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

bench:
	go run ./bench

# Runs every case in NEURON again and shows what changed; needs NEURON.
oracle:
	python3 testdata/neuron/regenerate.py

# Static binaries for all systems, with their checksums, in dist. VERSION is what
# gneuron version tells; without it that is the tag or the commit.
PLATFORMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
release:
	rm -rf dist && mkdir dist
	for p in $(PLATFORMS); do \
	  ending=; case $$p in windows/*) ending=.exe;; esac; \
	  CGO_ENABLED=0 GOOS=$${p%/*} GOARCH=$${p#*/} go build -trimpath -ldflags "-s -w -X main.release=$(VERSION)" \
	    -o dist/gneuron-$${p%/*}-$${p#*/}$$ending ./cmd/gneuron || exit 1; \
	done
	! find dist -type f -size +40000000c | grep . # none is larger than 40 MB
	cd dist && sha256sum * > SHA256SUMS

ci:
	.ci/run
