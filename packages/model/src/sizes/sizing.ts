import type { DeclaredEnvironment } from '../environment.ts';
import { collectorDemands } from './collectors.ts';
import { type Demand, type Size, type SizedComponent, type Sizes, sizedComponents } from './component.ts';
import { lokiDemands } from './loki.ts';
import { mimirDemands } from './mimir.ts';
import { leastSizes } from './profiles.ts';
import { prometheusDemands } from './prometheus.ts';
import { cpuQuantity, memoryQuantity, quantityValue, storageQuantity } from './quantity.ts';
import { tempoDemands } from './tempo.ts';

/** Where a number of a size is from: the least of the profile, a formula over the load, or the environment's own override. */
export type SizeOrigin = 'profile' | 'computed' | 'environment';

/** The size of one component, with where each of its numbers is from. */
export interface Sizing {
  readonly component: SizedComponent;
  readonly size: Size;
  readonly origins: Readonly<Partial<Record<keyof Size, SizeOrigin>>>;
  /** The formula and its source; absent where no load changes the size. */
  readonly because?: string;
}

/** Cores above which a component gets another replica instead of a larger one: it must find room on an ordinary node. */
const largestReplicaCores = 4;

/** The size of every component of an environment, in the order of tables. Pure. */
export function sizingOf(environment: DeclaredEnvironment): readonly Sizing[] {
  const demands = { ...mimirDemands(environment), ...lokiDemands(environment), ...tempoDemands(environment), ...prometheusDemands(environment), ...collectorDemands(environment) };
  return sizedComponents.map((component) => sized(component, leastSizes[environment.profile][component], demands[component], environment.sizeOverrides[component] ?? {}));
}

/** The same, without where the numbers are from. */
export function sizesOf(environment: DeclaredEnvironment): Sizes {
  return Object.fromEntries(sizingOf(environment).map(({ component, size }) => [component, size])) as unknown as Sizes;
}

interface Found<Value> {
  readonly value: Value;
  readonly origin: SizeOrigin;
}

function sized(component: SizedComponent, least: Size, demand: Demand | undefined, own: { readonly [Key in keyof Size]?: Size[Key] | undefined }): Sizing {
  const replicas = own.replicas === undefined ? replicasOf(least, demand) : { value: own.replicas, origin: 'environment' as const };
  const each = (total: number | undefined): number => (total ?? 0) / replicas.value;
  const cpu = larger(own.cpu, least.cpu, cpuQuantity(each(demand?.cores)));
  const memory = larger(own.memory, least.memory, memoryQuantity(each(demand?.memoryGigabytes)));
  const storage = !hasVolume(component, replicas.value) || (least.storage === undefined && own.storage === undefined) ? undefined : larger(own.storage, least.storage ?? '0', storageQuantity(each(demand?.diskGigabytes)));
  return {
    component,
    size: { replicas: replicas.value, cpu: cpu.value, memory: memory.value, ...(storage === undefined ? {} : { storage: storage.value }) },
    origins: { replicas: replicas.origin, cpu: cpu.origin, memory: memory.origin, ...(storage === undefined ? {} : { storage: storage.origin }) },
    ...(demand === undefined ? {} : { because: demand.because }),
  };
}

/** Several Grafanas share a database, and have no volume that an override could make larger. */
function hasVolume(component: SizedComponent, replicas: number): boolean {
  return component !== 'grafana' || replicas === 1;
}

function replicasOf(least: Size, demand: Demand | undefined): Found<number> {
  const value = demand?.replicas ?? Math.max(least.replicas, Math.ceil((demand?.cores ?? 0) / largestReplicaCores));
  return { value, origin: value === least.replicas ? 'profile' : 'computed' };
}

function larger(own: string | undefined, least: string, computed: string): Found<string> {
  if (own !== undefined) return { value: own, origin: 'environment' };
  return quantityValue(computed) > quantityValue(least) ? { value: computed, origin: 'computed' } : { value: least, origin: 'profile' };
}
