package org.testigo.formats.x509;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/// Verifies who signed a certificate, with the algorithms of the JDK.
public final class Signatures {
  private static final String PSS = "1.2.840.113549.1.1.10";

  private Signatures() {}

  /// What a verification says.
  public enum Answer {
    VALID,
    INVALID,
    /// The algorithm or the key is none that the JDK knows: nothing can be said.
    UNKNOWN
  }

  /// Whether the key of the issuer made the signature of the certificate.
  public static Answer verify(Certificate certificate, Certificate issuer) {
    try {
      String algorithm = certificate.signatureAlgorithm();
      var signature = Signature.getInstance(algorithm);
      if (algorithm.equals(PSS)) signature.setParameter(parameters(certificate));
      signature.initVerify(key(issuer));
      Span signed = certificate.signedPart();
      signature.update(certificate.bytes(), signed.offsetBytes(), signed.lengthBytes());
      return signature.verify(certificate.signature()) ? Answer.VALID : Answer.INVALID;
    } catch (NoSuchAlgorithmException
        | InvalidKeyException
        | InvalidKeySpecException
        | InvalidParameterSpecException
        | InvalidAlgorithmParameterException
        | IOException e) {
      return Answer.UNKNOWN;
    } catch (SignatureException e) {
      // Bytes that are no signature of this kind.
      return Answer.INVALID;
    }
  }

  /// The one algorithm of the JDK that tells its hash in parameters.
  private static AlgorithmParameterSpec parameters(Certificate certificate)
      throws NoSuchAlgorithmException, IOException, InvalidParameterSpecException {
    var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
    parameters.init(certificate.signatureParameters());
    return parameters.getParameterSpec(PSSParameterSpec.class);
  }

  private static PublicKey key(Certificate issuer)
      throws NoSuchAlgorithmException, InvalidKeySpecException {
    var encoded = new X509EncodedKeySpec(issuer.publicKeyBytes());
    return KeyFactory.getInstance(issuer.publicKey().algorithmOid()).generatePublic(encoded);
  }
}
