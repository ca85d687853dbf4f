import { AppError } from '@bud-o11y/model';
import type { PlacedObject } from '../../../objects/index.ts';
import type { Scope } from '../kinds.ts';
import type { Facts } from '../plan/facts.ts';
import type { Api, Clock, Discovery } from '../transport/index.ts';

/** After its definition is established, a kind is served within a moment; asked so often, with this pause. */
const asks = 20;
const pauseMs = 250;

/** Where an object goes, or why it can go nowhere. A kind that came in this run is looked for anew, once for all objects that wait for it. */
export function scopeFinder(api: Api, clock: Clock, { reach }: Facts): (placed: PlacedObject) => Promise<Scope | AppError> {
  const found = new Map<string, Promise<Scope | AppError>>();
  return async (placed) => {
    const { key, object: { apiVersion, kind, metadata: { namespace } } } = placed;
    const known = reach.get(key);
    if (known?.state === 'served') return known.scope;
    const name = `${apiVersion} ${kind} ${namespace ?? ''}`;
    const asked = found.get(name) ?? wait(apiVersion, kind, namespace);
    found.set(name, asked);
    return await asked;
  };

  async function wait(apiVersion: string, kind: string, namespace: string | undefined): Promise<Scope | AppError> {
    for (let ask = 0; ask < asks; ask += 1) {
      const served = (await discovered()).find(apiVersion, kind);
      if (served !== undefined) return served.namespaced && namespace !== undefined ? { served, namespace } : { served };
      await clock.sleep(pauseMs);
    }
    return new AppError('notFound', `${kind} (${apiVersion}) is still not served, though its definition is there`, { fix: 'look at the conditions of its CustomResourceDefinition, then run the command again' });
  }

  async function discovered(): Promise<Discovery> {
    return await api.discover({ refresh: true });
  }
}
