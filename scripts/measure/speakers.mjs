import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';
import { judge } from './judge.mjs';
import { percent, table } from './table.mjs';
import { allowLeavingOut } from './without.mjs';

/**
 * @typedef {import('../../src/core/knowledge/texts/replyText.ts').ReplyText} ReplyText
 * @typedef {import('../../src/core/knowledge/reasons.ts').ReasonName} ReasonName
 * @typedef {import('../../src/core/knowledge/reasons.ts').SisimaiClass} SisimaiClass
 * @typedef {import('./judge.mjs').Judgement} Judgement
 * @typedef {import('./judge.mjs').Told} Told
 *
 * @typedef {{ readonly text: string, readonly expected: string }} Sample with the name of the row that explains it
 * @typedef {{ readonly reason: ReasonName, readonly filed: SisimaiClass | undefined }} Meaning
 * @typedef {{ readonly name: string, readonly known: readonly string[], readonly rows: ReadonlySet<string> }} Speaker
 *   `known`: what must be left out, the files of its rows and the names that its codes have
 * @typedef {{
 *   readonly sample: Sample, readonly reason: ReasonName, readonly told: Told | undefined, readonly judgement: Judgement,
 * }} Judged
 */

const texts = join(root, 'src', 'core', 'knowledge', 'texts');
const FOLDERS = ['providers', 'microsoft', 'filters', 'services', 'servers'];

/** Files of one speaker: the codes of Exchange Online and its words. */
const TOGETHER = [['microsoft/exchangeOnline.ts', 'microsoft/microsoftCodes.ts']];

/** At least so many are told the right reason or that the words are not known; at most so many a wrong one as certain. */
const ASKED = 0.8;
const ALLOWED = 0.03;

/**
 * Prints for each speaker what becomes of its samples where neither its rows nor its samples are known.
 *
 * @param {boolean} verbose
 * @returns {Promise<number>} the exit code
 */
export async function measureSpeakers(verbose) {
  allowLeavingOut();
  /** @type {{ replySamples: readonly Sample[] }} */
  const { replySamples } = await load('test/support/replySamples.ts');
  const meanings = await allMeanings();
  /** @type {string[][]} */
  const lines = [];
  /** @type {Judged[]} */
  const all = [];
  for (const speaker of await speakers()) {
    const samples = replySamples.filter(({ expected }) => speaker.rows.has(expected));
    if (samples.length === 0) continue;
    const judged = await judgeAll(speaker, samples, meanings);
    lines.push(lineOf(speaker.name, judged));
    all.push(...judged);
  }
  if (verbose) for (const one of all) if (one.judgement === 'wrong') console.log(wrongLine(one));
  const head = ['speaker', 'samples', 'right', 'not known', 'wrong', 'wrong and high', 'right or not known'];
  console.log(table(head, [...lines, lineOf('all', all)]));
  console.log(byBasis(all));
  const wrong = all.filter(({ judgement }) => judgement === 'wrong').length;
  return wrong <= (1 - ASKED) * all.length && all.filter(wrongAndHigh).length <= ALLOWED * all.length ? 0 : 1;
}

/** @param {Judged} judged */
const wrongAndHigh = ({ judgement, told }) => judgement === 'wrong' && told?.confidence === 'high';

/** @param {Judged} judged */
const wrongLine = ({ sample, told, reason }) =>
  `${told?.confidence} ${told?.basis} ${told?.reason} for ${reason} (${sample.expected}): ${sample.text}`;

/**
 * @param {string} name
 * @param {readonly Judged[]} all
 */
function lineOf(name, all) {
  const of = (/** @type {Judgement} */ wanted) => all.filter(({ judgement }) => judgement === wanted).length;
  const good = percent(all.length - of('wrong'), all.length);
  return [name, all.length, of('right'), of('not-known'), of('wrong'), all.filter(wrongAndHigh).length, good].map(
    String,
  );
}

/** @param {readonly Judged[]} all */
function byBasis(all) {
  const groups = Map.groupBy(all, ({ told }) => (told ? `${told.basis} ${told.confidence}` : 'nothing told'));
  const rows = [...groups].sort().map(([name, some]) => {
    const right = some.filter(({ judgement }) => judgement === 'right').length;
    return [name, String(some.length), String(right), percent(right, some.length)];
  });
  return table(['basis and confidence', 'told', 'right', ''], rows);
}

/**
 * @param {Speaker} speaker
 * @param {readonly Sample[]} samples
 * @param {ReadonlyMap<string, Meaning>} meanings
 * @returns {Promise<readonly Judged[]>}
 */
async function judgeAll(speaker, samples, meanings) {
  /** @type {typeof import('../../src/core/knowledge/explain.ts')} */
  const { explainText } = await load('src/core/knowledge/explain.ts', speaker.known);
  /** @type {typeof import('../../src/core/knowledge/sisimai.ts')} */
  const { sisimaiClass } = await load('src/core/knowledge/sisimai.ts');
  return samples.map((sample) => {
    const { explanation, code, enhanced: status } = explainText(sample.text) ?? {};
    const classOf = (/** @type {ReasonName} */ reason, /** @type {SisimaiClass | undefined} */ filed) =>
      sisimaiClass(reason, { code, status, words: sample.text, filed });
    const told = explanation && { ...explanation, sisimai: classOf(explanation.reason, explanation.sisimai) };
    const meaning = meanings.get(sample.expected);
    if (meaning === undefined) throw new Error(`no row is called ${sample.expected}`);
    const { reason, filed } = meaning;
    return { sample, reason, told, judgement: judge(told, { reason, sisimai: classOf(reason, filed) }) };
  });
}

/** What each row means, by the name that samples have for it. */
async function allMeanings() {
  /** @type {typeof import('../../src/core/knowledge/texts.ts')} */
  const { allTexts } = await load('src/core/knowledge/texts.ts');
  /** @type {typeof import('../../src/core/knowledge/texts/microsoft/microsoftCodes.ts')} */
  const { microsoftCodes } = await load('src/core/knowledge/texts/microsoft/microsoftCodes.ts');
  /** @type {Map<string, Meaning>} */
  const meanings = new Map(allTexts.map(({ name, reason, sisimai }) => [name, { reason, filed: sisimai }]));
  for (const [code, { reason, sisimai }] of microsoftCodes) {
    for (const name of namesOfCode(code)) meanings.set(name, { reason, filed: sisimai });
  }
  return meanings;
}

/**
 * What samples call a row of codes.
 *
 * @param {string} code such as `X.7.500`
 */
const namesOfCode = (code) => [4, 5].map((digit) => `code:${code.replace('X', String(digit))}`);

/** @returns {Promise<readonly Speaker[]>} */
async function speakers() {
  const files = FOLDERS.flatMap((folder) => readdirSync(join(texts, folder)).map((file) => `${folder}/${file}`));
  const alone = files.filter((file) => !TOGETHER.flat().includes(file)).map((file) => [file]);
  const found = [];
  for (const group of [...TOGETHER, ...alone]) {
    const tables = (await Promise.all(group.map((file) => load(`src/core/knowledge/texts/${file}`)))).flatMap(
      Object.values,
    );
    /** @type {readonly ReplyText[]} */
    const rows = tables.filter(Array.isArray).flat();
    const codes = tables.filter((table) => table instanceof Map).flatMap((table) => [...table.keys()]);
    const names = new Set(rows.flatMap(({ speaker }) => (speaker === undefined ? [] : [`@${speaker}`])));
    found.push({
      name: String(group[0]).replace('.ts', ''),
      known: [...group.map((file) => `/texts/${file}`), ...names],
      rows: new Set([...rows.map(({ name }) => name), ...codes.flatMap(namesOfCode)]),
    });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {string} path
 * @param {readonly string[]} [without] what it does not know
 */
function load(path, without) {
  const url = pathToFileURL(join(root, path)).href;
  return import(without === undefined ? url : `${url}?without=${without.join(',')}`);
}
