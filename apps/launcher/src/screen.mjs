/** @typedef {{ write: (text: string) => unknown, isTTY?: boolean, on?: (event: 'error', listener: () => void) => unknown }} Stream */

const ruler = '  '.padEnd(66, '─');

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 9_950 ? 1 : 0)} s`;

/**
 * What the person at the terminal sees. On a terminal the line of a running step counts its seconds in place;
 * elsewhere a step that takes long says so at growing distances.
 */
export class Screen {
  #stream;
  #isTerminal;
  #quietBelowMs;
  /** @type {string} */
  #progress = '';

  /**
   * @param {Stream} stream
   * @param {{ quietBelowMs?: number }} [options] steps shorter than this are not told
   */
  constructor(stream, { quietBelowMs = 0 } = {}) {
    this.#stream = stream;
    this.#isTerminal = stream.isTTY === true;
    this.#quietBelowMs = quietBelowMs;
    // The terminal may be gone (SIGHUP) while the children are still being stopped.
    stream.on?.('error', () => {});
  }

  /**
   * Runs one step of the start, telling its name, its progress and its duration.
   *
   * @template T
   * @param {string} chinese
   * @param {string} english
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>} what the work gives; its error passes through
   */
  async step(chinese, english, work) {
    const name = `${chinese} · ${english}`;
    const startedAt = performance.now();
    const stopProgress = this.#tellProgress(name, startedAt);
    try {
      const result = await work();
      stopProgress();
      const tookMs = performance.now() - startedAt;
      if (tookMs >= this.#quietBelowMs) this.#print(`  ✓ ${name}  ${seconds(tookMs)}`);
      return result;
    } finally {
      stopProgress();
    }
  }

  /** @param {string} chinese @param {string} [english] */
  line(chinese, english) {
    this.#print(`  ${english ? `${chinese} · ${english}` : chinese}`);
  }

  /** @param {string} text printed as it is */
  title(text) {
    this.#print(text);
  }

  /** @param {import('./problem.mjs').Problem} problem */
  problem(problem) {
    problem.details.forEach((detail) => this.#print(`    ${detail}`));
    this.#print(`✗ ${problem.message}`);
  }

  /** @param {string[]} lines set clearly apart from the rest */
  panel(lines) {
    ['', ruler, ...lines.map((line) => line && `  ${line}`), ruler, ''].forEach((line) => this.#print(line));
  }

  /** @param {string} name @param {number} startedAt */
  #tellProgress(name, startedAt) {
    let nextAtMs = 1_000;
    const tell = () => {
      const elapsedMs = performance.now() - startedAt;
      if (elapsedMs < nextAtMs) return;
      nextAtMs = this.#isTerminal ? nextAtMs + 1_000 : nextAtMs * 2;
      this.#progress = `  … ${name}  ${Math.floor(elapsedMs / 1000)} s`;
      this.#stream.write(this.#isTerminal ? `\r\x1b[K${this.#progress}` : `${this.#progress}\n`);
    };
    const timer = setInterval(tell, 250);
    return () => {
      clearInterval(timer);
      this.#clearProgress();
    };
  }

  /** @param {string} line */
  #print(line) {
    this.#clearProgress();
    this.#stream.write(`${line}\n`);
  }

  #clearProgress() {
    if (this.#progress && this.#isTerminal) this.#stream.write('\r\x1b[K');
    this.#progress = '';
  }
}
