import { join } from 'node:path';
import type { DashboardArtifact } from '@bud-o11y/model';
import { root } from '../conventions/workspace.ts';

/** The type that a dashboard's file is a literal of, by its schema. */
function typeName({ classic }: DashboardArtifact): string {
  return classic === undefined ? 'ClassicDashboard' : 'DashboardResource';
}

/** A TypeScript module whose one constant is the text of a dashboard's file: every key and every value stands under the compiler. */
export function literalModule(artifact: DashboardArtifact): string {
  const type = typeName(artifact);
  return `import type { ${type} } from '${join(root, 'packages/dashboards/src/literal.ts')}';\n\nexport const dashboard: ${type} = ${artifact.text.trimEnd()};\n`;
}
