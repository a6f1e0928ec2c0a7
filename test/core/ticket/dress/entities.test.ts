import assert from 'node:assert/strict';
import { decodeEntity } from '../../../../src/core/ticket/dress/entities.ts';

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
