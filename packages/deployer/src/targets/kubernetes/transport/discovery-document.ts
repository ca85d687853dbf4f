import { isRecord } from './status.ts';

/** One kind in one version, and how it is addressed. */
export interface ServedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

interface Aggregated {
  readonly kinds: readonly ServedKind[];
  /** APIServices that the server could not ask just now. */
  readonly stale: readonly string[];
}

/** Reads an `APIGroupDiscoveryList`; undefined when the document is something else. Subresources are left out. */
export function aggregatedKinds(document: unknown): Aggregated | undefined {
  if (!isRecord(document) || document.kind !== 'APIGroupDiscoveryList') return undefined;
  const kinds: ServedKind[] = [];
  const stale: string[] = [];
  for (const entry of records(document.items)) {
    const group = text(isRecord(entry.metadata) ? entry.metadata.name : '');
    for (const served of records(entry.versions)) {
      const version = text(served.version);
      if (served.freshness === 'Stale') stale.push(`${version}.${group}`);
      for (const resource of records(served.resources)) {
        const kind = text(isRecord(resource.responseKind) ? resource.responseKind.kind : '');
        if (kind !== '') kinds.push({ group, version, kind, plural: text(resource.resource), namespaced: resource.scope === 'Namespaced', verbs: texts(resource.verbs) });
      }
    }
  }
  return { kinds, stale };
}

/** The versions that an `APIVersions` or `APIGroupList` names: `v1`, `apps/v1`. */
export function groupVersions(document: unknown): readonly string[] {
  if (!isRecord(document)) return [];
  return [...texts(document.versions), ...records(document.groups).flatMap((group) => records(group.versions).map((version) => text(version.groupVersion)))].filter((name) => name !== '');
}

/** Reads an `APIResourceList`. */
export function resourceListKinds(document: unknown, groupVersion: string): readonly ServedKind[] {
  const [group = '', version = ''] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  const resources = isRecord(document) ? records(document.resources) : [];
  return resources
    .filter((resource) => !text(resource.name).includes('/'))
    .map((resource) => ({ group, version, kind: text(resource.kind), plural: text(resource.name), namespaced: resource.namespaced === true, verbs: texts(resource.verbs) }));
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
