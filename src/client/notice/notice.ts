import { Range, type TextDocument } from 'vscode';
import { GLANCE, signAt } from '../../core/ticket/glance.ts';
import type { NoticedKind } from '../../core/verdict/noticed.ts';
import { noticeRequest } from '../../protocol/texts.ts';
import type { LanguageServer } from '../server.ts';

/** A ticket in a document that is read as something else. */
export interface Notice {
  readonly kind: NoticedKind;
  /** 0-based. */
  readonly line: number;
}

/** Lines that are taken out of a document at once, and characters of it that are looked at at all. */
const LINES = 400;
const MOST = 8_000_000;
/** A document of no more characters is read whole where something in it looks like a ticket, and this much of a larger one. */
const WHOLE = 200_000;
/** Lines above a sign that are read with it: a header or a session has begun there. */
const ABOVE = 100;
/** Signs that may turn out to be none before the document is left alone. */
const SIGNS = 12;

/**
 * The first ticket in the lines of a document, `isOver` asked between two looks. Looks are a few milliseconds long;
 * the server is asked only about what looks like a ticket.
 */
export async function noticeIn(
  document: TextDocument,
  server: LanguageServer,
  isOver: () => boolean,
): Promise<Notice | undefined> {
  let looked = 0;
  let signs = 0;
  for (let line = 0; line < document.lineCount && looked < MOST && signs < SIGNS; ) {
    const text = document.getText(new Range(line, 0, line + LINES, 0));
    looked += text.length;
    const sign = await signIn(text, isOver);
    if (isOver()) return undefined;
    if (sign === undefined) {
      line += LINES;
      continue;
    }
    signs++;
    const { top, read } = around(document, line + linesIn(text.slice(0, sign)));
    const noticed = await server.request(noticeRequest, { text: read });
    if (noticed !== null) return { kind: noticed.kind, line: top + linesIn(read.slice(0, noticed.offset)) };
    line = Math.max(line + 1, top + linesIn(read));
  }
  return undefined;
}

async function signIn(text: string, isOver: () => boolean): Promise<number | undefined> {
  for (let at = 0; at < text.length && at < MOST; at += GLANCE) {
    if (at > 0) await new Promise((done) => setTimeout(done));
    if (isOver()) return undefined;
    const sign = signAt(text.slice(at, at + GLANCE));
    if (sign !== undefined) return at + sign;
  }
  return undefined;
}

/** What is read of a document where a line of it looks like a ticket, and its first line. */
function around(document: TextDocument, line: number): { readonly top: number; readonly read: string } {
  const whole = document.getText(new Range(0, 0, WHOLE / 10, 0));
  if (whole.length <= WHOLE && document.lineCount <= WHOLE / 10) return { top: 0, read: whole };
  const top = Math.max(0, line - ABOVE);
  return { top, read: document.getText(new Range(top, 0, line + LINES, 0)).slice(0, WHOLE) };
}

const linesIn = (text: string): number => text.split(/\r\n|\n|\r/).length - 1;
