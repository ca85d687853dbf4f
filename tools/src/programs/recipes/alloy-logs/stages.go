package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"strconv"
	"strings"
	"text/template"
	"time"

	"github.com/Masterminds/sprig/v3"
)

// Extracts top-level fields of a line that is a JSON object. A field that is missing is extracted as null.
type jsonStage struct {
	Expressions map[string]string `alloy:"expressions,attr"`
}

func (stage *jsonStage) run(entry *Entry) bool {
	var fields map[string]any
	if json.Unmarshal([]byte(entry.Line), &fields) != nil {
		return true
	}
	for name, field := range stage.Expressions {
		if field == "" {
			field = name
		}
		entry.extracted[name] = fields[field]
	}
	return true
}

// Fills in a Go template with sprig's functions, from the values that are strings, numbers or booleans. An empty result removes the value.
type templateStage struct {
	Source   string `alloy:"source,attr"`
	Template string `alloy:"template,attr"`
	parsed   *template.Template
}

func (stage *templateStage) run(entry *Entry) bool {
	if stage.parsed == nil {
		stage.parsed = template.Must(template.New("").Funcs(sprig.TxtFuncMap()).Parse(stage.Template))
	}
	data := map[string]any{"Entry": entry.Line}
	for name, value := range entry.extracted {
		if text, isText := textOf(value); isText {
			data[name] = text
			if name == stage.Source {
				data["Value"] = text
			}
		}
	}
	var result strings.Builder
	if err := stage.parsed.Execute(&result, data); err != nil {
		// Alloy writes a line of its own and goes on; here it must not be missed.
		panic(err)
	}
	if result.Len() == 0 {
		delete(entry.extracted, stage.Source)
	} else {
		entry.extracted[stage.Source] = result.String()
	}
	return true
}

// Sets the time of the entry. One that no format fits leaves it.
type timestampStage struct {
	Source          string   `alloy:"source,attr"`
	Format          string   `alloy:"format,attr"`
	FallbackFormats []string `alloy:"fallback_formats,attr,optional"`
}

func (stage *timestampStage) run(entry *Entry) bool {
	text, isText := textOf(entry.extracted[stage.Source])
	if !isText {
		return true
	}
	for _, format := range append([]string{stage.Format}, stage.FallbackFormats...) {
		if format == "RFC3339Nano" {
			format = time.RFC3339Nano
		}
		if at, err := time.Parse(format, text); err == nil {
			entry.Timestamp = at.UTC().Format(time.RFC3339Nano)
			break
		}
	}
	return true
}

// Replaces the line.
type outputStage struct {
	Source string `alloy:"source,attr"`
}

func (stage *outputStage) run(entry *Entry) bool {
	if text, isText := textOf(entry.extracted[stage.Source]); isText {
		entry.Line = text
	}
	return true
}

// Sets index labels from values; one that is there and null becomes empty.
type labelsStage struct {
	Values map[string]string `alloy:"values,attr"`
}

func (stage *labelsStage) run(entry *Entry) bool {
	assign(stage.Values, entry.extracted, entry.Labels)
	return true
}

// The same for structured metadata.
type metadataStage struct {
	Values map[string]string `alloy:"values,attr"`
}

func (stage *metadataStage) run(entry *Entry) bool {
	entry.Metadata = map[string]string{}
	assign(stage.Values, entry.extracted, entry.Metadata)
	return true
}

// Keeps a share of the entries.
type samplingStage struct {
	Rate              float64 `alloy:"rate,attr"`
	DropCounterReason string  `alloy:"drop_counter_reason,attr,optional"`
}

func (stage *samplingStage) run(*Entry) bool {
	return rand.Float64() < stage.Rate
}

// Lets a burst through for each value of a label. No time passes here, so nothing refills it.
type limitStage struct {
	Rate        float64 `alloy:"rate,attr"`
	Burst       int     `alloy:"burst,attr"`
	Drop        bool    `alloy:"drop,attr,optional"`
	ByLabelName string  `alloy:"by_label_name,attr,optional"`
	seen        map[string]int
}

func (stage *limitStage) run(entry *Entry) bool {
	if stage.seen == nil {
		stage.seen = map[string]int{}
	}
	key := entry.Labels[stage.ByLabelName]
	stage.seen[key]++
	return !stage.Drop || stage.seen[key] <= stage.Burst
}

// Removes every other label.
type labelKeepStage struct {
	Values []string `alloy:"values,attr"`
}

func (stage *labelKeepStage) run(entry *Entry) bool {
	kept := map[string]string{}
	for _, name := range stage.Values {
		if value, isSet := entry.Labels[name]; isSet {
			kept[name] = value
		}
	}
	entry.Labels = kept
	return true
}

func assign(names map[string]string, from map[string]any, to map[string]string) {
	for name, source := range names {
		if source == "" {
			source = name
		}
		if value, isThere := from[source]; isThere {
			to[name], _ = textOf(value)
		}
	}
}

func textOf(value any) (string, bool) {
	switch known := value.(type) {
	case string:
		return known, true
	case bool:
		return strconv.FormatBool(known), true
	case float64:
		return strconv.FormatFloat(known, 'f', -1, 64), true
	case nil:
		return "", false
	default:
		text, err := json.Marshal(known)
		if err != nil {
			return fmt.Sprint(known), true
		}
		return string(text), true
	}
}
