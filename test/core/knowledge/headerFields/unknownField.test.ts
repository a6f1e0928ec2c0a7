import assert from 'node:assert/strict';
import { unknownField } from '../../../../src/core/knowledge/headerFields/unknownField.ts';

/** Names of fields that no table knows, by what each tells of itself. */
const KINDS: Readonly<Record<string, string>> = {
  'where to report abuse': 'X-Abuse-Info X-Complaints-Ref X-Foo-Complain',
  'how to leave a list': 'X-Unsub-Link X-Opt-Out X-OptOut-Link',
  'a mark of a filter': 'X-Foo-Spam X-Junk X-Virus-Ok X-Malware X-Phish-Score X-Verdict X-AntiV-Id',
  'a setting or result of checking the sender':
    'X-Foo-DKIM-Result X-Foo-SPF X-DMARC-Info X-Arc-Foo X-Foo-Auth X-Signed-By X-Signature-No',
  'the envelope or where bounces go':
    'X-Foo-Bounce X-Envelope-Zip X-Return-Path-Of X-ReturnPath X-Errors-To-Old X-Error-To',
  'a mark by which a program knows mail that it has handled': 'X-Foo-Loop',
  'a campaign of a sending service': 'X-Campaign X-Mailing X-Newsletter X-Batch X-Scheduled X-Segment',
  'counting who reads it': 'X-Track X-Clicks X-Stats',
  'a number of the message, for who wrote it':
    'X-Foo-Message-Guid X-Msg-Id X-MailId X-Email-Uuid X-Request-Id X-Trace-Id X-Session_Uid X-Transaction-Id X-CorrelationId X-uuid X-Foo-guid',
  'the recipient': 'X-Rcpt-Hash X-Recipient-No X-Subscriber',
  'the account that sent it': 'X-Account X-Customer-No X-Client-No X-User X-Tenant X-Company X-Org X-Org-Name',
  'where it came from': 'X-Foo-IP X-IP-Foo X-Helo X-Country X-ASN X-Host-Of X-Server X-Relay-No',
  'a list': 'X-List-Foo X-Whitelist',
  'what kind of mail it is to who sent it': 'X-Template X-Category X-Type X-Type-Of X-Tag',
  'a time': 'X-Foo-Date X-Timestamp X-Foo-Time X-Stamp',
  'a program or its version': 'X-Version X-Foo-Mailer X-Agent X-Engine X-Generator',
  'a number, for who wrote it': 'X-Mid X-Foo-Id X-Foo_Id X-Id',
};
const UNKNOWN = 'No table knows it: programs and sites make up their own.';

const told = (name: string, ...beside: readonly string[]): readonly string[] =>
  unknownField(
    name,
    beside.map((one) => ({ name: one })),
  );

describe('a field that no table knows', () => {
  it('is told by what its name says', () => {
    for (const [kind, names] of Object.entries(KINDS))
      for (const name of names.split(' '))
        assert.deepEqual(told(name), [`No table knows it. By its name: ${kind}.`], name);
  });

  it('is not where its name says nothing', () => {
    for (const name of 'X-Organ X-Shipping X-Hostess X-Types X-Valid X-Zap X-Spfoo X-Idea X-Arcade X-Ipsum'.split(' '))
      assert.deepEqual(told(name), [UNKNOWN], name);
  });

  it('is a slip where a registered name is one letter, or two that changed places, away', () => {
    for (const [name, meant] of [
      ['Recieved', 'Received'],
      ['Refrences', 'References'],
      ['In-Reply-Too', 'In-Reply-To'],
      ['Retrun-Path', 'Return-Path'],
      ['Reply-to2', 'Reply-To'],
      ['Mime-Versoin', 'MIME-Version'],
      ['Content-Tipe', 'Content-Type'],
      ['ontent-Type', 'Content-Type'],
      ['message-idd', 'Message-ID'],
    ] as const)
      assert.deepEqual(told(name), [`It is close to ${meant}, but written so no program takes it for that.`], name);
    for (const name of ['Subjct', 'Recevied2', 'Rceiveed', 'X-Recieved', 'Refernces1', 'Retrun-Paht'])
      assert.doesNotMatch(told(name)[0] ?? '', /close to/, name);
  });

  it('is of one program with others that begin alike, of which those of a standard are none', () => {
    const alike = (...beside: readonly string[]) => told('X-Zap-Foo', 'X-Zap-Foo', ...beside)[1];
    assert.equal(alike(), undefined);
    assert.equal(alike('X-Zap-Foo', 'x-zap-foo', 'X-Other'), undefined);
    assert.equal(
      alike('x-zap-bar'),
      '2 fields of this message begin with X-Zap-, so they are probably of one program or site.',
    );
    assert.match(alike('X-Zap-Bar', 'X-ZAP_No', 'X-Zap-Q') ?? '', /^3 fields of this message begin with X-Zap-, /);
    assert.equal(told('Zap', 'Zap', 'Zap-A').length, 1);
    assert.equal(told('List-Zap', 'List-Zap', 'List-Id', 'List-Post').length, 1);
    assert.equal(told('Zap-Foo', 'Zap-Foo', 'Zap-Bar').length, 2);
  });
});
