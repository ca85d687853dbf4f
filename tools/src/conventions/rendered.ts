/** What a build writes into: the projects that have one, and the environments. */
export interface Owners {
  readonly projects: readonly string[];
  readonly environments: readonly string[];
}

/** Paths below rendered/ that no build owns, each with what to do: no build would ever change or remove them. */
export function strays(paths: readonly string[], { projects, environments }: Owners): readonly string[] {
  return paths.flatMap((path) => {
    const [, project = '', environment = '', ...rest] = path.split('/');
    const isFile = rest.length === 0;
    if (!projects.includes(project)) return [`${path}: no build writes ${environment === '' ? 'it' : `rendered/${project}/`}; remove it (builds write below ${projects.map((name) => `rendered/${name}/`).join(', ')})`];
    if (isFile || !environments.includes(environment)) return [`${path}: ${environment} is no environment's folder; remove it, or run \`npx nx run ${project}:build\`, which does`];
    return [];
  });
}
