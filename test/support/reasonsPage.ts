import { reasons } from '../../src/core/knowledge/reasons.ts';
import { sourceWords } from '../../src/core/knowledge/sources.ts';
import { actorWords } from '../../src/core/report/words.ts';

/** The table of reasons as a page for people who write scripts with the codes of verdicts. */
export function reasonsPage(): string {
  const rows = Object.entries(reasons).map(
    ([name, { meaning, actor, sisimai, source }]) =>
      `| \`${name}\` | ${meaning} | ${actorWords(actor)} | \`${sisimai}\` | ${sourceWords(source)} |`,
  );
  return `# Reasons

The closed list of why something happened: \`mail-triage explain --json\` gives one as \`reason\`, \`mail-triage read --json\` as the \`code\` of a verdict. Who acts is what is usual for the reason; the words of one server may say otherwise. The class is the one of [sisimai](https://libsisimai.org/en/reason/) that stands nearest.

\`npm run generate\` writes this page from \`src/core/knowledge/reasons.ts\`.

| reason | what it means | who acts | sisimai | source |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
