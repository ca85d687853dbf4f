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
  return redact(JSON.stringify(value, (key, inner: unknown) => (typeof inner === 'string' && secretKey.test(key) && !reference.test(inner) ? '‹hidden›' : inner)));
}
