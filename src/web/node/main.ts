import ipaddr from 'ipaddr.js';
import { headerLength } from '../../message/reports/gzipHeader.ts';
import { Octets } from './buffer.ts';
import { crc32, inflate } from './inflate.ts';
import { sha256 } from './sha256.ts';

/**
 * What the shared code asks of Node's modules, in a browser: whatever module it names, it is given this one.
 * `test/bundles.test.ts` fails where something is asked for that is not here.
 */

/** `node:buffer`, and what is everywhere in Node: whoever loads this first puts it there. */
export { Octets as Buffer };

/** `node:util` */
export const TextDecoder = globalThis.TextDecoder;

/** `node:crypto` */
export const randomBytes = (size: number): Octets =>
  new Octets(crypto.getRandomValues(new Uint8Array(size)).buffer as ArrayBuffer);

/** Below `limit`, at most 65,536. */
export const randomInt = (limit: number): number => (crypto.getRandomValues(new Uint16Array(1))[0] as number) % limit;

export function createHash(_sha256: 'sha256') {
  let all = Octets.alloc(0);
  const hash = {
    update: (bytes: Uint8Array) => {
      all = Octets.concat([all, bytes]);
      return hash;
    },
    digest: (encoding: 'hex') => new Octets(sha256(all).buffer).toString(encoding),
  };
  return hash;
}

/** `node:net` */
export function isIP(text: string): 0 | 4 | 6 {
  const [address = '', zone] = text.split('%', 2);
  if (/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text)) return 4;
  if (!/^[0-9a-f:.]{2,45}$/i.test(address) || !address.includes(':') || zone === '') return 0;
  try {
    ipaddr.parse(address);
    return 6;
  } catch {
    return 0;
  }
}

/** `node:url` */
export function domainToASCII(name: string): string {
  const address = `http://${name}/`;
  return !/[/?#@:\\[\]%]/.test(name) && URL.canParse(address) ? new URL(address).hostname : '';
}

/** `node:path` */
export const basename = (path: string): string =>
  path
    .replace(/\/{1,9}$/, '')
    .split('/')
    .at(-1) ?? '';

/** As `import path from 'node:path'` asks for it. */
const path = { basename };

// biome-ignore lint/style/noDefaultExport: that module has one.
export { path as default };

/** `node:os` */
export const hostname = (): string => '';

interface Bounds {
  readonly maxOutputLength?: number;
}

const tooLarge = (error: unknown): unknown =>
  error instanceof RangeError ? Object.assign(error, { code: 'ERR_BUFFER_TOO_LARGE' }) : error;

/** `node:zlib`, as with `info: true`. */
export function inflateRawSync(bytes: Uint8Array, { maxOutputLength = 0x7fff_ffff }: Bounds) {
  try {
    const { bytes: buffer, read } = inflate(bytes, maxOutputLength);
    return { buffer, engine: { bytesWritten: read } };
  } catch (error) {
    throw tooLarge(error);
  }
}

/** Of a file with a header of no more than is usual for it, whose end is the end of its only member. */
export function gunzipSync(file: Uint8Array, bounds: Bounds): Uint8Array {
  const { buffer } = inflateRawSync(file.subarray(headerLength(file)), bounds);
  const end = new DataView(file.buffer, file.byteOffset + file.length - 8, 8);
  if (end.getUint32(0, true) !== crc32(buffer) || end.getUint32(4, true) !== buffer.length % 0x1_0000_0000) {
    throw new Error('incorrect data check');
  }
  return buffer;
}
