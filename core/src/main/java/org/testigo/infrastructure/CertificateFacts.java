package org.testigo.infrastructure;

/// What a certificate says, as far as the atlas needs it.
///
/// @param subject the name as text; may be empty
/// @param issuer the name as text; may be empty
/// @param keySha256 over the public key with its algorithm (SubjectPublicKeyInfo in DER),
///   lower-case hex; empty where not known
public record CertificateFacts(String subject, String issuer, String keySha256) {}
