import Sequencer from '@jest/test-sequencer';

/** A project whose files run long comes before one whose files fill the gaps at the end. */
const projects = ['browser', 'server', 'long', 'unit'];

/**
 * Starts the longest test files first, so that no long one is left over while the other worker has nothing to do. Jest
 * knows how long a file ran the last time, but on a fresh checkout only its size, and a page is slow whatever the size.
 */
export default class LongestFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const rank = ({ context }) => projects.indexOf(context.config.displayName?.name);
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}
