/** The parts of the stack that have a size of their own, in the order of tables. */
export const sizedComponents = [
  'mimirDistributor', 'mimirIngester', 'mimirStoreGateway', 'mimirCompactor', 'mimirQuerier', 'mimirRuler',
  'loki', 'tempoDistributor', 'tempoLiveStore', 'tempoBlockBuilder', 'tempoQuerier',
  'grafana', 'prometheus', 'alertmanager', 'otelGateway', 'otelSampler', 'alloy',
] as const;

/** One of them. */
export type SizedComponent = (typeof sizedComponents)[number];

/** What a component gets. Quantities are Kubernetes', and of one replica. */
export interface Size {
  /** 1 of Alloy, which runs once on every node. */
  readonly replicas: number;
  readonly cpu: string;
  /** Request and limit. */
  readonly memory: string;
  /** Its volume; absent where nothing is kept on disk. */
  readonly storage?: string | undefined;
}

/** The size of every component. */
export type Sizes = Readonly<Record<SizedComponent, Size>>;

/** What a formula asks for: all replicas together, headroom included. Gigabytes are 10^9 bytes. */
export interface Demand {
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly diskGigabytes?: number;
  /** Replicas that something else fixes; absent = as many as the cores need. */
  readonly replicas?: number;
  /** The formula in words, with where its numbers are from. */
  readonly because: string;
}

/** What the components of one family ask for. */
export type Demands = Partial<Readonly<Record<SizedComponent, Demand>>>;

/** Extra memory and disk for peaks: Mimir's capacity planning names half as much again, and nothing here is steadier. */
export const headroom = 1.5;
