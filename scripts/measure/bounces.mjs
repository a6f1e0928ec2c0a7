import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';

/** What a verdict says that knows no reason: the class of the code, or that the report names none. */
const noReason = /does not say why|reason is not known|only the class of the code/i;

/**
 * Reads the messages of folders (fixtures of libraries that read bounces, a message a file) and counts those of which
 * no verdict says anything, and those whose only verdicts know no reason; names each.
 *
 * @param {readonly string[]} folders
 * @param {boolean} verbose prints a line for each message
 * @returns {number} the exit code
 */
export function measureBounces(folders, verbose) {
  for (const folder of folders) {
    const files = filesOf(folder);
    const silent = [];
    const vague = [];
    for (const file of files) {
      const verdicts = readVerdicts(readTicket(readFileSync(file, 'latin1'), 'message'));
      const name = relative(folder, file);
      const failures = verdicts.filter(({ failed }) => failed);
      if (verbose) console.log(name, said(verdicts));
      if (verdicts.length === 0) silent.push(name);
      else if (failures.length > 0 && failures.every(isVague)) vague.push(`${name}: ${said(failures)}`);
    }
    console.log(
      `${folder}: ${files.length} messages, ${silent.length} without a verdict, ${vague.length} without a reason`,
    );
    for (const name of silent) console.log(`  no verdict: ${name}`);
    for (const line of vague) console.log(`  no reason: ${line}`);
  }
  return 0;
}

/** @param {import('../../src/core/verdict/verdict.ts').Verdict} verdict */
const isVague = ({ basis, summary }) => basis === 'class' || noReason.test(summary);

/** @param {readonly import('../../src/core/verdict/verdict.ts').Verdict[]} verdicts */
const said = (verdicts) => verdicts.map(({ code, role, summary }) => `[${role} ${code}] ${summary}`).join(' | ');

/**
 * @param {string} folder
 * @returns {readonly string[]}
 */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.(?:rb|pl|php|py|md)$/.test(path))
    .sort();
