package dev.touchstone.web.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import org.springframework.security.converter.RsaKeyConverters;

/** The key that the product's own tokens are signed with. */
final class TokenKeys {

  private static final int BITS = 2048;

  private TokenKeys() {}

  /**
   * The key of a PEM text, or a new one that lasts as long as the process.
   *
   * @param pem an RSA private key of at least 2048 bits as PEM; blank for a new one
   * @throws TokenKeyException if the text is no such key
   */
  static RSAKey of(String pem) {
    return pem.isBlank() ? generate() : parse(pem);
  }

  private static RSAKey parse(String pem) {
    try (InputStream text = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
      RSAPrivateKey key = RsaKeyConverters.pkcs8().convert(text);
      if (!(key instanceof RSAPrivateCrtKey parts) || parts.getModulus().bitLength() < BITS) {
        throw new TokenKeyException(
            "touchstone.token.key must be an RSA private key of at least 2048 bits", null);
      }
      PublicKey publicKey =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(parts.getModulus(), parts.getPublicExponent()));
      return keyOf((RSAPublicKey) publicKey, parts);
    } catch (GeneralSecurityException | JOSEException | IOException | IllegalArgumentException e) {
      throw new TokenKeyException(
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
      return keyOf((RSAPublicKey) pair.getPublic(), pair.getPrivate());
    } catch (NoSuchAlgorithmException | JOSEException e) {
      throw new IllegalStateException("No key for tokens can be made", e);
    }
  }

  private static RSAKey keyOf(RSAPublicKey publicKey, PrivateKey privateKey) throws JOSEException {
    return new RSAKey.Builder(publicKey)
        .privateKey(privateKey)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .keyIDFromThumbprint()
        .build();
  }
}
