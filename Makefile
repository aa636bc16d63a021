# `make run` and `make test` do all their own set-up; see README.md.
PY := .venv/bin/python

.PHONY: run test env lint clean

run: env
	$(PY) -m cli.main demo

test: env lint
	$(PY) -m pytest -n 2

lint: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

env: .venv/ready

.venv/ready: pyproject.toml constraints.txt deploy/environment.sh
	bash deploy/environment.sh

clean:
	rm -rf .venv build *.egg-info
