import { closeSync, fdatasyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * An open file that is written and read at once: into and from the kernel's memory, which a killed process leaves behind
 * whole. A trip through the thread pool would cost five times the write.
 */
export class SegmentFile {
  private constructor(private readonly descriptor: number) {}

  /** @throws where there is none, or it may not be written */
  static open(path: string): SegmentFile {
    return new SegmentFile(openSync(path, 'r+'));
  }

  /** For its owner alone. @throws where there is one already */
  static create(path: string): SegmentFile {
    return new SegmentFile(openSync(path, 'wx+', 0o600));
  }

  /** @throws the system's error (disk full); a part may then have been written */
  write(bytes: Buffer, position: number): void {
    let written = 0;
    while (written < bytes.length)
      written += writeSync(this.descriptor, bytes, written, bytes.length - written, position + written);
  }

  /** @returns fewer bytes where the file ends before */
  read(length: number, position: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(this.descriptor, bytes, 0, length, position));
  }

  truncate(bytes: number): void {
    ftruncateSync(this.descriptor, bytes);
  }

  /** Returns once all of it would outlast a power cut. */
  flush(): void {
    fdatasyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
