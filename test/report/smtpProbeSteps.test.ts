import assert from 'node:assert/strict';
import type { SmtpProbeResult, SmtpStep } from '../../src/probes/smtp/types.ts';
import { renderProbeEnd, renderProbeStart, renderStep } from '../../src/report/smtpProbeReport.ts';

/** The lines of a step. */
const shows = (step: object, ...expected: readonly string[]): void =>
  assert.deepEqual([...renderStep({ elapsed: 7, ...step } as unknown as SmtpStep)], expected);

describe('a step of an SMTP probe, in lines,', () => {
  it('is a look-up', () => {
    const answer = (type: string, status: string, ...data: readonly string[]) => ({
      ...{ question: { name: 'mx.test', type }, status, records: data.map((one) => ({ type, data: one })) },
    });
    shows(
      { step: 'name', answers: [answer('A', 'NOERROR', '192.0.2.1', '192.0.2.2'), answer('AAAA', 'NOERROR')] },
      '* NAME (7 ms): mx.test A 192.0.2.1, 192.0.2.2; mx.test AAAA NOERROR, no record',
    );
    const asked = { ...answer('A', 'NOERROR'), server: '192.0.2.53' };
    const [line] = renderStep({ step: 'name', elapsed: 7, answers: [asked, asked] } as unknown as SmtpStep);
    assert.match(line ?? '', /^\* NAME \(7 ms\): failed, mx\.test A .*; asked of 192\.0\.2\.53$/);
  });
  it('is a connection, and the way to it', () => {
    const connect = { step: 'connect', address: '192.0.2.1:25' };
    shows(connect, '* CONNECT (7 ms): 192.0.2.1:25');
    shows(
      { ...connect, source: '10.0.0.1', via: 'socks5://p' },
      '* CONNECT (7 ms): 192.0.2.1:25 from 10.0.0.1 through socks5://p',
    );
    shows(
      { ...connect, failure: { kind: 'refused', detail: '' } },
      '* CONNECT (7 ms): failed, 192.0.2.1:25, connection refused',
    );
    const [waited] = renderStep({ ...connect, elapsed: 7, waited: 5940 } as unknown as SmtpStep);
    assert.match(waited ?? '', /^\* waited 5\.9 s: .* at most \d+ a minute$/);
  });
  it('is TLS', () => {
    const info = { version: 'TLSv1.3', cipher: 'C', names: ['mx.test'], chain: [] };
    const tls = (more: object) => ({ step: 'tls', info: { ...info, ...more } });
    shows(tls({}), '* TLS (7 ms): TLSv1.3, C; certificate for mx.test, trusted');
    shows(
      tls({ keyExchange: 'X25519', subject: 'mx', issuer: 'CA', notAfter: '2027-01-01T00:00:00Z' }),
      '* TLS (7 ms): TLSv1.3, C, X25519; certificate for mx, issued by CA, valid until 2027-01-01, trusted',
    );
    shows({ step: 'tls' }, '* TLS (7 ms): on');
    const failure = { kind: 'tls', detail: '' };
    const [failed] = renderStep({
      step: 'tls',
      elapsed: 7,
      failure: { ...failure, detail: 'D' },
    } as unknown as SmtpStep);
    assert.match(failed ?? '', /^\* TLS \(7 ms\): failed, .+, D$/);
    shows({ ...tls({}), offered: 'TLSv1.3' }, '* TLS (7 ms): TLSv1.3 alone: TLSv1.3, C, key exchange not told');
    shows({ ...tls({ keyExchange: 'X25519' }), offered: 'TLSv1.3' }, '* TLS (7 ms): TLSv1.3 alone: TLSv1.3, C, X25519');
    const [none] = renderStep({ step: 'tls', elapsed: 7, offered: 'TLSv1', failure } as unknown as SmtpStep);
    assert.match(none ?? '', /^\* TLS \(7 ms\): TLSv1 alone: not taken, \S/);
    const [, came] = renderStep({ step: 'tls', elapsed: 7, failure, rest: '500 what\r\n' } as unknown as SmtpStep);
    assert.equal(came, 'S: 500 what');
  });
  it('is what was sent, and what came', () => {
    const said = (more: object) => ({ lines: ['250 ok'], tls: true, ...more });
    shows(said({ step: 'proxy', sent: 'PROXY X' }), '* PROXY (7 ms): sent, which nothing answers', 'C: PROXY X');
    shows(
      said({ step: 'proxy', sent: 'X', octets: 28 }),
      '* PROXY (7 ms): sent as version 2, 28 octets, which nothing answers',
      'C: X',
    );
    shows(said({ step: 'mail', sent: 'MAIL' }), '* MAIL (7 ms): 250', 'C: MAIL', 'S: 250 ok');
    shows(said({ step: 'ehlo', sent: 'EHLO', tls: false }), '* FIRST-EHLO (7 ms): 250', 'C: EHLO', 'S: 250 ok');
    shows(
      said({ step: 'message', sent: '.', body: { lines: ['x'], left: 0, octets: 3 } }),
      '* MESSAGE (7 ms): 250',
      'C: x',
      'C: .',
      'S: 250 ok',
    );
    shows(
      said({ step: 'bdat', sent: 'BDAT 9 LAST', body: { lines: ['x'], left: 2, octets: 9 } }),
      '* BDAT (7 ms): 250',
      'C: BDAT 9 LAST',
      'C: x',
      '* 2 more lines of the message, which has 9 octets, are left out',
      'S: 250 ok',
    );
    shows({ step: 'together', commands: 3 }, '* the next 3 commands went out together (PIPELINING)');
    const failure = { kind: 'closed', detail: '' };
    const [quit] = renderStep(said({ step: 'quit', elapsed: 7, failure, lines: [] }) as unknown as SmtpStep);
    assert.match(quit ?? '', /^\* QUIT \(7 ms\): failed, .*, which does no harm after QUIT$/);
    const [rset] = renderStep(said({ step: 'rset', elapsed: 7, failure, lines: [] }) as unknown as SmtpStep);
    assert.doesNotMatch(rset ?? '', /harm/);
  });
  it('is what nobody asked for, ten lines of it', () => {
    const lines = (count: number) => Array(count).fill('250 x') as readonly string[];
    const unasked = (tls: boolean, count: number) => [...renderStep({ step: 'unasked', tls, lines: lines(count) })];
    assert.deepEqual(unasked(true, 1), ['* UNASKED: nobody had asked for what follows', 'S: 250 x']);
    assert.equal(unasked(false, 1)[0], '* UNASKED: nobody had asked for what follows, which came in the clear');
    assert.equal(unasked(true, 10).length, 11);
    assert.deepEqual([unasked(true, 13).length, unasked(true, 13).at(-1)], [12, '* 3 more lines are left out']);
  });
  it('is a second connection', () => {
    const again = (more: object) =>
      [...renderStep({ step: 'again', elapsed: 7.6, ...more } as unknown as SmtpStep)].join();
    assert.match(again({ offered: true }), /\(8 ms\), .*, was offered it$/);
    assert.match(again({ offered: false }), /, was not offered it$/);
    assert.match(again({ failedAt: 'tls' }), /, failed at tls$/);
    assert.match(again({}), /, was not offered it$/);
  });
});

describe('the end of an SMTP probe, in lines,', () => {
  const end = (steps: readonly object[], more: object = {}): string =>
    renderProbeEnd({
      endpoint: { host: 'mx.test', port: 25 },
      steps,
      findings: [],
      ...more,
    } as unknown as SmtpProbeResult).at(-1) ?? '';
  const ends = (steps: readonly object[], words: string): void =>
    assert.equal(end(steps), `* Result: passed: mx.test:25 accepts connections${words}`);
  const said = (step: string, ...lines: readonly string[]) => ({ step, lines });
  const banner = said('banner', '220 x');
  it('says what was spoken', () => {
    const no = ' No mail was sent.';
    ends([], `.${no}`);
    ends(
      [
        { step: 'tls', info: { version: 'TLSv1.2' } },
        { step: 'tls', info: { version: 'TLSv1.3' } },
      ],
      ` and speaks SMTP and TLSv1.2.${no}`,
    );
    ends([banner], ` and speaks SMTP.${no}`);
    for (const step of ['ehlo', 'helo', 'lhlo'])
      ends([banner, said(step, '250 x')], ` and speaks SMTP without TLS.${no}`);
    for (const line of ['250-STARTTLS', '250 STARTTLS', '250-starttls'])
      ends([banner, said('ehlo', '250-x', line)], ` and speaks SMTP; it offers TLS, which was not tried.${no}`);
    for (const line of ['250-XSTARTTLS', '250-STARTTLSX'])
      ends([banner, said('ehlo', line)], ` and speaks SMTP without TLS.${no}`);
    ends([banner, said('ehlo', '250-STARTTLS'), said('ehlo', '250 x')], ` and speaks SMTP without TLS.${no}`);
  });
  it('says what became of the envelope and the message', () => {
    ends([said('mail', '250 ok')], '. It takes mail from this sender. No mail was sent.');
    ends(
      [said('mail', '250 ok'), said('rcpt', '250 ok')],
      '. It takes mail from this sender for 1 of 1 recipient. No mail was sent.',
    );
    ends(
      [said('mail', '250'), said('rcpt', '250'), said('rcpt', '550')],
      '. It takes mail from this sender for 1 of 2 recipients. No mail was sent.',
    );
    ends([said('message', '250-a', '250 ok')], '. It took the message: 250 ok');
    ends([said('message', '250 one'), said('message', '250 two')], '. It took the message: 250 two');
    ends([said('bdat', '250 ok')], '. It took the message: 250 ok');
  });
  it('has what failed, and how sure that is', () => {
    const lines = (failure: object) =>
      renderProbeEnd({
        endpoint: { host: 'mx.test', port: 25 },
        steps: [],
        findings: [],
        failure,
      } as unknown as SmtpProbeResult);
    assert.match(
      lines({ step: 'connect', kind: 'refused', detail: '' })[0] ?? '',
      /^fail connect-refused mx\.test:25: /,
    );
    assert.match(lines({ step: 'banner', kind: 'cancelled', detail: '' })[0] ?? '', /^unknown cancelled /);
    assert.match(lines({ step: 'name', kind: 'unanswered', status: 'SERVFAIL' })[0] ?? '', /^unknown dns-unanswered /);
    assert.match(
      lines({ step: 'connect', kind: 'refused', detail: '' }).at(-1) ?? '',
      /^\* Result: failed at CONNECT, connect-refused: /,
    );
  });
  it('stands below a heading, and what is asked', () => {
    const endpoint = { host: 'mx.test', port: 25 };
    assert.deepEqual(renderProbeStart({ endpoint, started: 0 }), [
      '# SMTP probe of mx.test:25, 1970-01-01 00:00:00 UTC',
    ]);
    assert.equal(renderProbeStart({ endpoint, started: 0, asks: 'relay' }).length, 2);
  });
});
