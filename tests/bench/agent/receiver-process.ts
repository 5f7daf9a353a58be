import { fork, type ChildProcess } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { makeSelfSignedCertificate } from '../../../apps/server/src/platform/tls/self-signed-certificate.js';
import type { ArrivedReport, ReceiverSettings } from './receiver-messages.js';

const runner = fileURLToPath(new URL('../../support/run-typescript.mjs', import.meta.url));
const program = fileURLToPath(new URL('receiver.ts', import.meta.url));

/** The receiver as a process, so that what it costs is not counted as the agent's. */
export class ReceiverProcess {
  readonly reports: ArrivedReport[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    readonly fingerprint: string,
  ) {
    child.on('message', (message: { report?: ArrivedReport }) => {
      if (message.report) this.reports.push(message.report);
    });
  }

  static async start(settings: Pick<ReceiverSettings, 'intervalSeconds' | 'batchAnswerMs'>) {
    const material = await makeSelfSignedCertificate(['127.0.0.1'], Date.now());
    const child = fork(runner, [program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.send({ ...settings, ...material });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const { fingerprint256 } = new X509Certificate(material.certificate);
    return new ReceiverProcess(child, `https://127.0.0.1:${port}`, `sha256:${fingerprint256}`);
  }

  get sampleCount(): number {
    return this.reports.reduce((sum, { seqs }) => sum + seqs.length, 0);
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
