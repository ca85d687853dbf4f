/** What became of one line of the architecture document. */
export interface CoverageRow {
  /** Section number of the document: `3.2`. */
  readonly section: string;
  /** First cell of a table row, text of a bullet, `code block`, or `code block: <part>` for one entry of it. */
  readonly line: string;
  readonly state: 'done' | 'deferred' | 'not done';
  /** Done: repository path of the artifact, and a text that it holds. */
  readonly artifact?: string;
  readonly has?: string;
  /** Done: repository path of the spec that would fail without it. */
  readonly test?: string;
  /** Done: where it departs from the document. Deferred: which part comes later. Not done: why. */
  readonly note?: string;
}

/** What a row that is done names. */
export interface Evidence {
  readonly artifact: string;
  readonly has: string;
  readonly test: string;
  readonly note?: string;
}

/** The rows of one section. */
export function sectionRows(section: string) {
  return {
    done: (line: string, evidence: Evidence): CoverageRow => ({ section, line, state: 'done', ...evidence }),
    deferred: (line: string, note: string): CoverageRow => ({ section, line, state: 'deferred', note }),
    notDone: (line: string, note: string): CoverageRow => ({ section, line, state: 'not done', note }),
  };
}
