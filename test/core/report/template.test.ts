import assert from 'node:assert/strict';
import { fillTemplate, unknownPlaceholders } from '../../../src/core/report/template.ts';

const values = new Map([
  ['name', 'Ann'],
  ['long', 'one\n\ntwo  '],
  ['none', ''],
]);
const fills = (template: string, text: string): void => assert.equal(fillTemplate(template, values), text, template);

describe('a template with its values', () => {
  it('keeps its lines, and one empty line between paragraphs', () => {
    fills('Hello\n{{name}},\nbye', 'Hello\nAnn,\nbye\n');
    fills('a\n\n\n\nb\n\nc\n\n', 'a\n\nb\n\nc\n');
    fills('\n\na', 'a\n');
    fills('a\r\nb\r\n\r\nc\rd\r\re', 'a\nb\n\nc\nd\n\ne\n');
    fills('a  \n\nb \t', 'a\n\nb\n');
    fills('{{long}}\n\nx', 'one\n\ntwo\n\nx\n');
    fills('', '\n');
  });
  it('leaves a paragraph out of which all placeholders are empty', () => {
    fills('a\n\n{{none}}\n\nb', 'a\n\nb\n');
    fills('a\n\n{{none}} {{none}}\n\nb', 'a\n\nb\n');
    fills('a\n\n{{none}} {{name}}\n\nb', 'a\n\n Ann\n\nb\n');
    fills('a {{none}}\nmore', '\n');
    fills('a\n\n{{other}}\n\nb', 'a\n\n{{other}}\n\nb\n');
    fills('a\n\n{{none}} {{other}}', 'a\n\n {{other}}\n');
  });
  it('leaves a heading out in front of such a paragraph', () => {
    fills('Head:\n\n{{none}}\n\nb', 'b\n');
    fills('Head: \n\n{{none}}\n\nb', 'b\n');
    fills('Head:\n\n{{name}}', 'Head:\n\nAnn\n');
    fills('Head\n\n{{none}}', 'Head\n');
    fills('Head: x\n\n{{none}}', 'Head: x\n');
    fills('{{name}}:\n\n{{none}}', 'Ann:\n');
    fills('Head:', 'Head:\n');
    fills('Head:\n\nb\n\n{{none}}', 'Head:\n\nb\n');
  });
});

describe('placeholders', () => {
  it('that have no value are told once each', () => {
    assert.deepEqual(unknownPlaceholders('{{name}} {{b}} {{a}} {{b}} {{none}}', values), ['b', 'a']);
    assert.deepEqual(unknownPlaceholders('{{name}} {a} {{}} {{a1}} {{ a }}', values), []);
    assert.deepEqual(unknownPlaceholders(`{{${'a'.repeat(30)}}} {{${'b'.repeat(31)}}}`, values), ['a'.repeat(30)]);
  });
});
