package dev.touchstone.web.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;

/** The key that the product's own tokens are signed with. */
final class TokenKeys {

  private static final int BITS = 2048;

  private TokenKeys() {}

  /**
   * The key of a PEM text, or a new one that lasts as long as the process.
   *
   * @param pem an RSA private key of at least 2048 bits as PEM; blank for a new one
   * @throws IllegalStateException if the text is no such key
   */
  static RSAKey of(String pem) {
    return pem.isBlank() ? generate() : parse(pem);
  }

  private static RSAKey parse(String pem) {
    try {
      RSAKey key = JWK.parseFromPEMEncodedObjects(pem).toRSAKey();
      if (!key.isPrivate() || key.size() < BITS) {
        throw new IllegalStateException(
            "touchstone.token.key must be an RSA private key of at least 2048 bits");
      }
      return new RSAKey.Builder(key)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException | RuntimeException e) {
      throw new IllegalStateException(
          "touchstone.token.key is no RSA private key as PEM; openssl genpkey -algorithm RSA makes"
              + " one",
          e);
    }
  }

  private static RSAKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint()
          .build();
    } catch (NoSuchAlgorithmException | JOSEException e) {
      throw new IllegalStateException("No key for tokens can be made", e);
    }
  }
}
