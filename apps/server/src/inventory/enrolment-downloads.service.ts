import crypto from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '../platform/errors/application-error.js';
import { INSTALLATION, type Installation } from '../platform/installation.js';
import { enrolmentScript } from './enrolment-script.js';

interface Runtime {
  /** As `linux-x64`. */
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What a new server fetches from the hub: no other address is needed. */
@Injectable()
export class EnrolmentDownloads {
  private runtimeOfFile: { readonly key: string; readonly runtime: Runtime } | undefined;

  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  /** @throws ApplicationError `not_found` where no built agent stands beside the hub */
  async agent(): Promise<{ bytes: Buffer; sha256: string }> {
    const file = this.installation.agentProgram;
    const bytes = file ? await fs.promises.readFile(file).catch(() => undefined) : undefined;
    if (!bytes) throw new ApplicationError('not_found', 'the agent is not built here: npm run build');
    return { bytes, sha256: sha256Of(bytes) };
  }

  async script(): Promise<{ text: string; sha256: string }> {
    const { sha256: agentSha256 } = await this.agent();
    const runtime = await this.findRuntime();
    const text = enrolmentScript({ agentSha256, ...(runtime ? { runtime } : {}) });
    return { text, sha256: sha256Of(text) };
  }

  /**
   * The hub's own Node executable, for the same platform.
   * @throws ApplicationError `not_found` saying what to do instead
   */
  async runtime(name: string): Promise<Runtime & { open: () => fs.ReadStream }> {
    const runtime = await this.findRuntime();
    if (runtime?.name === name) return { ...runtime, open: () => fs.createReadStream(process.execPath) };
    const reason = runtime
      ? `the hub's Node is for ${runtime.name}`
      : "the hub's Node is not for Linux with glibc";
    throw new ApplicationError(
      'not_found',
      `no runtime of that name: ${reason}; install Node.js 20.19 or later on the server and paste the line again`,
    );
  }

  private async findRuntime(): Promise<Runtime | undefined> {
    if (process.platform !== 'linux' || !isGlibc()) return undefined;
    const { size, mtimeMs } = await fs.promises.stat(process.execPath);
    const key = `${size} ${mtimeMs}`;
    if (this.runtimeOfFile?.key !== key) {
      const hash = crypto.createHash('sha256');
      await pipeline(fs.createReadStream(process.execPath), hash);
      const runtime = { name: `linux-${process.arch}`, sha256: hash.digest('hex'), sizeBytes: size };
      this.runtimeOfFile = { key, runtime };
    }
    return this.runtimeOfFile.runtime;
  }
}

const sha256Of = (content: Buffer | string): string =>
  crypto.createHash('sha256').update(content).digest('hex');

/** Node built for musl does not run elsewhere. */
const isGlibc = (): boolean => {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime !== undefined;
};
