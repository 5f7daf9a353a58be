/** What a person has to know and can act on: shown as one line, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} chinese
   * @param {string} [english] left out where the text came in one language only
   * @param {string[]} [details] further lines, such as the last ones of a tool's output
   */
  constructor(chinese, english, details = []) {
    super(english ? `${chinese} · ${english}` : chinese);
    this.details = details;
  }
}

/** Thrown by work that ended because the person asked to stop. */
export class Stopped extends Error {}
