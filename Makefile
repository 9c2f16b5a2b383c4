.PHONY: help build test check verify format clean

help: ## list what make can do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build: ## install what is missing and build the course into dist/
	@npm run --silent build

test: ## install what is missing and run everything that must hold
	@npm run --silent test

check: ## all diagnostics of the course, no files
	@npm run --silent lectern -- check chapters

verify: ## read back the files in dist/ and compare them with the course
	@npm run --silent lectern -- verify chapters

format: ## format the code
	@npm run --silent format

clean: ## remove what the build made
	rm -rf dist/* dist/.lectern* lib
