# `make run` and `make test` do all their own set-up; see README.md.
PY := .venv/bin/python

.PHONY: run test lint env node clean

run: env
	$(PY) -m cli.main demo

test: env lint
	-$(MAKE) node
	$(PY) -m pytest -n 2

lint: env
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

env: .venv/ready

.venv/ready: pyproject.toml constraints.txt deploy/environment.sh
	bash deploy/environment.sh

# The Elasticsearch node of the tests.
node: deploy/elastic-node/target/ready

deploy/elastic-node/target/ready: deploy/elastic-node.sh deploy/elastic-node/pom.xml $(shell find deploy/elastic-node/src -type f)
	bash deploy/elastic-node.sh

clean:
	rm -rf .venv build *.egg-info deploy/elastic-node/target
