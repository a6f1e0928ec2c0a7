import { cutTo } from '../../core/text/few.ts';
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

/** Octets of a page of errors that are read: a proxy in front of an engine may send any. */
const PAGE = 2000;

/** What a server says that refuses, as a problem: its status and the beginning of its page. */
export async function refusalOf(url: URL, answer: Response): Promise<FileProblem> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let words = '';
  try {
    while (reader !== undefined && words.length < PAGE) {
      const { done, value } = await reader.read();
      if (done) break;
      words += decoder.decode(value, { stream: true });
    }
    await reader?.cancel();
  } catch {
    // What was said until the connection broke is told.
  }
  return new FileProblem(`${url.host} answers ${answer.status}: ${cutTo(words, 200)}`);
}

/** A token as it is sent: with its scheme where it names one, as name and password where it has a colon. */
export function authorizationOf(token: string, scheme: string): string {
  if (/^(?:Basic|Bearer|ApiKey) /i.test(token)) return token;
  return token.includes(':') ? `Basic ${Buffer.from(token).toString('base64')}` : `${scheme} ${token}`;
}

const wasReset = (error: unknown): boolean => {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return cause?.code === 'ECONNRESET' || cause?.code === 'UND_ERR_SOCKET';
};
