import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';
import { casesIn } from './cases.mjs';
import { meets, paired } from './judge.mjs';
import { percent, table } from './table.mjs';

/**
 * @typedef {import('./judge.mjs').Finding} Finding
 * @typedef {import('./judge.mjs').Verdict & { readonly basis: string, readonly confidence: string }} Told
 * @typedef {{ readonly name: string, readonly finding: Finding, readonly told: Told, readonly right: boolean }} Judged
 */

const SURENESS = ['high', 'medium', 'low'];
const HIGH_MEANS = 0.98;

/**
 * Prints how many explanations of a folder of cases are right, by confidence and by what they rest on.
 *
 * @param {string} folder
 * @param {boolean} verbose
 * @returns {Promise<number>} the exit code
 */
export async function measureCertainty(folder, verbose) {
  const told = await teller();
  /** @type {Judged[]} */
  const all = [];
  let untold = 0;
  for (const { name, kind, text, findings } of casesIn(folder)) {
    const verdicts = kind === 'reply' ? told.ofReply(text) : told.ofFile(name, text);
    paired(findings, verdicts).forEach((verdict, i) => {
      const finding = /** @type {Finding} */ (findings[i]);
      if (finding.sisimai === undefined && finding.says === undefined && finding.saysNot === undefined) return;
      if (verdict === undefined) untold++;
      else all.push({ name, finding, told: verdict, right: meets(verdict, finding) });
    });
  }
  if (verbose) for (const one of all) if (!one.right) console.log(wrongLine(one));
  const bases = [...new Set(all.map(({ told: { basis } }) => basis))].sort();
  const cells = (/** @type {readonly Judged[]} */ some) => {
    const right = some.filter((one) => one.right).length;
    return some.length === 0 ? '' : `${right} of ${some.length}  ${percent(right, some.length).padStart(7)}`;
  };
  const of = (/** @type {string} */ sure) => all.filter(({ told: { confidence } }) => confidence === sure);
  const line = (/** @type {string} */ basis) =>
    [...SURENESS.map(of), all].map((some) => cells(some.filter((one) => one.told.basis === basis)));
  console.log(
    table(
      ['right, by basis and confidence', ...SURENESS, 'all'],
      [...bases.map((basis) => [basis, ...line(basis)]), ['all', ...[...SURENESS.map(of), all].map(cells)]],
    ),
  );
  console.log(`Nothing told where something was to be found: ${untold}`);
  const high = of('high');
  return high.filter(({ right }) => right).length >= HIGH_MEANS * high.length ? 0 : 1;
}

/** @param {Judged} judged */
const wrongLine = ({ name, finding, told }) =>
  `${told.confidence} ${told.basis} ${name}: ${told.sisimai} for ${finding.sisimai ?? '–'}: ${told.text.split('\n').slice(0, 2).join(' ')}`;

/** What the project tells of a text. */
async function teller() {
  const load = (/** @type {string} */ path) => import(pathToFileURL(join(root, 'src', path)).href);
  const { explainText } = await load('core/knowledge/explain.ts');
  const { toldMeaning } = await load('core/knowledge/explanation.ts');
  const { sisimaiClass } = await load('core/knowledge/sisimai.ts');
  const { ticketJson } = await load('core/report/ticketJson.ts');
  const { stepsInWords } = await load('core/report/words.ts');
  const { readTicket } = await load('core/ticket/readTicket.ts');
  return {
    /** @param {string} text @returns {readonly Told[]} */
    ofReply(text) {
      const found = explainText(text);
      if (found === undefined) return [];
      const { reason, sisimai: filed, basis, confidence } = found.explanation;
      const told = [toldMeaning(found.explanation), ...stepsInWords(found.explanation)].join('\n');
      const sisimai = sisimaiClass(reason, { filed, code: found.code, status: found.enhanced, words: text });
      return [{ sisimai, text: told, failed: true, recipients: [], basis, confidence }];
    },
    /** @param {string} name @param {string} text @returns {readonly Told[]} */
    ofFile(name, text) {
      const { verdicts } = ticketJson(
        name,
        readTicket(text, /\.(?:eml|mbox|mbx|emlx)$/i.test(name) ? 'message' : 'anywhere'),
      );
      return verdicts.map(
        (/** @type {any} */ { headline, summary, next, recipients = [], basis = 'facts', ...rest }) => ({
          ...rest,
          recipients,
          basis,
          text: [headline, summary, ...next].join('\n'),
        }),
      );
    },
  };
}
