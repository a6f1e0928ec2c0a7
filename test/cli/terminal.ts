import { PassThrough } from 'node:stream';

/** A terminal on which somebody types; whether it shows what is typed is noted. */
export class Terminal extends PassThrough {
  readonly isTTY = true;
  readonly raw: boolean[] = [];
  setRawMode(isRaw: boolean): this {
    this.raw.push(isRaw);
    return this;
  }
}

/** Runs with standard input and both outputs of the process replaced; gives what was written. */
export async function atTerminal<T>(
  stdin: object,
  run: () => Promise<T>,
  more: { readonly isTTY?: boolean } = {},
): Promise<{ readonly result: T; readonly out: string; readonly err: string }> {
  const old = Object.getOwnPropertyDescriptors(process);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()].map((one) => Object.assign(one, more)) as [
    PassThrough,
    PassThrough,
  ];
  let [out, err] = ['', ''];
  stdout.on('data', (octets: Buffer) => {
    out += octets.toString();
  });
  stderr.on('data', (octets: Buffer) => {
    err += octets.toString();
  });
  for (const [name, value] of Object.entries({ stdin, stdout, stderr }))
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true });
  try {
    const result = await run();
    await new Promise((done) => setImmediate(done));
    return { result, out, err };
  } finally {
    for (const name of ['stdin', 'stdout', 'stderr'] as const)
      Object.defineProperty(process, name, old[name] as object);
  }
}
