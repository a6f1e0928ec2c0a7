import { comparedWords, isKind, isTelling, wordingOf } from '../../src/core/knowledge/nearest/wording.ts';
import { unwrapped } from '../../src/core/knowledge/unwrapped.ts';
import { replyFacts, serverSamples } from './replySamples.ts';

/** Characters of a wording that are kept. */
const most = 52;

/** Words that say something of their own, without which nothing can be near. */
const fewest = 2;

/** How much two wordings of a row may have in common; with more, the second tells nothing new. */
const newest = 0.5;

interface Wording {
  readonly wording: string;
  readonly words: ReadonlySet<string>;
}

/** The module of known wordings: those of the samples, each once, by the row that explains it. */
export function knownWordingsModule(): string {
  const rows = new Map<string, Wording[]>();
  for (const { text, expected } of serverSamples) {
    if (expected.startsWith('code:')) continue;
    const wording = wordingOf(replyFacts(unwrapped(text)).text, most);
    const words = new Set(comparedWords(wording).filter((word) => !isKind(word)));
    if ([...words].filter(isTelling).length < fewest) continue;
    const known = rows.get(expected) ?? [];
    if (known.every((other) => inCommon(words, other.words) <= newest)) known.push({ wording, words });
    rows.set(expected, known);
  }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([row, known]) => known.map(({ wording }) => `${row}: ${wording}`));
  return `/**
 * Wordings of servers behind the name of the row that explains them, a wording a line; what they name is replaced by its
 * kind. Made by "npm run generate" from the samples of the rows, for replies that no row fits.
 */
export const knownWordings = \`
${lines.map(escaped).join('\n')}
\`;
`;
}

/** The share of the words of either that are in both. */
function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}

/** As it stands between back quotes. */
const escaped = (line: string): string => line.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
