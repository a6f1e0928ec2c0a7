import assert from 'node:assert/strict';
import { againstTicket } from '../../src/checks/againstTicket.ts';
import type { ToldAnswer } from '../../src/checks/askAgain.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { toldAnswers } from '../../src/core/ticket/toldAnswers.ts';
import { wordFinding } from '../../src/report/check/checkRows.ts';
import { context, told } from './zone.ts';

const ZONE = `contoso.test MX 10 mx1.contoso.test.
contoso.test TXT "v=spf1 mx -all"
mx1.contoso.test A 192.0.2.1
slow.contoso.test A !TIMEOUT`;

const TICKET = `they say our MX is wrong

contoso.test.  300  IN  MX  10 old.contoso.test.
contoso.test.  300  IN  TXT  "v=spf1 mx -all"
mx1.contoso.test.  300  IN  A  192.0.2.1
slow.contoso.test.  300  IN  A  192.0.2.7
www.fabrikam.test.  300  IN  A  192.0.2.9
`;

describe('a check held against what the ticket says', () => {
  const said = (text: string): readonly ToldAnswer[] =>
    toldAnswers(readTicket(text), 'contoso.test') as readonly ToldAnswer[];

  it('reads what was answered of the domain and of names below it, and no other', () =>
    assert.deepEqual(
      said(TICKET).map(({ name, type, records }) => `${type} ${name} ${records.join(',')}`),
      [
        'MX contoso.test 10 old.contoso.test.',
        'TXT contoso.test "v=spf1 mx -all"',
        'A mx1.contoso.test 192.0.2.1',
        'A slow.contoso.test 192.0.2.7',
      ],
    ));
  it('takes the later of two answers to one question', () =>
    assert.deepEqual(
      said(
        '$ dig +short MX contoso.test\n10 a.contoso.test.\n\nfixed now:\n\n$ dig +short MX contoso.test\n10 b.contoso.test.\n',
      ).map(({ records }) => records),
      [['10 b.contoso.test.']],
    ));
  it('says what differs and, in one finding, what does not; silence is no difference', async () => {
    const findings = await againstTicket(said(TICKET))(context(ZONE));
    assert.deepEqual(told(findings), [
      'warning ask-differs contoso.test',
      'unknown dns-unanswered slow.contoso.test',
      'pass ticket-same contoso.test',
    ]);
    assert.match(wordFinding(findings[0] as never).text, /^MX, the ticket: 10 old\.contoso\.test; now: 10 mx1/);
    assert.match(wordFinding(findings[2] as never).text, /TXT contoso\.test, A mx1\.contoso\.test\.$/);
  });
  it('asks so many and names the others', async () => {
    const many = [...Array(45).keys()].map(
      (n): ToldAnswer => ({ name: `h${n}.contoso.test`, type: 'A', records: ['192.0.2.1'] }),
    );
    const findings = await againstTicket(many)(context(ZONE));
    assert.deepEqual(findings.at(-1)?.data, { questions: [40, 41, 42, 43, 44].map((n) => `A h${n}.contoso.test`) });
  });
});
