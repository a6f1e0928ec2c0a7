import { isAddress } from './commandLine.ts';
import { readClassless, type ZoneRecord } from './record.ts';
import type { ToolLines } from './toolLines.ts';

const NAME = '(?:\\.|[\\w*@-][\\w.@-]{0,253})';
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['MX', new RegExp(`^\\d{1,5}\\s{1,40}${NAME}$`)],
  ['NS', new RegExp(`^${NAME}$`)],
  ['CNAME', new RegExp(`^${NAME}$`)],
  ['PTR', new RegExp(`^${NAME}$`)],
  ['DNAME', new RegExp(`^${NAME}$`)],
  ['SRV', new RegExp(`^\\d{1,5}\\s{1,40}\\d{1,5}\\s{1,40}\\d{1,5}\\s{1,40}${NAME}$`)],
  ['SOA', new RegExp(`^${NAME}\\s{1,40}\\S{1,255}(?:\\s{1,40}\\d[\\dsmhdwSMHDW]{0,15}){5}$`)],
  ['TLSA', /^\d{1,3}\s{1,40}\d{1,3}\s{1,40}\d{1,3}\s{1,40}[0-9a-fA-F\s]{2,9000}$/],
  ['CAA', /^\d{1,3}\s{1,40}"?[a-z]{1,20}"?\s{1,40}"?[^"]{0,1000}"?$/i],
  ['DS', /^\d{1,5}\s{1,40}\d{1,3}\s{1,40}\d{1,3}\s{1,40}[0-9a-fA-F\s]{2,9000}$/],
]);

/** Whether `data` is of the form that zone files give to records of `type` (RFC 1035 5.1). */
export function fitsType(type: string, data: string): boolean {
  const text = data.trim();
  switch (type) {
    case 'A':
      return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text);
    case 'AAAA':
      return text.includes(':') && isAddress(text);
    case 'TXT':
    case 'SPF':
      return /^"[\s\S]{0,70000}"$/.test(text);
    default:
      return SHAPES.get(type)?.test(text) ?? false;
  }
}

/** Data that is meant for its type and cannot be, behind a type and a class that leave no doubt. */
const MEANT: ReadonlyMap<string, RegExp> = new Map([
  ['MX', /^(?:\d{1,10}\s{1,40})?(?:https?:\/\/)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}\.?\/?(?:\s{1,40}\d{1,5})?$/i],
  ['SOA', new RegExp(`^${NAME}\\s{1,40}\\S{1,255}(?:\\s{1,40}\\d[\\dsmhdwSMHDW]{0,15}){3,4}$`)],
  ['TLSA', /^\d{1,3}\s{1,40}\d{1,3}\s{1,40}\d{1,3}\s{1,40}\S{2,9000}$/],
]);

/** Whether `data` is of no form that `type` has, and of one that people give it by mistake. */
export const isMeantAs = (type: string, data: string): boolean => MEANT.get(type)?.test(data.trim()) === true;

/** `contoso.test. 1h0m0s MX 10 mx1.contoso.test.`, as q and `dig +noclass` print it, where the data fits the type. */
export function readFitting(lines: ToolLines, line: number, endLine: number): ZoneRecord | undefined {
  const record = readClassless(lines, line, endLine);
  return record?.name.includes('.') === true && fitsType(record.type, record.data) ? record : undefined;
}
