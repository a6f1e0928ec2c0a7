import type { Message } from '../../core/mail/message.ts';
import { readMessage } from '../../core/mail/messageReader.ts';
import { encodingOf } from '../../core/mail/partSize.ts';
import { digestOf } from '../../core/mail/reports/aggregateDigest.ts';
import { aggregateReportParts } from '../../core/mail/reports/aggregateReports.ts';
import type { OpenedAggregate } from '../../core/mail/reports/reportWords.ts';
import { Lines } from '../../core/text/lines.ts';
import type { ReportOpener } from '../../core/ticket/openedReports.ts';
import { contentOf } from '../parts/partContent.ts';
import { type OpenedReports, openReportFile } from './openReports.ts';

/** Parts of a message that are opened unasked, and bytes of one: what is larger waits for the command that shows it. */
const MOST_PARTS = 3;
const LARGEST = { packed: 1024 * 1024, unpacked: 6 * 1024 * 1024 };

/** What stands in the reports that are attached to a message of a text that is decoded already, or that a text is itself. */
export const openedAggregate: ReportOpener = (text, block) =>
  block.kind === 'log' ? ofText(text.slice(block.start, block.end)) : ofMessage(text, block);

/** Reports that stand behind each other. */
function ofText(text: string): OpenedAggregate {
  const wholes = text.split(/(?<=<\/feedback>)|\n(?=\{)/).filter((whole) => whole.trim() !== '');
  const files = wholes.map((whole) => openReportFile(Buffer.from(whole), 'the report', LARGEST).reports);
  const closed = files.filter((reports) => reports.length === 0).length;
  return {
    digests: files.flatMap((reports) => reports.map(digestOf)),
    problems: closed === 0 ? [] : [`${closed === 1 ? '1 more report' : `${closed} more reports`} could not be opened.`],
  };
}

function ofMessage(text: string, message: Message): OpenedAggregate {
  const { undressed } = message;
  const [whole, root] =
    undressed === undefined
      ? [text, message.root]
      : [undressed, readMessage(undressed, new Lines(undressed), 0, undressed.length).root];
  const parts = [...aggregateReportParts(root)];
  const left = parts.length - MOST_PARTS;
  const files = parts.slice(0, MOST_PARTS).map((part) => {
    const { name, bytes } = contentOf(whole, part);
    const isText = !/^(?:base64|quoted-printable)$/.test(encodingOf(part));
    if (isText && LOST.some((start) => whole.startsWith(start, part.body.start))) return lost(name);
    return openReportFile(isText ? Buffer.from(whole.slice(part.body.start, part.body.end)) : bytes, name, LARGEST);
  });
  return {
    digests: files.flatMap(({ reports }) => reports.map(digestOf)),
    problems: [
      ...files.flatMap(({ problems }) => problems),
      ...(left > 0
        ? [`${left} more ${left === 1 ? 'file waits' : 'files wait'} for the command that shows the table.`]
        : []),
    ],
  };
}

/** The starts of packed files whose octets an editor took for characters: ZIP, and gzip, whose second is none of UTF-8. */
const LOST = ['PK\u0003\u0004', '\u001f\ufffd', '\u001f\u008b'];

const lost = (name: string): OpenedReports => ({
  reports: [],
  problems: [`${name} is not encoded, so that its octets are lost in a text: it opens from the file.`],
});
