import type { ObjectKey, PlacedObject } from '../../../objects/index.ts';
import type { Cluster } from '../context.ts';
import { isSecret, type Scope } from '../kinds.ts';
import { readObjects } from '../live/objects.ts';
import { ownershipRewrite, type Rewrite } from '../ownership/index.ts';
import type { KubernetesObject } from '../transport/index.ts';
import { look, type Sight } from './look.ts';
import type { Verdict } from './verdict.ts';

/** An object that only the server can judge. */
export interface Question {
  readonly placed: PlacedObject;
  readonly scope: Scope;
  readonly verdict: Extract<Verdict, { kind: 'look' }>;
}

/** What came of it. Without a sight the object was gone before it was looked at. */
export interface Answered {
  readonly question: Question;
  readonly seen?: { readonly sight: Sight; readonly rewrite?: Rewrite };
}

/** Dry runs under way at once; the transport decides how many of them are on the wire. */
const lanes = 32;

/** Reads the objects in bulk, then asks about each. Answers are in the order of the questions. */
export async function lookAtAll(cluster: Cluster, questions: readonly Question[], secrets: ReadonlyMap<ObjectKey, KubernetesObject>, signal: AbortSignal | undefined): Promise<readonly Answered[]> {
  const wanted = questions.filter(({ placed }) => !isSecret(placed.key)).map(({ placed, scope, verdict }) => ({ key: placed.key, scope, labelled: verdict.live.partOf === cluster.setId }));
  const objects = await readObjects(cluster.api, wanted, { setId: cluster.setId, ...(signal === undefined ? {} : { signal }) });
  const answers: Answered[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const index = next;
      next += 1;
      const question = questions[index];
      if (question === undefined) return;
      const { placed, scope, verdict: { adopting } } = question;
      const live = objects.get(placed.key) ?? secrets.get(placed.key);
      if (live === undefined) {
        answers[index] = { question };
        continue;
      }
      const { ignores } = placed.policy;
      const rewrite = ownershipRewrite(live, { adopting, ...(ignores === undefined ? {} : { ignores }) });
      const sight = await look(cluster, { placed, scope, live, ...(rewrite === undefined ? {} : { released: rewrite.released }), ...(signal === undefined ? {} : { signal }) });
      answers[index] = { question, seen: { sight, ...(rewrite === undefined ? {} : { rewrite }) } };
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, questions.length) }, lane));
  return answers;
}
