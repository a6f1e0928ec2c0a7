/** A message as the preview shows it. Everything in it is text of the sender but `html`, which holds what is harmless. */
export interface Preview {
  readonly subject: string;
  /** ISO 8601; undefined where it cannot be read. */
  readonly date?: string;
  /** Names and values of the fields that readers know: From, To, Cc and so on, decoded. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Elements and attributes of a closed list, without any address that is loaded; undefined where there is none. */
  readonly html?: string;
  readonly text?: string;
  readonly links: readonly PreviewLink[];
  /** Links beyond those, which lead nowhere here. */
  readonly moreLinks?: number;
  readonly blocked: BlockedContent;
  readonly attachments: readonly PreviewAttachment[];
  /** Attachments beyond those. */
  readonly moreAttachments?: number;
  /** Characters that are left out at the end of each form because it is too long; absent where it is whole. */
  readonly leftOut?: { readonly html?: number; readonly text?: number };
}

export interface PreviewLink {
  /** Where it leads. */
  readonly href: string;
  readonly host: string;
  /** What it shows; empty for a picture. */
  readonly text: string;
  /** The host that the text names, where it is another organisation's. */
  readonly shownHost?: string;
  /** The filters and services that put their own address around it, the outermost first. */
  readonly wrapped?: {
    readonly services: readonly string[];
    /** The address inside, or its host where that is all that is told; undefined where only the service knows. */
    readonly leads?: string;
  };
  /** Whether it may be opened: web and mail addresses. */
  readonly opens: boolean;
}

export interface BlockedContent {
  /** Pictures, styles, fonts and frames that would have been loaded. */
  readonly count: number;
  readonly hosts: readonly string[];
  /** Hosts beyond those. */
  readonly moreHosts?: number;
  /** Scripts, forms and other things that were taken out, by their elements. */
  readonly removed: readonly string[];
}

export interface PreviewAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly size: string;
  /** Line (0-based) of the document in which the part starts. */
  readonly line: number;
}

// From the webview to its host

export type FromPreviewView =
  | { readonly type: 'ready' }
  /** Index into `links`. */
  | { readonly type: 'open'; readonly link: number }
  /** Index into `attachments`. */
  | { readonly type: 'save'; readonly attachment: number };

// From the host to the webview

export type ToPreviewView =
  | { readonly type: 'show'; readonly preview: Preview }
  | { readonly type: 'loading' }
  | { readonly type: 'empty'; readonly message: string }
  | { readonly type: 'error'; readonly message: string };
