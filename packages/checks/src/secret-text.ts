/** Keys under which programs and charts take a secret's value, as opposed to its name. */
const secretKey = /^(?:.*[_-])?(?:password|passwd|secret|secret[_-]?key|access[_-]?key(?:[_-]?id)?|client[_-]?secret|token|bearer|root[_-]?user|root[_-]?password|api[_-]?key|secret[_-]?access[_-]?key|private[_-]?key|credentials)$/i;

/** What stands for a secret instead: nothing, a variable, or a file. */
const reference = /^$|^\$\{(?:env:)?[A-Za-z_]\w*\}$|^\$__(?:file|env)\{.+\}$/;

/** Forms by which the secrets of well-known services give themselves away. */
const tokens: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/ },
  { name: 'the address of a Slack webhook', pattern: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/ },
  { name: 'a Slack token', pattern: /\bxox[abeprs]-[\w-]{10,}/ },
  { name: 'an access key of an object store', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { name: 'a token of Grafana', pattern: /\bgl(?:sa|c)_[A-Za-z0-9+/=_]{20,}/ },
  { name: 'a token of GitHub or GitLab', pattern: /\b(?:gh[opsu]_[A-Za-z0-9]{30,}|github_pat_\w{20,}|glpat-[\w-]{20,})/ },
  { name: 'a signed token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/ },
  { name: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:[^\s/@"'$<]+@/i },
];

/** PagerDuty's key is one only there: a collector's `routing_key` says what it balances by. */
const pagerdutyKey = /pagerduty_configs\.\d+\.(?:routing|service)_key$/;

/** Whether a secret's value is taken at a path (`receivers.0.password`), or by a variable of that name. */
export function isSecretKey(path: string): boolean {
  return secretKey.test(path.slice(path.lastIndexOf('.') + 1)) || pagerdutyKey.test(path);
}

/** Whether a text only says where the secret is. */
export function isReference(text: string): boolean {
  return reference.test(text);
}

/** What of a text looks like a secret, as words for it; undefined when nothing does. The secret itself is not repeated. */
export function secretIn(text: string): string | undefined {
  const token = tokens.find(({ pattern }) => pattern.test(text));
  if (token !== undefined) return token.name;
  const random = (text.match(/(?<!sha\d{3}:)(?<![\w+/=])[\w+/=]{20,}/g) ?? []).find((word) => isRandom(word));
  return random === undefined ? undefined : `a word of ${random.length} random characters`;
}

/**
 * Whether a word looks drawn at random rather than spelt. In names and in camel case, letters of one case stand together;
 * in a random word the kind of character (upper, lower, digit) changes at every second place or so.
 */
function isRandom(word: string): boolean {
  const kinds = [...word].flatMap((character) => (/\d/.test(character) ? ['digit'] : /[a-z]/.test(character) ? ['lower'] : /[A-Z]/.test(character) ? ['upper'] : []));
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  const isHex = /^(?:[0-9a-f]{32,}|[0-9A-F]{32,})$/.test(word);
  const isMixed = new Set(kinds).size === 3;
  return (isHex || isMixed) && changes / kinds.length >= (isHex ? 0.25 : 0.35) && entropy(word) >= 3;
}

/** Bits per character of a word, by how often each stands in it: `aaaa` has none, 32 different ones have 5. */
function entropy(word: string): number {
  const counts = [...Map.groupBy([...word], (character) => character).values()].map(({ length }) => length / word.length);
  return -counts.reduce((sum, share) => sum + share * Math.log2(share), 0);
}
