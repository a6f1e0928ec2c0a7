import assert from 'node:assert/strict';
import { run } from '../support/shell.ts';

/** What is printed, line by line, what is noted beside it, and how the command ends. */
async function prints(
  args: readonly string[],
  lines: readonly string[],
  input = '',
  code = 0,
  noted = '',
): Promise<void> {
  const { out, err, code: ended } = await run(['explain', ...args], input);
  assert.deepEqual([out.split('\n'), err, ended], [[...lines, ''], noted, code]);
}

const UNKNOWN = [
  '550 5.1.1: The server knows no mailbox with this address: it does not exist there.',
  'Who acts: the sender. Retry: trying again unchanged will fail again.',
  'How sure: certain, from words that many servers use.',
  '- Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.',
  'Source: RFC 3463 X.1.1; sendmail, source: sendmail/recipient.c',
];
const OK = ['250: The command was carried out.', 'Source: RFC 5321 4.2.3'];
const nothing = (text: string): string => `mail-triage: no reply code, enhanced code or known wording in: ${text}\n`;

describe('mail-triage explain prints', () => {
  it('what a reply means, who acts and how sure that is, then the steps and the source', async () => {
    await prints(['550', '5.1.1', 'User', 'unknown'], UNKNOWN);
    await prints(
      ['Connection refused'],
      [
        'The host answers, but nothing takes connections on this port, or a firewall refuses them.',
        "Who acts: the recipient's admin. Retry: trying again helps once the cause is mended.",
        'How sure: certain, from words that many servers use.',
        '- Check that the mail server runs and listens on this address and port. Check the firewall in front of it.',
        '- As the sending admin, check that address and port are the right ones.',
        'Source: errno(3): ECONNREFUSED; Microsoft Learn, Windows Sockets Error Codes: 10061',
      ],
    );
  });
  it('nobody who acts where nobody has to', () => prints(['250 ok'], OK));
  it('a text a line, and says of those of which nothing is known that it is so', async () => {
    await prints([], [...UNKNOWN, ...OK], '550 5.1.1 User unknown\n \n250 ok\n');
    await prints([], OK, 'hello\n250 ok\n', 1, nothing('hello'));
    await prints(['hello'], [], '', 1, nothing('hello'));
    await prints(['x'.repeat(201)], [], '', 1, nothing(`${'x'.repeat(200)}…`));
    await prints([], []);
  });
});

describe('mail-triage explain --after', () => {
  const first = async (after: string, reply: string): Promise<string> =>
    (await run(['explain', '--after', after, reply])).out.split('\n')[0] ?? '';
  it('says what the code means there', async () => {
    const recipient =
      '550: The server refuses this recipient: most often the mailbox does not exist, else a rule forbids it.';
    for (const word of ['RCPT', 'rcpt', 'RCPT TO:<a@a.test>', ' rcpt '])
      assert.equal(await first(word, '550'), recipient);
    const greeting =
      '554: The server offers this client no mail service: a block list, a bad reputation, or no mail server at all.';
    for (const word of ['connect', 'greeting', 'Greeting ']) assert.equal(await first(word, '554'), greeting);
    const message = '554: The server has read the message and refuses it: most often a spam or content filter.';
    for (const word of ['end of data', 'end-of-message', '.', 'End of Data'])
      assert.equal(await first(word, '554'), message);
    for (const word of ['end of dates', 'moo', '', '..'])
      assert.ok(![recipient, greeting, message].includes(await first(word, '554')), word);
  });
});

describe('mail-triage explain --json', () => {
  const told = async (text: string): Promise<unknown> => JSON.parse((await run(['explain', '--json', text])).out);
  it('has the same, each by its name', async () =>
    assert.deepEqual(await told('550 5.7.1'), {
      text: '550 5.7.1',
      code: 550,
      enhanced: '5.7.1',
      meaning: 'The server does not allow this delivery: a rule, a filter or a block list.',
      reason: 'policy-refused',
      sisimai: 'policyviolation',
      actor: 'sending admin',
      retry: 'no',
      next: [
        'Look the sending IP address up at block lists, and check SPF, DKIM and reverse DNS. Give the full reply with its time to the admin of the recipient.',
      ],
      steps: [
        {
          by: 'sending admin',
          kind: 'probe',
          text: 'Look the sending IP address up at block lists, and check SPF, DKIM and reverse DNS.',
        },
        { by: 'sending admin', kind: 'do', text: 'Give the full reply with its time to the admin of the recipient.' },
      ],
      source: 'RFC 3463 X.7.1',
      basis: 'enhanced-code',
      confidence: 'medium',
      nearest: null,
    }));
  it('has nothing where nothing is known, and its line where a line is empty', async () => {
    assert.deepEqual(await told('hello'), {
      ...{ text: 'hello', code: null, enhanced: null, meaning: null, reason: null, sisimai: null, actor: null },
      ...{ retry: null, next: [], steps: [], source: null, basis: null, confidence: null, nearest: null },
    });
    const { out, code } = await run(['explain', '--json'], '\n250 ok\n');
    assert.deepEqual(
      [
        out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).code),
        code,
      ],
      [[null, 250], 0],
    );
  });
});
