/** Made-up input of any size, the same at every run. */

/** A Postfix log: each message four lines, one in twenty refused. */
export function postfixLog(bytes: number): string {
  const lines: string[] = [];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const id = (0x10000000 + i).toString(16).toUpperCase();
    const at = `Nov 21 ${String(Math.floor(i / 3600) % 24).padStart(2, '0')}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')} mx1 postfix`;
    const refused = i % 20 === 0;
    const said = refused
      ? 'dsn=5.1.1, status=bounced (host mail.fabrikam.test[192.0.2.80] said: 550 5.1.1 <user@fabrikam.test>: Recipient address rejected: User unknown (in reply to RCPT TO command))'
      : 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4C1D52280FF)';
    for (const line of [
      `${at}/smtpd[${1000 + (i % 500)}]: ${id}: client=desk${i % 97}.contoso.test[192.0.2.${i % 250}]`,
      `${at}/cleanup[${2000 + (i % 50)}]: ${id}: message-id=<${i}@contoso.test>`,
      `${at}/qmgr[900]: ${id}: from=<user${i % 1000}@contoso.test>, size=${1000 + (i % 9000)}, nrcpt=1 (queue active)`,
      `${at}/smtp[${3000 + (i % 70)}]: ${id}: to=<user@fabrikam.test>, relay=mail.fabrikam.test[192.0.2.80]:25, delay=0.${i % 100}, delays=0.01/0/0.1/0.2, ${said}`,
    ]) {
      lines.push(line);
      size += line.length + 1;
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A message with one base64 attachment. */
export function messageWithAttachment(bytes: number): string {
  const row = 'TWFpbCBUcmlhZ2UgcmVhZHMgdGhpcyBsaW5lIGFuZCBldmVyeSBvdGhlciBvbmUgb2YgaXQ9PT09';
  const hops = Array.from(
    { length: 6 },
    (_, i) =>
      `Received: from h${i}.contoso.test (h${i}.contoso.test [192.0.2.${i}])\r\n\tby h${i + 1}.contoso.test (Postfix) with ESMTPS id ABC${i}\r\n\tfor <bob@contoso.test>; Fri, 20 Nov 2026 10:0${6 - i}:00 +0000 (UTC)\r\n`,
  );
  return `${hops.join('')}From: Alice <alice@contoso.test>\r\nTo: bob@contoso.test\r\nSubject: =?UTF-8?Q?gro=C3=9F?=\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@contoso.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello Bob\r\n\r\n--b\r\nContent-Type: application/octet-stream; name="big.bin"\r\nContent-Disposition: attachment; filename="big.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${row}\r\n`.repeat(Math.ceil(bytes / (row.length + 2)))}--b--\r\n`;
}

/** Telnet sessions one behind the other. */
export function transcript(bytes: number): string {
  const one = `Trying 192.0.2.25...\nConnected to mx1.contoso.test.\n220 mx1.contoso.test ESMTP Postfix\nEHLO a.test\n250-mx1.contoso.test\n250-PIPELINING\n250-SIZE 1048576\n250-STARTTLS\n250 8BITMIME\nMAIL FROM:<a@a.test>\n250 2.1.0 Ok\nRCPT TO:<x@contoso.test>\n550 5.1.1 <x@contoso.test>: Recipient address rejected: User unknown\nRCPT TO:<y@contoso.test>\n250 2.1.5 Ok\nDATA\n354 End data with <CR><LF>.<CR><LF>\nSubject: x\n\nHello.\n.\n250 2.0.0 Ok: queued as 4C1D52280FF\nQUIT\n221 2.0.0 Bye\nConnection closed by foreign host.\n`;
  return one.repeat(Math.ceil(bytes / one.length));
}

/** A piece of a Postfix log: messages from the `first` on, five lines each, all ids and addresses of their own. */
export function logOfMessages(first: number, bytes: number): string {
  const lines: string[] = [];
  let size = 0;
  for (let i = first; size < bytes; i++) {
    // Ids as `enable_long_queue_ids` is off: digits of a clock and of an inode.
    const id =
      `${(Math.imul(i, 0x9e3779b1) >>> 12).toString(16).padStart(5, '0')}${(0x20000 + ((i * 7919) % 0x1ffff)).toString(16)}`.toUpperCase();
    const second = Math.floor(i / 20);
    const at = `Nov ${1 + (Math.floor(second / 86_400) % 28)} ${[Math.floor(second / 3600) % 24, Math.floor(second / 60) % 60, second % 60].map((n) => String(n).padStart(2, '0')).join(':')} mx1 postfix`;
    for (const line of [
      `${at}/smtpd[${1000 + (i % 500)}]: ${id}: client=desk${i % 97}.contoso.test[192.0.2.${i % 250}]`,
      `${at}/cleanup[${2000 + (i % 50)}]: ${id}: message-id=<${(i * 48_271) % 0x7fffffff}.${i}@contoso.test>`,
      `${at}/qmgr[900]: ${id}: from=<sender${i % 9973}@contoso.test>, size=${1000 + ((i * 31) % 90_000)}, nrcpt=1 (queue active)`,
      `${at}/smtp[${3000 + (i % 70)}]: ${id}: to=<user${i}@fabrikam.test>, relay=mail.fabrikam.test[192.0.2.80]:25, delay=0.${i % 100}, delays=0.01/0/0.1/0.${i % 90}, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${((i * 104_729) % 0xfffffff).toString(16).toUpperCase()}80FF)`,
      `${at}/qmgr[900]: ${id}: removed`,
    ]) {
      lines.push(line);
      size += line.length + 1;
    }
  }
  return `${lines.join('\n')}\n`;
}
