import { type Environment, markers, sha256 } from '@bud-o11y/model';

/** Longest name of an object: a DNS subdomain. */
const longest = 253;

/**
 * A valid object name for a text: the text itself where it is one; else the nearest, with eight digits of the text's
 * digest, so that two texts never share a name.
 */
export function objectName(text: string): string {
  const fitting = text.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').replace(/\.[.-]+|-+\./g, '.').replace(/^[.-]+|[.-]+$/g, '');
  if (fitting === text && text !== '' && text.length <= longest) return text;
  return `${fitting.slice(0, longest - 9).replace(/[.-]+$/, '')}-${sha256(text).slice(0, 8)}`.replace(/^-/, 'x-');
}

/** Labels of every object that the generators make, beside those by which sidecars and rulers find them. */
export function ownLabels(environment: Environment): Readonly<Record<string, string>> {
  return {
    'app.kubernetes.io/managed-by': 'bud-o11y',
    'app.kubernetes.io/part-of': 'bud-observability',
    [markers.environment]: environment.name,
  };
}
