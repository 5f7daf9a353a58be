import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  organizationInputSchema,
  organizationSchema,
  organizationsResponseSchema,
  type Organization as OrganizationResponse,
  type OrganizationInput,
  type OrganizationsResponse,
} from '@opsgauge/contract';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import type { Organization } from './organization.entity.js';
import { OrganizationsService } from './organizations.service.js';
import { CurrentUser } from './principal.js';
import { CurrentScope, type Scope } from './scope.js';
import type { UserAccount } from './user-account.entity.js';

@ApiTags('organizations')
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  /** One's own, and those that stand on the projects and contracts one sees. */
  @Get()
  @ApiOperation({ summary: 'Lists the organizations one may know of' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: organizationsResponseSchema })
  async list(@CurrentUser() user: UserAccount, @CurrentScope() scope: Scope): Promise<OrganizationsResponse> {
    return { items: (await this.organizations.listFor(user, scope)).map(describe) };
  }

  @Post()
  @ApiOperation({ summary: 'Adds an organization' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: organizationSchema })
  async create(
    @Body({ schema: organizationInputSchema }) input: OrganizationInput,
  ): Promise<OrganizationResponse> {
    return describe(await this.organizations.create(input));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes an organization' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: organizationSchema })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: organizationInputSchema }) input: OrganizationInput,
  ): Promise<OrganizationResponse> {
    return describe(await this.organizations.change(id, input));
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes an organization that nothing refers to' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.organizations.remove(id);
  }
}

const describe = ({ id, name, kind }: Organization): OrganizationResponse => ({ id, name, kind });
