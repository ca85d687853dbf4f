import { Failure, badRequest, internal, invalid } from '../failure.ts';
import { apiVersionOf } from '../kinds.ts';
import { type JsonObject, objectAt, without } from '../object.ts';
import { apply } from '../ownership/apply.ts';
import { conflictReport } from '../ownership/conflicts.ts';
import { joinErrors, typeErrors } from '../typed/validate.ts';
import { microTimeError } from '../validation/micro-time.ts';
import { type Cluster, type WriteRequest, type Written, isDryRun, parsed, subjectOf } from './cluster.ts';
import { commit } from './commit.ts';
import { withIdentity } from './identity.ts';
import { printKind } from './strictness.ts';

/** PATCH with `application/apply-patch+yaml`. The body must be JSON, which is YAML. */
export function applyPatch(cluster: Cluster, request: WriteRequest): Written {
  const { route: { kind, namespace, name = '', subresource }, query } = request;
  const manager = query.get('fieldManager') ?? '';
  if (manager === '') {
    throw invalid({ group: 'meta.k8s.io', plural: '', kind: 'PatchOptions', name: '' }, [{ reason: 'FieldValueRequired', message: 'Required value: is required for apply patch', field: 'fieldManager' }]);
  }
  const sent = parsed(request.body);
  const body = withIdentity(sent, request.route);
  if (objectAt(body, 'metadata')['managedFields'] !== undefined) throw badRequest('metadata.managedFields must be nil');
  const errors = typeErrors(body, kind.schema);
  const place = `${String(objectAt(sent, 'metadata')['namespace'] ?? '')}/${name}; ${printKind(kind)}`;
  if (errors.length > 0) throw internal(`failed to create typed patch object (${place}): ${joinErrors(errors)}`);
  const timeError = microTimeError(body, kind);
  if (timeError !== undefined) throw internal(`failed to convert new object (${place}) to proper version: unable to convert unstructured object to ${printKind(kind)}: ${timeError}`);

  const live = cluster.store.get(kind, { ...(namespace === undefined ? {} : { namespace }), name });
  if (live === undefined) request.mayCreate();
  const uid = objectAt(body, 'metadata')['uid'];
  if (live !== undefined && uid !== undefined && uid !== live.metadata.uid) {
    throw invalid(subjectOf(kind, name), [{ reason: 'FieldValueInvalid', message: `Invalid value: ${JSON.stringify(uid)}: field is immutable`, field: 'metadata.uid' }]);
  }
  const outcome = apply(live, applicable(body, request), kind.schema, {
    manager: { name: manager, operation: 'Apply', apiVersion: apiVersionOf(kind), ...(subresource === undefined ? {} : { subresource }) },
    force: query.get('force') === 'true',
    now: cluster.now(),
  });
  if ('conflicts' in outcome) {
    const { message, causes } = conflictReport(outcome.conflicts);
    throw new Failure(409, 'Conflict', message, { causes });
  }
  return { code: live === undefined ? 201 : 200, object: commit(cluster, kind, live, outcome.object, isDryRun(query)) };
}

/** Under the object itself the status counts for nothing; under `status` nothing else does. */
function applicable(body: JsonObject, { route: { kind, subresource } }: WriteRequest): JsonObject {
  const known = body;
  if (subresource === 'status') return { apiVersion: known['apiVersion'], kind: known['kind'], metadata: { name: objectAt(known, 'metadata')['name'], namespace: objectAt(known, 'metadata')['namespace'] }, status: known['status'] };
  return kind.subresources.includes('status') ? without(known, 'status') : known;
}
