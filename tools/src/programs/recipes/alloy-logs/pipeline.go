package main

import (
	"fmt"
	"strings"

	"github.com/grafana/alloy/syntax/ast"
	"github.com/grafana/alloy/syntax/vm"
)

// Entry is one line on its way to Loki.
type Entry struct {
	Line      string            `json:"line"`
	Labels    map[string]string `json:"labels"`
	Metadata  map[string]string `json:"metadata,omitempty"`
	Timestamp string            `json:"timestamp,omitempty"`
	// Values that stages hand to each other. Not sent.
	extracted map[string]any
}

// Stage does its work on an entry and says whether the entry goes on.
type Stage interface {
	run(*Entry) bool
}

// Pipeline is a list of stages: an entry that one of them drops reaches none of the others.
type Pipeline []Stage

func (stages Pipeline) run(entry *Entry) bool {
	if entry.Labels == nil {
		entry.Labels = map[string]string{}
	}
	if entry.extracted == nil {
		entry.extracted = map[string]any{}
	}
	for _, stage := range stages {
		if !stage.run(entry) {
			return false
		}
	}
	return true
}

// Stages that are known here. Each is decoded as strictly as Alloy does: an unknown argument is an error.
var known = map[string]func() Stage{
	"json":                func() Stage { return &jsonStage{} },
	"template":            func() Stage { return &templateStage{} },
	"timestamp":           func() Stage { return &timestampStage{} },
	"output":              func() Stage { return &outputStage{} },
	"labels":              func() Stage { return &labelsStage{} },
	"structured_metadata": func() Stage { return &metadataStage{} },
	"sampling":            func() Stage { return &samplingStage{} },
	"limit":               func() Stage { return &limitStage{} },
	"label_keep":          func() Stage { return &labelKeepStage{} },
}

func readStages(body ast.Body) (Pipeline, error) {
	var stages Pipeline
	for _, statement := range body {
		block, isBlock := statement.(*ast.BlockStmt)
		if !isBlock {
			continue
		}
		stage, err := readStage(block)
		if err != nil {
			return nil, err
		}
		stages = append(stages, stage)
	}
	return stages, nil
}

func readStage(block *ast.BlockStmt) (Stage, error) {
	name := strings.TrimPrefix(block.GetBlockName(), "stage.")
	if name == "match" {
		return readMatch(block)
	}
	make, isKnown := known[name]
	if !isKnown {
		return nil, fmt.Errorf("stage %q is not known here", name)
	}
	stage := make()
	if err := vm.New(block).Evaluate(nil, stage); err != nil {
		return nil, err
	}
	return stage, nil
}
