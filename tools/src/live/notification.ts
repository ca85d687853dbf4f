import type { Alert } from '@bud-o11y/alerts';
import type { Environment, ReceiverName } from '@bud-o11y/model';

/** What arrived at a receiver, whatever its integration. `text` is every text of it, one per line. */
export interface Notification {
  readonly receiver: ReceiverName;
  readonly status: 'firing' | 'resolved';
  readonly text: string;
}

/** One alert that is looked for in notifications: the labels tell it from others of its name. */
export interface Sought {
  readonly alert: Alert;
  readonly labels: Readonly<Record<string, string>>;
}

/** Whether a notification tells of an alert: by its summary with these labels, and its runbook. */
export function tellsOf({ text }: Notification, { alert, labels }: Sought, environment: Environment): boolean {
  return summaryOf(alert, labels).test(text) && new RegExp(`${escape(`${environment.runbookBaseUrl}/${alert.id}`)}(?!\\w)`).test(text);
}

/** Whether it opens the alert's panel. */
export function opensPanel({ text }: Notification, { alert }: Sought, environment: Environment): boolean {
  return new RegExp(`${escape(`${environment.grafanaUrl}/d/${alert.panel.uid}?viewPanel=panel-${alert.panel.id}`)}(?!\\d)`).test(text);
}

/** The summary with its labels filled in and any value. */
function summaryOf(alert: Alert, labels: Readonly<Record<string, string>>): RegExp {
  const parts = alert.summary.split(/(\{\{.+?\}\})/).map((part) => {
    if (!part.startsWith('{{')) return escape(part);
    const label = /\$labels\.(\w+)/.exec(part)?.[1];
    return label === undefined ? '\\S+' : escape(labels[label] ?? '');
  });
  return new RegExp(parts.join(''));
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Every string inside a JSON value, one per line. */
export function stringsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || typeof value !== 'object' ? '' : Object.values(value).map(stringsIn).join('\n');
}
