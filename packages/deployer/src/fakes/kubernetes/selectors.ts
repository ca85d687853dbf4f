import { badRequest } from './failure.ts';
import type { StoredObject } from './object.ts';

type Test = (object: StoredObject) => boolean;

/** Reads a label selector: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas. */
export function labelSelector(text: string): Test {
  const terms = text.split(/,(?![^(]*\))/).map((term) => term.trim()).filter((term) => term !== '').map(labelTerm);
  return (object) => terms.every((term) => term(object));
}

function labelTerm(term: string): Test {
  const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(term);
  if (set !== null) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return (object) => {
      const value = object.metadata.labels?.[key];
      return operator === 'in' ? value !== undefined && values.includes(value) : value === undefined || !values.includes(value);
    };
  }
  const equal = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(term);
  if (equal !== null) {
    const [, key = '', operator, value = ''] = equal;
    return (object) => (object.metadata.labels?.[key] === value) === (operator !== '!=');
  }
  const exists = /^(!?)\s*([^\s=!(),]+)$/.exec(term);
  if (exists === null) throw badRequest(`unable to parse requirement: found '${term}'`);
  const [, not, key = ''] = exists;
  return (object) => Object.hasOwn(object.metadata.labels ?? {}, key) === (not === '');
}

/** Reads a field selector on the two fields that every kind has. */
export function fieldSelector(text: string): Test {
  const terms = text.split(',').filter((term) => term !== '').map((term) => {
    const [, field = '', operator, value = ''] = /^([^=!]+)(==|=|!=)(.*)$/.exec(term) ?? [];
    if (operator === undefined) throw badRequest(`invalid field selector: ${term}`);
    if (field !== 'metadata.name' && field !== 'metadata.namespace') throw badRequest(`"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`);
    return (object: StoredObject): boolean => (object.metadata[field.slice('metadata.'.length)] === value) === (operator !== '!=');
  });
  return (object) => terms.every((term) => term(object));
}

/** Both selectors of a request as one test. */
export function selection(query: URLSearchParams): Test {
  const [labels, fields] = [labelSelector(query.get('labelSelector') ?? ''), fieldSelector(query.get('fieldSelector') ?? '')];
  return (object) => labels(object) && fields(object);
}
