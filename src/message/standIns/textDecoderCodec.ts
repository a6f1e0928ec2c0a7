import { TextDecoder } from 'node:util';

interface Definition {
  /** A label of the Encoding Standard. */
  readonly label: string;
}

/**
 * A codec of iconv-lite that decodes as TextDecoder does, without a table. iconv-lite makes one for a definition whose
 * `type` names it, and asks it for a decoder (`write`, `end`).
 */
export class TextDecoderCodec {
  readonly label: string;
  readonly decoder = Decoder;
  readonly encoder = Encoder;

  constructor({ label }: Definition) {
    this.label = label;
  }
}

class Decoder {
  readonly #decoder: TextDecoder;

  constructor(_options: unknown, { label }: TextDecoderCodec) {
    // Throws where this Node was built without the set; iconv-lite's callers take it for one that nobody knows.
    this.#decoder = new TextDecoder(label);
  }

  write(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder.decode();
  }
}

/** Mail is written in UTF-8 only, if at all. */
class Encoder {
  constructor() {
    throw new TypeError('this build decodes only');
  }
}
