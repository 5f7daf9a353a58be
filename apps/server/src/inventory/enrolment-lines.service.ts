import { Injectable } from '@nestjs/common';
import { HubAddress } from '../platform/http/hub-address.js';
import { EnrolmentDownloads } from './enrolment-downloads.service.js';
import { bootstrapLine, nodeLine } from './enrolment-lines.js';

/** Makes the lines that an administrator pastes on a new server. */
@Injectable()
export class EnrolmentLines {
  constructor(
    private readonly downloads: EnrolmentDownloads,
    private readonly address: HubAddress,
  ) {}

  /** @returns null where there is no built agent to hand out */
  async make(
    hub: string,
    token: string,
  ): Promise<{ command: string | null; bootstrapCommand: string | null }> {
    const agent = await this.downloads.agent().catch(() => null);
    if (!agent) return { command: null, bootstrapCommand: null };
    const script = await this.downloads.script();
    const parts = {
      hub,
      token,
      fingerprint: this.address.selfSigned(hub)?.fingerprint,
      agentSha256: agent.sha256,
      scriptSha256: script.sha256,
    };
    return { command: nodeLine(parts), bootstrapCommand: bootstrapLine(parts) };
  }
}
