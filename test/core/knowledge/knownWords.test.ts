import assert from 'node:assert/strict';
import { knownWords, statusOf } from '../../../src/core/knowledge/knownWords.ts';

/** Reason and rank of the row of one product, else of the one of many. */
function row(words: string, code?: number): string | undefined {
  const { product, general } = knownWords({ words, ...(code !== undefined && { code }) });
  const found = product ?? general;
  return found && `${found.reason} ${found.rank}`;
}

describe('the words of a reply that are known', () => {
  it('are those of a product, else of many servers, else of a tool', () => {
    for (const [code, words, expected] of [
      [550, 'Our system has detected that this message is likely unsolicited mail. gsmtp', 'spam-refused product'],
      [554, 'Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'blocklisted product'],
      [552, 'Mailbox full', 'mailbox-full recipient'],
      [550, 'No such user here', 'recipient-unknown recipient'],
      [554, 'Relay access denied', 'relaying-denied phrase'],
      [535, 'Authentication failed', 'login-failed policy'],
      [554, 'Message rejected as spam', 'spam-refused policy'],
      [450, 'Sender address rejected: Domain not found', 'sender-domain-not-found phrase'],
      [undefined, 'curl: (67) Login denied', 'login-failed tool'],
      [undefined, 'Name or service not known', 'domain-not-found tool'],
      [undefined, 'Temporary failure in name resolution', 'dns-failure tool'],
      [550, 'something else', undefined],
      [undefined, '', undefined],
    ] as const)
      assert.equal(row(words, code), expected, words);
  });

  it('are an error of the system where no server spoke', () => {
    for (const words of [
      'connect to mx.b.test[192.0.2.1]:25: Connection refused',
      'Connection refused',
      'Connection timed out',
      'ECONNREFUSED',
      'No route to host',
      'Network is unreachable',
      'Broken pipe',
      'Operation timed out',
    ])
      assert.equal(row(words), 'connection-failed system', words);
    assert.equal(row('No space left on device'), 'system-full transport');
  });

  it('are no failed connection where a server says that it refuses one', () => {
    assert.match(row('Connection refused', 421) ?? '', /^connection-failed/);
    for (const [code, words] of [
      [521, 'Connection refused'],
      [421, 'connection refused from [192.0.2.1]'],
      [421, 'connection rejected for 192.0.2.1'],
      [421, 'connection denied by local policy'],
      [450, 'connection refused by policy'],
    ] as const)
      assert.equal(row(words, code), undefined, words);
  });

  it('are a failed connection under any code where they speak of a socket', () => {
    for (const words of [
      'connect to mx.b.test: Connection timed out',
      'connection to mx.b.test: Connection refused',
      'ETIMEDOUT',
      'ECONNREFUSED',
      'socket error 10060',
      'Connection refused socket error 10061',
    ])
      assert.match(row(words, 550) ?? '', /^connection-failed/, words);
  });
});

describe('the last line of a reply', () => {
  const status = (words: string, code?: number) => statusOf({ words, ...(code !== undefined && { code }) })?.reason;

  it('counts where it tells a cause', () => {
    assert.equal(status('Mailbox full', 552), 'mailbox-full');
    assert.equal(status('Relay access denied', 554), 'relaying-denied');
  });

  it('is nothing where it is vague, of a tool, or unknown', () => {
    assert.equal(status('Requested action not taken: mailbox unavailable', 550), undefined);
    assert.equal(status('Connection refused'), undefined);
    assert.equal(status('Name or service not known'), undefined);
    assert.equal(status('curl: (67) Login denied'), undefined);
    assert.equal(status('something else', 550), undefined);
  });
});
