import type { AlertSeverity, Duration, Environment, Evaluator, PanelRef, Query, Service, ServiceName, TeamName, Unit } from '@bud-o11y/model';
import type { AlertCase } from './cases.ts';
import { type AlertGroupName, alertGroups } from './groups.ts';

/** Folder of an alert's source file below `src/alerts/`. */
export type AlertArea = 'clusters' | 'database' | 'inference' | 'logs' | 'meta' | 'pipeline' | 'resources' | 'services' | 'slo';

/**
 * Whose trouble it is: a service of the catalog, the service that a label of the result names, or one rule for each of a
 * list of services (`absent` cannot list what it has never seen).
 */
export type AlertService = ServiceName | { readonly label: string } | { readonly each: readonly Service[] };

/** The number an alert compares with, written once: its expression takes it, and so do the dashboards' threshold lines. */
export interface AlertThreshold {
  readonly value: number | ((environment: Environment) => number);
  readonly unit: Unit;
  /** How a value compares with the threshold while the alert fires. */
  readonly comparison: '>' | '<' | '==' | '!=';
}

/** What an expression may depend on beside its threshold. `service` is the rule's own service, empty when a label names it. */
export interface RuleContext {
  readonly environment: Environment;
  readonly service: string;
}

/** A query, or one that is written from the threshold and the rule's context. */
export type AlertExpression = Query | ((threshold: number, context: RuleContext) => Query);

/** What an alert's file says. Texts are Go templates over `$labels` and `$value`; a label must be one that the expression yields. */
export interface AlertInput<Id extends string = string> {
  /** The alertname: also the name of the file, of the runbook and of the suppression key (decisions 1). */
  readonly id: Id;
  readonly area: AlertArea;
  /** Decides who evaluates the alert, and how often. */
  readonly group: AlertGroupName;
  readonly severity: AlertSeverity;
  readonly team: TeamName;
  readonly service: AlertService;
  readonly threshold?: AlertThreshold;
  readonly expr: AlertExpression;
  /**
   * How long after its cause the expression shows it, at the latest; part of the time to notify. Left out where the rule of
   * thumb of `time-to-notify.ts` fits.
   */
  readonly shownAfter?: Duration;
  /** How long the condition must hold; left out only where one evaluation is proof enough. */
  readonly for?: Duration;
  /** How long the alert stays up after its condition has ended: for values that hover about the threshold. */
  readonly keepFiringFor?: Duration;
  /** Names the thing and the number; one line, no full stop at the end. */
  readonly summary: string;
  readonly description: string;
  /** The panel that shows the same series. */
  readonly panel: PanelRef;
  /** Dashboard variable -> label of the alert whose value it takes. */
  readonly panelVariables?: Readonly<Record<string, string>>;
  /** Further labels, such as `slo`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Which environments get the alert; all of them when left out. */
  readonly when?: (environment: Environment) => boolean;
  /** Samples or log lines in, alerts out: run by the real promtool, or by our own reading of LogQL. */
  readonly tests?: readonly AlertCase[];
}

/** An alert: a typed value that routing, dashboards and checks refer to. */
export interface Alert<Id extends string = string> extends AlertInput<Id> {
  readonly evaluator: Evaluator;
  /** Repository path of the file that declares it. */
  readonly source: string;
}

/** Declares an alert; its evaluator follows from its group. A group that there is none of is told by `misnamed`, with all other faults. */
export function alert<const Id extends string>(input: AlertInput<Id>): Alert<Id> {
  return { ...input, evaluator: alertGroups[input.group]?.evaluator, source: `packages/alerts/src/alerts/${input.area}/${input.id}.ts` };
}

/** The threshold that holds in an environment, in the threshold's unit; undefined for an alert that has none. */
export function alertThreshold(of: Pick<Alert, 'threshold'>, environment: Environment): number | undefined {
  const value = of.threshold?.value;
  return typeof value === 'function' ? value(environment) : value;
}
