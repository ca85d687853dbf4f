import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and a certificate for loopback that is its own authority, both PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const ecdsaWithSha256 = der(0x30, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = der(0x06, Buffer.from('550403', 'hex'));
const basicConstraints = Buffer.from('551d13', 'hex');
const subjectAltName = Buffer.from('551d11', 'hex');

/** Makes a certificate for 127.0.0.1 and localhost, good for a day either side of now. Only tests ever see it. */
export function selfSigned(): Certificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(0x30, der(0x31, der(0x30, commonName, der(0x0c, Buffer.from('fake-kubernetes')))));
  const day = 86_400_000;
  const time = (offset: number): Buffer => der(0x17, Buffer.from(`${new Date(Date.now() + offset).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));
  const alternatives = der(0x30, der(0x87, Buffer.from([127, 0, 0, 1])), der(0x82, Buffer.from('localhost')));
  const extensions = der(0xa3, der(0x30, extension(basicConstraints, der(0x30, der(0x01, Buffer.from([0xff])))), extension(subjectAltName, alternatives)));
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const body = der(0x30, version, serial, ecdsaWithSha256, name, der(0x30, time(-day), time(day)), name, publicKey, extensions);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(der(0x30, body, ecdsaWithSha256, signature)) };
}

function extension(id: Buffer, value: Buffer): Buffer {
  return der(0x30, der(0x06, id), der(0x04, value));
}

/** One DER element: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x1_00 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
