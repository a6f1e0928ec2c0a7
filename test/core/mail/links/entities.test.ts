import assert from 'node:assert/strict';
import { decodeEntities } from '../../../../src/core/mail/links/entities.ts';

/** HTML 13.5, a name and what it stands for. */
const NAMED =
  'amp & lt < gt > quot " apos \' colon : sol / bsol \\ period . commat @ num # quest ? equals = percnt % lpar ( rpar ) comma , semi ; excl ! lowbar _ ' +
  'ndash – mdash — copy © reg ® trade ™ hellip … rsquo ’ lsquo ‘ rdquo ” ldquo “ bull • middot · raquo » laquo « euro € auml ä ouml ö uuml ü Auml Ä Ouml Ö ' +
  'Uuml Ü szlig ß eacute é egrave è agrave à aacute á ccedil ç atilde ã otilde õ iacute í oacute ó uacute ú ntilde ñ ecirc ê acirc â ocirc ô';

describe('a character that HTML writes by its name or number', () => {
  it('is what it stands for', () => {
    const words = NAMED.split(' ');
    for (let i = 0; i < words.length; i += 2)
      assert.equal(decodeEntities(`a&${words[i]};b`), `a${words[i + 1]}b`, words[i]);
    for (const name of ['shy', 'zwnj', 'zwj', 'lrm', 'rlm']) assert.equal(decodeEntities(`a&${name};b`), 'ab', name);
    for (const name of ['nbsp', 'ensp', 'emsp', 'thinsp']) assert.equal(decodeEntities(`a&${name};b`), 'a b', name);
    assert.equal(decodeEntities('a&Tab;b&NewLine;c'), 'a\tb\nc');
    assert.equal(decodeEntities('&AMP;&LT;&Colon;&EACUTE;'), '&<:é');
    assert.equal(decodeEntities('&#64;&#x40;&#X2F;&#8364&#x20ac'), '@@/€€');
    assert.equal(decodeEntities('&#x1F600;'), '😀');
  });

  it('is left as it is where it stands for none, or may be part of an address', () => {
    for (const text of [
      'a=1&copy=2',
      'a&euro',
      '&unknown;',
      '&#0;',
      '&#xD800;',
      '&#xDFFF;',
      '&#x110000;',
      '&;',
      '&#;',
      'no',
      '&a;',
      '&x',
    ])
      assert.equal(decodeEntities(text), text);
    assert.equal(decodeEntities('a=1&amp=2&LT&gt&quot'), 'a=1&=2<>"');
    assert.equal(decodeEntities('&#xD7FF;&#xE000;&#x10FFFF;'), '\ud7ff\ue000\u{10ffff}');
  });
});
