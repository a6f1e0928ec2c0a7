import type { Span } from '../../text/span.ts';
import type { JoinedText } from './characterStrings.ts';
import type { NoData } from './recordText.ts';

/** A record as it was answered, asked or written down. */
export interface SetRecord {
  /** What records of one name have in common where the text does not tell the name. */
  readonly place?: string;
  /** Whose it is, without the final dot; empty where that is not known. */
  readonly name: string;
  readonly type: string;
  /** In zone-file form. */
  readonly data: string;
  /** Where it stands in the document; left out where it stands in none. */
  readonly span?: Span;
  /** The text of a TXT record with its places in the document. */
  readonly joined?: JoinedText | undefined;
  /** Whether an alias led to it, so that its name need not be the usual one of its kind. */
  readonly led?: boolean;
  /** The answer that it came with, by a number: records of two answers are not counted together. */
  readonly answer?: number;
  /** Whether its data stands as in a zone file, whole; what tools put into words and tables may leave parts out. */
  readonly isWhole?: boolean;
  /** The server that gave it. */
  readonly server?: string | undefined;
}

/** Every mistake that records make together, or that records without a text of their own make. */
export interface SetProblemData {
  'mx-address': { readonly exchanger: string };
  'mx-this-host': { readonly exchanger: string };
  'mx-alias': { readonly exchanger: string; readonly target: string };
  'mx-null-beside': NoData;
  'mx-form': { readonly data: string };
  'mx-private': { readonly exchanger: string; readonly address: string };
  'ptr-form': { readonly name: string; readonly data: string };
  'ptr-several': { readonly name: string };
  'soa-value': { readonly said: string };
  'name-doubled': { readonly name: string; readonly meant: string };
  'cname-beside': { readonly name: string; readonly type: string };
  'soa-serials-differ': { readonly serial: string; readonly other: string };
  'spf-type': NoData;
  'tlsa-name': { readonly name: string };
  'tlsa-usage': { readonly usage: string };
  'tlsa-length': { readonly octets: string; readonly expected: string };
  'tlsa-parameter': { readonly field: string; readonly value: string };
}

export type SetProblemCode = keyof SetProblemData;

/** A mistake without wording. */
export type SetProblem = {
  readonly [Code in SetProblemCode]: {
    readonly code: Code;
    readonly data: SetProblemData[Code];
    readonly start: number;
    readonly end: number;
  };
}[SetProblemCode];

/** The place is that of the record, which the caller knows. */
export const setProblem = <Code extends SetProblemCode>(code: Code, data: SetProblemData[Code]): SetProblem =>
  // The parameters hold code and data together.
  ({ code, data, start: 0, end: 0 }) as SetProblem;
