import { filesOf } from './files.ts';
import { journalGateway, localJournal } from './journal.ts';
import { lokiSource } from './loki.ts';
import type { LogSource } from './source.ts';

const ENGINE = /^(journal|loki):(?=$|https?:\/\/)/;

/** Whether a word names a source that is no file: `journal:`, `journal:http://mx1:19531`, `loki:http://logs:3100?query=…`. */
export const namesEngine = (word: string): boolean =>
  ENGINE.test(word) && (word === 'journal:' || URL.canParse(word.replace(ENGINE, '')));

/** The sources that words name: engines, and files; the usual files where there are no words. */
export async function sourcesOf(words: readonly string[], token?: string): Promise<readonly LogSource[]> {
  const files = words.filter((word) => !namesEngine(word));
  const engines = words.filter(namesEngine).map((word) => {
    const address = word.replace(ENGINE, '');
    if (address === '') return localJournal();
    return word.startsWith('loki') ? lokiSource(new URL(address), token, Date.now) : journalGateway(new URL(address));
  });
  return [...(files.length > 0 || engines.length === 0 ? await filesOf(files) : []), ...engines];
}
