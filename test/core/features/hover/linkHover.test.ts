import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { language } from '../../../../src/core/features/language.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { open, openAt } from '../cursor.ts';

function hoverAt(text: string, start?: Start): { readonly markdown: string; readonly covers: string } {
  const { document, ticket, position } = openAt(text, start);
  const found = language.hover(document, ticket, position, { commandLinks: false });
  if (found === undefined || !MarkupContent.is(found.contents)) return { markdown: '', covers: '' };
  return { markdown: found.contents.value, covers: found.range ? document.getText(found.range) : '' };
}

const SAFE = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.test%2Fa&data=05';

describe('a hover on a link that a filter rewrote', () => {
  it('says where it leads, in a ticket and in the body of a message', () => {
    const told = hoverAt(`The user clicked on ${SAFE.slice(0, 30)}|${SAFE.slice(30)}, he says.\n`);
    assert.match(told.markdown, /^Leads to `https:\/\/contoso\.test\/a`\n\nMicrosoft Safe Links/);
    assert.equal(told.covers, SAFE);
    const mail = `From: a@fabrikam.test\nSubject: x\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nSee ${SAFE.slice(0, 9)}|${SAFE.slice(9)}\n`;
    assert.match(hoverAt(mail, 'message').markdown, /Leads to `https:\/\/contoso\.test\/a`/);
  });

  it('reads it through quoted-printable, over the lines on which it stands', () => {
    const written = SAFE.replaceAll('=', '=3D').replace(/(.{60})/g, '$1=\n');
    const body = `<p>hello</p>\n<a href=3D"${written}">x</a>\n`;
    const head = 'From: a@fabrikam.test\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n';
    const at = body.indexOf('contoso');
    const told = hoverAt(`${head}${body.slice(0, at)}|${body.slice(at)}`, 'message');
    assert.match(told.markdown, /Leads to `https:\/\/contoso\.test\/a`/);
    assert.equal(told.covers, written);
  });

  it('says who alone knows where it leads, and what of it is shown', () => {
    assert.match(
      hoverAt('https://prot|ect-eu.mimecast.com/s/AbC\n').markdown,
      /^Where it leads is known to Mimecast alone\\\./,
    );
    assert.match(
      hoverAt('https://prot|ect-eu.mimecast.com/s/AbC?domain=contoso.test\n').markdown,
      /known to Mimecast alone; its host is contoso&#46;test/,
    );
  });

  it('puts nothing of the address into Markdown', () => {
    const evil = `https://l.facebook.com/l.php?u=${encodeURIComponent('https://contoso.test/`[x](command:y)<img src=z>')}`;
    const told = hoverAt(`${evil.slice(0, 5)}|${evil.slice(5)}\n`);
    assert.match(told.markdown, /^Leads to `` https:\/\/contoso\.test\/`\[x\]\(command:y\)<img src=z> ``\n/);
  });

  it('does not stand on other addresses', () => {
    assert.equal(hoverAt('https://cont|oso.test/?url=https://fabrikam.test/\n').markdown, '');
  });
});

describe('a link in a ticket that a filter rewrote', () => {
  it('says in its tooltip where it leads', () => {
    const { document, ticket } = open(`See ${SAFE} please\n`);
    const [link] = language.documentLinks(document, ticket, { commandLinks: false });
    assert.equal(link?.target, SAFE);
    assert.match(link?.tooltip ?? '', / \(Microsoft Safe Links: leads to https:\/\/contoso\.test\/a\)$/);
  });
});
