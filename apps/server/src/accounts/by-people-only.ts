import { SetMetadata } from '@nestjs/common';

export const BY_PEOPLE_ONLY_KEY = 'opsgauge:by-people-only';

/** On a controller that manages accounts: no API token may call it, and nobody with a generated password. */
export const ByPeopleOnly = (): ClassDecorator => SetMetadata(BY_PEOPLE_ONLY_KEY, true);

export const WHILE_PASSWORD_PENDING_KEY = 'opsgauge:while-password-pending';

/** On a route: it is open also to somebody who still has to replace a generated password. */
export const WhilePasswordPending = (): MethodDecorator => SetMetadata(WHILE_PASSWORD_PENDING_KEY, true);
