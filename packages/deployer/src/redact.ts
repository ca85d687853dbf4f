const secretWords = 'password|passwd|(?<!existing|credentials)secret|token|api[_-]?key|access[_-]?key|routing[_-]?key|service[_-]?key|authorization|credentials|private[_-]?key';

/** A key that ends in one of these holds a secret; with more behind it (`_file`, `Secret`, `Ref`) it holds a reference. */
const secretKey = new RegExp(`(?:${secretWords})$`, 'i');

const secretLine = new RegExp(`^(\\s*(?:-\\s+)?["']?[\\w.-]*?(?:${secretWords})["']?\\s*[:=]\\s*)(\\S.*)$`, 'i');

/** Forms in which a value only says where the secret is. */
const reference = /^["']?(\$|\/|<secret>|true\b|false\b|null\b|\{|\[|\||>)/;

/** Passwords inside addresses. */
const userInfo = /(\/\/[^\s/:@]+:)[^\s/@]+@/g;

/**
 * The single redactor: file content that is shown to a person passes through it. A value behind a secret-looking key
 * is replaced unless it is a reference (`$…`, a path), and so is a password in a URL.
 */
export function redact(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(secretLine, (whole, key: string, value: string) => (reference.test(value) ? whole : `${key}‹hidden›`)))
    .join('\n')
    .replace(userInfo, '$1‹hidden›@');
}

/** The same for a parsed value: JSON on one line, with the values behind secret-looking keys replaced. */
export function redactedJson(value: unknown): string {
  return redact(JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === 'string') return secretKey.test(key) && !reference.test(inner) ? '‹hidden›' : inner;
    return isNamedSecret(inner) ? { ...inner, value: '‹hidden›' } : inner;
  }));
}

/** `{ name: DB_PASSWORD, value: … }`, as the variables of a container are written. */
function isNamedSecret(value: unknown): value is { readonly name: string; readonly value: string } {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('value' in value)) return false;
  return typeof value.name === 'string' && secretKey.test(value.name) && typeof value.value === 'string' && !reference.test(value.value);
}

/** A parsed value as it may be shown, for the path that it stands at: hidden as a whole where its last key is a secret's. */
export function redactedValue(path: string, value: unknown): unknown {
  if (value === undefined) return undefined;
  const key = /\[name=([^\]]+)\]\.value$/.exec(path)?.[1] ?? path.slice(path.lastIndexOf('.') + 1);
  if (typeof value === 'string') return secretKey.test(key) && !reference.test(value) ? '‹hidden›' : redact(value);
  return JSON.parse(redactedJson(value)) as unknown;
}

/** Shorter than this a value is hidden nowhere but at its own place: `admin` stands in half of all messages. */
const shortestEcho = 6;

/**
 * The values of an object that a server must not be shown to repeat, in the forms that it may repeat them in: the content
 * of a Secret, encoded and decoded, and what stands behind a secret-looking key. A value of less than six characters is not
 * among them.
 */
export function secretsIn(object: unknown): readonly string[] {
  const values = isSecret(object) ? [...Object.values(object.data ?? {}).map(decoded), ...Object.values(object.stringData ?? {})] : hiddenValues(object);
  const forms = values.map(String).flatMap((value) => [value, JSON.stringify(value).slice(1, -1), Buffer.from(value).toString('base64')]);
  return [...new Set(forms)].filter((form) => form.length >= shortestEcho);
}

function decoded(value: unknown): string {
  return Buffer.from(String(value), 'base64').toString('utf8');
}

function hiddenValues(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isNamedSecret(value) ? [value.value] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (typeof inner !== 'string' ? hiddenValues(inner) : secretKey.test(key) && !reference.test(inner) ? [inner] : []))];
}

function isSecret(value: unknown): value is { readonly data?: object; readonly stringData?: object } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Secret';
}
