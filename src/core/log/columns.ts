import type { Lines } from '../text/lines.ts';
import type { LogFormat } from './log.ts';
import { tableColumns } from './programs/exchangeTable.ts';
import { namedColumns } from './programs/namedTable.ts';

/** How many lines from its start a table is searched for the line that names its columns. */
const HEAD = 12;

const HEADINGS: ReadonlyMap<LogFormat, RegExp> = new Map([
  ['powermta', /^()type,time/],
  ['exchange-tracking', /^(#Fields: ?)date-time,/],
  ['exchange-2003-tracking', /^(# ?)Date\t/],
] as const);

/** The columns that a table names in its first lines; the format's usual ones where it names none. */
export function readColumns(
  lines: Lines,
  first: number,
  end: number,
  format: LogFormat,
): readonly string[] | undefined {
  if (format === 'exchange-table') return tableColumns(lines, first);
  if (format === 'named-table') return namedColumns(lines, first);
  const heading = HEADINGS.get(format);
  if (heading === undefined) return undefined;
  for (let i = first; i < Math.min(end, first + HEAD); i++) {
    const line = lines.at(i).slice(0, 4000);
    const match = heading.exec(line);
    if (match === null) continue;
    const names = line.slice((match[1] as string).length).split(format === 'exchange-2003-tracking' ? '\t' : ',');
    return names.map((name) => name.trim().toLowerCase());
  }
  return usual.get(format);
}

/** Source: learn.microsoft.com "Fields in the message tracking log files", and the order of PowerMTA's accounting file. */
const usual: ReadonlyMap<LogFormat, readonly string[]> = new Map<LogFormat, readonly string[]>([
  [
    'exchange-tracking',
    'date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,tenant-id,original-client-ip,original-server-ip,custom-data,transport-traffic-type,log-id,schema-version'.split(
      ',',
    ),
  ],
  [
    'exchange-2003-tracking',
    'date,time,client-ip,client-hostname,partner-name,server-hostname,server-ip,recipient-address,event-id,msgid,priority,recipient-report-status,total-bytes,number-recipients,origination-time,encryption,service-version,linked-msgid,message-subject,sender-address'.split(
      ',',
    ),
  ],
  [
    'powermta',
    'type,timelogged,timequeued,orig,rcpt,orcpt,dsnaction,dsnstatus,dsndiag,dsnmta,bouncecat,srctype,srcmta,dlvtype,dlvsourceip,dlvdestinationip,dlvesmtpavailable,dlvsize,vmta,jobid,envid'.split(
      ',',
    ),
  ],
]);
