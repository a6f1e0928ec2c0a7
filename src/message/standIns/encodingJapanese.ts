import { TextDecoder } from 'node:util';

import { decodeIso2022 } from './iso2022.ts';

interface Options {
  readonly to: string;
  readonly from: string;
  readonly type: string;
}

/**
 * Takes the place of encoding-japanese in the bundle: what libmime and mailparser call, to Unicode text and from
 * Japanese, without its tables. ISO-2022-JP-2 is read whole here, where the library knows the name of ISO-2022-JP only
 * and reads the Chinese, Korean, Greek and Western characters of the extension as ASCII.
 */
export function convert(bytes: Uint8Array, { to, from, type }: Options): string {
  if (to !== 'UNICODE' || type !== 'string') throw new TypeError(`only to text: ${to}, ${type}`);
  return /^euc/i.test(from) ? new TextDecoder('euc-jp').decode(bytes) : decodeIso2022(bytes);
}
