package main

import (
	"fmt"
	"regexp"

	"github.com/grafana/alloy/syntax/ast"
	"github.com/grafana/alloy/syntax/vm"
)

// Runs its stages on the entries of one stream, or drops them; the others pass by.
type matchStage struct {
	label, value string
	drop         bool
	stages       Pipeline
}

func (stage *matchStage) run(entry *Entry) bool {
	if entry.Labels[stage.label] != stage.value {
		return true
	}
	return !stage.drop && stage.stages.run(entry)
}

var oneLabel = regexp.MustCompile(`^\{(\w+)="([^"]*)"\}$`)

func readMatch(block *ast.BlockStmt) (Stage, error) {
	stage := &matchStage{}
	for _, statement := range block.Body {
		attribute, isAttribute := statement.(*ast.AttributeStmt)
		if !isAttribute {
			continue
		}
		var value string
		if err := vm.New(attribute.Value).Evaluate(nil, &value); err != nil {
			return nil, err
		}
		switch attribute.Name.Name {
		case "selector":
			found := oneLabel.FindStringSubmatch(value)
			if found == nil {
				return nil, fmt.Errorf("selector %q is none of one label", value)
			}
			stage.label, stage.value = found[1], found[2]
		case "action":
			stage.drop = value == "drop"
		default:
			return nil, fmt.Errorf("match has no argument %q", attribute.Name.Name)
		}
	}
	var err error
	stage.stages, err = readStages(block.Body)
	return stage, err
}
