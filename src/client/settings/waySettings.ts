import { type ConfigurationScope, window, workspace } from 'vscode';
import { t } from '../platform/words.ts';

/** The settings that decide which way a probe goes, without `mailTriage.`, for `ignoredSettings`. */
export const WAY_SETTINGS = [
  'smtp.sourceAddress',
  'smtp.proxy',
  'smtp.clientCertificate',
  'smtp.clientKey',
  'smtp.authorities',
] as const;

/** The way to servers as it is written in the settings, as `WayChoice` of the probes. */
function waySettings(scope?: ConfigurationScope) {
  const settings = workspace.getConfiguration('mailTriage', scope ?? null);
  const text = (name: (typeof WAY_SETTINGS)[number]): string => {
    const value: unknown = settings.get(name);
    return typeof value === 'string' ? value : '';
  };
  const authorities: unknown = settings.get('smtp.authorities');
  return {
    source: text('smtp.sourceAddress'),
    proxy: text('smtp.proxy'),
    cert: text('smtp.clientCertificate'),
    key: text('smtp.clientKey'),
    authorities: Array.isArray(authorities) ? authorities.filter((file) => typeof file === 'string') : [],
  };
}

/** The way that the settings choose; undefined where something is wrong with it, which is shown: no other way is taken. */
export async function chosenWay() {
  const { readWay } = await import('../../probes/node/main.ts');
  const read = await readWay(waySettings());
  if (read.ok) return read.way;
  await window.showErrorMessage(t('Mail Triage: {0}. See the settings mailTriage.smtp.', read.problem));
  return undefined;
}
