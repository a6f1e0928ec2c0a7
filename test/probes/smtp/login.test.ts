import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { probesJson } from '../../../src/core/report/probesJson.ts';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { type Login, smtpServer } from '../../../src/probes/node/main.ts';
import type { Mechanism } from '../../../src/probes/smtp/auth/mechanism.ts';
import type { SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import { renderSmtpProbe } from '../../../src/report/smtpProbeReport.ts';
import { certificate } from '../../lab/certificate.ts';
import { type SaslBehaviour, startSaslServer } from '../../lab/saslServer.ts';
import type { Credentials } from '../../lab/smtpServer.ts';
import { heldLabProbe } from '../heldReport.ts';

const never = new AbortController().signal;
const MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-256', 'XOAUTH2', 'OAUTHBEARER'] as const;
const ALL = MECHANISMS.join(' ');
const secret = 'Tr0ub4dor+3=';
const user = 'alice@contoso.test';

interface Probed {
  readonly result: SmtpProbeResult;
  readonly report: string;
  readonly heard: readonly string[];
  /** Codes of the findings but those of the certificate, which is self-signed. */
  readonly found: readonly string[];
  /** `passed`, or step and code of the failure, as the report is read back. */
  readonly ends: string;
  readonly reason: string | undefined;
}

let tls: Credentials;

/** Probes a server with a login, and reads the report back. */
async function probe(behaviour: Partial<SaslBehaviour>, login: Partial<Login> = {}): Promise<Probed> {
  const server = await startSaslServer({ mechanisms: ALL, user, secret, tls, ...behaviour });
  const endpoint = 'mx.contoso.test:587';
  const auth: Login = { user, secret: () => secret, ...login };
  const steps: string[] = [];
  const options = { resolvers: ['127.0.0.1:1'], helo: 'probe.test', timeout: 3000, auth };
  const connectTo = { [endpoint]: `127.0.0.1:${server.port}` };
  const result = await smtpServer(endpoint, { ...options, connectTo }, never, (step) =>
    steps.push(JSON.stringify(step)),
  );
  await server.close();
  const report = `${renderSmtpProbe(result).join('\n')}\n`;
  heldLabProbe(result);
  const ticket = readTicket(report);
  const { probe: read } = ticket.blocks[0] as Conversation;
  const { failedAt, code } = read?.result ?? {};
  const verdicts = readVerdicts(ticket);
  assert.equal(verdicts.length, result.failure === undefined ? 0 : 1, report);
  assert.deepEqual(
    read?.steps.map(({ step }) => step.replace('FIRST-', '').toLowerCase()),
    result.steps.filter(({ step }) => step !== 'redirect').map(({ step }) => step),
  );
  const ways = {
    report,
    steps: steps.join('\n'),
    json: JSON.stringify(probesJson(endpoint, report)),
    result: JSON.stringify(result),
  };
  for (const [way, text] of Object.entries(ways)) leaksNothing(text, auth.secret(), server.heard, way);
  return {
    result,
    report,
    heard: server.heard,
    found: result.findings.map(({ code }) => code).filter((code) => !code.startsWith('certificate-')),
    ends: failedAt === undefined ? 'passed' : `${failedAt} ${code}`,
    reason: verdicts[0]?.code,
  };
}

/** The secret, what was sent of it and what is computed from it are in a text in no form. */
function leaksNothing(text: string, one: string, heard: readonly string[], way: string): void {
  const begun = heard.findIndex((line) => line.startsWith('AUTH '));
  const sent = heard
    .slice(begun)
    .map((line) => line.replace(/^AUTH \S+ ?/, ''))
    .filter((line) => line.length >= 8 && !line.startsWith('QUIT'));
  const decoded = sent.map((line) => Buffer.from(line, 'base64').toString('latin1'));
  const proofs = decoded.flatMap((line) => /,p=(.*)$/.exec(line)?.[1] ?? []);
  const digests = decoded.flatMap((line) => / ([0-9a-f]{32})$/.exec(line)?.[1] ?? []);
  const encodings = [one, ...proofs, ...digests, ...sent].flatMap((form) => [
    form,
    Buffer.from(form).toString('base64').replace(/=+$/, ''),
    Buffer.from(form).toString('hex'),
  ]);
  for (const form of encodings) {
    if (form.length >= 6) assert.ok(!text.toLowerCase().includes(form.toLowerCase()), `${way} holds ${form}:\n${text}`);
  }
}

describe('a login of a probe', () => {
  before(async () => {
    tls = await certificate('mx.contoso.test', ['mx.contoso.test']);
  });

  for (const mechanism of MECHANISMS) {
    describe(`by ${mechanism}`, () => {
      it('gets in with the right secret', async () => {
        const { ends, found, report } = await probe({}, { mechanism });
        assert.equal(ends, 'passed', report);
        assert.deepEqual(found, ['login-untrusted-tls', 'login-accepted']);
        assert.match(
          report,
          new RegExp(`^pass login-accepted mx\\.contoso\\.test:587: ${user} was logged in with ${mechanism}\\.$`, 'm'),
        );
      });

      it('is refused with a wrong one, which is the verdict', async () => {
        const { ends, reason, report } = await probe({}, { mechanism, secret: () => 'Wr0ng+secret' });
        assert.equal(ends, 'AUTH reply-refused', report);
        assert.equal(reason, 'login-failed');
      });

      it('is refused with a wrong user name', async () => {
        const { ends } = await probe({}, { mechanism, user: 'mallory@contoso.test' });
        assert.equal(ends, 'AUTH reply-refused');
      });

      it('may have letters beyond ASCII in the secret, or says that a token has none', async () => {
        const wide = 'p\u00e4ssw\u00f6rt \u{1f600}!';
        const { ends, report, heard } = await probe({ secret: wide }, { mechanism, secret: () => wide });
        const isToken = mechanism === 'XOAUTH2' || mechanism === 'OAUTHBEARER';
        assert.equal(ends, isToken ? 'AUTH login-bad-secret' : 'passed', report);
        assert.equal(
          heard.some((line) => line.startsWith('AUTH')),
          !isToken,
        );
      });

      it('does not go without TLS, unless the user says so', async () => {
        const clear = { tls: undefined as never, inTheClear: true };
        const kept = await probe(clear, { mechanism });
        assert.equal(kept.ends, 'AUTH login-needs-tls', kept.report);
        assert.equal(kept.reason, 'tls-required');
        assert.ok(!kept.heard.some((line) => line.startsWith('AUTH')));
        const told = await probe(clear, { mechanism, withoutTls: true });
        assert.equal(told.ends, 'passed', told.report);
        assert.ok(told.found.includes('login-in-clear'));
      });
    });
  }

  describe('by SCRAM-SHA-256-PLUS', () => {
    const both = { mechanisms: 'SCRAM-SHA-256 SCRAM-SHA-256-PLUS' };
    const mechanism = 'SCRAM-SHA-256-PLUS';
    const first = (heard: readonly string[]): string => {
      const [line = ''] = heard.filter((one) => one.startsWith('AUTH '));
      return Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('latin1');
    };

    it('is bound to the connection by what each version of TLS has for it, and chosen first', async () => {
      for (const [version, type] of [
        ['TLSv1.3', 'tls-exporter'],
        ['TLSv1.2', 'tls-unique'],
      ] as const) {
        const { ends, report, heard } = await probe({ ...both, tls: { ...tls, maxVersion: version } });
        assert.equal(ends, 'passed', report);
        assert.match(report, /was logged in with SCRAM-SHA-256-PLUS\.$/m);
        assert.match(first(heard), new RegExp(`^p=${type},,n=${user},r=`));
      }
    });

    it('is refused with a wrong secret, and where somebody between has another connection with the server', async () => {
      const wrong = await probe(both, { mechanism, secret: () => 'Wr0ng+secret' });
      assert.deepEqual([wrong.ends, wrong.reason], ['AUTH reply-refused', 'login-failed']);
      assert.equal((await probe({ ...both, otherConnection: true }, { mechanism })).ends, 'AUTH reply-refused');
    });

    it('taken out of the offer by somebody between is found out by the server (RFC 5802 6)', async () => {
      const { ends, heard } = await probe({ ...both, hides: mechanism });
      assert.equal(ends, 'AUTH reply-refused');
      assert.match(first(heard), /^y,,n=/);
      assert.match(first((await probe({ mechanisms: 'SCRAM-SHA-256' })).heard), /^y,,n=/);
      assert.match(first((await probe(both, { mechanism: 'SCRAM-SHA-256' })).heard), /^n,,n=/);
    });

    it('is not said without TLS, whatever the user says', async () => {
      const clear = { ...both, tls: undefined as never, inTheClear: true };
      const asked = await probe(clear, { mechanism, withoutTls: true });
      assert.equal(asked.ends, 'AUTH login-needs-tls');
      assert.match(asked.report, /binds the login to TLS/);
      assert.ok(!asked.heard.some((line) => line.startsWith('AUTH')));
      const chosen = await probe(clear, { withoutTls: true });
      assert.equal(chosen.ends, 'passed');
      assert.match(first(chosen.heard), /^n,,n=/);
    });
  });

  it('shows that something was sent and not what', async () => {
    const { report } = await probe({}, { mechanism: 'LOGIN' });
    const said = report.split('\n').filter((line) => /^(?:\* AUTH|[CS]: (?:AUTH|334|235|\())/.test(line));
    assert.deepEqual(
      said.map((line) => line.replace(/\d+ ms/, 'N ms')),
      [
        '* AUTH (N ms): 334',
        'C: AUTH LOGIN',
        'S: 334 VXNlcm5hbWU6',
        '* AUTH (N ms): 334',
        'C: (hidden)',
        'S: 334 UGFzc3dvcmQ6',
        '* AUTH (N ms): 235',
        'C: (hidden)',
        'S: 235 2.7.0 Authentication successful',
      ],
    );
    assert.match((await probe({}, { mechanism: 'PLAIN' })).report, /^C: AUTH PLAIN \(hidden\)$/m);
  });

  it('is read as a login: commands, challenges and answers', async () => {
    const { report } = await probe({}, { mechanism: 'SCRAM-SHA-256' });
    const [block] = readTicket(report).blocks;
    const { events } = block as Conversation;
    const auth = events.findIndex((event) => event.kind === 'command' && event.verb === 'AUTH');
    assert.deepEqual(
      events
        .slice(auth, auth + 6)
        .map((event) => (event.kind === 'reply' ? `${event.code} ${event.answers}` : event.kind)),
      ['command', '334 AUTH', 'auth', '334 (auth)', 'auth', '235 (auth)'],
    );
  });

  describe('by the mechanism that is chosen', () => {
    const chosen = async (mechanisms: string) =>
      (await probe({ mechanisms })).heard.find((line) => line.startsWith('AUTH'));
    it('is the strongest one for a password', async () => {
      assert.match((await chosen(ALL)) ?? '', /^AUTH SCRAM-SHA-256 /);
      assert.equal(await chosen('LOGIN PLAIN CRAM-MD5 XOAUTH2'), 'AUTH CRAM-MD5');
      assert.match((await chosen('LOGIN PLAIN')) ?? '', /^AUTH PLAIN /);
    });

    it('names what is offered and not spoken here', async () => {
      const { report, found } = await probe({ mechanisms: 'GSSAPI PLAIN NTLM' });
      assert.ok(found.includes('login-mechanisms-not-tried'));
      assert.match(report, /mechanisms that this probe does not speak: GSSAPI, NTLM\./);
    });

    it('tells a mechanism that is not offered, none in common, and none at all', async () => {
      const one = await probe({ mechanisms: 'PLAIN' }, { mechanism: 'CRAM-MD5' });
      assert.deepEqual([one.ends, one.reason], ['AUTH login-mechanism', 'feature-missing']);
      assert.match(one.report, /does not offer CRAM-MD5, but: PLAIN\./);
      assert.equal((await probe({ mechanisms: 'NTLM XOAUTH2' })).ends, 'AUTH login-mechanism');
      const none = await probe({ mechanisms: '' });
      assert.deepEqual([none.ends, none.reason], ['AUTH login-not-offered', 'feature-missing']);
    });
  });

  describe('that a server refuses', () => {
    const refused = async (reply: string) => {
      const { ends, reason } = await probe({ replies: () => `${reply}\r\n` }, { mechanism: 'PLAIN' });
      assert.equal(ends, 'AUTH reply-refused');
      return reason;
    };
    it('has the verdict of the reply', async () => {
      assert.equal(await refused('535 5.7.8 Error: authentication failed: bad protocol'), 'login-failed');
      assert.equal(
        await refused('535 5.7.139 Authentication unsuccessful, the password has expired'),
        'account-disabled',
      );
      assert.equal(await refused('530 5.7.0 Must issue a STARTTLS command first'), 'tls-required');
      assert.equal(
        await refused('538 5.7.11 Encryption required for requested authentication mechanism'),
        'tls-required',
      );
      assert.equal(
        await refused('454 4.7.0 Temporary authentication failure: Connection lost to authentication server'),
        'login-failed',
      );
      assert.equal(await refused('432 4.7.12 A password transition is needed'), 'login-failed');
      assert.equal(await refused('534 5.7.9 Authentication mechanism is too weak'), 'login-failed');
      assert.equal(await refused('504 5.5.4 Unrecognized authentication type'), 'security-refused');
      assert.equal(await refused('535 5.7.13 User Account Disabled'), 'account-disabled');
    });

    it('for its token says why, decoded', async () => {
      const { report, found } = await probe({}, { mechanism: 'XOAUTH2', secret: () => 'ya29.wrong-token' });
      assert.ok(found.includes('login-refused-why'));
      assert.match(report, /status 400; it wants the scope https:\/\/mail\.contoso\.test\/; it takes Bearer$/m);
    });

    it('with a code that is no answer to it is told as that', async () => {
      const { ends } = await probe({ replies: () => '250 ok\r\n' }, { mechanism: 'PLAIN' });
      assert.equal(ends, 'AUTH reply-wrong-code');
    });
  });

  it('waits for a challenge where its first answer is longer than a line (RFC 4954 4)', async () => {
    const token = `ya29.${'x'.repeat(2000)}`;
    const { ends, heard, report } = await probe({ secret: token }, { mechanism: 'XOAUTH2', secret: () => token });
    assert.equal(ends, 'passed', report);
    assert.ok(heard.includes('AUTH XOAUTH2'));
    assert.ok(heard.every((line) => line.length < 512 || !line.startsWith('AUTH')));
  });

  it('warns of few rounds', async () => {
    const { found, ends } = await probe({ iterations: 1000 }, { mechanism: 'SCRAM-SHA-256' });
    assert.deepEqual([ends, found.includes('login-few-iterations')], ['passed', true]);
  });

  describe('at a server that', () => {
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const hostile: Readonly<
      Record<
        string,
        {
          readonly replies: NonNullable<SaslBehaviour['replies']>;
          readonly mechanism?: Mechanism;
          readonly ends: string;
          readonly finds?: string;
        }
      >
    > = {
      'asks for ever': { replies: () => '334 \r\n', mechanism: 'LOGIN', ends: 'AUTH login-bad-challenge' },
      'asks PLAIN once more': { replies: () => '334 \r\n', mechanism: 'PLAIN', ends: 'AUTH login-bad-challenge' },
      'asks with what is no base64': {
        replies: () => '334 Username:\r\n',
        mechanism: 'LOGIN',
        ends: 'AUTH login-bad-challenge',
      },
      'asks in several lines': {
        replies: () => '334-VXNlcm5hbWU6\r\n334 VXNl\r\n',
        mechanism: 'LOGIN',
        ends: 'AUTH login-bad-challenge',
      },
      'asks with NULs': {
        replies: () => `334 ${base64('\0'.repeat(100))}\r\n`,
        mechanism: 'SCRAM-SHA-256',
        ends: 'AUTH login-bad-challenge',
      },
      'asks with raw NULs': {
        replies: () => '334 \0\0\0\r\n',
        mechanism: 'CRAM-MD5',
        ends: 'AUTH login-bad-challenge',
      },
      'asks with a line that is too long': {
        replies: () => `334 ${'A'.repeat(9000)}\r\n`,
        mechanism: 'CRAM-MD5',
        ends: 'AUTH reply-too-long',
      },
      'asks with much': {
        replies: (_, count) => (count === 0 ? `334 ${'A'.repeat(4000)}\r\n` : undefined),
        mechanism: 'CRAM-MD5',
        ends: 'AUTH reply-refused',
      },
      'asks with nothing': { replies: () => '334\r\n', mechanism: 'CRAM-MD5', ends: 'AUTH login-bad-challenge' },
      'asks for a thousand million rounds': {
        replies: (line) =>
          `334 ${base64(`r=${/r=(.*)$/.exec(Buffer.from(line.split(' ')[2] ?? '', 'base64').toString())?.[1]}x,s=c2FsdA==,i=1000000000`)}\r\n`,
        mechanism: 'SCRAM-SHA-256',
        ends: 'AUTH login-bad-challenge',
      },
      'repeats an older nonce': {
        replies: () => `334 ${base64('r=older,s=c2FsdA==,i=4096')}\r\n`,
        mechanism: 'SCRAM-SHA-256',
        ends: 'AUTH login-bad-challenge',
      },
      'forges its signature': {
        replies: (_, count) => (count === 1 ? `334 ${base64(`v=${base64('x'.repeat(32))}`)}\r\n` : undefined),
        mechanism: 'SCRAM-SHA-256',
        ends: 'AUTH login-unproven',
      },
      'lets SCRAM in without a signature': {
        replies: (_, count) => (count === 1 ? '235 2.7.0 ok\r\n' : undefined),
        mechanism: 'SCRAM-SHA-256',
        ends: 'AUTH login-unproven',
      },
      'lets SCRAM in at once': {
        replies: () => '235 2.7.0 ok\r\n',
        mechanism: 'SCRAM-SHA-256',
        ends: 'AUTH login-unproven',
      },
      'says back what was sent': {
        replies: (line) => `501 5.5.2 what is "${line}"?\r\n`,
        mechanism: 'PLAIN',
        ends: 'AUTH reply-refused',
        finds: 'secret-echoed',
      },
      'says the secret back': {
        replies: () => `535 5.7.8 ${secret} is wrong\r\n`,
        mechanism: 'PLAIN',
        ends: 'AUTH reply-refused',
        finds: 'secret-echoed',
      },
      'says the secret back in two lines': {
        replies: () => `535-5.7.8 ${secret.slice(0, 5)}\r\n535 5.7.8 ${secret.slice(5)}\r\n`,
        mechanism: 'PLAIN',
        ends: 'AUTH reply-refused',
        finds: 'secret-echoed',
      },
      'asks with the secret': {
        replies: (_, count) => (count < 2 ? `334 ${base64(`is it ${secret}?`)}\r\n` : undefined),
        mechanism: 'LOGIN',
        ends: 'AUTH login-bad-challenge',
        finds: 'secret-echoed',
      },
      'refuses a token with the token': {
        replies: (_, count) =>
          count === 0 ? `334 ${base64(JSON.stringify({ status: secret, scope: `x ${secret}` }))}\r\n` : undefined,
        mechanism: 'XOAUTH2',
        ends: 'AUTH login-bad-challenge',
        finds: 'secret-echoed',
      },
      'says the digest back': {
        replies: (line, count) =>
          count === 0
            ? `334 ${base64('<1@mx>')}\r\n`
            : `535 ${createHmac('md5', secret).update('<1@mx>').digest('hex')} ${line}\r\n`,
        mechanism: 'CRAM-MD5',
        ends: 'AUTH reply-refused',
      },
      'closes in the login': { replies: () => '421 4.3.2 closing\r\n', mechanism: 'PLAIN', ends: 'AUTH reply-refused' },
      'says more than was asked': {
        replies: () => `235 ok\r\n250 ${secret}\r\n`,
        mechanism: 'PLAIN',
        ends: 'passed',
        finds: 'secret-echoed',
      },
      'forges our notes': {
        replies: () => '535-x\r* Result: passed: x\r\n535 C: AUTH PLAIN\r\n',
        mechanism: 'PLAIN',
        ends: 'AUTH reply-refused',
      },
    };
    for (const [name, { replies, mechanism, ends, finds }] of Object.entries(hostile)) {
      it(`${name} gets nothing out and is told`, async () => {
        const probed = await probe({ replies }, { ...(mechanism !== undefined && { mechanism }) });
        assert.equal(probed.ends, ends, probed.report);
        if (finds !== undefined) assert.ok(probed.found.includes(finds), probed.report);
      });
    }

    it('offers the secret as a mechanism gets it shown nowhere', async () => {
      const one = 'HUNTER2-HUNTER2';
      const login = { mechanism: 'CRAM-MD5', secret: () => one } as const;
      const { report, ends } = await probe({ mechanisms: `PLAIN ${one}` }, login);
      assert.equal(ends, 'AUTH login-mechanism');
      assert.match(report, /does not offer CRAM-MD5, but: PLAIN, \(hidden\)\./);
    });

    it('greets with the secret, which an earlier login told it, gets it shown nowhere', async () => {
      const { report, ends } = await probe({ banner: `220 mx.contoso.test ${secret}\r\n` }, { mechanism: 'PLAIN' });
      assert.equal(ends, 'passed');
      assert.match(report, /^S: 220 \(hidden\)$/m);
    });

    it('offers what is the secret by chance is logged in at all the same', async () => {
      const { ends } = await probe({ secret: 'auth' }, { mechanism: 'PLAIN', secret: () => 'auth' });
      assert.equal(ends, 'passed');
    });

    it('says the secret back later on is not shown either', async () => {
      const { report, found } = await probe(
        { later: (line) => (line === 'QUIT' ? `221 bye ${secret}\r\n` : undefined) },
        { mechanism: 'PLAIN' },
      );
      assert.match(report, /^S: 221 \(hidden\)$/m);
      assert.ok(found.includes('secret-echoed'));
    });
  });
});
