package org.testigo.samples.ios;

/// The tables of `sms.db` of iOS 18, as far as an examination can meet them.
final class SmsSchema {
  private SmsSchema() {}

  static final String[] MESSAGE = {
    "ROWID INTEGER PRIMARY KEY AUTOINCREMENT",
    "guid TEXT UNIQUE NOT NULL",
    "text TEXT",
    "replace INTEGER DEFAULT 0",
    "service_center TEXT",
    "handle_id INTEGER DEFAULT 0",
    "subject TEXT",
    "country TEXT",
    "attributedBody BLOB",
    "version INTEGER DEFAULT 0",
    "type INTEGER DEFAULT 0",
    "service TEXT",
    "account TEXT",
    "account_guid TEXT",
    "error INTEGER DEFAULT 0",
    "date INTEGER",
    "date_read INTEGER",
    "date_delivered INTEGER",
    "is_delivered INTEGER DEFAULT 0",
    "is_finished INTEGER DEFAULT 0",
    "is_from_me INTEGER DEFAULT 0",
    "is_empty INTEGER DEFAULT 0",
    "is_read INTEGER DEFAULT 0",
    "is_system_message INTEGER DEFAULT 0",
    "is_sent INTEGER DEFAULT 0",
    "is_service_message INTEGER DEFAULT 0",
    "cache_has_attachments INTEGER DEFAULT 0",
    "cache_roomnames TEXT",
    "is_audio_message INTEGER DEFAULT 0",
    "date_played INTEGER",
    "item_type INTEGER DEFAULT 0",
    "other_handle INTEGER DEFAULT 0",
    "group_title TEXT",
    "group_action_type INTEGER DEFAULT 0",
    "associated_message_guid TEXT",
    "associated_message_type INTEGER DEFAULT 0",
    "balloon_bundle_id TEXT",
    "payload_data BLOB",
    "expressive_send_style_id TEXT",
    "message_summary_info BLOB",
    "destination_caller_id TEXT",
    "is_corrupt INTEGER DEFAULT 0",
    "reply_to_guid TEXT",
    "is_spam INTEGER DEFAULT 0",
    "thread_originator_guid TEXT",
    "thread_originator_part TEXT",
    "date_retracted INTEGER",
    "date_edited INTEGER",
    "was_detonated INTEGER DEFAULT 0",
    "date_recovered INTEGER",
    "is_kt_verified INTEGER DEFAULT 0",
  };

  static final String[] HANDLE = {
    "ROWID INTEGER PRIMARY KEY AUTOINCREMENT",
    "id TEXT NOT NULL",
    "country TEXT",
    "service TEXT NOT NULL",
    "uncanonicalized_id TEXT",
    "person_centric_id TEXT",
    "UNIQUE (id, service)",
  };

  static final String[] CHAT = {
    "ROWID INTEGER PRIMARY KEY AUTOINCREMENT",
    "guid TEXT UNIQUE NOT NULL",
    "style INTEGER",
    "state INTEGER",
    "account_id TEXT",
    "chat_identifier TEXT",
    "service_name TEXT",
    "room_name TEXT",
    "display_name TEXT",
    "group_id TEXT",
    "is_archived INTEGER DEFAULT 0",
  };

  static final String[] CHAT_HANDLE_JOIN = {
    "chat_id INTEGER", "handle_id INTEGER", "UNIQUE (chat_id, handle_id)",
  };

  static final String[] CHAT_MESSAGE_JOIN = {
    "chat_id INTEGER",
    "message_id INTEGER",
    "message_date INTEGER DEFAULT 0",
    "PRIMARY KEY (chat_id, message_id)",
  };

  static final String[] CHAT_RECOVERABLE_MESSAGE_JOIN = {
    "chat_id INTEGER",
    "message_id INTEGER",
    "delete_date INTEGER",
    "ck_sync_state INTEGER DEFAULT 0",
    "PRIMARY KEY (chat_id, message_id)",
  };

  static final String[] ATTACHMENT = {
    "ROWID INTEGER PRIMARY KEY AUTOINCREMENT",
    "guid TEXT UNIQUE NOT NULL",
    "created_date INTEGER DEFAULT 0",
    "start_date INTEGER DEFAULT 0",
    "filename TEXT",
    "uti TEXT",
    "mime_type TEXT",
    "transfer_state INTEGER DEFAULT 0",
    "is_outgoing INTEGER DEFAULT 0",
    "user_info BLOB",
    "transfer_name TEXT",
    "total_bytes INTEGER DEFAULT 0",
    "is_sticker INTEGER DEFAULT 0",
    "hide_attachment INTEGER DEFAULT 0",
  };

  static final String[] MESSAGE_ATTACHMENT_JOIN = {
    "message_id INTEGER", "attachment_id INTEGER", "UNIQUE (message_id, attachment_id)",
  };
}
