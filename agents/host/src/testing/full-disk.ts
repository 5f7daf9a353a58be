import { jest } from '@jest/globals';
import { SegmentFile } from '../spool/segment-file.js';

/**
 * The disk below the spool is full: half of what is asked for still finds room, as on a real one, then the system's error
 * comes.
 * @returns makes room again
 */
export const fillDisk = (): (() => void) => {
  const write = SegmentFile.prototype.write;
  const full = jest.spyOn(SegmentFile.prototype, 'write').mockImplementation(function (
    this: SegmentFile,
    bytes: Buffer,
    position: number,
  ) {
    write.call(this, bytes.subarray(0, bytes.length / 2), position);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  return () => full.mockRestore();
};
