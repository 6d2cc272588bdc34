# Chancery. Plain `make` lists the targets.
#
# Two sets of build flags and no third, because each is a cold compile of Fyne
# and all that it needs: four and a half minutes for the window, which needs
# cgo, and one minute for everything else, tests included, without cgo.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

TAGS       := migrated_fynedo
TEST_TAGS  := nogui,$(TAGS)
VERSION    := $(shell sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS    := -X main.version=$(VERSION)

# -buildvcs=false: a clone owned by somebody else must build too.
GUI   := CGO_ENABLED=1 GOFLAGS=-buildvcs=false
NOGUI := CGO_ENABLED=0 GOFLAGS='-buildvcs=false -tags=$(TEST_TAGS)'

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

# What `make fuzz` and `make bench` may be given: FUZZTIME=5m, BENCH=Scene, COUNT=1, PKG=./model/...;
# `make test` takes TESTFLAGS=-v and PKG.
FUZZTIME ?= 30s
BENCH    ?= .
COUNT    ?= 6
PKG      ?= ./...

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: ## open the window on the default archive; without a display, paint it to out/
	@scripts/run

.PHONY: build
build: ## build bin/timeline, with the window
	@scripts/setup run
	$(GUI) go build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/timeline ./cmd/timeline

.PHONY: nogui
nogui: ## build bin/timeline-nogui: the command line alone, needing no C compiler
	@scripts/setup render
	$(NOGUI) go build -ldflags '$(LDFLAGS)' -o bin/timeline-nogui ./cmd/timeline

.PHONY: test
test: ## run the tests; no display and no C compiler needed
	@scripts/setup test
	$(NOGUI) go test $(TESTFLAGS) $(PKG)

.PHONY: check
check: lint test ## lint and test: what a change must pass

.PHONY: lint
lint: ## gofmt, vet and staticcheck
	@scripts/lint $(STATICCHECK)

.PHONY: race
race: ## run the tests under the race detector
	@scripts/setup test race
	CGO_ENABLED=1 GOFLAGS='-buildvcs=false -tags=$(TEST_TAGS)' go test -race $(PKG)

.PHONY: cover
cover: ## run the tests and write out/cover.html
	@scripts/setup test
	@mkdir -p out
	$(NOGUI) go test -coverprofile=out/cover.out $(PKG)
	@$(NOGUI) go tool cover -html=out/cover.out -o out/cover.html
	@$(NOGUI) go tool cover -func=out/cover.out | tail -n 1

.PHONY: window
window: build ## drive the real window under Xvfb
	@scripts/setup window
	$(NOGUI) go test -count=1 -tags=$(TEST_TAGS),window ./cmd/timeline/windowtest

.PHONY: browser
browser: ## open exported pages in headless Chromium
	@scripts/setup browser
	@$(NOGUI) scripts/test-browser $(TEST_TAGS)

.PHONY: bench
bench: ## run the benchmarks into out/bench.txt, for benchstat (BENCH=regexp COUNT=6)
	@mkdir -p out
	$(NOGUI) go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) $(PKG) | tee out/bench.txt

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME (30s)
	@$(NOGUI) scripts/fuzz $(FUZZTIME) $(PKG)

.PHONY: golden
golden: ## rewrite the golden files from what the code says now; read the diff
	@scripts/setup test
	GOLDEN=update $(NOGUI) go test -count=1 $(PKG)

.PHONY: screenshots
screenshots: nogui ## repaint docs/images for the README
	@scripts/screenshots bin/timeline-nogui docs/images

.PHONY: pictures
pictures: nogui ## paint every picture there is to look at into out/pictures
	@scripts/screenshots bin/timeline-nogui out/pictures all

.PHONY: dist
dist: ## pack dist/chancery-VERSION-OS-ARCH.tar.gz: the stripped binary and its papers
	@scripts/setup run
	@LDFLAGS='$(LDFLAGS) -s -w' TAGS=$(TAGS) scripts/dist $(VERSION)

.PHONY: clean
clean: ## remove what make built
	rm -rf bin out dist
