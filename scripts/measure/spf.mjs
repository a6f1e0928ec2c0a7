import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { evaluateSpf } from '../../src/checks/spf/evaluate.ts';

/**
 * One scenario of the public test suite of SPF (openspf.org, `rfc7208-tests.yml`): tests by name, and what each name of
 * its zone has, `TIMEOUT` or `{ TXT: text or texts }`, `{ MX: [preference, host] }` and so on.
 *
 * @typedef {{ readonly helo: string, readonly host: string, readonly mailfrom: string, readonly result: string | readonly string[] }} Test
 * @typedef {string | Readonly<Record<string, unknown>>} Row
 * @typedef {{
 *   readonly description: string, readonly tests: Readonly<Record<string, Test>>,
 *   readonly zonedata?: Readonly<Record<string, readonly Row[]>>,
 * }} Scenario
 */

/**
 * Evaluates every test of a suite and prints those with another result than the suite allows.
 *
 * @param {string} file
 * @returns {Promise<number>} the exit code: 0 where all are as the suite says
 */
export async function measureSpf(file) {
  const { passed, wrong } = await spfSuite(readFileSync(file, 'utf8'));
  for (const line of wrong) console.log(line);
  console.log(`${passed} of ${passed + wrong.length} as the suite says`);
  return passed > 0 && wrong.length === 0 ? 0 : 1;
}

/**
 * @param {string} yaml the text of a suite
 * @returns {Promise<{ readonly passed: number, readonly wrong: readonly string[] }>} a line for each that is wrong
 */
export async function spfSuite(yaml) {
  const never = new AbortController().signal;
  /** @type {string[]} */
  const wrong = [];
  let passed = 0;
  for (const scenario of /** @type {readonly (Scenario | null)[]} */ (loadAll(yaml))) {
    if (scenario === null) continue;
    const resolve = resolverOf(scenario.zonedata ?? {});
    for (const [name, { host, mailfrom, helo, result }] of Object.entries(scenario.tests)) {
      const got = await evaluateSpf({ ip: host, sender: mailfrom, helo }, resolve, never);
      if ([result].flat().includes(got.result)) passed++;
      else wrong.push(`${scenario.description}, ${name}: ${got.result} instead of ${[result].flat().join(' or ')}`);
    }
  }
  return { passed, wrong };
}

/**
 * @param {Readonly<Record<string, readonly Row[]>>} zonedata
 * @returns {import('../../src/probes/ports.ts').Resolve}
 */
function resolverOf(zonedata) {
  /** @type {Map<string, readonly Row[]>} */
  const zone = new Map();
  for (const [name, rows] of Object.entries(zonedata))
    zone.set(plain(name), [...(zone.get(plain(name)) ?? []), ...rows]);
  return async (question) => {
    /** @type {import('../../src/probes/ports.ts').ResourceRecord[]} */
    const records = [];
    let name = plain(question.name);
    for (let aliases = 0; aliases < 10; aliases++) {
      const rows = zone.get(name);
      if (rows === undefined) {
        const isAbove = [...zone.keys()].some((other) => other.endsWith(`.${name}`));
        return { question, elapsed: 0, status: isAbove ? 'NOERROR' : 'NXDOMAIN', records };
      }
      const here = rows.flatMap((row) => recordsOf(row, question.type, rows));
      if (here.some(([, value]) => value === 'TIMEOUT'))
        return { question, elapsed: 0, status: 'TIMEOUT', records: [] };
      for (const [type, value] of here) records.push({ name, type, ttl: 300, data: dataOf(type, value) });
      const alias = here.find(([type]) => type === 'CNAME')?.[1];
      if (alias === undefined || question.type === 'CNAME') break;
      name = plain(String(alias));
    }
    return { question, elapsed: 0, status: 'NOERROR', records };
  };
}

/** @param {string} name */
const plain = (name) => name.toLowerCase().replace(/\.$/, '');

/**
 * What a row answers to a question for a type, an alias included. A record of type SPF stands for a text where there is
 * none, as the suite asks of those who run it; `NONE` keeps it from that.
 *
 * @param {Row} row
 * @param {string} asked
 * @param {readonly Row[]} rows all of the name
 * @returns {readonly (readonly [type: string, value: unknown])[]}
 */
function recordsOf(row, asked, rows) {
  if (typeof row === 'string')
    return rows.some((other) => isOf(other, asked) && !isNone(other, asked)) ? [] : [[asked, row]];
  return Object.entries(row)
    .map(
      ([type, value]) =>
        /** @type {const} */ ([type === 'SPF' && !rows.some((one) => isOf(one, 'TXT')) ? 'TXT' : type, value]),
    )
    .filter(([type, value]) => (type === asked || type === 'CNAME') && value !== 'NONE');
}

/**
 * @param {Row} row
 * @param {string} type
 */
const isOf = (row, type) => typeof row === 'object' && type in row;

/**
 * @param {Row} row
 * @param {string} type
 */
const isNone = (row, type) => typeof row === 'object' && row[type] === 'NONE';

/**
 * The data of a record as a zone file has it.
 *
 * @param {string} type
 * @param {unknown} value
 */
function dataOf(type, value) {
  if (type === 'TXT') return [value].flat().map(quoted).join(' ');
  if (type === 'MX') return `${[value].flat().join(' ')}.`;
  return type === 'PTR' || type === 'CNAME' ? `${value}.` : String(value);
}

/** @param {unknown} text */
const quoted = (text) =>
  `"${[...Buffer.from(String(text))].map((octet) => (octet > 31 && octet < 127 && octet !== 34 && octet !== 92 ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, '0')}`)).join('')}"`;
