import assert from 'node:assert/strict';
import { addressesIn, findAddresses } from '../../../../src/core/mail/bounces/addressLines.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** Each address that a notice of these lines may be about, as `how address`. */
function found(...text: readonly string[]): readonly string[] {
  const lines = new Lines(text.join('\n'));
  return findAddresses(lines, text.length, 50).map(({ address, line, from, to, as }) => {
    const there = (text[line] as string).slice(from, to);
    if (there.includes('@')) assert.equal(there, address);
    return `${as} ${address}`;
  });
}

const BOB = 'bob@fabrikam.test';
const is = (as: string | undefined, ...text: readonly string[]): void =>
  assert.deepEqual(found(...text), as === undefined ? [] : [`${as} ${BOB}`], text.join(' / '));

describe('an address in the words of a notice', () => {
  it('stands at the start of its line, behind marks of a list or a name', () => {
    for (const line of [
      BOB,
      `  ${BOB}`,
      `> * ${BOB}`,
      `• ${BOB}`,
      `– ${BOB}:`,
      `1) ${BOB}`,
      `12. ${BOB}`,
      `<${BOB}>`,
      `"${BOB}"`,
      `['${BOB}']`,
      `(${BOB})`,
      `<mailto:${BOB}>`,
      `Bob Smith <${BOB}>`,
      `"Bob S." <${BOB}>`,
      `rcpt: ${BOB}`,
      `recipient:${BOB}`,
      `smtp;${BOB}`,
      `to: ${BOB}`,
      `----- Transcript of session -- ${BOB}`.replace('session --', 'session ----'),
      `c=DE; a=x; p=y; dda:SMTP=${BOB}`,
      `${BOB}.`,
      `${BOB}: 550 5.1.1`,
      `${BOB} (expanded)`,
    ])
      is('alone', line);
    is('alone', `Bob ${BOB}`.replace('Bob ', ''));
    is(undefined, `//${BOB}`);
    is(undefined, 'Nothing here.');
    assert.deepEqual(found(`${BOB}.de`), ['alone bob@fabrikam.test.de']);
  });

  it('stands behind a heading that says whom it is about', () => {
    for (const line of [
      `Recipient: <${BOB}>`,
      `Recipient address: ${BOB}`,
      `Original recipients: ${BOB}`,
      `This message was addressed to: ${BOB}`,
      `RCPT TO:<${BOB}>`,
      `User unknown: ${BOB}`,
      `unknown user: "${BOB}"`,
      `Unknown local address: ${BOB}`,
      `Mailbox full: ${BOB}`,
      `Delivery failed to: ${BOB}`,
      `Unable to deliver the message to: ${BOB}`,
      `Could not be sent to: ${BOB}`,
      `failed for: rfc822;${BOB}`,
      `invalid user: ${BOB}`,
      `Ultimately generated from: ${BOB}`,
      `554 <${BOB}>... Remote protocol error`,
      `550 5.1.1 ${BOB}... User unknown`,
      `<4F1A> delivery to ${BOB} failed with code 550 from x@contoso.test`,
      `<4F1A> delivery to <${BOB}> has failed`,
    ])
      assert.match(found(line)[0] ?? '', new RegExp(`^(?:labelled|commanded|alone) ${BOB}$`), line);
    is('named', `To: Bob <${BOB}>`);
    is('named', `An: ${BOB}`);
    is('named', `À : ${BOB}`);
    is('named', `Para = ${BOB}`);
    is('named', `X-Envelope-To: ${BOB}`);
  });

  it('stands in a line that says what went wrong, and is not one to write to', () => {
    for (const words of [
      ...[
        'could not be delivered',
        'cannot be reached',
        'was rejected',
        'is unknown',
        'was not found',
        'does not exist',
      ],
      ...['is disabled', 'is over quota', 'is full', 'is invalid', 'doesn’t exist, no such user', 'said 550 no'],
    ])
      is('refused', `Your mail for ${BOB} ${words} today.`);
    is(undefined, `Your mail for ${BOB} arrived today.`);
    for (const line of [
      `It is unknown, please use ${BOB} from now on`,
      `He failed us: new address ${BOB}`,
      `Unbekannt, neue Adresse: ${BOB} now unknown`,
      `It was rejected, you can write to ${BOB}.`,
      `It cannot be, write something such as ${BOB}.`,
      `Sender verify failed for ${BOB} today`,
      `550-Verification failed for <${BOB}>`,
      `The sender: ${BOB} was rejected by us`,
      `For help contact our desk, failure of x: ${BOB}`,
      `postmaster@fabrikam.test`.replace('postmaster', 'x y postmaster'),
    ])
      assert.deepEqual(
        found(line).filter((one) => one.includes(BOB)),
        [],
        line,
      );
    is(undefined, `The server said: 554 5.7.1 <${BOB}>: Sender address rejected`);
  });

  it('is of somebody else behind the name of a field that says so, in the language of the mail program', () => {
    for (const name of [
      ...[
        'From',
        'Sender',
        'Cc',
        'Bcc',
        'Reply-To',
        'Subject',
        'Date',
        'Von',
        'Absender',
        'De',
        'Expéditeur',
        'Da',
        'Mittente',
      ],
      ...[
        'Remitente',
        'Van',
        'Afzender',
        'Od',
        'Nadawca',
        'От',
        'Отправитель',
        'Från',
        'Avsändare',
        'Fra',
        '差出人',
        '发件人',
      ],
      ...['寄件者', '보낸 사람'],
    ])
      is(undefined, `> ${name}:`, `Bob <${BOB}>`);
    for (const name of [
      'Sender',
      'Absender',
      'Expéditeur',
      'Mittente',
      'Remitente',
      'Afzender',
      'Nadawca',
      'Отправитель',
      'Avsändare',
      '发件人',
    ])
      is(undefined, `**${name} address**`.replace('**', '*').replace('**', ''), `Bob <${BOB}>`);
    for (const name of [
      'To',
      'An',
      'À',
      'Para',
      'Aan',
      'A',
      'Do',
      'Кому',
      'Til',
      'Till',
      '宛先',
      '收件人',
      '받는 사람',
    ])
      is('named', 'words', '> words', `> ${name}:`, `${BOB}`);
    is('alone', 'To:', BOB);
    is('alone', 'Colour:', BOB);
    is(undefined, `delivery of x (expanded from`, `    <${BOB}>): gone`.replace('gone', 'here'));
    for (const line of [
      `Von: ${BOB}`,
      `发件人：${BOB}`,
      `Return-Path: <${BOB}>`,
      `X-Sender: ${BOB}`,
      `Message-ID: <1${BOB}>`,
      `HELO: ${BOB}`,
    ])
      assert.deepEqual(found(line), [], line);
  });

  it('may be in two halves, as Exchange Online writes it', () => {
    for (const line of [
      "bob wasn't found at fabrikam.test.",
      'bob was not found in fabrikam.test',
      'bob couldn’t be found at fabrikam.test',
      'bob wurde bei fabrikam.test nicht gefunden',
      'bob konnte in fabrikam.test nicht gefunden werden',
      'bob est introuvable sur fabrikam.test',
      'bob n’a pas été trouvé dans fabrikam.test',
      'No se encontró bob en fabrikam.test',
      'No se ha encontrado a bob en fabrikam.test',
      'bob no se encontró en fabrikam.test',
      'bob não foi encontrado em fabrikam.test',
      'bob non è stato trovato in fabrikam.test',
      'bob is niet gevonden bij fabrikam.test',
      'bob hittades inte på fabrikam.test',
      'bob ble ikke funnet hos fabrikam.test',
      'bob не найден в fabrikam.test',
      'Nie znaleziono bob w fabrikam.test',
      'bob が fabrikam.test で見つかりませんでした',
      '在 fabrikam.test 中找不到 bob',
    ])
      is('alone', line);
    is(undefined, 'bob was seen at fabrikam.test');
  });

  it('is read out of scripts that have no blanks, and all of a text are found', () => {
    assert.deepEqual(addressesIn(`宛先${BOB}に届きません`), [BOB]);
    assert.deepEqual(addressesIn(`a@contoso.test, <${BOB}>; x="c@d.test". e@f.test..`), [
      'a@contoso.test',
      BOB,
      'c@d.test',
      'e@f.test',
    ]);
    assert.deepEqual(addressesIn(`//${BOB} and (eve@[192.0.2.1])`), ['eve@[192.0.2.1]']);
    assert.equal(findAddresses(new Lines(`${BOB}\n`.repeat(9)), 9, 3).length, 3);
    assert.equal(findAddresses(new Lines(`${BOB}\n`.repeat(9)), 2, 9).length, 2);
  });
});
