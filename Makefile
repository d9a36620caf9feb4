# The daily commands; each is one line that also works without make.
.PHONY: build test lint bench oracle ci

build:
	CGO_ENABLED=0 go build ./cmd/gneuron

test:
	go test ./...

lint:
	gofmt -l . && go vet ./... && go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

bench:
	go run ./bench

# Runs every case in NEURON again and shows what changed; needs NEURON.
oracle:
	python3 testdata/neuron/regenerate.py

ci:
	.ci/run
