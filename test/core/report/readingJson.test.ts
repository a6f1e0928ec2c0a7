import assert from 'node:assert/strict';
import { readingJson, verdictsJson } from '../../../src/core/report/ticketJson.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { refused } from './refused.ts';

const text = 'a\nb\nc\n';
/** What was read of blocks, field by field. */
const read = (...blocks: readonly object[]): Record<string, readonly Record<string, unknown>[]> =>
  readingJson({ text, lines: new Lines(text), blocks } as unknown as Ticket) as never;
const at = { start: 0, end: 3 };

describe('what was read, as data,', () => {
  it('has the kind of each block, and its lines', () => {
    const place = { line: 1, lastLine: 2 };
    assert.deepEqual(
      read(
        { kind: 'conversation', dialect: 'd', events: [], sessions: [], ...at },
        { kind: 'lookup', tool: 'dig', queries: [], ...at },
        { kind: 'prose', replies: [], start: 2, end: 2 },
      ).blocks,
      [
        { kind: 'conversation', dialect: 'd', ...place },
        { kind: 'lookup', tool: 'dig', ...place },
        { kind: 'prose', line: 2, lastLine: 2 },
      ],
    );
  });
  it('has events, whose sessions are counted through', () => {
    const event = (more: object) => ({ session: 0, ...at, ...more });
    const conversation = (events: readonly object[], sessions: number) => ({
      kind: 'conversation',
      events,
      sessions: Array(sessions).fill({}),
      ...at,
    });
    const told = read(
      conversation(
        [
          event({ kind: 'reply', code: 250 }),
          event({ kind: 'reply', code: 550, enhanced: '5.1.1', tls: true, session: 1 }),
        ],
        2,
      ),
      conversation([event({ kind: 'command', verb: 'MAIL', tls: false }), event({ kind: 'data' })], 1),
    );
    const place = { line: 1, lastLine: 2 };
    assert.deepEqual(told.events, [
      { ...place, dir: 'server', code: 250, session: 1 },
      { ...place, dir: 'server', code: 550, enhanced: '5.1.1', session: 2, tls: true },
      { ...place, dir: 'client', verb: 'MAIL', session: 3, tls: false },
      { ...place, dir: 'client', verb: '(data)', session: 3 },
    ]);
    assert.equal(told.sessions, 3);
  });
  it('has the replies that prose quotes, but none that is doubtful', () => {
    const replies = [
      { start: 2, code: 550, enhanced: '5.1.1' },
      { start: 2, code: 550 },
      { start: 4, enhanced: '5.1.1' },
      { start: 4, code: 250, sureness: 'doubtful' },
    ];
    assert.deepEqual(read({ kind: 'prose', replies, ...at }).embeddedReplies, [
      { line: 2, code: 550, enhanced: '5.1.1' },
      { line: 2, code: 550 },
      { line: 3, dsn: '5.1.1' },
    ]);
    assert.deepEqual(read({ kind: 'lookup', tool: 'dig', queries: [], replies, ...at }).embeddedReplies, []);
  });
  it('has queries, checks and probes', () => {
    const finding = { code: 'c', level: 'note', about: 'a', text: 't', ...at };
    const query = { tool: 'dig', name: 'a', type: 'MX', status: 'NOERROR', answers: [], ...at };
    const probe = { target: 'mx:25', steps: [], findings: [finding] };
    const told = read(
      { kind: 'lookup', tool: 'dig', queries: [query], findings: [finding], ...at },
      { kind: 'lookup', tool: 'dig', queries: [], ...at },
      { kind: 'conversation', dialect: 'probe', events: [], sessions: [], probe, ...at },
    );
    assert.deepEqual([told.queries?.length, told.checks?.length, told.probes?.length], [1, 2, 1]);
    assert.equal(told.probes?.[0]?.target, 'mx:25');
  });
  it('has messages, and null for what is not known', () => {
    const part = (more: object) => ({ contentType: 'text/plain', parts: [], fields: [], start: 0, end: 0, ...more });
    const hop = (epoch: number | undefined, more: object = {}) => ({
      field: { name: 'Received', value: '', start: 2, end: 3 },
      ...(epoch !== undefined && { date: { epoch } }),
      ...more,
    });
    const message = (more: object) => ({
      ...{ kind: 'message', fields: [], hops: [], authResults: [], root: part({}), xReceived: [], header: at, ...at },
      ...more,
    });
    const told = (more: object) => read(message(more)).messages?.[0] as Record<string, unknown>;
    const received = { name: 'Received', value: '', start: 2, end: 3 };
    const bare = told({});
    assert.deepEqual(
      ['messageId', 'subjectDecoded', 'totalDelaySeconds', 'clockSkew', 'headerCount', 'line'].map(
        (name) => bare[name],
      ),
      [null, null, null, false, 0, 1],
    );
    assert.ok(!('dsn' in bare));
    const fields = [
      { name: 'message-ID', value: '<1@a>', start: 0, end: 1 },
      { name: 'SUBJECT', value: '=?utf-8?Q?=C3=BC?=', start: 0, end: 1 },
    ];
    assert.deepEqual(
      [told({ fields }).messageId, told({ fields }).subjectDecoded, told({ fields }).headerCount],
      ['<1@a>', 'ü', 2],
    );
    const way = told({ fields: [received], hops: [hop(5000), hop(undefined), hop(4000), hop(9000)] });
    assert.deepEqual([way.hopDelaysSeconds, way.totalDelaySeconds, way.clockSkew], [[null, null, 5], 4, true]);
    assert.equal(told({ fields: [received], hops: [hop(5000), hop(5000)] }).clockSkew, false);
    const known = { from: 'f', by: 'b', with: 'w', id: 'i', for: 'o', ip: '192.0.2.1', tls: true };
    assert.deepEqual(told({ fields: [received], hops: [hop(0, known)] }).hops, [
      { line: 2, ...known, utc: '1970-01-01T00:00:00Z' },
    ]);
    assert.deepEqual(told({ fields: [received], hops: [hop(undefined, { tls: false })] }).hops, [
      { line: 2, from: null, by: null, with: null, id: null, for: null, ip: null, utc: null, tls: false },
    ]);
    const recipient = { action: 'failed', status: '5.1.1', finalRecipient: 'b', diagnostic: 'd' };
    assert.deepEqual(told({ report: { reportingMta: 'm', recipients: [recipient, {}] } }).dsn, {
      reportingMta: 'm',
      recipients: [recipient, { action: null, status: null, finalRecipient: null }],
    });
    assert.equal((told({ report: { recipients: [] } }).dsn as Record<string, unknown>).reportingMta, null);
    const inner = { root: part({ contentType: 'image/png', attachment: true }) };
    const root = part({
      contentType: 'multipart/mixed',
      parts: [
        part({ attachment: true, filename: 'a.pdf' }),
        part({ contentType: 'message/rfc822', message: inner }),
        part({ contentType: 'text/rfc822-headers', message: inner }),
      ],
    });
    assert.deepEqual(told({ root }).contentTypes, [
      'multipart/mixed',
      'text/plain',
      'message/rfc822',
      'image/png',
      'text/rfc822-headers',
    ]);
    assert.deepEqual(told({ root }).attachments, ['a.pdf', null, null]);
    assert.equal(read(message({ report: { recipients: [] } })).blocks?.[0]?.kind, 'report');
  });
});

describe('verdicts as data', () => {
  const told = (more: Partial<Verdict>) =>
    [...verdictsJson([{ ...refused, ...more }], (offset) => offset + 1)][0] as Record<string, unknown>;
  it('have what is known', () => {
    const plain = told({});
    assert.deepEqual(
      [plain.line, plain.recipient, plain.recipients, plain.basis, plain.count, plain.reply],
      [1, 'b@c.test', ['b@c.test'], 'words', 1, '550 5.7.1'],
    );
    for (const name of ['messages', 'queueId', 'sender', 'deliveries', 'operator']) assert.ok(!(name in plain), name);
    assert.ok(!('recipient' in told({ recipients: [] })));
    assert.ok(!('basis' in told({ basis: 'facts' })));
    assert.ok(!('deliveries' in told({ deliveries: 1 })));
    assert.equal(told({ deliveries: 2 }).deliveries, 2);
    const places = [
      { span: { start: 3, end: 4 }, recipients: [], sender: 's' },
      { span: { start: 5, end: 6 }, recipients: ['x'], queueId: 'q' },
    ];
    assert.deepEqual(told({ places }).messages, [
      { line: 4, sender: 's' },
      { line: 6, queueId: 'q', recipients: ['x'] },
    ]);
  });
});
