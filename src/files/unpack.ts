import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream';
import { pipeline as piped } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/** Why a file cannot be read, in words for its user. */
export class FileProblem extends Error {}

export type Chunks = AsyncIterable<Buffer>;

/** A way to compress, what its files start with, and the program that undoes it. */
interface Packing {
  readonly name: string;
  readonly magic: readonly number[];
  readonly program: string;
}

const GZIP: Packing = { name: 'gzip', magic: [0x1f, 0x8b, 0x08], program: 'gzip' };
/** RFC 8878 3.1.1 */
const ZSTD: Packing = { name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], program: 'zstd' };

const PACKINGS: readonly Packing[] = [
  GZIP,
  { name: 'bzip2', magic: [0x42, 0x5a, 0x68], program: 'bzip2' },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], program: 'xz' },
  ZSTD,
];

/** Octets that are unpacked at once: with few, most of the time goes into asking for the next. */
const PIECE = 1 << 17;

/** Octets that tell how a file is compressed. */
const TOLD = 6;

/** What a file is compressed with, by its first octets; undefined where it is not. */
export const packingOf = (start: Uint8Array): Packing | undefined =>
  PACKINGS.find(({ magic }) => magic.every((octet, i) => start[i] === octet));

/** The octets of a file, unpacked where they are compressed. Node has gzip; for the rest the system's program is run. */
export async function* unpacked(file: string, chunks: Chunks): Chunks {
  const source = chunks[Symbol.asyncIterator]();
  let start: Buffer = Buffer.alloc(0);
  while (start.length < TOLD) {
    const { done, value } = await source.next();
    if (done === true) break;
    start = Buffer.concat([start, value]);
  }
  const whole = behind(start, source);
  const packing = packingOf(start);
  if (packing === undefined) yield* whole;
  else if (packing === GZIP) yield* through(file, packing, whole, zlib.createGunzip({ chunkSize: PIECE }));
  else yield* byProgram(file, packing, whole);
}

async function* behind(start: Buffer, source: AsyncIterator<Buffer>): Chunks {
  try {
    if (start.length > 0) yield start;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

type Unpacker = ReturnType<typeof zlib.createGunzip>;

async function* through(file: string, { name }: Packing, chunks: Chunks, unpacker: Unpacker): Chunks {
  let fed = 0;
  async function* counted(): Chunks {
    for await (const chunk of chunks) {
      fed += chunk.length;
      yield chunk;
    }
  }
  try {
    // A failure of either is thrown where the octets are taken.
    yield* pipeline(counted(), unpacker, () => undefined) as Chunks;
  } catch (error) {
    throw new FileProblem(`${file} is damaged where ${name} unpacks it: ${(error as Error).message}`);
  }
  // Node ends with the first frame of zstd, and files that were put together have several.
  if (name === ZSTD.name && unpacker.bytesWritten < fed) {
    throw new FileProblem(`${file} is compressed with zstd in several frames: install zstd, or unpack it first`);
  }
}

async function* byProgram(file: string, packing: Packing, chunks: Chunks): Chunks {
  const child = spawn(packing.program, ['-d', '-c', '-q'], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  const started = new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  if (!(await started)) {
    if (packing === ZSTD && zlib.createZstdDecompress !== undefined) {
      yield* through(file, packing, chunks, zlib.createZstdDecompress() as unknown as Unpacker);
      return;
    }
    throw new FileProblem(`${file} is compressed with ${packing.name}: install ${packing.program}, or unpack it first`);
  }
  let said = '';
  child.stderr.on('data', (words: Buffer) => {
    said = (said + words.toString()).slice(0, 500);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  // A program that ends early closes its input, and says why by its status.
  const feeding = piped(chunks, child.stdin).catch(() => undefined);
  try {
    yield* child.stdout as Chunks;
    await feeding;
    const status = await ended;
    if (status !== 0) {
      throw new FileProblem(
        `${file} is damaged where ${packing.program} unpacks it: ${said.trim() || `status ${status}`}`,
      );
    }
  } finally {
    child.kill();
  }
}
