import { readsMarks } from './readsMarks.ts';

const IIS = '2003-11-20 10:00:00 192.0.2.1';
const MX = 'SMTPSVC1 MX 192.0.2.2 0';
const ENABLE = '11/20/03 10:00:00\tSMTP-IN\tA1\t1072\t192.0.2.1';

describe('the marks of logs in columns', () => {
  it('show who speaks, what is said, and in which connection', () =>
    readsMarks(
      [
        'iis',
        [`${IIS} pc ${MX} EHLO - +pc 250 0 300 10 0 SMTP - - - -`, 'client #192.0.2.1 | EHLO - +pc'],
        [`${IIS} pc ${MX} QUIT - - 240 0 300 10 0 SMTP - - - -`, 'client #192.0.2.1 | QUIT -'],
        [`${IIS} pc SMTPSVC12 MX 192.0.2.2 25 NOOP 250 0 3 1 0 SMTP`, 'client #192.0.2.1 | NOOP'],
        [`${IIS} OutboundConnectionResponse ${MX} - - 220+a 0 0 20 0 0 SMTP - - - -`, 'server #192.0.2.1 | 220+a'],
        [`${IIS} OutboundConnectionResponse ${MX} 220+a 0 0 20 0 0 SMTP - - - -`, 'server #192.0.2.1 | 220+a'],
        [`${IIS} OutboundConnectionCommand ${MX} EHLO - b 0 0 4 0 0 SMTP - - - -`, 'client #192.0.2.1 | EHLO - b'],
        [`${IIS} pc ${MX} EHLO - +pc 250 0 300 10 SMTP - - - -`, 'none'],
        [`${IIS} pc ${MX} EHLO - +pc 250 0 300 10 0 HTTP - - - -`, 'none'],
        [`${IIS} pc W3SVC1 MX 192.0.2.2 0 EHLO - +pc 250 0 300 10 0 SMTP - - - -`, 'none'],
        [`2003/11/20 10:00:00 192.0.2.1 pc ${MX} EHLO - +pc 250 0 300 10 0 SMTP - - - -`, 'none'],
      ],
      [
        'mailenable',
        [`${ENABLE}\tEHLO\tEHLO pc\t250 ok\t0\t0`, 'client #1072 | EHLO pc'],
        [`${ENABLE}\t\t\t220 mx\t0\t0`, 'server #1072 | 220 mx'],
        [`${ENABLE}\t\t\t\t0\t0`, 'note #1072 |'],
        [`${ENABLE.replace('-IN', '-OU')}\tQUIT\tQUIT\t221 x\t0\t0`, 'client #1072 | QUIT'],
        [`${ENABLE.replace('-IN', '-XX')}\tQUIT\tQUIT\t221 x\t0\t0`, 'none'],
        [`${ENABLE.replace('1072', 'x')}\tQUIT\tQUIT\t221 x\t0\t0`, 'none'],
        [`${ENABLE}\tEHLO\tEHLO pc`, 'none'],
      ],
    ));
});
