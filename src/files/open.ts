import { createReadStream } from 'node:fs';
import { type Chunks, FileProblem, unpacked } from './unpack.ts';

/** The octets of a file, or of standard input for `-`, unpacked and in pieces. Throws a `FileProblem`. */
export async function* openFile(file: string): Chunks {
  try {
    yield* unpacked(
      file,
      file === '-' ? process.stdin : (createReadStream(file, { highWaterMark: 1 << 18 }) as Chunks),
    );
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(problemOf(file, error as NodeJS.ErrnoException));
  }
}

export function problemOf(file: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return `${file} does not exist`;
    case 'EISDIR':
      return `${file} is a folder: name the files in it`;
    case 'EACCES':
      return `${file} may not be read by this user`;
    default:
      return `${file} cannot be read: ${error.message}`;
  }
}
