import { statementSecrets } from '../../../../src/core/mask/secrets/statements.ts';
import { finder } from './finding.ts';

const finds = finder(statementSecrets, 'password');

describe('a password in a statement of SQL', () => {
  finds("INSERT INTO mailbox (username, password) VALUES ('alice', '§kettle§')");
  finds("insert ignore into `mail`.`box` (`username`, `password`) values ('alice', '§kettle§');");
  finds("REPLACE INTO mailbox(password,username)VALUES('§kettle§','alice')");
  finds('INSERT INTO "mailbox" ("id", "password")\nVALUES\n(1, "§kettle§"), (2, "§drum§"),\n(3, "§pot§")');
  finds("INSERT INTO m (id, at, password) VALUES (1, NOW(), '§kettle§') ('x', 'y', '§drum§')");
  finds("INSERT INTO m (id, password) VALUES (NULL, ENCRYPT('kettle'))");
  finds("INSERT INTO m (id, password) VALUES (1, 'MASKED'), (2, '§kettle§')");
  finds("INSERT INTO m (id, smtp_pwd, name) VALUES (1, '§kettle§', 'x') ON DUPLICATE KEY ('drum')");
  finds("INSERT INTO m ( ID , PASSWORD ) VALUES\t(\tNULL\t,\t'§kettle§'\r\n)\r\n,\t('x', '§drum§')");
  finds("INSERT INTO m (id, name) VALUES (1, 'kettle')");
  finds("INSERT INTO m (id, password_at) VALUES (1, 'kettle')");
  finds("INSERT INTO m (password, id) VALUES ('§kettle§', 'drum', 'pot')");
  finds("XINSERT INTO m (password) VALUES ('kettle')");
  finds("INSERT m (password) VALUES ('kettle')");
  finds("INSERT INTO m (password) SELECT ('kettle')");
  finds("INSERT INTO m (id, password) VALUES ('it''s', '§kettle§')");
  finds('"INSERT INTO m (password) VALUES (\\"§kettle§\\")"');
});
