import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserView, UserViewInput, ViewPage } from '@opsgauge/contract';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';

/** As many as a menu can show. */
const viewsPerPageMax = 50;

interface UserViewRow extends Record<string, unknown> {
  readonly id: string;
  readonly page: ViewPage;
  readonly name: string;
  readonly query: string;
  readonly created_at: Date;
}

/** Everybody's own views of pages: filters under a name. */
@Injectable()
export class UserViewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The oldest first, so that each keeps its place. */
  async listOf(accountId: string, page: ViewPage): Promise<UserView[]> {
    const { rows } = await this.database.query<UserViewRow>(
      'SELECT * FROM user_view WHERE account_id = $1 AND page = $2 ORDER BY created_at, id',
      [accountId, page],
    );
    return rows.map(viewOf);
  }

  /**
   * Keeps a view; one of the same name takes the new filters.
   * @throws ApplicationError `conflict` beyond 50 views of a page
   */
  async save(accountId: string, { page, name, query }: UserViewInput): Promise<UserView> {
    const known = await this.listOf(accountId, page);
    if (known.length >= viewsPerPageMax && !known.some((view) => view.name === name)) {
      throw new ApplicationError('conflict', `name: at most ${viewsPerPageMax} views of a page are kept`, {
        field: 'name',
      });
    }
    const { rows } = await this.database.query<UserViewRow>(
      `INSERT INTO user_view (id, account_id, page, name, query, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (account_id, page, name) DO UPDATE SET query = EXCLUDED.query
       RETURNING *`,
      [crypto.randomUUID(), accountId, page, name, query, new Date(this.clock.nowMs())],
    );
    return viewOf(rows[0]!);
  }

  /** @throws ApplicationError `not_found`, also for somebody else's */
  async delete(accountId: string, id: string): Promise<void> {
    const { rowCount } = await this.database.query(
      'DELETE FROM user_view WHERE id = $1 AND account_id = $2',
      [id, accountId],
    );
    if (rowCount === 0) throw notFound('view');
  }
}

const viewOf = ({ id, page, name, query, created_at }: UserViewRow): UserView => ({
  id,
  page,
  name,
  query,
  createdAt: created_at.toISOString(),
});
