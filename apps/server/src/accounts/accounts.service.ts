import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Role } from '@opsgauge/contract';
import { Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { hashPassword, isPassword } from './password-hash.js';
import { UserAccount } from './user-account.entity.js';

/** The people who may log in. */
@Injectable()
export class AccountsService {
  /** Compared against when the name is unknown, so that an answer takes as long for any name. */
  private readonly decoyHash = hashPassword(crypto.randomUUID());

  constructor(
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    private readonly clock: Clock,
  ) {}

  /** The account, or null when name or password is wrong; which of the two is not told. */
  async authenticate(username: string, password: string): Promise<UserAccount | null> {
    const account = await this.accounts.findOneBy({ username });
    const isRight = await isPassword(password, account?.passwordHash ?? (await this.decoyHash));
    return isRight ? account : null;
  }

  find(id: string): Promise<UserAccount | null> {
    return this.accounts.findOneBy({ id });
  }

  async create(account: {
    username: string;
    displayName: string;
    role: Role;
    password: string;
  }): Promise<UserAccount> {
    const { password, ...rest } = account;
    const created = this.accounts.create({
      ...rest,
      id: crypto.randomUUID(),
      passwordHash: await hashPassword(password),
      createdAt: new Date(this.clock.nowMs()),
    });
    return this.accounts.save(created);
  }

  /**
   * Makes the first account on the first run.
   * @returns the password if it was generated just now: the only moment it can be shown; else null
   */
  async ensureAdmin(givenPassword: string | undefined): Promise<string | null> {
    if ((await this.accounts.count()) > 0) return null;
    const password = givenPassword ?? readablePassword();
    await this.create({ username: 'admin', displayName: '管理员', role: 'admin', password });
    return givenPassword === undefined ? password : null;
  }
}

/** 80 bits in four groups, without letters and digits that look alike. */
function readablePassword(): string {
  const alphabet = '23456789abcdefghijkmnpqrstuvwxyz';
  const characters = Array.from({ length: 16 }, () => alphabet[crypto.randomInt(alphabet.length)]);
  return [0, 4, 8, 12].map((from) => characters.slice(from, from + 4).join('')).join('-');
}
