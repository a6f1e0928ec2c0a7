import { type DialectRow, marks } from './dialectRow.ts';

/** Servers of Windows and commercial ones. */
export const windows = [
  {
    name: 'exchange-5.5',
    line: /\d{1,2}\/\d{1,2}\/\d{2,4} \d{1,2}:\d\d:\d\d [AP]M : (?:(?<mark><<< IO: \||<<<|>>>) ?)?/y,
    marks: marks(['<<<', '<<< IO: |'], ['>>>']),
    rawMark: '<<< IO: |',
    turns: true,
    sure: true,
    start: /A connection was (?:accepted from|opened to)/,
  },
  {
    name: 'mdaemon',
    line: /[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?: (?:\d\d: )?(?:\[(?<id>[\w:.-]{1,20})\] )?(?:\*{1,2} )?(?:(?<mark>-->|<--) ?)?/y,
    marks: marks(['<--'], ['-->']),
    turns: true,
    sure: true,
  },
  {
    name: 'hmailserver',
    line: /"SMTP[DC]"[\t ]{1,4}\d{1,9}[\t ]{1,4}(?<id>\d{1,9})[\t ]{1,4}"[^"]{8,30}"[\t ]{1,4}"[^"]{0,60}"[\t ]{1,4}"(?:(?<mark>RECEIVED|SENT): ?)?/y,
    marks: marks(['SENT'], ['RECEIVED']),
    turns: true,
    quote: '"',
    separator: { kind: 'spelt', whole: true },
    sure: true,
  },
  {
    name: 'smartermail',
    line: /(?:\[[\w.:]{2,60}\])?\[(?<id>[\w-]{1,30})\] (?:(?<mark>cmd|rsp|CMD|RSP): ?|(?=connected|disconnected|Auth|Sending|Delivery))/y,
    behind: 'time',
    marks: marks(['cmd', 'CMD'], ['rsp', 'RSP']),
    sure: true,
  },
  {
    name: 'axigen',
    line: /(?:.{0,100} )?SMTP-(?:IN|OUT):(?<id>[0-9A-F]{1,10}): (?:(?<mark>>>|<<) ?)?/y,
    behind: 'time',
    marks: marks(['>>'], ['<<']),
    turns: true,
    sure: true,
  },
  {
    name: 'imail',
    line: /(?:\d\d:\d\d \d\d:\d\d |\d{8} \d{6} [\d.]{7,15} {1,3})SMTP(?:D|-)? ?\((?<id>[0-9A-Fa-f]{1,16})\) (?:\[[\d.:a-fx]{2,45}\] )?(?<mark>>(?! ))?/y,
    marks: marks(['>'], []),
    byContent: true,
  },
  {
    name: 'kerio',
    line: /\{smtp[sc]\} (?:Task \d{1,9} )?(?:\[(?<id>[^\]]{2,60})\] )?(?:(?<mark>Command|Sent|Received|Response|Reply|Send|Recv):? )?/y,
    behind: 'time',
    marks: marks(['Command', 'Send'], ['Sent', 'Response', 'Reply', 'Received', 'Recv']),
    turns: true,
  },
  {
    name: 'domino',
    line: /(?:\[[0-9A-F:-]{4,30}\] )?(?:\d\d?[/.-]\d\d?[/.-]\d{2,4} \d\d?:\d\d:\d\d(?: [AP]M)? {1,3})?SMTP (?:CI)?Task[ \w-]{0,40}> (?:(?<mark>>>|<<|Send|Sent|Received|Recv|S|C|Command|Response)(?::|(?=\s)) ?)?/y,
    marks: marks(['C', 'Send', 'Sent', 'Command', '>>'], ['S', 'Received', 'Recv', 'Response', '<<']),
    turns: true,
  },
  {
    name: 'groupwise',
    line: /\d\d:\d\d:\d\d (?<id>[0-9A-F]{1,6}) DMN: (?:MSG \d{1,9} )?(?:(?<mark>Command|Response|Send|Recv|Rcv|Snd): ?)?/y,
    marks: marks(['Command', 'Send', 'Snd'], ['Response', 'Recv', 'Rcv']),
    turns: true,
  },
  {
    name: 'firstclass',
    line: /(?:\[[^\]]{8,30}\] )?(?:Server|Client)-(?<id>\d{1,9}): (?<mark>Rcv|Snd): ?/y,
    marks: marks(['Snd'], ['Rcv']),
    turns: true,
    sure: true,
  },
  {
    name: 'xeams',
    line: /\[(?<id>\w{1,24})\][ \t]{1,4}(?<mark>[CS])[ \t]{1,4}/y,
    behind: 'time',
    marks: marks(['C'], ['S']),
  },
] as const satisfies readonly DialectRow[];
