import { Injectable } from '@nestjs/common';
import { type Scope, scopeKey } from '../accounts/scope.js';
import { type Visibility, VisibilityService } from '../inventory/visibility.service.js';
import type { Hints } from '../platform/event-bus.js';

/** All pages with the same scope. */
export interface Audience {
  readonly room: string;
  readonly visibility: Visibility;
}

/** Groups the open pages by what they may see, so that each distinct scope costs once. */
@Injectable()
export class LiveAudiences {
  /** As each audience was last: who loses sight of something has to be told of it too. */
  private last = new Map<string, Visibility>();

  constructor(private readonly visibility: VisibilityService) {}

  /** From when a page opens, so that it is told of what it loses sight of first. */
  async remember(scope: Scope): Promise<void> {
    this.last.set(scopeKey(scope), await this.visibility.of(scope));
  }

  async of(scopes: readonly Scope[]): Promise<Audience[]> {
    const distinct = new Map(scopes.map((scope) => [scopeKey(scope), scope]));
    const audiences = await Promise.all(
      [...distinct].map(async ([room, scope]) => ({ room, visibility: await this.visibility.of(scope) })),
    );
    this.last = new Map(audiences.map(({ room, visibility }) => [room, visibility]));
    return audiences;
  }

  /** The audiences that saw something of the hint before it, or see something of it now. */
  async concernedBy(
    { serverIds, systemIds }: Hints['servers.changed'],
    scopes: readonly Scope[],
  ): Promise<string[]> {
    const before = this.last;
    const sees = (visibility: Visibility | undefined) =>
      visibility !== undefined &&
      (serverIds.some((id) => visibility.seesServer(id)) ||
        systemIds.some((id) => visibility.seesSystem(id)));
    return (await this.of(scopes))
      .filter(({ room, visibility }) => room === 'everything' || sees(visibility) || sees(before.get(room)))
      .map(({ room }) => room);
  }
}
