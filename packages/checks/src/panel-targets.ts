import { type Expression, type QueryLanguage, promqlExpression } from '@bud-o11y/model';
import type { PanelView } from './dashboard-view.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from './json-view.ts';

/** One query of a panel as its JSON has it. */
export interface TargetView {
  readonly refId: string;
  /** Place in words: `panel 11 (Requests by endpoint) target A`. */
  readonly at: string;
  readonly text: string;
  /** By the type of its data source; undefined for one that has no query language here. */
  readonly language: QueryLanguage | undefined;
  /** The tree of a PromQL query; undefined for other languages, and where it does not parse. */
  readonly expression: Expression | undefined;
  /** `legendFormat`; empty when it is not set. */
  readonly legend: string;
  /** Asked for its exemplars; its line is not drawn. */
  readonly isExemplar: boolean;
  readonly json: JsonObject;
}

const languages: Readonly<Record<string, QueryLanguage>> = { prometheus: 'promql', loki: 'logql', tempo: 'traceql' };

/** The queries of a panel that are not switched off. */
export function targetsOf({ at, json }: PanelView): readonly TargetView[] {
  return objectsOf(json['targets']).filter(({ hide }) => hide !== true).map((target) => {
    const refId = textOf(target['refId']);
    const text = textOf(target['expr']) || textOf(target['query']);
    const language = languages[sourceType(target) || sourceType(json)];
    return {
      refId, at: `${at} target ${refId}`, text, language, json: target,
      expression: language === 'promql' ? promqlExpression(text) : undefined,
      legend: textOf(target['legendFormat']), isExemplar: target['exemplar'] === true,
    };
  });
}

function sourceType(json: JsonObject): string {
  return textOf(objectOf(json['datasource'])['type']);
}
