import type { Askable } from '../../core/ticket/askable.ts';
import { t } from '../platform/words.ts';

/** A command that asks DNS about a target. */
export interface CheckCommand {
  readonly command: string;
  readonly title: string;
  readonly placeHolder: string;
  /** What stands in front of what is typed, where it has no prefix of its own. */
  readonly prefix: string;
  /** What of the ticket is offered. */
  readonly takes: readonly Askable['what'][];
}

export const checkCommands: readonly CheckCommand[] = [
  {
    command: 'mailTriage.check',
    title: t('Check…'),
    placeHolder: t('Domain, mail address, host, host:port, IP address, or spf:DOMAIN, dkim:SELECTOR@DOMAIN, txt:NAME'),
    prefix: '',
    takes: ['domain', 'key', 'host', 'address'],
  },
  {
    command: 'mailTriage.checkDomain',
    title: t('Check Domain'),
    placeHolder: t('Domain or mail address: everything that belongs to its mail'),
    prefix: 'domain:',
    takes: ['domain', 'host'],
  },
  {
    command: 'mailTriage.lookUpRecord',
    title: t('Look Up Record'),
    placeHolder: t('Type and name: TXT contoso.test, or ptr:192.0.2.1; a name alone, and the type is asked for'),
    prefix: '',
    takes: ['domain', 'host', 'address'],
  },
  {
    command: 'mailTriage.checkAddress',
    title: t('Check IP Address'),
    placeHolder: t('IP address of a server: 192.0.2.1 or 2001:db8::1'),
    prefix: 'ip:',
    takes: ['address'],
  },
  {
    command: 'mailTriage.checkDkimKey',
    title: t('Check DKIM Key'),
    placeHolder: t('SELECTOR@DOMAIN, the s= and the d= of the signature'),
    prefix: 'dkim:',
    takes: ['key'],
  },
  {
    command: 'mailTriage.checkBlockLists',
    title: t('Check Block Lists'),
    placeHolder: t('IP address of a server, or a domain'),
    prefix: 'bl:',
    takes: ['address', 'domain', 'host'],
  },
  {
    command: 'mailTriage.traceFromRoot',
    title: t('Trace from the Root Servers'),
    placeHolder: t('Domain: each server on the way to its records is asked itself'),
    prefix: 'trace:',
    takes: ['domain', 'host'],
  },
  {
    command: 'mailTriage.lookUpMailExchangers',
    title: t('Look Up Mail Exchangers'),
    placeHolder: t('Domain or mail address whose mail exchangers to look up'),
    prefix: 'mx:',
    takes: ['domain', 'host'],
  },
];

/** What was typed, with the prefix of a command where it has none of its own. */
export const withPrefix = (prefix: string, typed: string): string =>
  /^[A-Za-z][A-Za-z-]{0,20}:(?!\d{1,5}$)/.test(typed) ? typed : `${prefix}${typed}`;
