/** One request as it arrived, and how it was answered. */
export interface RequestRecord {
  /** Counted from 1, in the order of arrival. */
  readonly number: number;
  /** Verb and resource: `list configmaps`, `patch deployments/scale`; for other paths method and path: `GET /version`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly namespace?: string;
  /** Name of the object that the path addresses. */
  readonly object?: string;
  readonly dryRun: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Status code of the answer; undefined while or when there is none. */
  status?: number;
  /** Whether an object was created, changed or deleted. */
  wrote: boolean;
}

/** All requests so far. */
export interface RequestLog {
  readonly all: readonly RequestRecord[];
  /** How many of each name. */
  counts(): Readonly<Record<string, number>>;
  /** Those that changed something. */
  writes(): readonly RequestRecord[];
  /** Forgets them and counts from 1 again. */
  clear(): void;
}

const verbs: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'patch' };

/** The verb that authorisation and names go by. */
export function verbOf(method: string, named: boolean, query: URLSearchParams): string {
  if (method === 'GET') return named ? 'get' : query.get('watch') === 'true' || query.get('watch') === '1' ? 'watch' : 'list';
  if (method === 'DELETE') return named ? 'delete' : 'deletecollection';
  return verbs[method] ?? method.toLowerCase();
}

export function createRequestLog(): RequestLog & { add(record: Omit<RequestRecord, 'number' | 'wrote'>): RequestRecord } {
  const all: RequestRecord[] = [];
  return {
    all,
    counts: () => Object.fromEntries([...Map.groupBy(all, ({ name }) => name)].map(([name, records]) => [name, records.length])),
    writes: () => all.filter(({ wrote }) => wrote),
    clear: () => {
      all.length = 0;
    },
    add(record) {
      const numbered = { ...record, number: all.length + 1, wrote: false };
      all.push(numbered);
      return numbered;
    },
  };
}
