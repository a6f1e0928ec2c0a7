import { FileProblem } from '../../files/unpack.ts';

/** Asks a server over HTTP. Throws a `FileProblem` where it cannot be reached. */
export async function fetched(url: URL, init: RequestInit): Promise<Response> {
  const ask = (): Promise<Response> => fetch(url, { ...init, redirect: 'error' });
  try {
    // A connection that was kept may have been closed by the server when the next question is sent.
    return await ask().catch((error: unknown) => (wasReset(error) ? ask() : Promise.reject(error)));
  } catch (error) {
    const cause = (error as { readonly cause?: unknown }).cause;
    throw new FileProblem(
      `${url.host} cannot be asked: ${(cause instanceof Error ? cause : (error as Error)).message}`,
    );
  }
}

const wasReset = (error: unknown): boolean => {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return cause?.code === 'ECONNRESET' || cause?.code === 'UND_ERR_SOCKET';
};
