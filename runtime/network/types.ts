import type { Readable } from 'node:stream';

/** What is asked of a server. */
export interface Ask {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
}

/** What a server answered; the body has to be read, or discarded. */
export interface Answer {
  readonly status: number;
  /** The header's text by its name in small letters; several of one name are joined by commas. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
  /** Throws the body away; whatever goes wrong with it then is nobody's loss. */
  readonly discard: () => void;
  /** Where the answer came from, behind all redirects. */
  readonly url: URL;
}

/** Speaks HTTP. Disposing it closes every connection. */
export interface Transport extends AsyncDisposable {
  /** One question and its answer, whatever the status is; no redirects. Throws `unforeseen` where none comes. */
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** Whether this address may be asked: any by TLS, without it this host alone or all that the user let. */
  readonly requireSafe: (url: URL) => void;
  readonly signal: AbortSignal | undefined;
}
