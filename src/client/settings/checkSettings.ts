import { type ConfigurationScope, workspace } from 'vscode';
import { hasMembers } from '../../core/text/members.ts';

/** What a check of a domain is told by the settings, as `CheckOptions` of src/checks. */
export interface CheckSettings {
  readonly expectedExchangers: readonly string[];
  readonly blockLists?: readonly BlockListSetting[];
  readonly filterServices: Readonly<Record<string, FilterServiceSetting>>;
}

interface BlockListSetting {
  readonly zone: string;
  readonly of?: readonly ('ipv4' | 'ipv6' | 'domain')[];
  readonly meanings?: Readonly<Record<string, string>>;
}

interface FilterServiceSetting {
  readonly mailExchangers?: readonly string[];
  readonly spf?: readonly string[];
  readonly selectors?: readonly string[];
  readonly relay?: string;
  readonly autodiscover?: string;
}

/** Of a check, without `mailTriage.`, for `ignoredSettings`. */
export const CHECK_SETTINGS = ['expectedMailExchangers', 'blockLists', 'filterServices'] as const;

/** The settings of checks; what is no value of its type counts as not set. */
export function checkSettings(scope?: ConfigurationScope): CheckSettings {
  const settings = workspace.getConfiguration('mailTriage', scope ?? null);
  const lists: unknown = settings.get('blockLists');
  const services: unknown = settings.get('filterServices');
  const blockLists = Array.isArray(lists) ? lists.flatMap((one: unknown) => blockListOf(one) ?? []) : [];
  return {
    expectedExchangers: names(settings.get('expectedMailExchangers')),
    ...(blockLists.length > 0 && { blockLists }),
    filterServices: hasMembers(services)
      ? Object.fromEntries(
          Object.entries(services).flatMap(([name, one]) => (hasMembers(one) ? [[name, serviceOf(one)]] : [])),
        )
      : {},
  };
}

const ZONE = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}\.?$/i;
const SUBJECTS = ['ipv4', 'ipv6', 'domain'] as const;

function blockListOf(value: unknown): BlockListSetting | undefined {
  const of: Readonly<Record<string, unknown>> = hasMembers(value) ? value : { zone: value };
  const { zone, meanings } = of;
  if (typeof zone !== 'string' || !ZONE.test(zone)) return undefined;
  const subjects = SUBJECTS.filter((one) => Array.isArray(of.of) && of.of.includes(one));
  return {
    zone,
    ...(subjects.length > 0 && { of: subjects }),
    ...(hasMembers(meanings) && { meanings: Object.fromEntries(Object.entries(meanings).filter(isText)) }),
  };
}

function serviceOf(value: Readonly<Record<string, unknown>>): FilterServiceSetting {
  const { relay, autodiscover } = value;
  return {
    mailExchangers: names(value.mailExchangers),
    spf: names(value.spf),
    selectors: names(value.selectors),
    ...(typeof relay === 'string' && relay !== '' && { relay }),
    ...(typeof autodiscover === 'string' && autodiscover !== '' && { autodiscover }),
  };
}

const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';
