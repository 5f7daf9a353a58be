declare module 'snappyjs' {
  /** @throws Error where the stream is broken or says to be longer than `bytesMax` */
  export function uncompress(compressed: Buffer, bytesMax: number): Buffer;
  export function compress(bytes: Buffer): Buffer;
}
