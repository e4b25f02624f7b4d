package dev.touchstone.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Tokens signed with the key that the server of a test is given. */
final class TestTokens {

  private final PrivateKey key;
  private final String issuer;

  TestTokens(String issuer) {
    this.issuer = issuer;
    this.key = newKey();
  }

  private static PrivateKey newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The private key, as the server takes it. */
  String pem() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  String of(String subject, String scope, Map<String, String> claims, Duration life) {
    return signed(subject, List.of(scope), claims, life, key, issuer);
  }

  /** A token that says all the right things, signed by a stranger. */
  String forged(String subject, String scope, Map<String, String> claims) {
    return signed(subject, List.of(scope), claims, Duration.ofMinutes(5), newKey(), issuer);
  }

  private static String signed(
      String subject,
      List<String> scopes,
      Map<String, String> claims,
      Duration life,
      PrivateKey key,
      String issuer) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder content =
        new JWTClaimsSet.Builder()
            .subject(subject)
            .issuer(issuer)
            .audience("touchstone")
            .issueTime(Date.from(now.minusSeconds(600)))
            .expirationTime(Date.from(now.plus(life)))
            .claim("scope", scopes);
    claims.forEach(content::claim);
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), content.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
