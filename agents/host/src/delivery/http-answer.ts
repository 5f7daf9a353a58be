/** What came back, whatever its status. */
export interface HttpAnswer {
  status: number;
  /** Names in lower case; of a name that comes twice the last one. */
  headers: ReadonlyMap<string, string>;
  text: string;
  /** Whether another request may follow on the same connection. */
  isKept: boolean;
}

const headBytesMax = 65_536;
const bodyBytesMax = 4 * 1024 * 1024;
const emptyLine = '\r\n\r\n';

interface Head {
  status: number;
  headers: Map<string, string>;
  isKept: boolean;
}

const parseHead = (text: string): Head => {
  const [first = '', ...lines] = text.split('\r\n');
  const found = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(first);
  if (!found) throw new Error('what answers does not speak HTTP/1.1');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new Error('the answer of the hub has a broken header');
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const connection = headers.get('connection')?.toLowerCase();
  const isKept = found[1] === '1' ? connection !== 'close' : connection === 'keep-alive';
  return { status: Number(found[2]), headers, isKept };
};

/** The body of a chunked answer; `undefined` while its last chunk is missing. */
const joinChunks = (bytes: Buffer): Buffer | undefined => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (!(size >= 0)) throw new Error('the answer of the hub has a broken chunk');
    const start = lineEnd + 2;
    // After the last one come trailers, if any, and an empty line.
    if (size === 0) {
      const isEnded = bytes.indexOf('\r\n', start) === start || bytes.indexOf(emptyLine, start) >= 0;
      return isEnded ? Buffer.concat(chunks) : undefined;
    }
    if (bytes.length < start + size + 2) return undefined;
    chunks.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
};

/** Puts the answer to one request together from what arrives. */
export class HttpAnswerReader {
  #bytes: Buffer = Buffer.alloc(0);
  #head: Head | undefined;

  /** Whether anything has arrived yet. */
  get hasBegun(): boolean {
    return this.#head !== undefined || this.#bytes.length > 0;
  }

  /**
   * @returns the answer once it is whole
   * @throws where it is no HTTP/1.1, or too long
   */
  take(chunk: Buffer): HttpAnswer | undefined {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    while (!this.#head) {
      const end = this.#bytes.indexOf(emptyLine);
      if (end < 0 && this.#bytes.length > headBytesMax) throw new Error('the answer of the hub is too long');
      if (end < 0) return undefined;
      const head = parseHead(this.#bytes.toString('latin1', 0, end));
      this.#bytes = this.#bytes.subarray(end + emptyLine.length);
      // An interim answer; the real one follows.
      if (head.status >= 200) this.#head = head;
    }
    if (this.#bytes.length > bodyBytesMax) throw new Error('the answer of the hub is too long');
    return this.#findBody(this.#head);
  }

  /** The other side has closed: the end of an answer that told no length. */
  end(): HttpAnswer | undefined {
    const head = this.#head;
    if (!head || this.#hasLength(head)) return undefined;
    return this.#answer({ ...head, isKept: false }, this.#bytes);
  }

  #hasLength({ headers }: Head): boolean {
    return headers.has('transfer-encoding') || headers.has('content-length');
  }

  #findBody(head: Head): HttpAnswer | undefined {
    const { status, headers } = head;
    if (status === 204 || status === 304) return this.#answer(head, Buffer.alloc(0));
    if (headers.get('transfer-encoding')?.toLowerCase() === 'chunked') {
      const body = joinChunks(this.#bytes);
      return body && this.#answer(head, body);
    }
    if (!this.#hasLength(head)) return undefined;
    const length = Number(headers.get('content-length'));
    if (!Number.isInteger(length) || length < 0) throw new Error('the answer of the hub has a broken length');
    if (length > bodyBytesMax) throw new Error('the answer of the hub is too long');
    return this.#bytes.length >= length ? this.#answer(head, this.#bytes.subarray(0, length)) : undefined;
  }

  #answer({ status, headers, isKept }: Head, body: Buffer): HttpAnswer {
    return { status, headers, isKept, text: body.toString('utf8') };
  }
}
