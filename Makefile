# The daily commands; each is one line that also works without make.
.PHONY: build test types pictures lint bench oracle ci

build:
	CGO_ENABLED=0 go build ./cmd/gneuron

test:
	go test ./...

# Checks the declarations in stdlib/types with the TypeScript compiler, which npm brings.
types:
	GNEURON_TYPES=1 go test -count=1 -run TestTypeScript ./script

# Draws the pictures of the guides anew.
pictures:
	go generate ./docs ./examples

lint:
	gofmt -l . && go vet ./... && go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

bench:
	go run ./bench

# Runs every case in NEURON again and shows what changed; needs NEURON.
oracle:
	python3 testdata/neuron/regenerate.py

ci:
	.ci/run
