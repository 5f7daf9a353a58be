import type { Socket } from 'node:net';
import { HttpAnswerReader, type HttpAnswer } from './http-answer.js';

/** The other side closed a connection that was kept before it answered anything: it had not taken the request. */
export class StaleConnectionError extends Error {}

const keepAliveAfterMs = 15_000;

/**
 * One open connection that carries one request after the other. Written on the bare socket, because Node's own client
 * spends three times as much on a request as all collectors on a sample, and this agent runs beside somebody else's
 * work.
 */
export class KeptConnection {
  readonly #socket: Socket;
  #wasUsed = false;
  #onEvent: (event: Buffer | Error | undefined) => void = () => undefined;

  /** @param socket connected, and for TLS trusted */
  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, keepAliveAfterMs);
    // What comes between two requests belongs to none of them.
    socket.on('data', (chunk: Buffer) => this.#onEvent(chunk));
    socket.on('error', (error) => this.#onEvent(error));
    socket.on('end', () => this.#onEvent(undefined));
    socket.on('close', () => this.#onEvent(undefined));
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable && !this.#socket.readableEnded;
  }

  close(): void {
    this.#socket.destroy();
  }

  /**
   * @param request head and body
   * @throws StaleConnectionError; another error where there is no whole answer in time. The connection is then closed
   */
  exchange(request: Buffer, limitMs: number): Promise<HttpAnswer> {
    const reader = new HttpAnswerReader();
    return new Promise((resolve, reject) => {
      const wasUsed = this.#wasUsed;
      this.#wasUsed = true;
      const finish = (settle: () => void, mayKeep: boolean) => {
        clearTimeout(timer);
        this.#onEvent = () => this.close();
        if (!mayKeep) this.close();
        settle();
      };
      const fail = (error: Error) => finish(() => reject(error), false);
      const timer = setTimeout(() => fail(new Error(`no answer from the hub within ${limitMs} ms`)), limitMs);
      this.#onEvent = (event) => {
        try {
          if (event instanceof Error && (!wasUsed || reader.hasBegun)) return fail(event);
          const answer = event instanceof Buffer ? reader.take(event) : reader.end();
          if (answer) finish(() => resolve(answer), answer.isKept);
          else if (!(event instanceof Buffer)) fail(this.#closed(wasUsed && !reader.hasBegun));
        } catch (error) {
          fail(error as Error);
        }
      };
      this.#socket.write(request);
    });
  }

  #closed(isStale: boolean): Error {
    const text = 'the hub closed the connection before it answered';
    return isStale ? new StaleConnectionError(text) : new Error(text);
  }
}
