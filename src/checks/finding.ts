import type { Answer, ResourceRecord } from '../probes/ports.ts';

/** How a finding weighs. `unknown`: what would tell could not be asked, which says nothing about the domain. */
export type FindingLevel = 'fail' | 'warning' | 'note' | 'pass' | 'unknown';

/** One thing that was found out, without wording: the words stand with the reports, by the code. */
export interface FindingOf<Code extends string, Data> {
  readonly code: Code;
  readonly level: FindingLevel;
  /** The name, host or address that it is about, without a final dot. */
  readonly about: string;
  readonly data: Data;
  /** What it rests on, each as a zone file would write it: `contoso.test. 300 IN MX 10 mx1.contoso.test.` */
  readonly evidence: readonly string[];
}

/** The findings of an interface that gives the data of each code. */
export type FindingsOf<DataByCode> = {
  readonly [Code in keyof DataByCode & string]: FindingOf<Code, DataByCode[Code]>;
}[keyof DataByCode & string];

/** A record as evidence. */
export const evidenceOf = ({ name, ttl, type, data }: ResourceRecord): string =>
  `${name === '.' ? '' : name}. ${ttl} IN ${type} ${data}`;

/** The records of an answer as evidence, or what came instead of any: `contoso.test. TXT: NXDOMAIN`. */
export const evidenceFrom = (answer: Answer): readonly string[] =>
  answer.records.length > 0
    ? answer.records.map(evidenceOf)
    : [
        `${answer.question.name}. ${answer.question.type}: ${answer.status}${answer.status === 'NOERROR' ? ', no record' : ''}`,
      ];
