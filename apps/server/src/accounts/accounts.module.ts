import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGrant } from './access-grant.entity.js';
import { AccessGuard } from './access.guard.js';
import { AccountAccessController } from './account-access.controller.js';
import { AccountResponseService } from './account-response.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { AgentCredential } from './agent-credential.entity.js';
import { AgentCredentialsService } from './agent-credentials.service.js';
import { AlertSource } from './alert-source.entity.js';
import { AlertSourcesService } from './alert-sources.service.js';
import { ApiToken } from './api-token.entity.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokensService } from './api-tokens.service.js';
import { EnrolmentToken } from './enrolment-token.entity.js';
import { GrantTargets } from './grant-targets.js';
import { GrantsService } from './grants.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { LoginAttemptsService } from './login-attempts.service.js';
import { LoginService } from './login.service.js';
import { Organization } from './organization.entity.js';
import { MachineAdmission } from './machine-admission.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { OwnAccessController } from './own-access.controller.js';
import { OwnPasswordService } from './own-password.service.js';
import { PasswordHistory } from './password-history.entity.js';
import { PasswordsService } from './passwords.service.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { RemoteWriteSource } from './remote-write-source.entity.js';
import { RemoteWriteSourcesService } from './remote-write-sources.service.js';
import { ScopesService } from './scopes.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';
import { UserAccount } from './user-account.entity.js';
import { UserSession } from './user-session.entity.js';
import { UserViewsController } from './user-views.controller.js';
import { UserViewsService } from './user-views.service.js';

const entities = [
  AccessGrant,
  AgentCredential,
  AlertSource,
  ApiToken,
  EnrolmentToken,
  Invitation,
  Organization,
  PasswordHistory,
  RecoveryCode,
  RemoteWriteSource,
  UserAccount,
  UserSession,
];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [
    SessionController,
    OwnAccessController,
    InvitationsController,
    ApiTokensController,
    AccountsController,
    AccountAccessController,
    OrganizationsController,
    UserViewsController,
  ],
  providers: [
    AccountResponseService,
    AccountsService,
    AgentCredentialsService,
    AlertSourcesService,
    ApiTokensService,
    GrantTargets,
    GrantsService,
    InvitationsService,
    LoginAttemptsService,
    LoginService,
    MachineAdmission,
    OrganizationsService,
    OwnPasswordService,
    PasswordsService,
    RemoteWriteSourcesService,
    ScopesService,
    SecondFactorService,
    SessionsService,
    UserViewsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    AccountsService,
    AgentCredentialsService,
    AlertSourcesService,
    GrantTargets,
    MachineAdmission,
    OrganizationsService,
    RemoteWriteSourcesService,
    ScopesService,
    SessionsService,
  ],
})
export class AccountsModule {}
