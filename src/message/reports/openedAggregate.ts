import type { Message } from '../../core/mail/message.ts';
import { readMessage } from '../../core/mail/messageReader.ts';
import { encodingOf } from '../../core/mail/partSize.ts';
import { digestOf } from '../../core/mail/reports/aggregateDigest.ts';
import { aggregateReportParts } from '../../core/mail/reports/aggregateReports.ts';
import type { OpenedAggregate } from '../../core/mail/reports/reportWords.ts';
import { Lines } from '../../core/text/lines.ts';
import { contentOf } from '../parts/partContent.ts';
import { openReportFile } from './openReports.ts';

/** Parts of a message that are opened unasked, and bytes of one: what is larger waits for the command that shows it. */
const MOST_PARTS = 3;
const LARGEST = { packed: 1024 * 1024, unpacked: 6 * 1024 * 1024 };

/** What stands in the reports that are attached to a message of a text that is decoded already. */
export function openedAggregate(text: string, message: Message): OpenedAggregate {
  const { undressed } = message;
  const [whole, root] =
    undressed === undefined
      ? [text, message.root]
      : [undressed, readMessage(undressed, new Lines(undressed), 0, undressed.length).root];
  const parts = [...aggregateReportParts(root)].slice(0, MOST_PARTS);
  const files = parts.map((part) => {
    const { name, bytes } = contentOf(whole, part);
    const isText = !/^(?:base64|quoted-printable)$/.test(encodingOf(part));
    return openReportFile(isText ? Buffer.from(whole.slice(part.body.start, part.body.end)) : bytes, name, LARGEST);
  });
  return {
    digests: files.flatMap(({ reports }) => reports.map(digestOf)),
    problems: files.flatMap(({ problems }) => problems),
  };
}
