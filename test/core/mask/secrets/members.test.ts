import { namedSecrets } from '../../../../src/core/mask/secrets/named.ts';
import { finder } from './finding.ts';

const finds = finder(namedSecrets);

describe('a value in the same object as the name', () => {
  for (const value of ['value', 'defaultValue', 'default', 'VALUE', 'stringValue'])
    finds(`{ "name": "SMTP_PASSWORD", "${value}": "§kettle§" }`);
  finds('{ "name": "SMTP_PASSWORD", "type": "text", "secure": true, "value": "§kettle§" }');
  finds('{\n  "name": "SMTP_PASSWORD",\n  "value": "§kettle§"\n}');
  finds('{\r\n  "name": "SMTP_PASSWORD",\r\n  "value": "§kettle§"\r\n}');
  finds('"smtpPassword": { "value": "§kettle§" }');
  finds('"smtpPassword": { "type": "string", "value": "§kettle§" }');
  finds('variable "smtp_password" {\n  type = string\n  default = "§kettle§"\n}');
  finds("{ 'name': 'smtp_password', 'value': '§kettle§' }");
  finds('"{ \\"name\\": \\"SMTP_PASSWORD\\", \\"value\\": \\"§kettle§\\" }"');
  finds(`{ "name": "SMTP_PASSWORD", ${'"a": "b", '.repeat(6)}"value": "§kettle§" }`);
  finds(`{ "name": "SMTP_PASSWORD", ${'"a": "b", '.repeat(7)}"value": "kettle" }`);
  finds('{ "name": "SMTP_PASSWORD" }, { "value": "kettle" }');
  finds('{ "name": "SMTP_PASSWORD", "of": { "value": "kettle" } }');
  finds('{ "name": "SMTP_USER", "value": "kettle" }');
  finds('{ "name": "SMTP_PASSWORD", "valued": "kettle" }');
});

describe('the value of an element', () => {
  finds('<password>§kettle§</password>');
  finds('<password> §kettle§ </password>');
  finds('<password>\n  §kettle§\n</password>');
  finds('<smtp:password>§kettle§</smtp:password>');
  finds('<password><![CDATA[§kettle§]]></password>');
  finds('<password type="plain">§kettle§</password>');
  finds("<password type='plain' a='b'>§kettle§</password>");
  finds('<password><string>§kettle§</string></password>');
  finds('<param name="password">§kettle§</param>');
  finds('<key>password</key>\n<string>§kettle§</string>');
  finds('<name>smtp.password</name><value>§kettle§</value>');
  finds('<td>Password</td><td>§kettle§</td>');
  finds('> <key>password</key>\n> <string>§kettle§</string>');
  finds('<password></password>');
  finds('<password/>kettle</x>');
  finds('</password>kettle</x>');
  finds('<smtp.password>§kettle§</smtp.password>');
  finds('<a.name>password</a.name><a.value>§kettle§</a.value>');
  finds('<x>my password</x><y>kettle</y>');
  finds('<passwordless>kettle</passwordless>');
  finds('<password>§password§</password>');
  finds('<key>password</key><key>§key§</key>');
  finds('<user>kettle</user>');
});

describe('a value that its name stands beside', () => {
  finds('<property name="password" value="§kettle§"/>');
  finds("<property name='password' value='§kettle§'/>");
  finds('<property name="password" type="x" value="§kettle§"/>');
  finds('- name: SMTP_PASSWORD\n  value: §kettle§');
  finds('- name: SMTP_PASSWORD\r\n  value: "§kettle§"');
  finds('ParameterKey=SmtpPassword,ParameterValue=§kettle§');
  finds('--name smtp_password --value=§kettle§');
  finds('- name: SMTP_PASSWORD\n\n  value: kettle');
  finds('- name: SMTP_PASSWORD\n  values: kettle');
  finds('<property name="login" value="kettle"/>');
});

describe('a field of a form', () => {
  finds('Content-Disposition: form-data; name="password"\n\n§kettle§\n--x');
  finds('Content-Disposition: form-data; name="password"\r\n\r\n§kettle§\r\n--x');
  finds('Content-Disposition: form-data; name="password"\nContent-Type: text/plain\n\n§kettle§\n--x');
  finds('Content-Disposition: form-data; name="password"\nA: b\nC: d\nE: f\n\n§kettle§\n--x');
  finds('Content-Disposition: form-data; name="password"\nA: b\nC: d\nE: f\nG: h\n\nkettle\n--x');
  finds('Content-Disposition: form-data; name="password"\nkettle\n--x');
  finds("Content-Disposition: form-data; name='password'\n\n§kettle§\n--x");
  finds('Content-Disposition: form-data; name=password\n\n§kettle§\n--x');
  finds('Content-Disposition: form-data; surname="password"\n\nkettle\n--x');
  finds('Content-Disposition: form-data; name="login"\n\nkettle\n--x');
});

describe('an element that has its value in front of its name', () => {
  finds('<input value="§kettle§" type="password">');
  finds("<input value='§kettle§' type='password'>");
  finds('<INPUT id="a" value="§kettle§" class="b" name="password">');
  finds('a value=x <input value="§value§" type="password">');
  finds('<input a="value=x" value="§a§" type="password">');
  finds(`<input value="§kettle§" a="${'x'.repeat(280)}" type="password">`);
  finds(`<input value="kettle" a="${'x'.repeat(300)}" type="password">`);
  finds('"<input value=\\"§kettle§\\" type=\\"password\\">"');
  finds('<input value="value" type="text"><input value="§kettle§" type="password">');
  finds('<input type="text" value="kettle"><input type="password">');
  finds('<output value="kettle" type="password">');
});
