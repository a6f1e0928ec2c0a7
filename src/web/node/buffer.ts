/** How octets are written as text, of the names that Node has for them. */
type Encoding = 'utf8' | 'latin1' | 'hex' | 'base64' | 'utf16le';

/** As much of Node's Buffer as what is shared with a browser asks of it. */
export class Octets extends Uint8Array<ArrayBuffer> {
  static override from(
    source: string | ArrayLike<number> | Iterable<number> | ArrayBuffer,
    encoding?: Encoding | number | unknown,
    length?: unknown,
  ): Octets {
    if (typeof source === 'string') return encode(source, (encoding ?? 'utf8') as Encoding);
    if (source instanceof ArrayBuffer)
      return new Octets(source, encoding as number | undefined, length as number | undefined);
    return new Octets(Uint8Array.from(source as ArrayLike<number>).buffer);
  }

  static alloc(size: number): Octets {
    return zeros(size);
  }

  static allocUnsafe(size: number): Octets {
    return zeros(size);
  }

  static byteLength(text: string): number {
    return encoder.encode(text).length;
  }

  static concat(parts: readonly Uint8Array[]): Octets {
    const whole = zeros(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  override toString(encoding: Encoding = 'utf8', start = 0, end = this.length): string {
    const octets = this.subarray(start, Math.max(start, end));
    switch (encoding) {
      case 'utf8':
        return utf8.decode(octets);
      case 'utf16le':
        return utf16(octets);
      case 'latin1':
        return latin1(octets);
      case 'base64':
        return btoa(latin1(octets));
      case 'hex':
        return octets.reduce((text, octet) => text + octet.toString(16).padStart(2, '0'), '');
    }
  }

  override subarray(start?: number, end?: number): Octets {
    return super.subarray(start, end) as Octets;
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((octet, at) => octet === other[at]);
  }

  /** Whether an octet, or a text in UTF-8, stands in it. */
  override includes(sought: number | string): boolean {
    return typeof sought === 'number' ? super.includes(sought) : latin1(this).includes(latin1(encoder.encode(sought)));
  }

  get #view(): DataView {
    return new DataView(this.buffer, this.byteOffset, this.length);
  }

  readUInt8(at: number): number {
    return this.#view.getUint8(at);
  }

  readUInt16BE(at: number): number {
    return this.#view.getUint16(at);
  }

  readUInt16LE(at: number): number {
    return this.#view.getUint16(at, true);
  }

  readUInt32BE(at: number): number {
    return this.#view.getUint32(at);
  }

  readUInt32LE(at: number): number {
    return this.#view.getUint32(at, true);
  }

  readBigUInt64LE(at: number): bigint {
    return this.#view.getBigUint64(at, true);
  }

  /** `size` octets, 1 to 6. */
  readUIntBE(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + this.readUInt8(at + i);
    return value;
  }

  writeUInt16BE(value: number, at = 0): number {
    this.#view.setUint16(at, value);
    return at + 2;
  }
}

const zeros = (size: number): Octets => new Octets(new ArrayBuffer(size));

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Octets that are made a text at once: more arguments than these may not fit on the stack. */
const AT_ONCE = 8192;

function latin1(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length; at += AT_ONCE) {
    text += String.fromCharCode.apply(undefined, octets.subarray(at, at + AT_ONCE) as unknown as number[]);
  }
  return text;
}

/** Halves of characters too, which a decoder replaces. */
function utf16(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < octets.length; at += 2) {
    text += String.fromCharCode((octets[at] as number) | ((octets[at + 1] as number) << 8));
  }
  return text;
}

function encode(text: string, encoding: Encoding): Octets {
  switch (encoding) {
    case 'utf8':
      return new Octets(encoder.encode(text).buffer as ArrayBuffer);
    case 'base64':
      return readBase64(text);
    case 'hex': {
      const digits = (/^(?:[0-9a-f]{2})*/i.exec(text) as RegExpExecArray)[0];
      const octets = zeros(digits.length / 2);
      for (let at = 0; at < octets.length; at++) octets[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
      return octets;
    }
    case 'latin1': {
      const octets = zeros(text.length);
      for (let at = 0; at < text.length; at++) octets[at] = text.charCodeAt(at);
      return octets;
    }
    case 'utf16le': {
      const octets = zeros(2 * text.length);
      for (let at = 0; at < text.length; at++) {
        octets[2 * at] = text.charCodeAt(at);
        octets[2 * at + 1] = text.charCodeAt(at) >> 8;
      }
      return octets;
    }
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((digit, value) => [digit, value] as const),
  ['-', 62],
  ['_', 63],
]);

/** What is no digit is passed over, and behind `=` nothing is read, as Node does. */
function readBase64(text: string): Octets {
  const octets = zeros(Math.floor((text.length * 3) / 4));
  let size = 0;
  let bits = 0;
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '=') break;
    const value = VALUES.get(text.charAt(at));
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xfff;
    kept += 6;
    if (kept >= 8) {
      kept -= 8;
      octets[size++] = bits >> kept;
    }
  }
  return octets.subarray(0, size);
}
