import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import { shellWord } from '../report/shell-word.ts';

/** The commands that give a user these roles, one each, with `<user>` in place of the name. Roles and their bindings have the same names. */
export function bindCommands(roles: readonly KubernetesObject[]): readonly string[] {
  return roles.map(({ kind, metadata: { name, namespace } }) => {
    const word = shellWord(name);
    return kind === 'ClusterRole'
      ? `kubectl create clusterrolebinding ${word} --clusterrole=${word} --user=<user>`
      : `kubectl create rolebinding ${word} -n ${shellWord(namespace ?? '')} --role=${word} --user=<user>`;
  });
}
