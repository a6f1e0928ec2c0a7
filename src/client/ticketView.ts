import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import { append } from '../core/text/lists.ts';
import type { FindingSummary, PartSummary, StorySummary, TicketSummary } from '../protocol/ticket.ts';
import type { ActiveTicket } from './activeTicket.ts';

/** A row of the view. */
interface Row {
  readonly item: TreeItem;
  readonly children: readonly Row[];
}

/** The ticket at hand as a tree: what happened with its next steps, and what the text is made of. */
export function registerTicketView(ticket: ActiveTicket): Disposable {
  const changed = new EventEmitter<void>();
  let rows: readonly Row[] = [];
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => [...(row?.children ?? rows)],
    getTreeItem: ({ item }) => item,
  };
  const view: TreeView<Row> = window.createTreeView('mailTriage.ticket', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const show = (): void => {
    const { uri, summary } = ticket;
    rows = uri === undefined || summary === undefined ? [] : rowsOf(uri, summary);
    view.description = uri === undefined ? '' : (uri.path.split('/').at(-1) ?? '');
    // An empty text clears the message; the type does not allow undefined.
    view.message =
      summary !== undefined && summary.parts.length === 0 && summary.findings.length === 0
        ? 'No SMTP session, message, log or DNS lookup was found in this text.'
        : '';
    const failures = summary?.findings.filter(({ role }) => role === 'cause' || role === 'waiting').length ?? 0;
    view.badge =
      failures === 0
        ? undefined
        : { value: failures, tooltip: failures === 1 ? '1 delivery failed' : `${failures} failures` };
    changed.fire();
  };
  show();
  return Disposable.from(view, changed, ticket.onDidChange(show));
}

function rowsOf(
  uri: Uri,
  { findings, totals = [], cut, parts, moreParts, stories = [] }: TicketSummary,
): readonly Row[] {
  const rows = totalRows(totals);
  append(
    rows,
    findings.map((finding) => findingRow(uri, finding)),
  );
  append(
    rows,
    cut.map((sentence) => leaf(sentence, 'warning')),
  );
  append(
    rows,
    stories.map((story) => storyRow(uri, story)),
  );
  if (parts.length === 0) return rows;
  const item = new TreeItem('What the text is made of', TreeItemCollapsibleState.Collapsed);
  item.id = 'parts';
  item.iconPath = new ThemeIcon('list-tree');
  const more = moreParts === 0 ? [] : [leaf(`… and ${moreParts} more`, 'list-tree')];
  return [...rows, { item, children: [...parts.map((part) => partRow(uri, part)), ...more] }];
}

/** What the logs come to, with a row for each reason. */
function totalRows([sentence, ...reasons]: readonly string[]): Row[] {
  if (sentence === undefined) return [];
  const item = new TreeItem(sentence, TreeItemCollapsibleState.Expanded);
  item.iconPath = new ThemeIcon('graph');
  return [{ item, children: reasons.map((reason) => leaf(reason, 'dash')) }];
}

/** What speaks against a message and for it, closed until somebody asks whether it is a phish. */
function storyRow(uri: Uri, { line, facts }: StorySummary): Row {
  const count = (side: StorySummary['facts'][number]['side']): number =>
    facts.filter((fact) => fact.side === side).length;
  const label = `Speaks against the message: ${count('against')}, for it: ${count('for')}`;
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon('shield');
  item.description = `line ${line + 1}`;
  const children = facts.map((fact) => {
    const row = leaf(fact.words, SIDES[fact.side]);
    row.item.description = `line ${fact.line + 1}`;
    row.item.command = {
      title: 'Show the line',
      command: 'mailTriage.revealLine',
      arguments: [uri.toString(), fact.line],
    };
    return row;
  });
  return { item, children };
}

const SIDES: Readonly<Record<StorySummary['facts'][number]['side'], string>> = {
  against: 'warning',
  for: 'check',
  unknown: 'question',
};

/** Recipients that a line of the view names. */
const MOST = 20;

const namesOf = (recipients: readonly string[]): string =>
  `${recipients.slice(0, MOST).join(', ')}${recipients.length > MOST ? ` and ${recipients.length - MOST} more` : ''}`;

function findingRow(uri: Uri, finding: FindingSummary): Row {
  const { headline, label, role, failed, line, recipients, summary, who, next, confidence, times, source, reply } =
    finding;
  const children = [headline, summary, ...(who === undefined ? [] : [who])].map((text) => leaf(text, 'info'));
  if (recipients.length > 1 && failed) children.push(leaf(`For ${namesOf(recipients)}`, 'account'));
  append(
    children,
    next.map((step) => leaf(step, 'arrow-right')),
  );
  const open =
    failed && role !== 'consequence' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, role === 'success' ? TreeItemCollapsibleState.None : open);
  item.description = `${reply === undefined ? '' : `${reply}, `}line ${line + 1}${times > 1 ? `, ${times} times` : ''}`;
  item.iconPath = ICONS[role];
  // Only plain text: a reply of a server must not become Markdown.
  const tooltip = new MarkdownString();
  tooltip.appendText(`${headline}\n\n${summary}\n\nHow sure: ${confidence}. Source: ${source}`);
  item.tooltip = tooltip;
  item.command = { title: 'Show the line', command: 'mailTriage.revealLine', arguments: [uri.toString(), line] };
  item.accessibilityInformation = { label: `${headline}, line ${line + 1}` };
  return { item, children: role === 'success' ? [] : children };
}

const ICONS: Readonly<Record<FindingSummary['role'], ThemeIcon>> = {
  cause: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  waiting: new ThemeIcon('watch', new ThemeColor('list.warningForeground')),
  consequence: new ThemeIcon('debug-step-over'),
  recovered: new ThemeIcon('pass'),
  delay: new ThemeIcon('watch', new ThemeColor('list.warningForeground')),
  notice: new ThemeIcon('info'),
  success: new ThemeIcon('pass'),
};

function leaf(text: string, icon: string): Row {
  const item = new TreeItem(text, TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = text;
  return { item, children: [] };
}

const PARTS: Readonly<Record<PartSummary['kind'], string>> = {
  conversation: 'comment-discussion',
  message: 'mail',
  lookup: 'search',
  log: 'output',
  prose: 'note',
};

function partRow(uri: Uri, { kind, label, line }: PartSummary): Row {
  const row = leaf(label, PARTS[kind]);
  row.item.description = `line ${line + 1}`;
  row.item.command = { title: 'Show the line', command: 'mailTriage.revealLine', arguments: [uri.toString(), line] };
  return row;
}
