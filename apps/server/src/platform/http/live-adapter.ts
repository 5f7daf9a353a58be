import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { RequestOrigins } from './request-origin.js';

type Create = IoAdapter['createIOServer'];
type Options = NonNullable<Parameters<Create>[1]>;

/** Opens the socket to the hub's own pages and to programs only: a browser states its page's origin in the handshake. */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: RequestOrigins,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Options): ReturnType<Create> {
    const allowRequest: Options['allowRequest'] = (request, answer) => {
      const isForeign = this.origins.isForeign(request);
      answer(isForeign ? 'origin_not_allowed' : undefined, !isForeign);
    };
    return super.createIOServer(port, { ...options, allowRequest } as Options) as ReturnType<Create>;
  }
}
