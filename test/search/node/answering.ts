/** A question over HTTP. */
export interface Asked {
  readonly method: string;
  readonly host: string;
  /** With what stands behind it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Runs with a network that gives each question an answer of JSON, a response or an error; says what was asked. */
export async function answering(
  answer: (asked: Asked) => unknown,
  run: () => Promise<unknown>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (url, init = {}) => {
    const { host, pathname, search } = new URL(String(url));
    asked.push({
      method: init.method ?? 'GET',
      host,
      path: `${pathname}${search}`,
      headers: (init.headers ?? {}) as Record<string, string>,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
    });
    const said = answer(asked.at(-1) as Asked);
    if (said instanceof Error) throw said;
    return said instanceof Response ? said : Response.json(said);
  };
  try {
    await run();
  } finally {
    globalThis.fetch = fetch;
  }
  return asked;
}
