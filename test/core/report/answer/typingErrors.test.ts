import assert from 'node:assert/strict';
import { isSlip, meantBy, typingErrors } from '../../../../src/core/report/answer/typingErrors.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const lookedUp = (name: string, rest = 'Mail to info@contoso.test fails.'): readonly string[] => {
  const ticket = readTicket(
    `${rest}\n\n> nslookup -type=mx ${name}\nServer:  dns1.fabrikam.test\nAddress:  192.0.2.53\n\n*** dns1.fabrikam.test can't find ${name}: Non-existent domain\n`,
  );
  return typingErrors(ticket, readVerdicts(ticket)).map(({ asked, meant }) => `${asked} > ${meant}`);
};

describe('a typing error in a look-up', () => {
  it('is a name that does not exist and is nearly one of the ticket', () => {
    assert.deepEqual(lookedUp('mail.contosso.test'), ['mail.contosso.test > contoso.test']);
    assert.deepEqual(lookedUp('contsoo.test'), ['contsoo.test > contoso.test']);
    assert.deepEqual(lookedUp('cntoso.test'), ['cntoso.test > contoso.test']);
  });

  it('is none where the name is another one, or the right one', () => {
    assert.deepEqual(lookedUp('fabrikam.test'), []);
    assert.deepEqual(lookedUp('old.contoso.test'), []);
    assert.deepEqual(lookedUp('contosso.test', 'Mail fails.'), []);
  });

  it('is one letter, or two of a long name', () => {
    assert.ok(isSlip('northwind.test', 'nortwhind.test'));
    assert.ok(isSlip('northwind.test', 'norhtwid.test'));
    assert.ok(!isSlip('northwind.test', 'southwing.test'));
    assert.ok(!isSlip('a.test', 'b.testing'));
    assert.equal(meantBy('mail.contoso.test', ['contoso.test', 'contosa.test']), undefined);
  });

  it('is looked for in all look-ups and among all domains, and told of each look-up', () => {
    const others = [...Array(150).keys()].map((n) => `a@other${n}x${n}.test`).join(' ');
    const failed = (name: string): string =>
      `> nslookup -type=mx ${name}\nServer:  dns1.fabrikam.test\nAddress:  192.0.2.53\n\n*** dns1.fabrikam.test can't find ${name}: Non-existent domain\n\n`;
    const hosts = [...Array(120).keys()].map((n) => failed(`h${n}.fabrikam.test`)).join('');
    const ticket = readTicket(`${others} info@contoso.test\n\n${hosts}${failed('contosso.test').repeat(2)}`);
    assert.deepEqual(
      typingErrors(ticket, []).map(({ asked, meant }) => `${asked} > ${meant}`),
      Array(2).fill('contosso.test > contoso.test'),
    );
  });
});
