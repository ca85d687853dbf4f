import { setTimeout as wait } from 'node:timers/promises';
import { type CallReply, type ServerAddress, applyAs, call } from '../../client.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';

/** A server under test. Both addresses are of the same one; the user of `limited` is named `limited` and has no rights. */
export interface ContractSubject {
  readonly admin: ServerAddress;
  readonly limited: ServerAddress;
  close(): Promise<void>;
}

/** How the parts of the contract get at the subject, which is there once tests run. */
export type Use = () => ContractSubject;

/** `metadata` of a reply's object. */
export function metadataOf({ body }: CallReply): JsonObject {
  return objectAt(body, 'metadata');
}

/** What a manager owns by applying, as the text that digests are taken of; undefined when it owns nothing. */
export function appliedFields(reply: CallReply, manager: string): string | undefined {
  const entries = metadataOf(reply)['managedFields'];
  const own = Array.isArray(entries) ? entries.filter(isObject).find((entry) => entry['manager'] === manager && entry['operation'] === 'Apply') : undefined;
  return own === undefined ? undefined : JSON.stringify(own['fieldsV1']);
}

/** Status code, message and causes of a refusal. */
export function refusal({ status, body }: CallReply): { readonly status: number; readonly reason: unknown; readonly message: unknown; readonly causes: unknown } {
  return { status, reason: body['reason'], message: body['message'], causes: objectAt(body, 'details')['causes'] };
}

/** Creates a namespace of its own for a test. */
export async function freshNamespace(subject: ContractSubject, name: string): Promise<string> {
  const reply = await applyAs(subject.admin, 'contract', `/api/v1/namespaces/${name}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  if (reply.status !== 201) throw new Error(`namespace ${name}: ${JSON.stringify(reply.body)}`);
  return name;
}

/** Asks until the answer is as wanted; after twenty seconds the last one is returned. */
export async function eventually(server: ServerAddress, path: string, isWanted: (reply: CallReply) => boolean): Promise<CallReply> {
  const end = performance.now() + 20_000;
  for (;;) {
    const reply = await call(server, 'GET', path);
    if (isWanted(reply) || performance.now() > end) return reply;
    await wait(100);
  }
}
