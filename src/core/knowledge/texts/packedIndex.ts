import { knownWordings } from '../nearest/knownWordings.ts';
import { allTexts } from '../texts.ts';
import { patternsOf } from './replyText.ts';
import { type PackedIndex, packIndex } from './textIndex.ts';

/** What stands around words: the codes of a reply, and of each fourth the line of a log. */
const texts = knownWordings
  .split('\n')
  .map((line, i) => {
    const reply = `550 5.0.0 ${line.slice(line.indexOf(': ') + 2)}`;
    return i % 4 > 0
      ? reply
      : `Nov 21 20:02:03 mx1 postfix/smtp[1000]: 4C1D52280FF: to=<user@host.test>, relay=mail.host.test[192.0.2.80]:25, delay=0.5, size=1000, nrcpt=1 (queue active), dsn=5.0.0, status=bounced (host said: ${reply} (in reply to RCPT TO command))`;
  })
  .join('\n');

/** The index of all rows. The build runs this module and puts what it exports in its place, so that no start waits for it. */
export const packedIndex: PackedIndex = packIndex(allTexts.map(patternsOf), texts);
