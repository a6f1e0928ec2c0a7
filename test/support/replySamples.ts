import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a server, a filter or a tool said, and what explains it. */
export interface ReplySample {
  readonly file: string;
  readonly text: string;
  /** The name of a row of texts, or `code:` with an enhanced code of Microsoft's own. */
  readonly expected: string;
}

const folder = new URL('../core/knowledge/replies/', import.meta.url);

/** Every sample of `test/core/knowledge/replies`, a file for each folder of texts. */
export const replySamples: readonly ReplySample[] = readdirSync(fileURLToPath(folder)).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [text = '', expected = ''] = line.split('\t');
      return { file, text, expected };
    }),
);

/** Those of servers, and those of tools when no server spoke. */
export const serverSamples = replySamples.filter(({ file }) => file !== 'tools.tsv');
export const toolSamples = replySamples.filter(({ file }) => file === 'tools.tsv');

/** The parts of a reply; a text without a code is its words. */
export function replyFacts(text: string): {
  readonly code?: number;
  readonly enhanced?: string;
  readonly text: string;
} {
  const match = /^(\d{3})(?:[ -](?:([245]\.\d{1,3}\.\d{1,3})(?: |$))?|$)/.exec(text);
  if (match === null) return { text };
  const enhanced = match[2];
  return {
    code: Number(match[1]),
    text: text.slice(match[0].length),
    ...(enhanced !== undefined && { enhanced }),
  };
}
