import { measureBounces } from './bounces.mjs';
import { measureCertainty } from './certainty.mjs';
import { measureSpeakers } from './speakers.mjs';
import { measureSpf } from './spf.mjs';

const usage = `npm run measure -- speakers [--verbose]
npm run measure -- certainty FOLDER [--verbose]
npm run measure -- spf FILE
npm run measure -- bounces FOLDER... [--verbose]

  speakers   leave one speaker out: takes all rows and samples of one provider, program or service away and explains
             its samples with what remains; a speaker a line
  certainty  explains a folder of texts with expectations (replies.tsv, NAME.expect.json beside NAME.txt, also in
             folders inside) and counts how many explanations are right, by confidence and basis
  spf        evaluates the public test suite of SPF, rfc7208-tests.yml
  bounces    reads the messages of folders, fixtures of libraries that read bounces, and names those without a verdict and
             those of which no verdict knows a reason
  --verbose  also prints each that is wrong; of bounces, what is said of each`;

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function measure(args) {
  const verbose = args.includes('--verbose');
  const [what, folder, ...more] = args.filter((arg) => arg !== '--verbose');
  if (what === 'speakers' && folder === undefined) return measureSpeakers(verbose);
  if (what === 'certainty' && folder !== undefined && more.length === 0) return measureCertainty(folder, verbose);
  if (what === 'spf' && folder !== undefined && more.length === 0) return measureSpf(folder);
  if (what === 'bounces' && folder !== undefined) return measureBounces([folder, ...more], verbose);
  console.error(usage);
  return 2;
}
