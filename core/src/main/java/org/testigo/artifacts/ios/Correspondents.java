package org.testigo.artifacts.ios;

import java.util.List;
import java.util.Optional;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;

/// The other sides of messages: by the handle that a message names, or by the chat that it is in.
final class Correspondents {
  static final String CHATS = "chat";
  static final String CHATS_OF_MESSAGES = "chat_message_join";

  private enum HandleColumn {
    ID,
    SERVICE
  }

  private enum ChatColumn {
    CHAT_IDENTIFIER
  }

  private enum JoinColumn {
    CHAT_ID,
    MESSAGE_ID
  }

  /// @param id a number or address, as the phone writes it
  record Handle(String id, Optional<String> service) {
    int characters() {
      return id.length() + service.map(String::length).orElse(0);
    }
  }

  private final SqliteDatabase database;
  private final RowReadings rows;
  private final Optional<Lookup<HandleColumn, Handle>> handles;
  private final Optional<Lookup<ChatColumn, String>> chats;
  private Optional<LongGroups> chatsByMessage = Optional.empty();

  Correspondents(SqliteDatabase database, RowReadings rows) {
    this.database = database;
    this.rows = rows;
    handles = readable(Sms.HANDLES, "id").map(this::handles);
    chats = readable(CHATS, "chat_identifier").map(this::chats);
  }

  private Optional<Table> readable(String table, String column) {
    return database.table(table).filter(Table::hasRowid).filter(it -> it.hasColumn(column));
  }

  private Lookup<HandleColumn, Handle> handles(Table table) {
    var columns = new Columns<>(table, HandleColumn.class);
    return new Lookup<>(columns, rows, row -> handle(columns, row), Handle::characters);
  }

  private static Handle handle(Columns<HandleColumn> columns, Row row) {
    return new Handle(
        columns.text(row, HandleColumn.ID).orElse(""), columns.text(row, HandleColumn.SERVICE));
  }

  private Lookup<ChatColumn, String> chats(Table table) {
    var columns = new Columns<>(table, ChatColumn.class);
    return new Lookup<>(
        columns,
        rows,
        row -> columns.text(row, ChatColumn.CHAT_IDENTIFIER).orElse(""),
        String::length);
  }

  /// The handle of that number; empty for 0, which a message has that names none, and where it is
  /// gone.
  Optional<Handle> handle(long number) {
    return number == 0 ? Optional.empty() : handles.flatMap(lookup -> lookup.at(number));
  }

  /// The identifier of the first chat that the message is in: the other side's address, or the name
  /// of a group.
  Optional<String> chatOf(long message) {
    if (chats.isEmpty()) return Optional.empty();
    var joins = chatsByMessage.orElseGet(this::joins);
    if (!joins.has(message)) return Optional.empty();
    return chats.get().at(joins.firstOr(message, 0)).filter(identifier -> !identifier.isEmpty());
  }

  /// Read only once a message needs it: most name a handle.
  private LongGroups joins() {
    var joins = new LongGroups();
    // A recently deleted message is no longer in the first.
    for (String name : List.of(CHATS_OF_MESSAGES, DeletedMessages.TABLE)) {
      readable(name, "message_id").ifPresent(table -> addJoins(table, joins));
    }
    chatsByMessage = Optional.of(joins);
    return joins;
  }

  private void addJoins(Table table, LongGroups joins) {
    var columns = new Columns<>(table, JoinColumn.class);
    columns.scan(
        rows.visitor(row ->
            joins.add(
                columns.integer(row, JoinColumn.MESSAGE_ID).orElse(0),
                columns.integer(row, JoinColumn.CHAT_ID).orElse(0))));
  }
}
