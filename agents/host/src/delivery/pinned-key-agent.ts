import { X509Certificate } from 'node:crypto';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { connect, type ConnectionOptions } from 'node:tls';

const publicKeyOf = (certificate: X509Certificate): Buffer =>
  certificate.publicKey.export({ type: 'spki', format: 'der' });

/**
 * Connections to whoever holds one private key: that of the certificate which was compared when the host was enrolled.
 * A renewed certificate of the same key is the same hub; under which name or address it is reached, and until when the
 * certificate says it is good, does not matter then. No authority is asked, and no byte is sent before the key is seen:
 * the handshake itself proves that the other side holds it.
 */
export class PinnedKeyAgent extends https.Agent {
  readonly #publicKey: Buffer;

  /** @param certificate PEM */
  constructor(options: https.AgentOptions, certificate: string) {
    super(options);
    this.#publicKey = publicKeyOf(new X509Certificate(certificate));
  }

  override createConnection(
    options: https.RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const socket = connect({ ...(options as ConnectionOptions), rejectUnauthorized: false });
    const fail = (error: Error) => callback?.(error, socket);
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      const shown = socket.getPeerX509Certificate();
      if (!shown || !publicKeyOf(shown).equals(this.#publicKey)) {
        socket.destroy(new Error('the hub holds another key than at the enrolment'));
        return;
      }
      socket.off('error', fail);
      callback?.(null, socket);
    });
  }
}
