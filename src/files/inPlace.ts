import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { constants, createGunzip } from 'node:zlib';
import { openFile, problemOf } from './open.ts';
import { type Chunks, FileProblem, packingOf } from './unpack.ts';

/** Octets that are read or unpacked at once. */
const PIECE = 1 << 18;
/** Pieces that stand until the next but so many is taken. */
const KEPT = 3;

/** What Node's own unpacker is made of: a step of zlib, and what it left of output and input. */
interface Stepper {
  readonly _handle: {
    writeSync(flush: number, input: Buffer, at: number, size: number, output: Buffer, to: number, room: number): void;
  } | null;
  readonly _writeState: Uint32Array;
}

/**
 * The octets of a file, unpacked, for a thread that has nothing else to do: in a few buffers that are used again, so
 * that a piece stands only until the second one behind it is taken. Node's stream makes a new one for each piece and
 * hands it from thread to thread, which costs as much again as the unpacking, and more memory. Where Node has not got
 * the step that its stream is made of, and for what is no gzip, it is the stream. Throws a `FileProblem`.
 */
export async function* openInPlace(file: string): Chunks {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch (error) {
    throw new FileProblem(problemOf(file, error as NodeJS.ErrnoException));
  }
  try {
    const pieces = Array.from({ length: KEPT }, () => Buffer.allocUnsafeSlow(PIECE));
    const start = Buffer.alloc(6);
    const packing = packingOf(start.subarray(0, readSync(fd, start, 0, start.length, 0)));
    const unpacker = packing?.name === 'gzip' ? createGunzip() : undefined;
    if (packing === undefined) yield* read(fd, pieces);
    else if (unpacker !== undefined && steps(unpacker as unknown as Stepper)) {
      let failed: Error | undefined;
      unpacker.on('error', (error) => {
        failed = error;
      });
      try {
        yield* unpacked(fd, pieces, unpacker as unknown as Stepper, () => unpacker.errored ?? failed);
      } catch (error) {
        throw new FileProblem(`${file} is damaged where gzip unpacks it: ${(error as Error).message}`);
      } finally {
        unpacker.close();
      }
    } else yield* openFile(file);
  } finally {
    closeSync(fd);
  }
}

const steps = ({ _handle, _writeState }: Stepper): boolean =>
  typeof _handle?.writeSync === 'function' && _writeState instanceof Uint32Array;

async function* read(fd: number, pieces: readonly Buffer[]): Chunks {
  for (let i = 0; ; i++) {
    const piece = pieces[i % pieces.length] as Buffer;
    const size = readSync(fd, piece, 0, piece.length, i * PIECE);
    if (size === 0) return;
    yield piece.subarray(0, size);
    // Messages of other threads come in between.
    await setImmediate();
    if (size < piece.length) return;
  }
}

async function* unpacked(
  fd: number,
  pieces: readonly Buffer[],
  { _handle, _writeState }: Stepper,
  problem: () => Error | null | undefined,
): Chunks {
  const input = Buffer.allocUnsafeSlow(PIECE);
  let [i, filled, at] = [0, 0, 0];
  for (;;) {
    const size = readSync(fd, input, 0, input.length, at);
    at += size;
    const flush = size === 0 ? constants.Z_FINISH : constants.Z_NO_FLUSH;
    for (let [left, room] = [size, 0]; room === 0; ) {
      const piece = pieces[i % pieces.length] as Buffer;
      _handle?.writeSync(flush, input, size - left, left, piece, filled, piece.length - filled);
      const error = problem();
      if (error !== undefined && error !== null) throw error;
      room = _writeState[0] as number;
      left = _writeState[1] as number;
      filled = piece.length - room;
      if (room > 0 && size > 0) break;
      if (filled > 0) yield piece.subarray(0, filled);
      i++;
      filled = 0;
      await setImmediate();
      if (size === 0 && room > 0) return;
    }
  }
}
