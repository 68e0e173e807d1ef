# Everything that developing Scanner needs; `make help` lists it. Each target works by itself.

PYTHON ?= python3
WORKERS ?= 3
# The first of the emulators' ports; without it they are as in firebase.json.
export PORT_BASE ?=
# Tests start hundreds of processes of Python, each of which would compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE

VENV := functions/venv
PY := $(VENV)/bin/python
EMULATORS := $(PY) -m tools.emulators
PYTEST = $(PY) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)
PYTHON_READY := $(VENV)/.installed
NODE_READY := node_modules/.installed
# Each build writes this file anew, so it tells when the console was built.
WEB_READY := web/dist/index.html
# Folders too: theirs is the time at which a file was taken away.
WEB_SOURCES := $(shell find web/src web/public clients/typescript/src) \
	web/index.html web/vite.config.ts
# Not uploaded with what stands beside it, as its name begins with a dot.
KERNEL_READY := functions/scans/gate/stl/kernel/built/.made
BENCH_READY := .scanner/bench/.installed
# Extras stay in: pip 23 takes the newest of a package whose extra is asked for and not pinned.
COMPILE = .scanner/uv/bin/uv pip compile --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-header --quiet

.DEFAULT_GOAL := help
.PHONY: help install kernel web console emulators seeded doctor demo test coverage test-unit fuzz rules-matrix mutants soak rehearsal release drills findings check docs costs client lock bench clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  PORT_BASE=9500    moves all emulator ports, so that two checkouts can run side by side"
	@echo "  PYTHON=python3.12 makes the virtual environment with another Python"

install: $(PYTHON_READY) $(NODE_READY) $(KERNEL_READY)  ## install what is missing or out of date

$(PYTHON_READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || { \
		echo "Python 3.11 to 3.14 is needed and $(PYTHON) is not one." \
		"Name one: make install PYTHON=python3.12" >&2; exit 1; }
	@echo "Installing Python packages into $(VENV)"
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --disable-pip-version-check --require-hashes \
		-r requirements.txt
	@touch $@

$(NODE_READY): package.json package-lock.json .npmrc
	@node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' || { \
		echo "Node 20 or later is needed: install it and try again." >&2; exit 1; }
	@echo "Installing Node packages into node_modules"
	npm ci --no-progress
	@touch $@

kernel: $(PYTHON_READY)  ## compile what draws scans, for this machine (TARGET=runtime: for Cloud Functions)
	$(PY) -m tools.kernel --target $(or $(TARGET),here)

$(KERNEL_READY): $(PYTHON_READY) functions/scans/gate/stl/kernel/painting.c tools/kernel/building.py
	$(PY) -m tools.kernel
	@touch $@

web: $(WEB_READY)  ## build the console into web/dist, if its sources have changed

$(WEB_READY): $(NODE_READY) $(WEB_SOURCES)
	node_modules/.bin/vite build web

console: install web  ## run the console on the seeded emulators; prints its address and who can sign in (SEED=1)
	$(EMULATORS) up --seed $(or $(SEED),1)

emulators: install web  ## run the emulators in the foreground, for app developers (SEED=1: in the middle of a day)
	$(EMULATORS) up $(if $(SEED),--seed $(SEED))

seeded: install  ## seed a day on emulators of its own and hold what stands there to the plan (SEED=1)
	$(EMULATORS) run -- $(PY) -m tools.seed --check --seed $(or $(SEED),1)

doctor: install  ## tell what the emulators run on here, and what is missing
	$(EMULATORS) doctor

demo: install web  ## play the main job: STL=scan.stl takes your file, KEEP=1 leaves the suite running
	$(PY) -m tools.demo $(if $(STL),--stl "$(STL)") $(if $(KEEP),--keep)

test: install web  ## run all tests, then hold all that they left to what is declared (ARGS= for pytest)
	$(EMULATORS) run -- $(PY) -m tests.dump -- $(PYTEST)

# Apart from CI: before Python 3.14 counting branches makes pure Python half as slow again.
coverage: install  ## run all tests and tell which branches none of them takes
	@$(MAKE) test ARGS="--cov --cov-report=term $(ARGS)"

test-unit: install  ## run the tests that need no emulator
	$(PY) -m pytest tests/unit $(ARGS)

fuzz: install  ## look for files that break the gate, and triangles that break the drawing (SECONDS=60 SEED=1; FILE= judges one again)
	PYTHONPATH=functions:. $(PY) -m tests.fuzz.gate $(if $(FILE),--file "$(FILE)") \
		$(if $(SECONDS),--seconds $(SECONDS)) $(if $(SEED),--seed $(SEED))
	$(if $(FILE),,PYTHONPATH=functions:. $(PY) -m tests.fuzz.painting \
		--seconds $(or $(PAINTING_SECONDS),$(SECONDS),60) --seed $(or $(SEED),1))

rules-matrix: install  ## ask the rules what everybody may ask of everything, and hold each answer to the data map (SEED=1)
	PYTHONPATH=functions:. $(PY) -m tests.rules.probes matrix --seed $(or $(SEED),1) $(ARGS)

mutants: install  ## change the rules in one place at a time: each change must be noticed (SEED=1)
	PYTHONPATH=functions:. $(PY) -m tests.rules.probes mutants --seed $(or $(SEED),1) $(ARGS)

soak: install  ## play the long stories: a world of 20 clinics, money, a year of visits, ten years of retention (SEED=1)
	PYTHONPATH=functions:. $(PY) -m tests.soak.world --days 365 --clinics 20 --labs 6 --operators 8 --seed $(or $(SEED),1)
	PYTHONPATH=functions:. $(PY) -m tests.soak.money --operations 100000 --seed $(or $(SEED),1)
	$(EMULATORS) run -- sh -c '$(PY) -m tests.soak.year --visits 1000 --seed $(or $(SEED),1) \
		&& $(PY) -m tests.soak.decade --days 12 --seed $(or $(SEED),1) \
		&& $(PY) -m tests.soak.burst --jobs 10000'

rehearsal: install  ## play a busy hour of 50 clinics with faults on the emulators, in ten minutes (SEED=1; BASE=<commit> beside it)
	PYTHONPATH=functions:. $(PY) -m benchmarks.rehearsal --whole --seed $(or $(SEED),1)

release: install  ## release onto a real project: PROJECT=scanner-prod (DRY_RUN=1 prints the plan)
	@PYTHONPATH=functions:. $(PY) -m tools.release --project "$(PROJECT)" \
		$(if $(DRY_RUN),--dry-run) $(ARGS)

drills: install web  ## rehearse a restore, a rollback and more, in four minutes or more (ARGS=restore for one)
	@$(PY) -m tools.drills --check-names $(ARGS)
	$(EMULATORS) run -- $(PY) -m tools.drills $(ARGS)

findings:  ## run what is known of real libraries and tools, and tell what has changed (ARGS=jpeg_tooth_shades for one)
	@findings/run $(ARGS)

check: install  ## what CI runs: lint, formatting, types, generated docs, tests
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy functions tools benchmarks
	PYTHONPATH=functions:. $(PY) -m tools.docs --check
	node_modules/.bin/tsc -p clients/typescript/types
	node_modules/.bin/tsc -p web
	node_modules/.bin/biome check --error-on-warnings web tests/console
	@$(MAKE) test

docs: install  ## regenerate the docs and schemas that come from the code
	PYTHONPATH=functions:. $(PY) -m tools.docs

costs: install  ## reckon what running Scanner costs (ARGS="--cases 250000 --months")
	PYTHONPATH=functions:. $(PY) -m tools.costs $(ARGS)

client: install  ## build the typed client in clients/typescript, for apps to install
	node_modules/.bin/tsc -p clients/typescript

bench: install $(BENCH_READY)  ## run the benchmarks (ARGS=stl for one; BASE=<commit> beside it)
	PYTHONPATH=functions:. $(PY) -m benchmarks $(ARGS)

$(BENCH_READY): benchmarks/requirements.txt
	@echo "Installing the tools that the benchmark compares with into .scanner/bench"
	$(PYTHON) -m venv .scanner/bench
	.scanner/bench/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes \
		-r benchmarks/requirements.txt
	@touch $@

lock:  ## compile the lock files anew
	$(PYTHON) -m venv --clear .scanner/uv
	.scanner/uv/bin/python -m pip install --disable-pip-version-check --quiet uv
	$(COMPILE) functions/requirements.in --output-file functions/requirements.txt
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) benchmarks/requirements.in --output-file benchmarks/requirements.txt
	npm install --package-lock-only --ignore-scripts
	@# An address in the lock file would tie everybody to one machine's registry.
	sed -i.bak '/^ *"resolved": /d' package-lock.json && rm package-lock.json.bak

clean:  ## remove what running and testing left behind
	rm -rf .scanner .firebase.emulators.json .coverage .coverage.* coverage.xml htmlcov
	rm -rf functions/scans/gate/stl/kernel/built
	rm -rf web/dist clients/typescript/dist docs/apps/example/app.js .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find functions tools tests benchmarks -name __pycache__ -not -path '$(VENV)/*' \
		-prune -exec rm -rf {} + 2>/dev/null || true
