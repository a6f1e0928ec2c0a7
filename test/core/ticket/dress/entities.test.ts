import assert from 'node:assert/strict';
import { Lines } from '../../../../src/core/text/lines.ts';
import { decodeEntity, entities } from '../../../../src/core/ticket/dress/entities.ts';

const is = (entity: string, character: string): void => assert.equal(decodeEntity(entity), character, entity);

describe('an entity of HTML', () => {
  it('with a name is its character, in letters of either case', () => {
    for (const [name, character] of [
      ['lt', '<'],
      ['gt', '>'],
      ['amp', '&'],
      ['QUOT', '"'],
      ['apos', "'"],
      ['nbsp', ' '],
    ] as const)
      is(`&${name};`, character);
  });
  it('with a number is its character', () => {
    is('&#8364;', '€');
    is('&#x20AC;', '€');
    is('&#X41;', 'A');
    is('&#32;', ' ');
    is('&#33;', '!');
    is('&#55295;', '\ud7ff');
    is('&#57344;', '\ue000');
    is('&#65535;', '\uffff');
  });
  it('is a blank for a line end, a blank that holds together, and what is no character', () => {
    for (const entity of ['&#10;', '&#13;', '&#xD;', '&#160;', '&#xa0;', '&#31;', '&#65536;', '&#xD800;', '&#57343;'])
      is(entity, ' ');
  });
});

describe('a header whose angle brackets are entities', () => {
  const without = (text: string): string | undefined => entities(new Lines(text))?.text;
  it('has them as characters, and all others with them', () => {
    assert.equal(without('From: A &amp; B &lt;a@a.test&gt;\nTo: b\n'), 'From: A & B <a@a.test>\nTo: b\n');
    assert.equal(without('From: &#60;a@a.test>'), 'From: <a@a.test>');
    assert.equal(without('From: &#X3C;a@a.test>'), 'From: <a@a.test>');
  });
  it('is none where an address stands between angle brackets, or no bracket is an entity', () => {
    assert.equal(without('From: <a@a.test>\nTo: &lt;b@b.test&gt;\n'), undefined);
    assert.equal(without('From: A &amp; B\n'), undefined);
    assert.equal(without('From: <b>&lt;a@a.test&gt;</b>\n'), 'From: <b><a@a.test></b>\n');
  });
  it('is looked for up to the empty line, and in its first 60,000 characters', () => {
    assert.equal(without('From: a\n\nTo: &lt;b@b.test&gt;\n'), undefined);
    assert.equal(without('From: a\n \t\r\nTo: &lt;b@b.test&gt;\n'), undefined);
    assert.notEqual(without(`${'x'.repeat(59_996)}&lt;`), undefined);
    assert.equal(without(`${'x'.repeat(59_997)}&lt;`), undefined);
    assert.equal(without(`${'x'.repeat(59_997)}&lt;\n\n`), undefined);
  });
});
