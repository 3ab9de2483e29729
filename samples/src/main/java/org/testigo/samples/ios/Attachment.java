package org.testigo.samples.ios;

/// A file that came or went with a message.
///
/// @param path on the phone, such as `~/Library/SMS/Attachments/0a/10/IMG_0001.JPG`
public record Attachment(String path, String transferName, String mimeType, long sizeBytes) {}
