/**
 * What an apply promises, row by row of its failure matrix: what goes wrong, and what follows. A test bears the number of
 * its row in its name (`row 8: …`). Rows 36 to 38 are about targets that are APIs, which come later.
 */
export const failureMatrix: Readonly<Record<number, string>> = {
  1: 'killed before any write: nothing is changed, and the lock frees itself within 60 s',
  2: 'killed at any request: the next apply converges, everything live is in the inventory, nothing foreign is touched',
  3: 'killed between the inventory and the first write: what is listed and does not exist is made or dropped',
  4: 'killed after a deletion, before that is in the inventory: what is gone counts as deleted, the inventory shrinks',
  5: 'asked to stop: no new write, those under way end, inventory recorded, lock given back, exit 4, resumable',
  6: 'two applies at once: the second exits 3 and names the holder; writes are never mixed',
  7: 'the lock is stolen in the middle: few further writes, lockLost, exit 3, the inventory is left alone',
  8: 'frozen for five minutes: looks at its deadline first, and writes nothing more',
  9: 'clocks that differ by hours: no effect',
  10: '429 with Retry-After: waited for at least so long, concurrency halves, success in the end',
  11: '429 without end: the retry budget runs out, a clean failure names what throttles',
  12: '503, or 500 of a passing kind, once: sent again, one success, counted once; an unknown field is one request and a typed failure',
  13: 'connection broken after the commit: sent again, counted once',
  14: 'no answer: given up in time, sent again on another connection, within the deadline',
  15: 'an answer that is cut short, no JSON, or a failure with HTTP 200: never taken for a success',
  16: '401 in the middle: credentials renewed once, the request sent again; a second 401 fails',
  17: '403: all missing permissions at once, before the first write',
  18: 'a field of another applier: not overwritten; manager, path and both values told; exit 3, the others go on',
  19: 'the inventory was written by another run: stop',
  20: 'an object made anew by somebody between plan and prune: left alone, told, no longer ours',
  21: 'an object that changed between plan and apply: carried out if the difference is the approved one, else refused',
  22: 'a field that cannot change: refused with its path, replaced only where that was asked for',
  23: 'a finalizer that never ends: that object times out, the others go on, it stays in the inventory, exit 4',
  24: 'a webhook that is down: asked again for a while, then the failure names it',
  25: 'a definition that is not established yet: nothing of its kind is sent',
  26: 'a workload that never works: failed with the reason of its newest pod; what needs it is skipped, nothing is pruned',
  27: 'a namespace that is being deleted: failed at once, with a clear text',
  28: 'a bundle that lost nearly everything: refused before any write',
  29: 'the same bundle: the same bytes',
  30: 'needs in a circle: told as a path, no request',
  31: 'a watch that is too old, breaks, repeats or reorders: listed again, state never goes back, nothing is missed',
  32: 'discovery fails in part: only who needs the kind minds, and is told the APIService',
  33: 'nothing changed: the pages of the lists and a few requests, no write',
  34: 'everything new: one write each, few connections',
  35: 'an object that is too large: told offline',
  39: 'a disk that refuses the plan or the report: the apply is not begun, exit 1',
  40: 'a secret: in no output, plan, report or error',
  41: 'the wrong cluster: exit 3 before any object is read',
  42: 'the plan of another environment: refused',
};

/** The rows that the names of tests in a spec's text bear. */
export function rowsNamed(text: string): readonly number[] {
  return [...text.matchAll(/['"`]row (\d+)[a-z]?: /g)].map(([, row]) => Number(row));
}
