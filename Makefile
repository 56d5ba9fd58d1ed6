# The only commands anyone needs. `make help` lists them.

PORT ?= 8080
# The path under which the host serves the app.
BASE ?= /
export PORT BASE
SHELL := /bin/bash
export PATH := $(CURDIR)/.build/tools/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin
# One value of READY=1 from `make test`: everything has been set up, do not look again.
SETUP_RUN := $(if $(READY),,setup-run)
SETUP_TEST := $(if $(READY),,setup-test)

WASM := --target wasm32-unknown-unknown
SOURCES := $(shell find src style public content tools/content -mindepth 1 -not -name '.*' 2>/dev/null) index.html build.rs Cargo.toml Cargo.lock \
	rust-toolchain.toml Trunk.toml package-lock.json tools/postbuild.mjs tools/bindings.mjs tools/wasm.mjs tools/segments.mjs tools/split.mjs tools/sentences.mjs tools/stamp.mjs tools/step.mjs

# The program is linked so that it can be split into what the first page needs and what comes later (tools/split.mjs).
# No machine's paths in what ships: the same sources give the same bytes everywhere.
export RELEASE_FLAGS := --cfg split -C target-feature=+simd128 -C link-arg=--emit-relocs -C link-arg=--no-merge-data-segments --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=/crates --remap-path-prefix=$(CURDIR)=/mainspring

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: run test check check-base domain explore fuzz tools browser e2e before kill sizes audit bench build content pseudo pseudo-test engines figures icons screens screenshots setup-run setup-test clean help

run: build ## build the app and serve it at http://127.0.0.1:8080/ (PORT= and BASE= change it)
	@node tools/serve.mjs dist

test: setup-test ## everything below, from formatting to the journeys; ends with a summary
	@MAKE="$(MAKE)" tools/test.sh

check: | $(SETUP_RUN) ## formatting, clippy pedantic, docs: native and wasm, warnings denied
	cargo fmt --check
	cargo clippy --quiet --no-default-features --features doubles --all-targets -- -D warnings
	cargo clippy --quiet $(WASM) --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --no-default-features
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps $(WASM)

# The same cases in every run, so that a gate never turns red for a change that has nothing to do with it.
domain: | $(SETUP_RUN) ## the native tests of the pure domain and of the state, and the proof that the domain is pure
	cargo check --quiet --no-default-features
	PROPTEST_RNG_SEED=2026 cargo test --no-default-features --features doubles
	@tools/purity.sh

explore: | $(SETUP_RUN) ## every property with new cases, TIMES=20 times as many as in the tests; never part of them
	TIMES=$(or $(TIMES),20) cargo test --target-dir target/explore --config profile.test.opt-level=2 --no-default-features --test domain -- $(ARGS)

fuzz: | $(SETUP_RUN) ## a million fuzzed links (TIMES= thousands); never part of the tests
	TIMES=$(or $(TIMES),1000) cargo test --target-dir target/explore --config profile.test.opt-level=2 --no-default-features --test domain -- a_fuzzed_link

tools: | $(SETUP_RUN) ## the tests of the tools that set up, build, serve and audit
	@node --test --test-reporter=spec tests/tools/*.test.mjs

browser: | $(SETUP_TEST) ## the tests of the browser adapters, in headless Chromium
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$(CURDIR)/tools/wasm-test.sh" cargo test $(WASM) --test browser

build: check-base dist/index.html ## the optimised app, in dist/ (BASE=/mainspring/ for a host that serves it under that path)
	@node tools/base.mjs dist

# A wrong BASE stops the build before it begins.
check-base:
	@! command -v node >/dev/null || node tools/base.mjs

# These are about the app at the root of a host.
sizes e2e engines bench before kill screens screenshots pseudo pseudo-test: override BASE := /

# NO_COLOR is taken out because Trunk reads its value as a flag and stops at "1".
dist/index.html: $(SOURCES) | $(SETUP_RUN)
	@echo "==> Building the app (about 3 minutes the first time, 1 minute after a change) …"
	@env -u NO_COLOR CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(RELEASE_FLAGS)" trunk build

sizes: build .build/figureless/index.html .build/content/index.json ## what the built app weighs, and its gates
	@node tools/sizes.mjs dist .build/figureless

# The same app without its figure, only to be weighed.
.build/figureless/index.html: $(SOURCES) | $(SETUP_RUN)
	@echo "==> Building the app without its figure, to weigh the figure (about a minute) …"
	@env -u NO_COLOR TRUNK_BUILD_FEATURES=figureless CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(RELEASE_FLAGS)" trunk build --dist .build/figureless

e2e: build | $(SETUP_TEST) ## the journeys, against the built app
	playwright test --config tests/e2e/playwright.config.mjs $(ARGS)

engines: build | $(SETUP_TEST) ## the main paths in Firefox and WebKit (ENGINES=firefox leaves the other out; ARGS=--table prints what each lacks)
	@node tests/engines/engines.mjs $(ARGS)

audit: ## licences, bans, sources and known flaws of everything used (STRICT=1 fails where something cannot be checked)
	@tools/setup.sh audit
	@tools/audit.sh

bench: build | $(SETUP_TEST) ## the app beside its yardstick pages, as ratios; never part of the tests
	node tests/bench/bench.mjs $(ARGS)

before: build | $(SETUP_TEST) ## what an earlier build (REV=, a commit) has stored opens in this one; never part of the tests
	@rm -rf .build/before && git worktree prune && git worktree add --quiet --detach .build/before $(REV)
	@ln -s "$(CURDIR)/node_modules" .build/before/node_modules
	@env -u NO_COLOR CARGO_TARGET_DIR="$(CURDIR)/target/before" $(MAKE) --no-print-directory -C .build/before READY=1 build
	BEFORE="$(CURDIR)/.build/before/dist" playwright test --config tests/e2e/playwright.config.mjs before.spec.mjs

kill: build | $(SETUP_TEST) ## kills the browser 200 times and counts what is lost; never part of the tests (ARGS="--trials 20 --only finish")
	node tests/kill/kill.mjs $(ARGS)

content: .build/content/index.json ## checks content/ and prints what each exercise weighs, and what is missing in which language
	@node tools/content.mjs .build/content

.build/content/index.json: $(SOURCES) $(wildcard tests/content/*) | $(SETUP_RUN)
	@cargo run --quiet --no-default-features --example content -- .build/content
	@touch $@

# Accented letters, a third longer: what stays English in it is no sentence of `content/`. Never shipped.
pseudo: .build/pseudo/built | $(SETUP_RUN) ## the app in a language that nobody speaks, in .build/pseudo (RTL=1 from right to left)
	@node tools/pseudo.mjs .build/pseudo $(if $(RTL),rtl,ltr)

.build/pseudo/built: $(SOURCES) $(wildcard tests/content/*) tools/pseudo.mjs | $(SETUP_RUN)
	@echo "==> Building the app in the pseudo-language (about a minute) …"
	@env -u NO_COLOR MAINSPRING_LANGUAGE=pseudo CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(RELEASE_FLAGS)" trunk build --dist .build/pseudo
	@cargo run --quiet --no-default-features --example content -- --pseudo .build/pseudo/words.json
	@touch $@

pseudo-test: pseudo | $(SETUP_TEST) ## the journeys in the pseudo-language
	PSEUDO=1 DIST=.build/pseudo playwright test --config tests/e2e/playwright.config.mjs pseudo.spec.mjs $(ARGS)

screens: build | $(SETUP_TEST) ## a contact sheet of every page and phase, at six sizes, in both themes, with large letters, in forced colours: .build/screens/index.html (ONLY="rest reps" for some)
	DIST=dist node tests/screens/screens.mjs

figures: | $(SETUP_RUN) ## a contact sheet of every motion: .build/figures/index.html (ONLY="lunge deep-squat" for some, WATCH=1 while they are written)
	@cargo run --quiet --no-default-features --example figures -- $(if $(WATCH),--watch $(PORT),.build/figures/index.html) $(ONLY)

icons: | $(SETUP_TEST) ## public/icons from tools/icons/*.svg
	node tools/icons.mjs

screenshots: build | $(SETUP_TEST) ## the pictures of the manifest and the README, from the built app
	node tools/screenshots.mjs

setup-run: ## install what building and serving needs
	@tools/setup.sh run

setup-test: ## install what the tests need as well
	@tools/setup.sh test

clean: ## remove what was built; installed tools stay
	rm -rf dist target .build/figureless .build/content .build/pseudo .build/log .build/compressed .build/e2e .build/e2e.json .build/sizes.json

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/\1|\2/' | awk -F'|' '{ printf "make %-12s %s\n", $$1, $$2 }'
