import assert from 'node:assert/strict';
import { htmlLinks } from '../../../../src/core/mail/links/htmlLinks.ts';

/** The ways out of a page as `kind href "what it shows"`. */
function is(html: string, ...expected: readonly string[]): void {
  const { links, cut } = htmlLinks(html);
  assert.deepEqual(
    links.map(({ kind, href, text }) => `${kind} ${href}${text === '' ? '' : ` "${text}"`}`),
    expected,
    html.slice(0, 200),
  );
  assert.equal(cut, false);
}

const A = 'https://b.test/a';

describe('the links of a page', () => {
  it('show what stands between their tags', () => {
    is(`<a href="${A}">Click <b>here</b>\n &amp; there </a> x`, `link ${A} "Click here & there"`);
    is(`<A HREF='${A}'>x</A>`, `link ${A} "x"`);
    is(`<a href=${A}>x</a>`, `link ${A} "x"`);
    is(`<a href=${A}>x<a href=https://c.test>y`, `link ${A} "x"`, 'link https://c.test "y"');
    is(`<a href="${A}">x`, `link ${A} "x"`);
    is(`<a href="${A}"><img src=x></a>`, `link ${A}`);
    is(`<area href="${A}">x</area>`, `link ${A}`);
    is(`<a xlink:href="${A}">x</a>`, `link ${A} "x"`);
    is(`<a name=x>y</a><a href="#z">z</a><a href="cid:1">c</a><a href="about:blank">c</a>`);
    is(`<a href="${A}">${'x'.repeat(400)}</a>`, `link ${A} "${'x'.repeat(300)}"`);
    is(`<a href="mailto:a@b.test">x</a>`, 'link mailto:a@b.test "x"');
    assert.equal(htmlLinks(`xx<a href="${A}">x</a>`).links[0]?.at, 2);
  });

  it('may have attributes in any form', () => {
    is(`<a class="x" href = "${A}" id=y>x</a>`, `link ${A} "x"`);
    is(`<a disabled href="${A}">x</a>`, `link ${A} "x"`);
    is(`<a href\n=\n"${A}">x</a>`, `link ${A} "x"`);
    is(`<a/href="${A}">x</a>`, `link ${A} "x"`);
    is(`<a href="${A}" href="https://c.test">x</a>`, `link ${A} "x"`);
    is(`<a href="${A}?a=1&amp;b=2">x</a>`, `link ${A}?a=1&b=2 "x"`);
    is(`<a href="${A}>x</a>`, `link ${A}>x</a>`);
    is(`<a title=">" href="${A}">x</a>`, `link ${A} "x"`);
    is(`<a =y href="${A}">x</a>`, `link ${A} "x"`);
    is(`<a ${'x=1 '.repeat(59)}href="${A}">x</a>`, `link ${A} "x"`);
    is(`<a ${'x=1 '.repeat(60)}href="${A}">x</a>`);
    is(`<a href="https://b.test/\n\ta">x</a>`, `link ${A} "x"`);
  });

  it('lead where the base of the page says', () => {
    const base = '<base href="https://b.test/x/y?z=/#w"><base href="https://c.test">';
    for (const [href, whole] of [
      ['a', 'https://b.test/x/a'],
      ['/a', 'https://b.test/a'],
      ['\\a', 'https://b.test/a'],
      ['?a', 'https://b.test/x/y?a'],
      ['//c.test/a', 'https://c.test/a'],
      ['\\\\c.test\\a', 'https://c.test/a'],
      ['https://d.test', 'https://d.test'],
    ])
      is(`${base}<a href="${href}">x</a>`, `link ${whole} "x"`);
    is('<base href="https://b.test"><a href=a>x</a>', `link ${A} "x"`);
    is('<a href=a>x</a><a href=/a>x</a>');
    is('<base href="/x"><a href=a>x</a>');
    is('<a href="//c.test/a">x</a>', 'link https://c.test/a "x"');
  });

  it('are forms and what goes on by itself as well', () => {
    is(`<form action="${A}"><button formaction="https://c.test">`, `form ${A}`, 'form https://c.test');
    is(`<input type=submit formaction="${A}">`, `form ${A}`);
    for (const tag of ['iframe', 'frame', 'embed']) is(`<${tag} src="${A}">`, `refresh ${A}`);
    is(`<object data="${A}" src="https://c.test">`, `refresh ${A}`);
    is(`<meta http-equiv="Refresh" content="0; URL='${A}'">`, `refresh ${A}`);
    is(`<meta http-equiv=refresh content="0;url = ${A}">`, `refresh ${A}`);
    is(`<meta http-equiv=x content="0;url=${A}"><meta http-equiv=refresh content=5>`);
    is(`<script src="${A}">location="https://c.test/x"</script>`, `script ${A}`, 'script https://c.test/x');
    is(`<img src="${A}">`);
  });

  it('stand bare in the text', () => {
    is(`<p>see ${A}, or a@b.test</p>`, `text ${A}`, 'text mailto:a@b.test');
    is('<p>www.b.test', 'text http://www.b.test');
    is(`<a href="https://c.test">${A}</a> ${A}`, `link https://c.test "${A}"`, `text ${A}`);
    is('<p>x</p>');
    assert.equal(htmlLinks(`<p>x ${A}</p>`).links[0]?.at, 5);
  });

  it('are not in what nobody sees', () => {
    is(`<!-- <a href="${A}">x</a> --><p>`);
    is(`<!-- <a href="${A}">`);
    is(`<!--[if mso]><a href="${A}">x</a><![endif]-->`, `link ${A} "x"`);
    is(`<style>a{x:url(${A})}</style><title>${A}</title><textarea>${A}</textarea>`);
    is(`<!DOCTYPE html "${A}"><?x ${A} ?><p>`);
    is(`<style>${A}`);
    is(`<a href="${A}">1 < 2</a>`, `link ${A} "1 2"`);
  });

  it('ask for a password', () => {
    for (const [html, asks] of [
      ['<input type="password">', true],
      ['<input type=" PASSWORD ">', true],
      ['<input type="text"><input name=password>', false],
      ['<input type=passwords>', false],
      ['<input type=password><input type=text>', true],
    ] as const)
      assert.equal(htmlLinks(html).asksPassword, asks, html);
  });

  it('are cut where there are too many', () => {
    const many = htmlLinks('<b>'.repeat(50_001));
    assert.equal(many.cut, true);
  });
});
