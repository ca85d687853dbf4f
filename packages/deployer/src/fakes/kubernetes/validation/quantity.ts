const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const unitIndex = decimal.indexOf('');

/** A resource quantity as the server writes it back: `1000m` is `1`, `2048Mi` is `2Gi`. What is none is returned as it is. */
export function canonicalQuantity(value: string | number): string {
  const [, sign = '', digits = '', suffix = ''] = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)((?:[KMGTPE]i)|[numkMGTPE]|)$/.exec(String(value)) ?? [];
  if (digits === '') return String(value);
  const minus = sign === '-' ? '-' : '';
  const binaryPower = binary.indexOf(suffix);
  if (binaryPower > 0) {
    const bytes = Number(digits) * 1024 ** binaryPower;
    return Number.isSafeInteger(bytes) ? minus + scaled(bytes, 1024, binary) : String(value);
  }
  const nanos = BigInt(Math.round(Number(digits) * 1e9)) * 1_000n ** BigInt(decimal.indexOf(suffix)) / 1_000n ** BigInt(unitIndex);
  return nanos === 0n ? '0' : minus + scaledExactly(nanos);
}

function scaled(value: number, base: number, suffixes: readonly string[]): string {
  let [rest, power] = [value, 0];
  while (rest !== 0 && rest % base === 0 && power < suffixes.length - 1) {
    rest /= base;
    power += 1;
  }
  return `${rest}${suffixes[power] ?? ''}`;
}

function scaledExactly(nanos: bigint): string {
  let [rest, power] = [nanos, 0];
  while (rest % 1_000n === 0n && power < decimal.length - 1) {
    rest /= 1_000n;
    power += 1;
  }
  return `${rest}${decimal[power] ?? ''}`;
}
