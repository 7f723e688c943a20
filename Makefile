# Everything that a developer, a reader of the example or a machine runs. Needs make and Python 3.11 or newer.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

# Material's banner about MkDocs 2 is known; it would hide what matters here.
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site serve test check lint types imports strict html browser pango docs messages pictures clean

help:  ## List the targets.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

site: $(VENV)/.installed  ## Build the example portfolio into site/.
	$(BIN)/mkdocs build

serve: $(VENV)/.installed  ## Show the example on this machine, with live reload.
	$(BIN)/mkdocs serve

test: $(VENV)/.installed-dev browser pango  ## Run all tests.
	$(BIN)/pytest -n 2

check: lint types imports strict html test  ## Run everything that has to pass before a commit.

lint: $(VENV)/.installed-dev  ## Check style.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev  ## Check types.
	$(BIN)/mypy

imports: $(VENV)/.installed-dev  ## Check that imports run one way and that the core knows no host.
	$(BIN)/lint-imports

strict: $(VENV)/.installed-dev  ## Build the example, with every warning an error.
	$(BIN)/mkdocs build --strict

messages: $(VENV)/.installed-dev  ## Bring the message catalogues up to date with code and templates.
	$(BIN)/python docs/messages.py

docs: $(VENV)/.installed-dev  ## Write the generated pages of docs/ anew.
	$(BIN)/python docs/generate.py

pictures: site  ## Take the pictures of the README anew.
	$(BIN)/python docs/pictures.py site

html: strict $(VENV)/.installed-html  ## Check the HTML of the example with the Nu checker.
	$(call needed,java,default-jre-headless)
	$(BIN)/python -m tests.html.validity site $(VENV)/html/node_modules/vnu-jar/build/dist/vnu.jar

browser:
	$(call needed,chromium,chromium)

# What WeasyPrint needs of the system to make a PDF.
pango: $(VENV)/.installed-dev
	@$(BIN)/python -c "import weasyprint" >/dev/null 2>&1 || $(MAKE) --no-print-directory debian-package \
	    COMMAND=Pango PACKAGE="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

# A command, and the Debian package that brings it if it is missing.
define needed
@command -v $(1) >/dev/null 2>&1 || $(MAKE) --no-print-directory debian-package COMMAND=$(1) PACKAGE=$(2)
endef

.PHONY: debian-package
debian-package:
	@if command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends $(PACKAGE); \
	elif command -v apt-get >/dev/null 2>&1 && sudo -n true 2>/dev/null; then \
	    sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends $(PACKAGE); \
	else \
	    echo "This needs $(COMMAND). Install it, then run this again:" >&2; \
	    echo "    sudo apt-get install $(PACKAGE)" >&2; \
	    exit 1; \
	fi

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# Beside the packages of Python, so that the tree stays as it is. Its own script would load a Java of its own.
$(VENV)/.installed-html: tests/html/package-lock.json | $(VENV)/bin/python
	$(call needed,npm,npm)
	@mkdir -p $(VENV)/html
	cp tests/html/package.json tests/html/package-lock.json $(VENV)/html/
	npm ci --prefix $(VENV)/html --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean:  ## Remove what was built and installed.
	rm -rf $(VENV) site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
