import type { Lines } from '../text/lines.ts';
import { endOfDmarcReport, startsDmarcReport } from './exports/dmarcReport.ts';
import { endOfFilterReport, startsFilterReport } from './exports/filterReport.ts';
import { continuesHeld, endOfHeld, endOfOriginal, startsHeld, startsOriginal } from './exports/labelled.ts';
import { endOfLabelled, startsLabelled } from './exports/labelledRecord.ts';
import { continuesRecord, endOfRecord, startsRecord } from './exports/recordKind.ts';
import { endOfTlsReport, startsTlsReport } from './exports/tlsReport.ts';
import type { LogKind } from './logKind.ts';
import { CONNECTIVITY, CONNECTIVITY_GOES_ON } from './programs/exchangeConnectivity.ts';
import { endOfRoute, startsRoute } from './queues/eximRoutes.ts';
import { endOfTrace, startsTrace } from './queues/mailTrace.ts';
import { endOfQueueFile, startsQueueFile } from './queues/postcat.ts';
import { carriesQueueRow, continuesQueueRows, startsQueueRows } from './queues/queueRows.ts';
import { sticky } from './sticky.ts';

const oneLine = (_lines: Lines, line: number): number => line + 1;

/** Formats whose entries are several lines by their form, or rows: exports, reports, queues. */
export const wholeKinds: readonly LogKind[] = [
  { format: 'tls-report', starts: startsTlsReport, continues: startsTlsReport, endOfEntry: endOfTlsReport },
  { format: 'record', starts: startsRecord, continues: continuesRecord, endOfEntry: endOfRecord },
  { format: 'filter-report', starts: startsFilterReport, continues: startsFilterReport, endOfEntry: endOfFilterReport },
  { format: 'shown-original', starts: startsOriginal, continues: startsOriginal, endOfEntry: endOfOriginal },
  { format: 'quarantine-notice', starts: startsHeld, continues: continuesHeld, endOfEntry: endOfHeld },
  { format: 'labelled', starts: startsLabelled, continues: startsLabelled, endOfEntry: endOfLabelled },
  { format: 'mail-trace', starts: startsTrace, continues: startsTrace, endOfEntry: endOfTrace },
  { format: 'exim-route', starts: startsRoute, continues: startsRoute, endOfEntry: endOfRoute },
  { format: 'dmarc-report', starts: startsDmarcReport, continues: startsDmarcReport, endOfEntry: endOfDmarcReport },
  {
    format: 'queue-file',
    dense: true,
    starts: startsQueueFile,
    continues: startsQueueFile,
    endOfEntry: endOfQueueFile,
  },
  {
    format: 'queue-rows',
    starts: startsQueueRows,
    continues: continuesQueueRows,
    endOfEntry: (lines, first) => {
      let end = first + 1;
      while (end < first + 1000 && lines.has(end) && carriesQueueRow(lines.text, lines.start(end))) end++;
      return end;
    },
  },
  {
    format: 'exchange-connectivity',
    dense: true,
    starts: sticky(CONNECTIVITY),
    continues: sticky(CONNECTIVITY_GOES_ON),
    endOfEntry: oneLine,
  },
];
