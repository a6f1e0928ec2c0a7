import assert from 'node:assert/strict';
import { probesJson } from '../../../../src/core/report/probesJson.ts';
import type { Conversation } from '../../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import { readRanges } from '../../../../src/probes/addressRanges.ts';
import { createPorts, type FlowRequest, smtpFlow } from '../../../../src/probes/node/main.ts';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import type { SmtpProbeResult } from '../../../../src/probes/smtp/types.ts';
import { renderSmtpProbe } from '../../../../src/report/smtpProbeReport.ts';
import { hostilePolicies, policies } from '../../../lab/policies.ts';
import { type Policy, startPolicyServer } from '../../../lab/policyServer.ts';
import { heldLabProbe } from '../../heldReport.ts';

interface Asked {
  readonly result: SmtpProbeResult;
  readonly text: string;
  /** `level code about` of each finding, as read again. */
  readonly found: readonly string[];
  readonly verdicts: readonly string[];
  readonly heard: readonly string[];
}

/** Asks a server of the lab, and reads the report again. */
async function ask(
  name: keyof typeof policies,
  request: FlowRequest,
  from: string,
  recipients: readonly string[],
): Promise<Asked> {
  return askServer(policies[name], request, from, recipients);
}

async function askServer(
  policy: Policy,
  request: FlowRequest,
  from: string,
  recipients: readonly string[],
): Promise<Asked> {
  const server = await startPolicyServer(policy);
  const endpoint = 'mx1.contoso.test:25';
  const result = await smtpFlow(
    endpoint,
    request,
    {
      resolvers: ['127.0.0.1:1'],
      helo: 'probe.test',
      timeout: 8000,
      connectTo: { [endpoint]: `127.0.0.1:${server.port}` },
      envelope: { from, recipients },
    },
    new AbortController().signal,
  );
  await server.close();
  const text = `${renderSmtpProbe(result).join('\n')}\n`;
  heldLabProbe(result);
  assert.ok(!/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text), JSON.stringify(text));
  const ticket = readTicket(text);
  assert.deepEqual(
    ticket.blocks.map(({ kind, start, end }) => [kind, start, end]),
    [['conversation', 0, text.length]],
    text,
  );
  const { probe, events } = ticket.blocks[0] as Conversation;
  assert.ok(probe !== undefined);
  assert.equal(probe.asks, result.flow?.kind, text);
  assert.equal(probe.steps.length, result.steps.filter(({ step }) => step !== 'redirect').length, text);
  assert.equal(probe.result?.failedAt === undefined, result.failure === undefined, text);
  // What was written was written by the probe, and no message was.
  const sent = result.steps.flatMap((step) => ('sent' in step && step.sent !== undefined ? [step.sent] : []));
  assert.deepEqual(
    events.flatMap((event) => (event.kind === 'command' ? [text.slice(event.start, event.end)] : [])),
    sent.map((line) => (line.length > 3997 ? `${line.slice(0, 3997)}…` : line)),
  );
  assert.ok(!sent.some((line) => /^(?:DATA|BDAT)/i.test(line)));
  const verdicts = readVerdicts(ticket);
  // JSON has the verdicts and the findings of the text.
  const json = probesJson(endpoint, text) as {
    readonly addresses: readonly { readonly asks?: string; readonly findings: readonly { readonly code: string }[] }[];
    readonly verdicts: readonly unknown[];
  };
  assert.equal(json.verdicts.length, verdicts.length);
  assert.equal(json.addresses[0]?.asks, result.flow?.kind);
  assert.deepEqual(
    json.addresses[0]?.findings.map(({ code }) => code),
    probe.findings.map(({ code }) => code),
  );
  return {
    result,
    text,
    found: probe.findings
      .filter(({ code }) => code !== 'no-starttls')
      .map(({ level, code, about }) => `${level} ${code} ${about.replace(/no-such-user-\w+/, 'RANDOM')}`),
    verdicts: verdicts.map(({ role, stage, code, recipients }) =>
      `${role} ${stage} ${code} ${recipients.join(',')}`.trim(),
    ),
    heard: server.heard,
  };
}

const ANN = 'ann@contoso.test';
const NOBODY = 'nobody@contoso.test';
const recipients = { kind: 'recipients' } as const;
const findingText = ({ text }: Asked, code: string): string =>
  text.split('\n').find((line) => line.includes(` ${code} `)) ?? '';
const nextOf = ({ text }: Asked, code: string): string => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(` ${code} `));
  return lines.slice(at + 1, at + 2).find((line) => line.startsWith('  next: ')) ?? '';
};

describe('asking a server for recipients', () => {
  it('tells a mailbox that is known from one that is not, by a made-up one beside them', async () => {
    const asked = await ask('knows its users', recipients, 'a@fabrikam.test', [ANN, NOBODY]);
    assert.deepEqual(asked.found, [
      `pass recipient-accepted ${ANN}`,
      `fail recipient-unknown ${NOBODY}`,
      'pass no-catch-all contoso.test',
    ]);
    assert.match(
      findingText(asked, 'recipient-accepted'),
      /refuses a made-up address of the domain: it knows this one/,
    );
    assert.deepEqual(asked.verdicts, [`cause RCPT recipient-unknown ${NOBODY}`]);
    assert.deepEqual(
      asked.heard.map((line) => line.replace(/no-such-user-\w+/, 'RANDOM')),
      [
        'EHLO probe.test',
        'MAIL FROM:<a@fabrikam.test>',
        `RCPT TO:<${ANN}>`,
        `RCPT TO:<${NOBODY}>`,
        'RCPT TO:<RANDOM@contoso.test>',
        'RSET',
        'QUIT',
      ],
    );
  });

  it('asks with the null sender for one recipient at a time', async () => {
    const { heard, found } = await ask('knows its users', recipients, '', [ANN, NOBODY]);
    assert.equal(heard.filter((line) => line === 'MAIL FROM:<>').length, 3);
    assert.equal(heard.filter((line) => line === 'RSET').length, 3);
    assert.equal(found.length, 3);
  });

  it('tells a catch-all, and takes nothing for known then', async () => {
    const asked = await ask('takes any recipient of its own', recipients, 'a@fabrikam.test', [ANN]);
    assert.deepEqual(asked.found, [`note recipient-accepted ${ANN}`, 'warning catch-all contoso.test']);
    assert.deepEqual(asked.verdicts, []);
  });

  it('tells that the server is not the one for a domain', async () => {
    const { found, verdicts } = await ask('knows its users', recipients, 'a@contoso.test', ['bob@northwind.test']);
    assert.deepEqual(found, [
      'fail recipient-relay-denied bob@northwind.test',
      'unknown catch-all-unknown northwind.test',
    ]);
    assert.deepEqual(verdicts, ['cause RCPT relaying-denied bob@northwind.test']);
  });

  it('tells greylisting with when to try again, as the server says or as is usual', async () => {
    const said = await ask('greylists with a wait', recipients, 'a@fabrikam.test', [ANN]);
    assert.deepEqual(said.found, [`unknown recipient-deferred ${ANN}`, 'unknown catch-all-unknown contoso.test']);
    assert.match(nextOf(said, 'recipient-deferred'), /Try again in 5 minutes, as the server asks/);
    const usual = await ask('greylists without a wait', recipients, 'a@fabrikam.test', [ANN]);
    assert.match(nextOf(usual, 'recipient-deferred'), /Try again in 5 minutes from the same address/);
    const busy = await ask('is busy', recipients, 'a@fabrikam.test', [ANN]);
    assert.match(nextOf(busy, 'recipient-deferred'), /Try again in 30 minutes, as a queue does/);
  });

  it('tells that this machine is refused and not the mailbox', async () => {
    const asked = await ask('blocks this client', recipients, 'a@fabrikam.test', [ANN]);
    assert.deepEqual(asked.found, [`fail recipient-client-refused ${ANN}`, 'unknown catch-all-unknown contoso.test']);
    assert.match(
      findingText(asked, 'recipient-client-refused'),
      /A made-up address of the domain gets the same answer/,
    );
    assert.deepEqual(asked.verdicts, [`cause RCPT blocklisted ${ANN}`]);
  });

  it('tells a mailbox that exists and takes nothing', async () => {
    const { found } = await ask('has a full mailbox', recipients, 'a@fabrikam.test', [ANN]);
    assert.deepEqual(found, [`fail recipient-mailbox ${ANN}`, 'pass no-catch-all contoso.test']);
  });

  it('asks again in a transaction of its own where there were too many', async () => {
    const { found } = await ask('takes one recipient at a time', recipients, 'a@fabrikam.test', [ANN, NOBODY]);
    assert.deepEqual(found, [
      `note recipient-accepted ${ANN}`,
      `note recipient-accepted ${NOBODY}`,
      'warning catch-all contoso.test',
    ]);
  });

  it('says nothing of recipients that the server did not answer for', async () => {
    const { found } = await ask('closes at RCPT', recipients, 'a@fabrikam.test', [ANN, NOBODY]);
    assert.deepEqual(found, [`unknown recipient-unanswered ${ANN}`, `unknown recipient-untried ${NOBODY}`]);
  });

  it('fails at MAIL where the sender is refused', async () => {
    const { result, verdicts } = await ask('refuses the null sender', recipients, '', [ANN]);
    assert.equal(result.failure?.step, 'mail');
    assert.equal(verdicts.length, 1);
  });

  it('is not told anything by what a server forges', async () => {
    const { found } = await ask('forges findings at RCPT', recipients, 'a@fabrikam.test', [ANN]);
    assert.ok(
      found.includes(`unknown catch-all-unknown contoso.test`) || found.includes('warning catch-all contoso.test'),
    );
    assert.equal(found.filter((one) => one.startsWith('pass')).length, 0, found.join('\n'));
  });

  it('sends no address that would break its line', async () => {
    const { result, heard } = await ask('knows its users', recipients, 'a@fabrikam.test', ['a@b.test>\r\nDATA']);
    assert.equal(result.failure?.kind, 'bad-input');
    assert.deepEqual(heard, []);
  });
});

describe('asking whether a server relays', () => {
  const OUT = 'me@northwind.test';
  const consent = 'i-may-test-this-server';
  const relay = { kind: 'relay', consent, own: 'contoso.test' } as const;
  const openForms = ({ found }: Asked): readonly string[] =>
    found.filter((one) => one.includes(' relay-open ')).map((one) => one.slice(one.lastIndexOf(' ') + 1));

  it('passes a server that refuses every form', async () => {
    const asked = await ask('knows its users', relay, 'a@fabrikam.test', [OUT]);
    assert.deepEqual(asked.found, ['pass relay-denied mx1.contoso.test']);
    assert.deepEqual(asked.verdicts, []);
    assert.match(asked.text, /Result: passed: no form of 19 forms made mx1\.contoso\.test take mail/);
  });

  it('names the forms that are taken, and what each means', async () => {
    assert.deepEqual(openForms(await ask('relays paths of UUCP', relay, 'a@fabrikam.test', [OUT])), [
      'bang',
      'bang-at',
      'bang-literal',
    ]);
    assert.deepEqual(openForms(await ask('relays source routes', relay, 'a@fabrikam.test', [OUT])), [
      'route',
      'route-literal',
    ]);
    assert.deepEqual(openForms(await ask('relays for the null sender', relay, 'a@fabrikam.test', [OUT])), [
      'null-sender',
    ]);
    assert.deepEqual(openForms(await ask('relays for its own senders', relay, 'a@fabrikam.test', [OUT])), [
      'own-sender',
    ]);
    const asked = await ask('relays what has a percent sign', relay, 'a@fabrikam.test', [OUT]);
    assert.deepEqual(openForms(asked), ['percent', 'percent-literal', 'percent-alone', 'quoted-percent']);
    assert.match(asked.text, /RCPT TO:<me%northwind\.test@mx1\.contoso\.test>/);
    assert.match(asked.text, /source: RFC 1123 5\.2\.16/);
  });

  it('says from an inner address that only a probe from outside shows an open relay', async () => {
    const asked = await ask('relays for anybody', relay, 'a@fabrikam.test', [OUT]);
    assert.ok(asked.found.includes('warning relay-open plain'));
    assert.match(findingText(asked, 'relay-open'), /127\.0\.0\.1, an address of an inner network/);
  });

  it('does not take a catch-all for a relay', async () => {
    const policy = 'takes any recipient of its own';
    const asked = await ask(policy, { ...relay, own: 'contoso.test' }, 'a@fabrikam.test', [OUT]);
    assert.deepEqual(openForms(asked), []);
  });

  it('goes on in another connection where the server hangs up, and tells what was not asked', async () => {
    const { found, heard } = await ask('hangs up on the third refusal', relay, 'a@fabrikam.test', [OUT]);
    assert.equal(heard.filter((line) => line.startsWith('EHLO')).length, 4);
    assert.ok(found.includes('unknown relay-not-shown mx1.contoso.test'));
  });

  it('shows nothing where every mail is refused for another reason', async () => {
    const { found } = await ask('blocks this client', relay, 'a@fabrikam.test', [OUT]);
    assert.deepEqual(found, ['unknown relay-not-shown mx1.contoso.test']);
  });

  it('tells an application whether it may send, up to the 221', async () => {
    const relaying = { kind: 'relaying' } as const;
    const good = await ask('relays for anybody', relaying, 'a@contoso.test', [OUT]);
    assert.deepEqual(good.found, [`pass relay-allowed ${OUT}`, `pass quit-answered ${OUT}`]);
    assert.match(good.text, /Result: passed: the server relays for this machine, and said goodbye with 221/);
    const bad = await ask('knows its users', relaying, 'a@contoso.test', [OUT]);
    assert.deepEqual(bad.found, [`fail relay-refused ${OUT}`, `pass quit-answered ${OUT}`]);
    assert.deepEqual(bad.verdicts, [`cause RCPT relaying-denied ${OUT}`]);
    const untold = await ask('calls recipients elsewhere invalid', relaying, 'a@contoso.test', [OUT]);
    assert.deepEqual(untold.verdicts, [`cause RCPT relaying-denied ${OUT}`]);
    assert.match(
      findingText(untold, 'relay-refused'),
      /Servers that do not tell relaying apart refuse recipients elsew/,
    );
    assert.match(nextOf(untold, 'relay-refused'), /listed on the server as one that may relay/);
    const forms = await ask('calls recipients elsewhere invalid', relay, 'a@fabrikam.test', [OUT]);
    assert.ok(forms.found.includes('pass relay-denied mx1.contoso.test') && forms.verdicts.length === 0);
    const login = await ask('wants a login', relaying, 'a@contoso.test', [OUT]);
    assert.deepEqual(login.verdicts, ['cause MAIL login-required']);
    const cut = await ask('does not answer QUIT', relaying, 'a@contoso.test', [OUT]);
    assert.ok(cut.found.includes(`warning quit-unanswered ${OUT}`));
  });
});

describe('asking what a server tells strangers', () => {
  const consent = 'i-may-test-this-server';
  const exposure = { kind: 'exposure', own: 'contoso.test', names: ['staff'] } as const;
  const codes = ({ found }: Asked): readonly string[] => found.map((one) => one.split(' ').slice(0, 2).join(' '));
  const kinds: readonly (readonly [keyof typeof policies, readonly string[]])[] = [
    ['knows its users', ['pass vrfy-closed', 'pass expn-closed', 'pass long-answered']],
    ['verifies users', ['fail vrfy-open', 'fail expn-open', 'pass long-answered']],
    ['answers 252', ['pass vrfy-closed', 'pass expn-closed', 'pass long-answered']],
    ['tells by the difference', ['warning vrfy-differs', 'pass expn-closed', 'pass long-answered']],
    ['says yes to anybody', ['note vrfy-says-yes', 'pass expn-closed', 'pass long-answered']],
    ['tells its version', ['note help-version', 'pass vrfy-closed', 'pass expn-closed', 'pass long-answered']],
  ];
  for (const [name, expected] of kinds) {
    it(`of one that ${name}`, async () => assert.deepEqual(codes(await ask(name, exposure, '', [])), expected));
  }

  it('says which names were more than one probe asks for', async () => {
    const names = Array.from({ length: 22 }, (_, i) => `u${i}`);
    const many = await ask('answers 252', { ...exposure, names }, '', []);
    assert.ok(codes(many).includes('unknown names-untried'), many.found.join());
    assert.equal(many.heard.filter((line) => line.startsWith('VRFY u')).length, 19);
    assert.ok(
      !codes(await ask('answers 252', { ...exposure, names: names.slice(0, 19) }, '', []))
        .join()
        .includes('untried'),
    );
  });

  it('sends nothing longer than every server has to take without leave', async () => {
    const { heard } = await ask('knows its users', exposure, '', []);
    assert.equal(Math.max(...heard.map((line) => line.length + 2)), 512);
    assert.equal(heard.filter((line) => line.length > 300).length, 1);
  });

  it('tells a server that dies of a long line from one that is gone', async () => {
    const beyond = { ...exposure, beyond: consent } as const;
    const lost = await ask('dies of a long line', beyond, '', []);
    assert.deepEqual(codes(lost).slice(2), [...Array(5).fill('warning long-lost'), 'pass long-answered']);
    const gone = await ask('is dead behind a long line', beyond, '', []);
    assert.deepEqual(codes(gone).slice(2), ['fail long-broke', 'pass long-answered']);
    const good = await ask('refuses long lines', beyond, '', []);
    assert.deepEqual(codes(good).slice(2), ['pass long-answered']);
  });

  it('tells a line that is taken apart, and one that every server has to take', async () => {
    const split = await ask('takes a long line apart', { ...exposure, beyond: consent }, '', []);
    assert.ok(codes(split).includes('fail long-split'), codes(split).join());
    const tight = await ask('refuses what every server takes', exposure, '', []);
    assert.ok(codes(tight).includes('warning long-refused'), codes(tight).join());
  });
});

describe('asking whether a server is restricted to some networks', () => {
  const outside = {
    kind: 'restriction',
    ranges: readRanges('192.0.2.0/24, 198.51.100.0 / 255.255.255.0', false).ranges,
  } as const;
  const inside = { kind: 'restriction', ranges: readRanges('127.0.0.0-255', false).ranges } as const;
  const kinds: readonly (readonly [keyof typeof policies, FlowRequest, readonly string[], string])[] = [
    ['turns strangers away', outside, [ANN], 'pass restriction-holds'],
    ['closes on strangers', outside, [ANN], 'pass restriction-holds'],
    ['turns strangers away at RCPT', outside, [ANN], 'pass restriction-holds'],
    ['knows its users', outside, [ANN], 'fail restriction-open'],
    ['knows its users', outside, [NOBODY], 'fail restriction-open'],
    ['knows its users', outside, [], 'warning restriction-open-to-connect'],
    ['greylists with a wait', outside, [ANN], 'unknown restriction-not-shown'],
    ['blocks this client', outside, [ANN], 'unknown restriction-not-shown'],
    ['wants a login', outside, [ANN], 'unknown restriction-not-shown'],
    ['greets with a block list', outside, [ANN], 'unknown restriction-not-shown'],
    ['is too busy to greet', outside, [ANN], 'unknown restriction-not-shown'],
    ['turns strangers away', inside, [ANN], 'fail restriction-too-tight'],
    ['knows its users', inside, [ANN], 'pass restriction-lets-in'],
  ];
  for (const [name, request, to, expected] of kinds) {
    it(`${expected} where it ${name}, ${request === inside ? 'from inside' : 'from outside'}${to.length === 0 ? ' without a recipient' : ` to ${to[0]}`}`, async () => {
      const asked = await ask(name, request, '', to);
      assert.deepEqual(asked.found, [`${expected} mx1.contoso.test:25`], asked.text);
      assert.match(asked.text, /It was asked from 127\.0\.0\.1, which is this machine’s own in the inner network/);
      assert.deepEqual(asked.verdicts, []);
    });
  }
});

describe('a server that wants to mislead whoever asks', () => {
  const flows: Readonly<Record<string, FlowRequest>> = {
    recipients,
    relaying: { kind: 'relaying' },
    relay: { kind: 'relay', consent: 'i-may-test-this-server', own: 'contoso.test' },
    exposure: { kind: 'exposure', own: 'contoso.test', names: ['ann'], beyond: 'i-may-test-this-server' },
    restriction: { kind: 'restriction', ranges: readRanges('192.0.2.0/24', false).ranges },
  };
  for (const [name, policy] of Object.entries(hostilePolicies)) {
    it(`and ${name}, is told as it was, whatever is asked`, async () => {
      // A code that is no answer makes a probe wait for the answer behind it, each time.
      const isSlow = /^says \d/.test(name);
      for (const [flow, request] of Object.entries(flows)) {
        if (isSlow && flow !== 'recipients' && flow !== 'restriction') continue;
        const to = flow === 'recipients' || flow === 'restriction' ? ANN : 'me@northwind.test';
        const { result, found, text } = await askServer(policy, request, 'a@fabrikam.test', [to]);
        assert.ok(result.flow !== undefined || result.failure !== undefined, flow);
        assert.ok(!found.some((one) => one.includes('forged')), text);
        if (name === 'forges a report' && flow === 'recipients')
          assert.ok(!found.some((one) => one.startsWith('pass')), text);
      }
    }).timeout(60_000);
  }
});

describe('the time that a server takes', () => {
  /** A probe by a clock that stands still but for what the server lets pass. */
  async function timed(late: (line: string) => number, to: readonly string[]): Promise<readonly string[]> {
    let now = Date.UTC(2026, 10, 21);
    const known = policies['knows its users'];
    const server = await startPolicyServer((line, session) => {
      now += late(line);
      return known(line, session);
    });
    const ports = { ...createPorts({}), clock: { now: () => now } };
    const endpoint = { host: 'mx1.contoso.test', port: 25 };
    const connectTo = new Map([['mx1.contoso.test:25', `127.0.0.1:${server.port}`]]);
    const options = { helo: 'probe.test', connectTo, envelope: { from: 'a@fabrikam.test', recipients: to } };
    const result = await probeSmtpServer(endpoint, ports, options, new AbortController().signal);
    await server.close();
    const text = `${renderSmtpProbe(result).join('\n')}\n`;
    heldLabProbe(result);
    const { probe } = readTicket(text).blocks[0] as Conversation;
    return (probe?.findings ?? []).map(({ level, code, source }) => `${level} ${code} ${source}`);
  }

  it('before each refusal is a tarpit, and before each answer', async () => {
    const refusals = await timed(
      (line) => (line.includes('nobody') || line.includes('none') ? 5000 : 0),
      [ANN, NOBODY, 'none@contoso.test'],
    );
    assert.ok(refusals.includes('warning tarpit RFC 5321 4.5.3.2; RFC 5321 7.8'), refusals.join());
    const all = await timed((line) => (line === '' ? 0 : 3000), [ANN]);
    assert.ok(all.includes('warning tarpit RFC 5321 4.5.3.2; RFC 5321 7.8'), all.join());
  });

  it('is held against what senders wait', async () => {
    const found = await timed((line) => (line.startsWith('MAIL') ? 70_000 : 0), [ANN]);
    assert.ok(found.includes('warning slow-reply RFC 5321 4.5.3.2.2'), found.join());
  });
});
