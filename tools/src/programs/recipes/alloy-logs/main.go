// Reads Alloy files with Alloy's own parser, and runs the lines of stdin through the stages of a `loki.process`: Alloy
// itself cannot be built from modules alone. What each stage does is written down in stages.go.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/grafana/alloy/syntax/ast"
	"github.com/grafana/alloy/syntax/parser"
)

const usage = "usage: alloy-logs --version | check FILE... | run FILE COMPONENT <lines"

// Set by the build: what `--version` prints. It is the version of the parser.
var version = "unknown"

func main() {
	if err := command(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func command(args []string, in io.Reader, out io.Writer) error {
	switch {
	case len(args) == 1 && args[0] == "--version":
		_, err := fmt.Fprintln(out, "alloy-logs", version)
		return err
	case len(args) > 1 && args[0] == "check":
		var all error
		for _, file := range args[1:] {
			_, err := parse(file)
			all = errors.Join(all, err)
		}
		return all
	case len(args) == 3 && args[0] == "run":
		file, err := parse(args[1])
		if err != nil {
			return err
		}
		return run(file, args[2], in, out)
	}
	return errors.New(usage)
}

func parse(name string) (*ast.File, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parser.ParseFile(name, text)
}

// Input is one JSON entry a line, and so is output: nothing for what is dropped.
func run(file *ast.File, label string, in io.Reader, out io.Writer) error {
	pipeline, err := pipelineOf(file, label)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	encoder := json.NewEncoder(out)
	for lines.Scan() {
		entry := &Entry{}
		if err := json.Unmarshal(lines.Bytes(), entry); err != nil {
			return err
		}
		if !pipeline.run(entry) {
			continue
		}
		if err := encoder.Encode(entry); err != nil {
			return err
		}
	}
	return lines.Err()
}

func pipelineOf(file *ast.File, label string) (Pipeline, error) {
	for _, statement := range file.Body {
		block, isBlock := statement.(*ast.BlockStmt)
		if isBlock && block.GetBlockName() == "loki.process" && block.Label == label {
			return readStages(block.Body)
		}
	}
	return nil, fmt.Errorf("no loki.process %q", label)
}
