/** What every window starts with ([MS-OXRTFCP] 2.1.2.1). */
const PRELOAD =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const WINDOW = 4096;
/** Octets of RTF that are unpacked. */
const MOST = 16 * 1024 * 1024;

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;

/** RTF as Outlook keeps it, unpacked ([MS-OXRTFCP]); `isWhole` is false where it is damaged or larger than is read. */
export function unpackRtf(packed: Buffer): { readonly rtf: Buffer; readonly isWhole: boolean } | undefined {
  if (packed.length < 16) return undefined;
  const size = packed.readUInt32LE(4);
  const kind = packed.readUInt32LE(8);
  if (kind === UNCOMPRESSED) {
    const rtf = packed.subarray(16, 16 + Math.min(size, MOST));
    return { rtf, isWhole: rtf.length === size };
  }
  if (kind !== COMPRESSED) return undefined;
  const window = Buffer.alloc(WINDOW);
  window.write(PRELOAD, 'latin1');
  let place = PRELOAD.length;
  const rtf = Buffer.alloc(Math.min(size, MOST, packed.length * MOST_OF_ONE));
  let length = 0;
  const put = (octet: number): void => {
    if (length < rtf.length) rtf[length++] = octet;
    window[place] = octet;
    place = (place + 1) % WINDOW;
  };
  for (let at = 16; at < packed.length && length < rtf.length; ) {
    const flags = packed[at++] as number;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed[at++] as number);
        continue;
      }
      if (at + 1 >= packed.length) return { rtf: rtf.subarray(0, length), isWhole: false };
      const reference = packed.readUInt16BE(at);
      at += 2;
      let from = reference >> 4;
      if (from === place) return { rtf: rtf.subarray(0, length), isWhole: length === size };
      for (let left = (reference & 15) + 2; left > 0; left--) {
        put(window[from] as number);
        from = (from + 1) % WINDOW;
      }
    }
  }
  return { rtf: rtf.subarray(0, length), isWhole: length === size };
}

/** Two octets and one bit name at most 17 octets. */
const MOST_OF_ONE = 17;
