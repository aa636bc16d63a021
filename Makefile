# `make run` and `make test` do all their own set-up; see README.md.
PY := .venv/bin/python

.PHONY: run test lint env clean

run: env
	$(PY) -m cli.main demo

test: env lint
	$(PY) -m pytest -n 2

lint: env
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

env: .venv/ready

.venv/ready: pyproject.toml constraints.txt deploy/environment.sh
	bash deploy/environment.sh

clean:
	rm -rf .venv build *.egg-info
