import { defined } from '../../text/defined.ts';
import { reportType, subjectOf } from '../bounces/evidence.ts';
import { fieldNamed } from '../header/fields.ts';
import type { Field, Part } from '../message.ts';
import { aggregateReportParts } from './aggregateReports.ts';
import type { AggregateNotice } from './reportWords.ts';

/**
 * Whether a message brings a report on a domain, by its type, its fields, its subject or the name of its file, which all
 * say from whom it is and about what (RFC 7489 7.2.1.1, RFC 8460 5.1 and 5.3).
 */
export function readAggregateNotice(fields: readonly Field[], root: Part): AggregateNotice | undefined {
  const subject = subjectOf(fields);
  const part = [...aggregateReportParts(root)][0];
  const name = NAME.exec(part?.filename ?? '');
  const ofDomain = DOMAIN.exec(subject)?.[1];
  const alone = root.parts.length === 0 && name === null && !PACKED.test(root.contentType);
  if (alone && (ofDomain === undefined || !SUBMITTER.test(subject))) return undefined;
  const tls =
    reportType(fields) === 'tlsrpt' ||
    fieldNamed(fields, 'tls-report-domain') !== undefined ||
    /^application\/tlsrpt\b/.test(part?.contentType ?? '') ||
    (/\.json(?:\.gz)?$/i.test(part?.filename ?? '') && /\btls\b|smtp/i.test(subject));
  if (!tls && (part === undefined || (name === null && ofDomain === undefined && !DMARC.test(subject))))
    return undefined;
  const at = fieldNamed(fields, 'subject') ?? fieldNamed(fields, 'from');
  const from = /@([\w.-]{3,255})/.exec(fieldNamed(fields, 'from')?.value.slice(0, 500) ?? '')?.[1];
  return {
    start: at?.start ?? root.start,
    end: at?.end ?? root.start,
    kind: tls ? 'tls' : 'dmarc',
    ...defined({
      organisation: value(fields, 'tls-report-submitter') ?? SUBMITTER.exec(subject)?.[1] ?? name?.[1] ?? from,
      domain: value(fields, 'tls-report-domain') ?? ofDomain ?? name?.[2],
      begin: name?.[3] === undefined ? undefined : Number(name[3]),
      until: name?.[4] === undefined ? undefined : Number(name[4]),
      file: part?.filename,
    }),
  };
}

const value = (fields: readonly Field[], name: string): string | undefined =>
  fieldNamed(fields, name)?.value || undefined;

/** A message that is nothing but the report. */
const PACKED = /^application\/(?:zip|gzip|x-gzip|x-zip|x-zip-compressed|tlsrpt|dmarc)/;

/** `receiver!domain!begin!end!id.xml.gz`, times in seconds (RFC 7489 7.2.1.1). */
const NAME = /^([\w.-]{1,255})!([\w.-]{1,255})!(\d{9,11})!(\d{9,11})(?:[!.]|$)/;

const DOMAIN = /\breport[ -]domain ?: {0,4}[{<]?([\w.-]{3,255}[\w])/i;
const SUBMITTER = /\bsubmitter ?: {0,4}[{<]?([\w.-]{2,255}[\w])/i;
const DMARC = /\bdmarc\b.{0,40}\breport\b|\breport\b.{0,40}\bdmarc\b|\brua\b/i;
