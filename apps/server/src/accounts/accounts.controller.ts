import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  accountChangeSchema,
  accountInputSchema,
  accountSchema,
  accountsResponseSchema,
  grantSchema,
  grantInputSchema,
  invitationResponseSchema,
  type Account,
  type AccountChange,
  type AccountInput,
  type AccountsResponse,
  type Grant,
  type GrantInput,
  type InvitationResponse,
} from '@opsgauge/contract';
import { instantText } from '../platform/clock.js';
import { AllowedFor } from '../platform/http/access.js';
import { AccountResponseService } from './account-response.service.js';
import { AccountsService } from './accounts.service.js';
import { ByPeopleOnly } from './by-people-only.js';
import { GrantsService } from './grants.service.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('accounts')
@ByPeopleOnly()
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly responses: AccountResponseService,
    private readonly grants: GrantsService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the accounts with what is granted to each' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: accountsResponseSchema })
  async list(): Promise<AccountsResponse> {
    return { items: await this.responses.describeAll(await this.accounts.list()) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads an account' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: accountSchema })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<Account> {
    return this.responses.describe(await this.accounts.get(id));
  }

  /** Nobody can log in by it until an invitation is accepted. */
  @Post()
  @ApiOperation({ summary: 'Makes an account' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: accountSchema })
  async create(@Body({ schema: accountInputSchema }) input: AccountInput): Promise<Account> {
    return this.responses.describe(await this.accounts.create(input));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes, disables or enables an account' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: accountSchema })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: accountChangeSchema }) change: AccountChange,
  ): Promise<Account> {
    return this.responses.describe(await this.accounts.change(id, change));
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes an account by which nobody ever logged in' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.remove(id);
  }

  @Post(':id/invitation')
  @ApiOperation({ summary: 'Makes a one-time link by which its person chooses a password' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: invitationResponseSchema })
  async invite(@Param('id', ParseUUIDPipe) id: string): Promise<InvitationResponse> {
    const { token, expiresAtMs } = await this.invitations.invite(await this.accounts.get(id));
    return { token, expiresAt: instantText(expiresAtMs) };
  }

  @Post(':id/grants')
  @ApiOperation({ summary: 'Grants an account an organization, a system or a project to see' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: grantSchema })
  async addGrant(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: grantInputSchema }) { target }: GrantInput,
  ): Promise<Grant> {
    return this.grants.add(await this.accounts.get(id), target);
  }

  @Delete(':id/grants/:grantId')
  @ApiOperation({ summary: 'Takes a grant back' })
  @HttpCode(204)
  @AllowedFor('admin')
  async removeGrant(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('grantId', ParseUUIDPipe) grantId: string,
  ): Promise<void> {
    await this.grants.remove(await this.accounts.get(id), grantId);
  }
}
