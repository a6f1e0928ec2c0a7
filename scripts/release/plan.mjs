/**
 * What is known of the project before a release.
 *
 * @typedef {object} State
 * @property {string} manifest the version in package.json
 * @property {string} lockfile the version in package-lock.json
 * @property {string} changelog the text of CHANGELOG.md
 * @property {readonly string[]} changed files that are not committed
 * @property {readonly string[]} tags of the repository
 */

/** Semantic Versioning 2.0.0, 2: three numbers; a marketplace takes no more than these. */
const VERSION = /^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/;

/**
 * Why this version cannot be released from here, a sentence each; none where it can.
 *
 * @param {string} version
 * @param {State} state
 * @returns {readonly string[]}
 */
export function problemsOf(version, { manifest, lockfile, changelog, changed, tags }) {
  if (!VERSION.test(version)) return [`"${version}" is no version: name it as in npm run release -- 1.2.3.`];
  const entry = entryOf(changelog);
  const problems = [];
  if (manifest !== version) {
    const how = `run: npm version --no-git-tag-version ${version}`;
    problems.push(`package.json has version ${manifest}, not ${version}; ${how}`);
  }
  if (lockfile !== manifest) {
    problems.push(`package-lock.json has version ${lockfile}, package.json ${manifest}; run: npm install`);
  }
  if (entry === undefined) problems.push('CHANGELOG.md has no entry.');
  else {
    if (entry.version !== version) {
      problems.push(`The topmost entry of CHANGELOG.md is for ${entry.version}, not for ${version}.`);
    }
    if (!isDay(entry.day)) {
      problems.push(
        `The topmost entry of CHANGELOG.md has "${entry.day}" where the day of the release stands: write it as (2026-11-28).`,
      );
    }
    if (entry.text === '') problems.push('The topmost entry of CHANGELOG.md says nothing.');
  }
  if (tags.includes(`v${version}`)) problems.push(`There is a tag v${version} already: a release is never made twice.`);
  if (changed.length > 0) problems.push(`These files are not committed: ${changed.join(', ')}`);
  return problems;
}

/**
 * The topmost entry of a changelog: `## 1.2.3 (2026-11-28)` and what stands below it.
 *
 * @param {string} changelog
 * @returns {{ version: string, day: string, text: string } | undefined}
 */
export function entryOf(changelog) {
  const [, version = '', day = '', rest = ''] = /^## (\S+) \(([^)\n]*)\)\n([\s\S]*)/m.exec(changelog) ?? [];
  if (version === '') return undefined;
  return { version, day, text: (rest.split(/^## /m)[0] ?? '').trim() };
}

/** @param {string} text */
const isDay = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/**
 * What a person does next; nothing of it is done by the script.
 *
 * @param {string} version
 * @param {{ file: string, sha256: string, commit: string }} made
 * @returns {readonly string[]}
 */
export function nextSteps(version, { file, sha256, commit }) {
  return [
    `${file} is made of ${commit}. SHA-256: ${sha256}`,
    '',
    'Nothing was published. Next:',
    `  1. Install it (code --install-extension ${file}) and open a ticket.`,
    `  2. git tag -a v${version} -m "Mail Triage ${version}" ${commit} && git push origin v${version}`,
    `  3. Make a release of the tag v${version}, with the entry of CHANGELOG.md and the SHA-256 as its text, and attach ${file}.`,
    `  4. npx vsce publish --packagePath ${file}`,
    '  5. Put "## NEXT (unreleased)" with the next version on top of CHANGELOG.md.',
  ];
}
