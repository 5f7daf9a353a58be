import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { AccountsService } from './accounts.service.js';
import { AgentCredential } from './agent-credential.entity.js';
import { AgentCredentialsService } from './agent-credentials.service.js';
import { EnrolmentToken } from './enrolment-token.entity.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';
import { UserAccount } from './user-account.entity.js';
import { UserSession } from './user-session.entity.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserAccount, UserSession, EnrolmentToken, AgentCredential])],
  controllers: [SessionController],
  providers: [
    AccountsService,
    SessionsService,
    AgentCredentialsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccountsService, SessionsService, AgentCredentialsService],
})
export class AccountsModule {}
