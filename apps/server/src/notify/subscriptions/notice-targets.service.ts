import { Injectable } from '@nestjs/common';
import type { NoticeTarget } from '@opsgauge/domain';
import { OrganizationsService } from '../../accounts/organizations.service.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';

/** Tells which organizations have to do with a system, by what they see of it. */
@Injectable()
export class NoticeTargets {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
  ) {}

  /**
   * @param organizationIds of those who listen, and of whoever is on duty
   * @param systemIds null: of a server that is in no system
   */
  async of(
    organizationIds: readonly string[],
    systemIds: readonly (string | null)[],
  ): Promise<Map<string | null, NoticeTarget>> {
    const kinds = await this.organizations.kinds(organizationIds);
    const sights = await Promise.all(
      [...kinds].map(async ([id, kind]) => {
        const scope = { organizationIds: [id], systemIds: [], projectIds: [], isVendor: kind === 'vendor' };
        return { id, kind, sight: await this.visibility.of({ isEverything: false, ...scope }) };
      }),
    );
    const projects = await this.systems.projectIds(systemIds.filter((id) => id !== null));
    return new Map(
      [...new Set(systemIds)].map((systemId): [string | null, NoticeTarget] => {
        const seeing = sights.filter(({ sight }) => systemId !== null && sight.seesSystem(systemId));
        const idsOf = (those: typeof seeing) => new Set(those.map(({ id }) => id));
        return [
          systemId,
          {
            systemId,
            projectId: projects.get(systemId ?? '') ?? null,
            organizationIds: idsOf(seeing),
            ownerOrganizationIds: idsOf(seeing.filter(({ kind }) => kind === 'owner')),
            vendorOrganizationIds: idsOf(seeing.filter(({ kind }) => kind === 'vendor')),
          },
        ];
      }),
    );
  }
}
