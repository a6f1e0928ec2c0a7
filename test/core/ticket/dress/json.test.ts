import { json } from '../../../../src/core/ticket/dress/json.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('a header in JSON', () =>
    takenOff(json, [
      ['{"Received": "from a", "From": "b"}\nend', 1, 'Received: from a\nFrom: b\n'],
      ['{"Received": ["from a", "from b"], "From": "c"}', 1, 'Received: from a\nReceived: from b\nFrom: c\n'],
      ['{"received": ["from a"], "from": "b", "subject": "x"}', 1, 'received: from a\nsubject: x\n'],
      ['[["Received", "from a"], ["From", "b"]]\nend\n', 1, 'Received: from a\nFrom: b\n'],
      ['[("Received", "from a"), ("From", "b")]', 1, 'Received: from a\nFrom: b\n'],
      ["[['Received', 'from a'], ['From', 'b', 'c']]", 1, 'Received: from a\nFrom: b\n'],
      ['{"headers": [{"name": "From", "value": "b"}]} x', 1, 'From: b\n'],
      ['{"headers": [{"value": "b", "name": "From"}, {"name": "To"}, {"value": "c"}]}', 1, 'From: b\n'],
      ['{"headers": [{"headerName": "From", "headerValue": "b"}]}', 1, 'From: b\n'],
      ['{"x": [{"key": "Subject", "val": "b"}, {"header": "To", "content": "c"}]}', 1, 'Subject: b\nTo: c\n'],
      [
        '{"x": 5, "headers": {"Message-ID": "<1>", "x_y": "no", "a-b": "yes", "a_b-c": "no", "from": "no", "subject": "yes"}}',
        1,
        'Message-ID: <1>\na-b: yes\nsubject: yes\n',
      ],
      ['{"Message-ID": "<1>", "Bad key": "x", "To": "y"}', 1, 'Message-ID: <1>\nTo: y\n'],
      ['{"Message-ID": "a\\u0041\\x42\\"\\n\\tb\\bc\\/\\\\"}', 1, 'Message-ID: aAB" \tb c/\\\n'],
      ['{"Message-ID": "a\\r\\n b", "raw_headers": "x"}', 1, 'Message-ID: a   b\n'],
      ['{"raw_headers": "From: a\\r\\nTo: b"}', 1, 'From: a\r\nTo: b'],
      ['{"rawHeader": "From: a"}', 1, 'From: a'],
      ['{"headers": "From a"}'],
      ['{"Message-ID": "<1>"} ; {"Subject": "x"}', 1, 'Message-ID: <1>\n'],
      ['{"Message-ID": "<1>", "Subject": "x', 1, 'Message-ID: <1>\nSubject: x\n'],
      ['{"Message-ID": "<1>"}\n]\n}\n}\n}\n}\n"To": "x"', 5, 'Message-ID: <1>\n'],
      ['"Message-ID": "<1>", "To": "b"', 1, 'Message-ID: <1>\nTo: b\n'],
      ['x "Message-ID": "<1>"'],
      ['{"a": "b"}'],
      ['{"name": "From", "value": 5}'],
      ['[{"name": "From", "value": "a"}]\n[{"name": "To", "value": "b"}]', 1, 'From: a\n'],
      ['{"Received": {"x": "y"}, "To": ["a"], "Cc": "b"}'],
      ['{"To": ["a", "b"], "list": ["c"], "Message-ID": "<1>"}', 1, 'To: a\nTo: b\nMessage-ID: <1>\n'],
      ['  ["Message-ID": "<1>"]', 1, 'Message-ID: <1>\n'],
      ["{'Message-ID': '<1>', 'To': 'b'}", 1, 'Message-ID: <1>\nTo: b\n'],
    ]));
});
