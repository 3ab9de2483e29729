package org.testigo.formats.x509;

/// Something that a certificate should not have, with its place.
///
/// @param detail the value met and the value expected
public record Oddity(int offsetBytes, String detail) {}
