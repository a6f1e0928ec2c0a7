/** A recipient with what became of the message for it: `bob@contoso.test##Receive, Fail` (message trace of Microsoft 365). */
export const STATED = /[^\s;#",\t]{1,320}@[^\s;#",\t]{1,255}##[^;#"\t\r\n]{0,100}/g;
