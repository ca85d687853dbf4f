import type { Api } from './transport/api.ts';

/** A rule of RBAC, as the server lists those of a user. */
export interface PolicyRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** What a user may do in a namespace. `incomplete`: the server does not know all of it. */
export interface NamespaceRules {
  readonly rules: readonly PolicyRule[];
  readonly incomplete: boolean;
}

/** One question; `*` stands for anything. */
export interface Attributes {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Questions about ourselves, each asked once. They change nothing, so that they may be sent again. */
export interface AccessReviews {
  rulesIn(namespace: string): Promise<NamespaceRules>;
  mayDo(attributes: Attributes): Promise<boolean>;
}

interface RulesReview {
  readonly status?: { readonly resourceRules?: readonly PolicyRule[] | null; readonly incomplete?: boolean };
}

interface AccessReview {
  readonly status?: { readonly allowed?: boolean };
}

const group = 'authorization.k8s.io/v1';

export function accessReviews(api: Api): AccessReviews {
  const rules = new Map<string, Promise<NamespaceRules>>();
  return {
    rulesIn(namespace) {
      const known = rules.get(namespace) ?? ask<RulesReview>('SelfSubjectRulesReview', { namespace }).then(({ status }) => ({ rules: status?.resourceRules ?? [], incomplete: status?.incomplete ?? true }));
      rules.set(namespace, known);
      return known;
    },
    mayDo: async (resourceAttributes) => (await ask<AccessReview>('SelfSubjectAccessReview', { resourceAttributes })).status?.allowed === true,
  };

  async function ask<Answer>(kind: string, spec: object): Promise<Answer> {
    const body = { apiVersion: group, kind, spec };
    return (await api.request<Answer>({ method: 'POST', path: `/apis/${group}/${kind.toLowerCase()}s`, body, name: `create ${kind.toLowerCase()}s`, idempotent: true })).body;
  }
}
