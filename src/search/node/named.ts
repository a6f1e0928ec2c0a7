import { elasticSource } from './elastic.ts';
import { filesOf } from './files.ts';
import { journalGateway, localJournal } from './journal.ts';
import { lokiSource } from './loki.ts';
import type { LogSource } from './source.ts';

const ENGINE = /^(journal|loki|elasticsearch|opensearch):(?=$|https?:\/\/)/;

/** Secrets for engines: by the host and port of the address, or by the kind of the engine. */
export type Tokens = Readonly<Record<string, string | undefined>>;

/** Whether a word names a source that is no file: `journal:`, `journal:http://mx1:19531`, `loki:http://logs:3100?query=…`. */
export const namesEngine = (word: string): boolean =>
  ENGINE.test(word) && (word === 'journal:' || URL.canParse(word.replace(ENGINE, '')));

/** The sources that words name: engines, and files; the usual files where there are no words. */
export async function sourcesOf(words: readonly string[], tokens: Tokens = {}): Promise<readonly LogSource[]> {
  const files = words.filter((word) => !namesEngine(word));
  const engines = words.filter(namesEngine).map((word) => engineOf(word, tokens));
  return [...(files.length > 0 || engines.length === 0 ? await filesOf(files) : []), ...engines];
}

function engineOf(word: string, tokens: Tokens): LogSource {
  const kind = word.slice(0, word.indexOf(':'));
  const rest = word.replace(ENGINE, '');
  if (rest === '') return localJournal();
  const address = new URL(rest);
  const token = tokens[address.host] ?? tokens[kind];
  if (kind === 'loki') return lokiSource(address, token, Date.now);
  if (kind === 'elasticsearch' || kind === 'opensearch') return elasticSource(kind, address, token, Date.now);
  return journalGateway(address);
}
