import { type Source, children, expectNodes, only, textOf, unknown, unquote } from './nodes.ts';
import { readLabelFilter } from './read-filter.ts';
import type { Stage } from './syntax.ts';

/**
 * Reads the stages after a stream selector, in order.
 * @throws RangeError for a stage that the interpreter does not know.
 */
export function readPipeline(source: Source): readonly Stage[] {
  return children(source).flatMap((child) => (child.node.name === 'PipelineExpr' ? readPipeline(child) : readStage(child)));
}

function readStage(source: Source): readonly Stage[] {
  const [stage, ...more] = children(source).filter(({ node }) => node.name !== 'Pipe');
  if (stage === undefined || more.length > 0) throw unknown(source);
  if (stage.node.name === 'LineFilters') return readLineFilters(stage);
  if (stage.node.name === 'LabelFilter') return [{ kind: 'filter', filter: readLabelFilter(stage) }];
  if (stage.node.name === 'LabelParser' && only(stage).node.name === 'Json') return [{ kind: 'json', fields: undefined }];
  if (stage.node.name === 'JsonExpressionParser') return [{ kind: 'json', fields: readFields(expectNodes(stage, 'Json', 'LabelExtractionExpressionList')[1] ?? stage) }];
  throw unknown(stage);
}

function readLineFilters(source: Source): readonly Stage[] {
  return children(source).flatMap((child) => (child.node.name === 'LineFilters' ? readLineFilters(child) : [readLineFilter(child)]));
}

const lineOperators = ['|=', '!=', '|~', '!~'] as const;

function readLineFilter(source: Source): Stage {
  const [operator, value] = expectNodes(source, 'Filter', 'String');
  const written = lineOperators.find((candidate) => operator !== undefined && candidate === textOf(operator));
  if (written === undefined || value === undefined) throw unknown(source);
  return { kind: 'line', operator: written, value: unquote(value) };
}

interface Field {
  readonly label: string;
  readonly path: readonly string[];
}

function readFields(source: Source): readonly Field[] {
  return children(source).flatMap((child) => (child.node.name === 'LabelExtractionExpressionList' ? readFields(child) : [readField(child)]));
}

/** `label="path"`, or `label` alone; a path is names with dots between them. */
function readField(source: Source): Field {
  const [label, , value] = children(source);
  if (label === undefined) throw unknown(source);
  const path = value === undefined ? textOf(label) : unquote(value);
  if (!/^\w+(\.\w+)*$/.test(path)) throw unknown(source);
  return { label: textOf(label), path: path.split('.') };
}
