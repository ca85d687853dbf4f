/** A name as a person types it, and what is wrong with it when it does not fit. */
interface NameRule {
  readonly pattern: RegExp;
  readonly says: string;
}

const rules = {
  alert: { pattern: /^[A-Z][A-Za-z0-9]{2,62}$/, says: 'an alert is named in PascalCase, for what is wrong: ServiceDown, QueueBacklog' },
  dashboard: { pattern: /^(?=.{3,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, says: 'the UID of a dashboard is in kebab-case, 40 characters at most: platform-overview' },
  environment: { pattern: /^(?=.{2,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, says: 'an environment is named in kebab-case, 20 characters at most: staging, eu-production' },
  check: { pattern: /^(?=.{5,60}$)[a-z]+(-[a-z0-9]+)+$/, says: 'a check is named <area>-<name> in kebab-case: dashboard-duplicate, alert-without-route' },
} as const satisfies Readonly<Record<string, NameRule>>;

/** @throws Error when the name does not fit its kind, or when one of that name (in whatever case) is among `taken`. */
export function requireName(kind: keyof typeof rules, name: string, taken: readonly string[]): void {
  const { pattern, says } = rules[kind];
  if (!pattern.test(name)) throw new Error(`${JSON.stringify(name)} is no name for this: ${says}`);
  const other = taken.find((existing) => existing.toLowerCase() === name.toLowerCase());
  if (other !== undefined) throw new Error(`there is ${other} already: choose another name, or edit that one`);
}

/** `HighCPU` -> `highCPU`, `platform-overview` -> `platformOverview`: the constant that holds the thing. */
export function constantName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1).replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `platform-overview` -> `Platform Overview`. */
export function titleOf(name: string): string {
  return name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
