import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { Trust } from './trusted-authorities.js';

const publicKeyOf = (certificate: X509Certificate): Buffer =>
  certificate.publicKey.export({ type: 'spki', format: 'der' });

/**
 * Trust in whoever holds one private key: that of the certificate which was compared when the host was enrolled. A
 * renewed certificate of the same key is the same hub; under which name or address it is reached, and until when the
 * certificate says it is good, does not matter then. No authority is asked, and no byte is sent before the key is seen:
 * the handshake itself proves that the other side holds it.
 *
 * @param certificate PEM
 */
export const trustKeyOf = (certificate: string): Trust => {
  const publicKey = publicKeyOf(new X509Certificate(certificate));
  return {
    // Without an authority of its own, a context would load all of Node's.
    secureContext: createSecureContext({ ca: certificate }),
    rejectUnauthorized: false,
    check: (socket) => {
      const shown = socket.getPeerX509Certificate();
      if (!shown || !publicKeyOf(shown).equals(publicKey))
        throw new Error('the hub holds another key than at the enrolment');
    },
  };
};
