import type { RequestRecord } from './requests.ts';

/**
 * What goes wrong with a request. `before` and `after` are about the commit: before it nothing has happened, after it
 * the write stands and only the answer is lost.
 */
export type Fault =
  | { readonly do: 'delay'; readonly ms: number }
  | { readonly do: 'reset'; readonly when: 'before' | 'after' }
  | { readonly do: 'hang'; readonly when: 'before' | 'after' }
  /** Answers in place of the server, without handling the request. */
  | { readonly do: 'answer'; readonly code: number; readonly body?: string | object; readonly headers?: Readonly<Record<string, string>> }
  /** Handles the request and sends only so many bytes of the answer, then closes the connection. */
  | { readonly do: 'truncate'; readonly bytes: number }
  /** Calls back at that moment; afterwards the request goes on, or hangs. */
  | { readonly do: 'call'; readonly when: 'before' | 'after'; readonly call: (record: RequestRecord) => void | Promise<void>; readonly afterwards: 'continue' | 'hang' };

/** Which requests a fault is for: a number, a name (`patch deployments`, or a pattern over it), or a test of one's own. */
export type Match = number | string | RegExp | ((record: RequestRecord) => boolean);

export interface FaultRule {
  readonly match: Match;
  readonly fault: Fault;
  /** How many of the matching requests go well first; 0 without it. */
  readonly skip?: number;
  /** How many then meet the fault; 1 without it. */
  readonly times?: number;
}

/** A script of faults. Rules are looked at in the order in which they were added; the first that applies counts. */
export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** Sends a signal through `kill` right before or after the commit of request `number`; that request is never answered. */
  kill(number: number, when: 'before' | 'after', kill: () => void): void;
  next(record: RequestRecord): Fault | undefined;
}

export function createFaults(): Faults {
  let rules: { readonly rule: FaultRule; seen: number }[] = [];
  return {
    add: (rule) => void rules.push({ rule, seen: 0 }),
    clear: () => {
      rules = [];
    },
    kill(number, when, kill) {
      this.add({ match: number, fault: { do: 'call', when, call: kill, afterwards: 'hang' } });
    },
    next(record) {
      for (const entry of rules.filter(({ rule }) => matches(rule.match, record))) {
        const { skip = 0, times = 1 } = entry.rule;
        entry.seen += 1;
        if (entry.seen > skip && entry.seen <= skip + times) return entry.rule.fault;
      }
      return undefined;
    },
  };
}

function matches(match: Match, record: RequestRecord): boolean {
  if (typeof match === 'number') return record.number === match;
  if (typeof match === 'string') return record.name === match;
  return match instanceof RegExp ? match.test(record.name) : match(record);
}
