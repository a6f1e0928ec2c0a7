import { it, type Words } from './told.ts';

/** `folder`: one that a rule chose. `unknown`: the header does not say. */
export type Folder = 'inbox' | 'junk' | 'quarantine' | 'folder' | 'deleted' | 'archive' | 'unknown';

interface Row extends Words {
  readonly field: string;
  readonly value: RegExp;
  /** Whose field it is: what others wrote of the kind says nothing of this mailbox. */
  readonly operator?: string;
  readonly folder: Folder;
}

/** Fields that name the folder alone, whatever else they hold. */
export const folderRows: readonly Row[] = [
  {
    field: 'x-yahoofilteredbulk',
    value: /./,
    operator: 'Yahoo',
    folder: 'junk',
    words: 'Yahoo put it into the spam folder (Bulk).',
  },
  {
    field: 'x-pm-spam-action',
    value: /^(?:spam|phishing)\b/i,
    operator: 'Proton',
    folder: 'junk',
    words: 'Proton put it into the spam folder.',
  },
  {
    field: 'x-pm-spam-action',
    value: /^inbox\b/i,
    operator: 'Proton',
    folder: 'inbox',
    words: 'Proton put it into the inbox.',
  },
  {
    field: 'x-ui-filterresults',
    value: /^junk:/i,
    operator: 'United Internet',
    folder: 'junk',
    words: 'GMX or WEB.DE put it into the spam folder.',
  },
  {
    field: 'x-aol-global-disposition',
    value: /^s\b/i,
    operator: 'Yahoo',
    folder: 'junk',
    words: 'AOL put it into the spam folder.',
  },
  {
    field: 'x-quarantine-id',
    value: /./,
    folder: 'quarantine',
    words: 'amavis keeps a copy of it in quarantine.',
  },
  {
    field: 'delivered-to',
    value: /^[\w.-]{0,60}quarantine\b/i,
    folder: 'quarantine',
    ...it('was delivered into a mailbox for quarantine.'),
  },
];
