import { parser } from '@grafana/lezer-logql';
import { durationMs } from '@bud-o11y/model';
import { type Source, children, only, textOf, unknown } from './nodes.ts';
import { binding, readChain } from './read-chain.ts';
import { readSelector } from './read-filter.ts';
import { readPipeline } from './read-pipeline.ts';
import type { Expression, RangeExpression } from './syntax.ts';

/**
 * Reads a metric query.
 * @throws RangeError that names what the interpreter does not know, and where it stands.
 */
export function readLogql(text: string): Expression {
  return readExpression({ node: only({ node: parser.parse(text).topNode, text }).node, text });
}

function readExpression(source: Source): Expression {
  const inner = only(source);
  switch (inner.node.name) {
    case 'MetricExpr':
    case 'Expr':
      return readExpression(inner);
    case 'BinOpExpr':
      return binding(readChain(source), readExpression);
    case 'LiteralExpr':
      return { kind: 'number', value: Number(textOf(inner)) };
    case 'VectorExpr':
      return { kind: 'vector', value: Number(textOf(children(inner)[1] ?? inner)) };
    case 'VectorAggregationExpr':
      return readAggregation(inner);
    case 'RangeAggregationExpr':
      return readRange(inner);
    default:
      throw unknown(inner);
  }
}

function readAggregation(source: Source): Expression {
  const parts = children(source);
  const [operation, grouping, of] = [part(parts, 'VectorOp'), part(parts, 'Grouping'), part(parts, 'MetricExpr')];
  const written = operation === undefined ? '' : textOf(operation);
  if (written !== 'sum' && written !== 'count') throw unknown(operation ?? source);
  if (of === undefined || parts.length > (grouping === undefined ? 2 : 3)) throw unknown(source);
  return { kind: 'aggregation', operation: written, by: grouping === undefined ? [] : readGrouping(grouping), of: readExpression(of) };
}

function part(parts: readonly Source[], name: string): Source | undefined {
  return parts.find(({ node }) => node.name === name);
}

function readGrouping(source: Source): readonly string[] {
  const [keyword, list] = children(source);
  if (keyword?.node.name !== 'By' || list === undefined) throw unknown(source);
  return textOf(list).split(',').map((label) => label.trim());
}

const rangeOperations = ['count_over_time', 'rate', 'absent_over_time'] as const;

function readRange(source: Source): RangeExpression {
  const [operator, range, more] = children(source);
  const operation = rangeOperations.find((name) => operator !== undefined && textOf(operator) === name);
  if (operation === undefined || range?.node.name !== 'LogRangeExpr' || more !== undefined) throw unknown(operator ?? source);
  const parts = children(range);
  const other = parts.find(({ node }) => !['Selector', 'PipelineExpr', 'Range', 'OffsetExpr'].includes(node.name));
  const [selector, pipeline, width, offset] = ['Selector', 'PipelineExpr', 'Range', 'OffsetExpr'].map((name) => part(parts, name));
  if (other !== undefined || selector === undefined || width === undefined) throw unknown(other ?? range);
  return {
    kind: 'range',
    operation,
    selector: readSelector(selector),
    stages: pipeline === undefined ? [] : readPipeline(pipeline),
    rangeMs: readDuration(only(width)),
    offsetMs: offset === undefined ? 0 : readDuration(children(offset)[1] ?? offset),
  };
}

function readDuration(source: Source): number {
  const ms = durationMs(textOf(source));
  if (ms === undefined) throw unknown(source);
  return ms;
}
