import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';

type Yaml = Readonly<Record<string, unknown>>;

const read = (file: string): Yaml => load(readFileSync(file, 'utf8')) as Yaml;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly strategy: { readonly matrix: Yaml }; readonly steps: readonly Step[]; permissions?: unknown }
    >
  >;
}

describe('the workflow of the hosted CI', () => {
  const file = '.github/workflows/ci.yml';
  const workflow = read(file) as unknown as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('may do nothing but read', () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    assert.ok(jobs.every(({ permissions }) => permissions === undefined));
    assert.doesNotMatch(readFileSync(file, 'utf8'), /secrets\.|pull_request_target/);
  });

  it('pins every action to a commit, and says which version that is', () => {
    const pinned = [...readFileSync(file, 'utf8').matchAll(/uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n/g)];
    assert.equal(pinned.length, steps.filter(({ uses }) => uses !== undefined).length);
  });

  it('runs what a developer runs, in bash, on Linux, Windows and macOS', () => {
    assert.deepEqual(
      steps.filter(({ run }) => run !== undefined).map(({ run, shell }) => [run, shell]),
      [['./.ci/run', 'bash']],
    );
    assert.ok(existsSync('.ci/run'));
    const systems = jobs.flatMap(({ strategy }) => strategy.matrix.system as string[]);
    assert.deepEqual(systems.map((system) => system.replace(/-.*/, '')).sort(), ['macos', 'ubuntu', 'windows']);
  });
});

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly description?: string; readonly options?: readonly Yaml[] };
}

describe('the forms for issues', () => {
  const forms = globSync('.github/ISSUE_TEMPLATE/[0-9]*.yml');

  it('are the only way to open one', () => {
    assert.equal(read('.github/ISSUE_TEMPLATE/config.yml').blank_issues_enabled, false);
    assert.ok(forms.length >= 2);
  });

  for (const file of forms) {
    it(`are written as GitHub reads them, and ask for a masked sample: ${file}`, () => {
      const { name, description, body } = read(file) as { name: string; description: string; body: readonly Field[] };
      assert.ok(name.length > 5 && description.length > 20);
      const ids = body.flatMap(({ id }) => id ?? []);
      assert.deepEqual([...new Set(ids)], ids);
      for (const { type, id, attributes } of body) {
        assert.match(type, /^(?:markdown|textarea|input|dropdown|checkboxes)$/);
        assert.ok(type === 'markdown' || (id !== undefined && attributes.label !== undefined), type);
      }
      const field = (id: string): Field['attributes'] => (body.find((one) => one.id === id) as Field).attributes;
      assert.match(field('sample').label ?? '', /masked/);
      assert.match(readFileSync(file, 'utf8'), /Mask Secrets and Addresses.*mask --all/);
      assert.ok(field('masked').options?.every(({ required }) => required === true));
    });
  }
});
