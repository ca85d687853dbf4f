const bytesOfMebibyte = 1_048_576;
const bytesOfGibibyte = 1_073_741_824;

/** Cores as a Kubernetes quantity, rounded up to a tenth: 0.42 is `500m`, 2 is `2`. */
export function cpuQuantity(cores: number): string {
  const tenths = Math.ceil(Number((cores * 10).toFixed(6)));
  return tenths % 10 === 0 ? String(tenths / 10) : `${tenths * 100}m`;
}

/** Gigabytes of memory as a Kubernetes quantity, rounded up to 256 MiB. */
export function memoryQuantity(gigabytes: number): string {
  const mebibytes = Math.ceil((gigabytes * 1e9) / bytesOfMebibyte / 256) * 256;
  return mebibytes % 1_024 === 0 ? `${mebibytes / 1_024}Gi` : `${mebibytes}Mi`;
}

/**
 * Gigabytes of disk as a Kubernetes quantity, rounded up to 1, 2 or 5 times a power of ten GiB. Coarse on purpose: the claim
 * of a StatefulSet cannot be changed in place, and a slightly larger load should not ask for that.
 */
export function storageQuantity(gigabytes: number): string {
  const gibibytes = (gigabytes * 1e9) / bytesOfGibibyte;
  const power = 10 ** Math.floor(Math.log10(Math.max(gibibytes, 1)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= gibibytes) ?? 10;
  return `${step * power}Gi`;
}

const units = { Ki: 1_024, Mi: bytesOfMebibyte, Gi: bytesOfGibibyte, Ti: 1_024 * bytesOfGibibyte, m: 0.001 } as const;

/** What a Kubernetes quantity counts: bytes or cores. NaN where it is none. */
export function quantityValue(quantity: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|m)?$/.exec(quantity) ?? [];
  return number === undefined ? Number.NaN : Number(number) * (unit === undefined ? 1 : units[unit as keyof typeof units]);
}
