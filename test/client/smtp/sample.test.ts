import assert from 'node:assert/strict';
import '../load.ts';
import { inEnglish, type Phrase } from '../../../src/core/text/words.ts';
import { clearDesk, desk, keep, run, show } from '../desk.ts';
import { fakeServer } from '../fakeServer.ts';

const load = async () => ({
  ...(await import('../../../src/client/smtp/sample.ts')),
  ...(await import('../../../src/client/smtp/choices.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

interface Item {
  readonly label: string;
  readonly description?: string;
}
const choose = (label: string) => (items: readonly Item[]) => items.find((one) => one.label.startsWith(label));
const GO = (items: readonly Item[]) => items[0];

describe('a sample message', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  const register = (known: object = {}) => {
    const server = fakeServer({ 'mailTriage/envelope': { recipients: [], ...known } });
    const started: { target: string; title: string; report: unknown }[] = [];
    let kept = client.usual;
    const afterwards = {
      run: async ({ title, target, start }: { title: Phrase; target: string; start: () => Promise<unknown> }) => {
        started.push({ target, title: inEnglish(title), report: await start() });
      },
    };
    const choices = {
      get: () => kept,
      set: (chosen: typeof kept) => {
        kept = chosen;
      },
    };
    keep(client.registerSample({ server, choices } as never, afterwards as never));
    return { started, choices };
  };
  /** Sends with these answers, and says no to the last question; gives what was asked there. */
  const asked = async (...answers: readonly unknown[]): Promise<string | undefined> => {
    desk.answers.push(...answers, undefined);
    await run('mailTriage.sendSampleMessage');
    desk.answers.length = 0;
    const { text, rest } = desk.questions.at(-1) as unknown as { text?: string; rest?: [{ detail: string }] };
    return text === 'Send this message?' ? rest?.[0].detail : undefined;
  };
  const rows = (): object => {
    const form = desk.questions.findLast((one) => 'items' in one) as unknown as { items: readonly Item[] };
    return Object.fromEntries(form.items.map(({ label, description }) => [label, description]));
  };

  it('is asked about once more, with where it goes and what it is', async () => {
    const { started } = register();
    const detail = await asked(
      ...[choose('Server'), 'mx1.contoso.test', choose('Port'), '587', choose('Sender'), '<ann@fabrikam.test>'],
      ...[choose('Recipients'), 'bob@contoso.test', choose('Subject'), 'Hello', choose('Text'), 'one\\ntwo', GO],
    );
    assert.match(
      detail ?? '',
      /^Server: mx1\.contoso\.test:587\nSender: ann@fabrikam\.test\nRecipient: bob@contoso\.test\nSize: \d+ bytes\nMessage: “Hello”\n\nThe message is sent for real\.$/,
    );
    assert.deepEqual(started, [
      { target: 'mx1.contoso.test:587', title: 'Sent a message through mx1.contoso.test:587', report: undefined },
    ]);
  });

  it('begins with what the ticket names, and what was chosen last', async () => {
    show('test:t', 'x');
    const { choices } = register({ host: 'mx2.contoso.test', sender: '', recipients: ['bob@contoso.test'] });
    assert.match(
      (await asked(GO)) ?? '',
      /^Server: mx2\.contoso\.test:25\nSender: <> \(the null sender\)\nRecipient: bob@/,
    );
    assert.equal(choices.get().recipients, 'bob@contoso.test');
    assert.deepEqual(rows(), {
      ...{ '': undefined, '$(send) Send…': undefined },
      ...{
        Server: 'mx2.contoso.test',
        Port: '25',
        TLS: 'STARTTLS where it is offered; from the first byte on port 465',
      },
      ...{ Login: 'none', Sender: '<> (the null sender)', Recipients: 'bob@contoso.test' },
      ...{ Subject: 'Test message', Text: 'This is a test message. Please ignore it.' },
    });
  });

  it('needs a recipient, and is left where the form is', async () => {
    const { started } = register({ host: 'mx2.contoso.test' });
    assert.equal(await asked(GO), undefined);
    assert.equal(desk.said.at(-1), 'information: To send a message, name a recipient in the row Recipients.');
    desk.said.length = 0;
    assert.equal(await asked(undefined), undefined);
    assert.deepEqual([started, desk.said], [[], []]);
  });

  it('names ten recipients, and counts the others', async () => {
    const recipients = async (count: number): Promise<string | undefined> => {
      clearDesk();
      show('test:t', 'x');
      register({ host: 'mx2.contoso.test', recipients: Array.from({ length: count }, (_, i) => `u${i}@b.test`) });
      return /^Recipient: (.*)$/m.exec((await asked(GO)) ?? '')?.[1];
    };
    assert.equal((await recipients(10))?.split(', ').length, 10);
    assert.match((await recipients(12)) ?? '', /u9@b\.test and 2 more$/);
  });

  it('is the message that is open, where that is wanted', async () => {
    register({ host: 'mx2.contoso.test', recipients: ['bob@contoso.test'] });
    show('file:/x/a.eml', 'From: a@b.test\n\nGrüße\n', 'eml');
    assert.match((await asked(GO)) ?? '', /\nSize: 24 bytes\nMessage: a\.eml\n/);
    assert.match((await asked(choose('Message'), GO)) ?? '', /\nMessage: “Test message”\n/);
    assert.match((await asked(choose('Message'), choose('Message'), GO)) ?? '', /\nMessage: a\.eml\n/);
    show('file:/x/a.txt', 'hello', 'smtp-transcript');
    assert.match((await asked(GO)) ?? '', /\nMessage: “Test message”\n/);
    assert.equal('Message' in rows(), false);
  });
});
