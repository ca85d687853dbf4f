import type { BinaryPart, Expression } from '@bud-o11y/model';

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);
/** What shows some of the series of a quantity, or their order, and changes no value. */
const choosing: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'max', 'min', 'sort', 'sort_desc']);

/** What is measured, and by which number it is multiplied in the result. */
interface Scaled {
  readonly of: Expression;
  readonly factor: number;
}

/** Takes off what only filters, chooses or scales. */
function unwrapped(expression: Expression): Scaled {
  const inner = inside(expression);
  if (inner !== undefined) return unwrapped(inner);
  if (expression.kind !== 'binary') return { of: expression, factor: 1 };
  const { operator, left, right } = expression;
  if (operator === '/' && right.kind === 'number') return scaled(unwrapped(left), 1 / right.value);
  if (operator === '*' && right.kind === 'number') return scaled(unwrapped(left), right.value);
  if (operator === '*' && left.kind === 'number') return scaled(unwrapped(right), left.value);
  return { of: expression, factor: 1 };
}

/** What a filter or choice is about; undefined for everything else. */
function inside(expression: Expression): Expression | undefined {
  if (expression.kind === 'aggregation') return choosing.has(expression.name) ? expression.of : undefined;
  if (expression.kind === 'call') return choosing.has(expression.name) ? expression.arguments[0] : undefined;
  if (expression.kind !== 'binary' || !isFilter(expression)) return undefined;
  return expression.left.kind === 'number' ? expression.right : expression.left;
}

function scaled({ of, factor }: Scaled, by: number): Scaled {
  return { of, factor: factor * by };
}

/** What of a result is kept, not what it is: comparisons with a number, and the sides of `and`, `unless` and `or`. */
function isFilter({ operator, isBool, left, right }: BinaryPart): boolean {
  if (operator === 'and' || operator === 'unless' || operator === 'or') return true;
  return comparisons.has(operator) && !isBool && (left.kind === 'number' || right.kind === 'number');
}

/** The window that alerts look back by where a panel looks back by what fits its range. */
const usualWindow = '5m';

/**
 * What an expression measures, in a form that can be compared: without filters, choices, scales and the matchers of
 * dashboard variables. A panel that shows the worst endpoint and an alert over all of them measure the same.
 */
export function quantityOf(whole: Expression): string {
  const expression = unwrapped(whole).of;
  switch (expression.kind) {
    case 'selector': {
      const fixed = expression.matchers.filter(({ value }) => !value.includes('$')).map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`).toSorted();
      return `${expression.metric}{${fixed.join(',')}}${expression.range === undefined ? '' : `[${expression.range.replace('$__rate_interval', usualWindow)}]`}`;
    }
    case 'subquery':
      return `${quantityOf(expression.of)}[${expression.range}:]`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(quantityOf).join(',')})`;
    case 'aggregation':
      return `${expression.name} ${expression.clause} ${expression.labels.toSorted().join(',')}(${[...(expression.parameter === undefined ? [] : [expression.parameter]), expression.of].map(quantityOf).join(',')})`;
    case 'binary':
      return `(${quantityOf(expression.left)} ${expression.operator} ${quantityOf(expression.right)})`;
    default:
      return expression.text;
  }
}

/** What a panel shows of quantities that an alert may judge. */
export interface Shown {
  /** The quantity itself, and the whole series of which it is some. */
  readonly quantities: readonly string[];
  /** What the quantity is multiplied by to be shown: 1/limit where the share of a limit is shown. */
  readonly factor: number;
}

/** Reads a query of a panel. */
export function shownBy(expression: Expression): Shown {
  const { of, factor } = unwrapped(expression);
  const own = quantityOf(of);
  return { quantities: of.kind === 'selector' && of.range === undefined && own !== `${of.metric}{}` ? [own, `${of.metric}{}`] : [own], factor };
}

/** A number that a quantity is held against. */
export interface Condition {
  readonly quantity: string;
  readonly operator: string;
  readonly bound: number;
}

const mirrored: Readonly<Record<string, string>> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=' };

/** What an alert compares with a number; what stands right of `and` and `unless` only says where it counts. */
export function conditionsOf(expression: Expression): readonly Condition[] {
  if (expression.kind !== 'binary') return [];
  const { operator, isBool, left, right } = expression;
  if (operator === 'and' || operator === 'unless') return conditionsOf(left);
  if (operator === 'or') return [...conditionsOf(left), ...conditionsOf(right)];
  if (!comparisons.has(operator) || isBool) return [];
  if (right.kind === 'number') return condition(left, operator, right.value);
  return left.kind === 'number' ? condition(right, mirrored[operator] ?? operator, left.value) : [];
}

/** The bound is that of the quantity: `x / 2 > 3` holds x against 6. */
function condition(side: Expression, operator: string, bound: number): readonly Condition[] {
  const { of, factor } = unwrapped(side);
  return factor > 0 && Number.isFinite(factor) && Number.isFinite(bound) ? [{ quantity: quantityOf(of), operator, bound: bound / factor }] : [];
}
