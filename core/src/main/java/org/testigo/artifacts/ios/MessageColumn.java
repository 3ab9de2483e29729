package org.testigo.artifacts.ios;

/// What is read of the table `message` of `sms.db`; each generation of it has more of them.
enum MessageColumn {
  TEXT,
  ATTRIBUTEDBODY,
  SUBJECT,
  HANDLE_ID,
  SERVICE,
  ACCOUNT,
  DESTINATION_CALLER_ID,
  DATE,
  DATE_READ,
  DATE_DELIVERED,
  DATE_EDITED,
  DATE_RETRACTED,
  IS_FROM_ME,
  CACHE_ROOMNAMES,
  GROUP_TITLE,
  BALLOON_BUNDLE_ID,
  PAYLOAD_DATA,
  MESSAGE_SUMMARY_INFO
}
