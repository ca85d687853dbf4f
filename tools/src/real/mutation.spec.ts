import { describe, expect } from '@jest/globals';
import { type Alert, highCPU, highMemory, metricCases } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { runBatch } from '../mutation/batch.ts';
import { recordingBatch } from '../mutation/batch-cases.ts';
import { mutatedCase } from '../mutation/mutated-case.ts';
import { itWithProgram } from '../programs/for-specs.ts';
import { recordingCases } from './recording-cases.ts';

const environment = environmentNamed('production');

function caseOf(alert: Alert, name: string) {
  const entry = metricCases(alert).find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`${alert.id} has no case "${name}"`);
  return [mutatedCase(alert, entry, environment)];
}

/** The faults of the document's own rules, put back in: each is noticed by the case that was written for it, by that one alone. */
const faults = [
  {
    fault: 'rate() deleted from HighCPU',
    mutant: 'namespace_pod_service_node:process_cpu_seconds:rate5m: rate: rate() is deleted',
    by: 'an idle process that has used 1000 s of CPU time since its start',
    batch: (by: string) => caseOf(highCPU, by),
  },
  {
    fault: 'the join dropped from HighMemory',
    mutant: 'node_service:process_memory_node:ratio: operand: / and what follows is dropped',
    by: 'two pods of a service hold seven tenths of their node',
    batch: (by: string) => caseOf(highMemory, by),
  },
  {
    fault: 'the zero-fill dropped from the error rate',
    mutant: 'endpoint:inference_errors:rate5m: operand: or and what follows is dropped',
    by: 'an endpoint without errors has an error rate of 0',
    batch: (by: string) => recordingBatch(recordingCases.filter(({ name }) => name === by), environment),
  },
];

describe('the document\'s faults', () => {
  for (const { fault, mutant, by, batch } of faults) {
    itWithProgram('promtool', `${fault} fails "${by}"`, async (promtool) => {
      const { mutants, caught } = await runBatch(batch(by), { promtool, env: process.env, processes: 1 });
      expect(mutants).toContain(mutant);
      expect(caught).toContain(mutant);
    });
  }

  itWithProgram('promtool', 'are not seen where there are none: a batch whose original fails is refused', async (promtool) => {
    const [entry] = metricCases(highCPU);
    if (entry === undefined) throw new Error('HighCPU has no case');
    const wrong = mutatedCase(highCPU, { ...entry, alerts: [] }, environment);
    await expect(runBatch([wrong], { promtool, env: process.env, processes: 1 })).rejects.toThrow(/HighCPU fails a case of its own/);
  });
});
